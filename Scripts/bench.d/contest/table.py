"""Lines as a table."""

HEADER = ("row", "threads", "ours", "peer", "unit", "ratio", "must", "hope", "", "peer", "differs by")
NUMERIC = {1, 2, 3, 5, 6, 7}


def goal(value):
    if value is None:
        return ""
    return f"{value['value']:g}" if "value" in value else f"{value['ratio']:g}x"


def number(value):
    return "" if value is None else f"{value:.4g}" if value < 1000 else f"{value:.0f}"


def shown(line, each):
    """Of peers that are one program in several modes only the best counts; others stand side by side."""
    return each or not line["against_best"] or line["best"] or line["peer_name"] is None


def show(lines, each):
    cells = [HEADER] + [
        (line["row"], str(line["threads"]), number(line["ours"]), number(line["peer"]), line["unit"],
         "" if line["ratio"] is None else f"{line['ratio']:.2f}x", goal(line["must"]), goal(line["hope"]),
         line["verdict"], line["peer_name"] or "no peer",
         " ".join(f"{name} {value:.1e}" for name, value in line["agreement"].items()))
        for line in lines if shown(line, each)
    ]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEADER))]
    for row in cells:
        print("  ".join(
            cell.rjust(width) if column in NUMERIC else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths))).rstrip())
