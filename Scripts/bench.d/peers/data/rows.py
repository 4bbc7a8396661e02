"""The operations by name: what must be there before the clock starts, and the call that is timed."""
import time

OPERATIONS = {
    "read CSV, 5 M rows": ((), "scada"),
    "read CSV in GB18030, 1 M rows": ((), "chinese_scada"),
    "dedupe": (("samples",), "deduped"),
    "filter": (("unique",), "filtered"),
    "convert units": (("good",), "converted"),
    "outliers beyond 4 sigma by tag": (("in_celsius",), "without_outliers"),
    "correct a clock's skew": (("clean",), "corrected"),
    "group by tag": (("clean",), "grouped"),
    "pivot to 1 s means": (("clean",), "pivoted"),
    "fill forward to 1 s": (("wide",), "filled"),
    "rolling mean and deviation by tag": (("clean",), "rolled"),
    "read MES, 200 k rows": ((), "mes"),
    "read MES in GBK, 200 k rows": ((), "chinese_mes"),
    "as-of join, 2 M rows": (("clean", "serials"), "joined_as_of"),
    "inspections: dedupe, convert, join": (("serials",), "inspections"),
    "write CSV": (("clean",), "written"),
}
# What the row of memory does after another.
WHOLE_DAY = ("clean", "grouped", "wide", "filled", "rolled", "serials", "joined_as_of", "inspections")


class Operation:
    """One row: the least time of a few runs, as our side takes it (Sources/plantsh-bench/Data/DataRow.swift)."""

    def __init__(self, engines, needs, name):
        self.engines = {engine.name: engine for engine in engines if hasattr(engine, name)}
        self.needs, self.name, self.check = needs, name, ""

    def peers(self):
        return list(self.engines)

    def measure(self, peer):
        engine = self.engines[peer]
        for table in self.needs:
            engine.ready(table)
        times = []
        while len(times) < 2 or sum(times) < 0.3:
            start = time.perf_counter()
            result = getattr(engine, self.name)()
            times.append(time.perf_counter() - start)
        self.check = engine.check(self.name, result)
        return min(times)


class WholeDay:
    """The most memory of a process that does the whole day and nothing else."""

    def __init__(self, engines):
        self.engines = {engine.name: engine for engine in engines}

    def peers(self):
        return list(self.engines)

    def take_over(self, folder):
        pass

    def measure(self, peer):
        engine = self.engines[peer]
        for name in WHOLE_DAY:
            engine.ready(name) if name in engine.tables else getattr(engine, name)()
        with open("/proc/self/status") as file:
            peak, = [line.split()[1] for line in file if line.startswith("VmHWM:")]
        return int(peak) / 1024


def rows(engines):
    found = {row: Operation(engines, needs, name) for row, (needs, name) in OPERATIONS.items()}
    found["the whole day, peak memory"] = WholeDay(engines)
    return found
