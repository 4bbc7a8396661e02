"""Both sides, row by row and turn by turn."""
import sys
import tempfile
import time

from . import environment, judge
from .side import Fault, Side

# Threads that spin after their work have gone to sleep by then.
PAUSE = 0.1


class Contest:
    """The two sides of one row, each in a process that has done nothing else before."""

    def __init__(self, ours, python, name, threads, cpus, allocator):
        settings = environment.settings(threads)
        theirs = {**settings, **(environment.KEEPING_ALLOCATOR if allocator else {})}
        self.open_ours = lambda: Side([ours, name, "--serve"], cpus, settings)
        self.open_peers = lambda: Side([python, environment.PEERS / f"{name}.py"], cpus, theirs)
        self.disturbance = 0.0
        self.checks = {}

    def __enter__(self):
        self.ours, self.peers = self.open_ours(), self.open_peers()
        self.folder = tempfile.TemporaryDirectory(prefix="plantsh-bench-")
        return self

    def __exit__(self, *reason):
        self.ours.close()
        self.peers.close()
        self.folder.cleanup()

    def introduce(self, row):
        """Gives the peers our weights and numbers; their names, and how far their results are from ours."""
        if not row["shared"]:
            return self.peers.ask("peers", row=row["row"])["peers"], {}
        here = {"row": row["row"], "folder": self.folder.name}
        with self.open_ours() as side:
            side.ask("hand_over", **here)
        with self.open_peers() as side:
            side.ask("take_over", **here)
            differences = {} if row["fresh"] else side.ask("differences", row=row["row"])
        self.peers.ask("take_over", **here)
        return self.peers.ask("peers", row=row["row"])["peers"], differences

    def figure(self, side, row, peer):
        """One figure; what its result is checked by is kept."""
        answer = side.ask("measure", row=row["row"], peer=peer)
        self.checks[peer] = answer.get("check", "")
        return answer["value"]

    def turn(self, row, peer, is_ours):
        """One figure, while the other side sleeps."""
        time.sleep(PAUSE)
        if row["fresh"]:
            with self.open_ours() if is_ours else self.open_peers() as side:
                if not is_ours:
                    side.ask("take_over", row=row["row"], folder=self.folder.name)
                return self.figure(side, row, peer)
        side, other = (self.ours, self.peers) if is_ours else (self.peers, self.ours)
        start, before = time.monotonic(), other.busy()
        value = self.figure(side, row, peer)
        share = (other.busy() - before) / max(time.monotonic() - start, 0.1)
        self.disturbance = max(self.disturbance, share)
        return value


def progress(text):
    """One line that is written over again, for whoever watches a terminal."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def chosen(row, words):
    return not words or any(word.lower() in row.lower() for word in words)


def contest(ours, python, options, threads, cpus, left_out):
    """The lines of every row of the family that is asked for."""
    def pair():
        return Contest(ours, python, options.name, threads, cpus, options.keeping_allocator)

    with pair() as first:
        rows = [row for row in first.ours.ask("rows")["rows"] if chosen(row["row"], options.row)]
        theirs = [name for name in first.peers.ask("rows")["rows"] if chosen(name, options.row)]
    known = {row["row"] for row in rows}
    left_out += [f"{name}, {threads} thread(s): there are peers, ours is missing" for name in theirs
                 if name not in known]
    for group in grouped(rows):
        with pair() as sides:
            for row in group:
                yield from measured(sides, row, row["row"] in theirs, options.rounds, threads)
                if sides.disturbance > 0.05:
                    print(f"{row['row']}: the side that should sleep took up to {sides.disturbance:.0%} of a "
                          "processor", file=sys.stderr)
                sides.disturbance = 0.0


def grouped(rows):
    """Rows that start from what the one before left, together."""
    groups = []
    for row in rows:
        if row["follows"] and groups:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def measured(contest, row, has_peers, rounds, threads):
    """The lines of one row: one for each peer."""
    turns = [(None, True)] + [(peer, True) for peer in row["peers"]]
    agreement, faults = {}, []
    contest.checks = {}
    if has_peers:
        try:
            names, agreement = contest.introduce(row)
            turns += [(peer, False) for peer in names]
        except Fault as fault:
            faults.append(str(fault))
    figures = {}
    for number in range(rounds):
        for peer, is_ours in list(turns):
            progress(f"{row['row']}, {threads} thread(s), round {number + 1}: {peer or 'ours'}")
            try:
                figures.setdefault(peer, []).append(contest.turn(row, peer, is_ours))
            except Fault as fault:
                turns.remove((peer, is_ours))
                faults.append(f"{peer or 'ours'}: {fault}")
    progress("")
    for fault in faults:
        print(f"{row['row']}, {threads} thread(s): {fault}", file=sys.stderr)
    return judge.lines(row, threads, figures, agreement, contest.checks)
