"""From figures to verdicts."""
import statistics

# Of the largest gradient, or of the largest output.
AGREEMENT = 1e-5


def lines(row, threads, figures, agreement, checks=None):
    """One line for each peer, the best first; one without a peer where there is none."""
    own = figures.get(None)
    odd = {name: check for name, check in (checks or {}).items() if check and check != checks.get(None)}
    if not own:
        return [line(row, threads, None, None, None, agreement, "OURS FAILED")]
    middle = statistics.median(own)
    peers = {name: values for name, values in figures.items() if name is not None and values}
    best_first = sorted(peers, key=lambda name: statistics.median(peers[name]), reverse=not row["lower_is_better"])
    if not best_first:
        found = line(row, threads, own, None, None, agreement, "")
        found["verdict"] = verdict(row, middle, {}, None, agreement)
        return [found]
    ratios = {name: ratio(row, middle, statistics.median(peers[name])) for name in best_first}
    found = [line(row, threads, own, name, peers[name], agreement, "") for name in best_first]
    judged = (row["must"] or {}).get("of") or best_first[0]
    for each in found:
        each["ratio"] = round(ratios[each["peer_name"]], 3)
        each["best"] = each["peer_name"] == best_first[0]
        if each["peer_name"] == judged:
            each["judged"] = True
            each["verdict"] = verdict(row, middle, ratios, judged, agreement)
    if odd:
        found[0]["verdict"] = "DIFFERS: " + ", ".join(
            f"{name or 'ours'} {check}" for name, check in {None: checks.get(None), **odd}.items())
    return found


def line(row, threads, own, name, values, agreement, verdict):
    return {
        "row": row["row"], "threads": threads, "unit": row["unit"], "against_best": row["against_best"],
        "ours": own and round(statistics.median(own), 5), "ours_range": own and [min(own), max(own)],
        "peer": values and round(statistics.median(values), 5), "peer_range": values and [min(values), max(values)],
        "peer_name": name, "ratio": None, "must": row["must"], "hope": row["hope"], "best": False,
        "judged": False, "agreement": agreement, "verdict": verdict,
    }


def ratio(row, own, other):
    return other / own if row["lower_is_better"] else own / other


def differs(agreement, name):
    """Whether ours is off by more than rounding explains: where an input of a ReLU lies within rounding of 0, its
    gradient falls on either side, and the peer's own figure shows how much that makes on these samples."""
    if name not in agreement:
        return False
    peers = [value for key, value in agreement.items() if key.startswith(f"{name} of ")]
    return agreement[name] > max([AGREEMENT, *peers])


def verdict(row, own, ratios, judged, agreement):
    if any(differs(agreement, name) for name in ("gradient", "output")):
        return "DIFFERS"
    must = row["must"]
    if must is None:
        return ""
    if "value" in must:
        reached = own <= must["value"] if row["lower_is_better"] else own >= must["value"]
    elif judged not in ratios:
        return "NO PEER"
    else:
        reached = ratios[judged] >= must["ratio"]
    return "ok" if reached else "MISSED"
