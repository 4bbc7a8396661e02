"""What the three engines have in common: tables that are made when first wanted, and the checks."""


class Day:
    # Each table, and the operation that makes it.
    tables = {
        "samples": "scada", "unique": "deduped", "good": "filtered", "in_celsius": "converted",
        "clean": "without_outliers", "wide": "pivoted", "serials": "mes",
    }
    before = {"unique": "samples", "good": "unique", "in_celsius": "good", "clean": "in_celsius", "wide": "clean"}

    def __init__(self, folder):
        self.folder = folder
        self.made = {}

    def path(self, name):
        return f"{self.folder}/{name}"

    def ready(self, table):
        """Makes the table unless it is there."""
        if table not in self.made:
            if table in self.before:
                self.ready(self.before[table])
            self.made[table] = self.kept(table, getattr(self, self.tables[table])())
        return self.made[table]

    def kept(self, table, result):
        return result

    def check(self, operation, result):
        if operation in ("converted", "grouped", "rolled"):
            return f"{self.total(operation, result):.9g}"
        if operation in ("pivoted", "filled"):
            return "{} x {}".format(*self.shape(operation, result))
        if operation in ("joined_as_of", "inspections"):
            return "{}, {} matched".format(*self.matches(operation, result))
        if operation == "corrected":
            return " .. ".join(self.ends(result))
        return str(self.count(operation, result))


SUMMED = {"converted": "value", "grouped": "mean", "rolled": "m"}
MATCHED = {"joined_as_of": "value", "inspections": "station"}


def moment(time):
    """As our side writes times without a zone."""
    return time.isoformat(sep="T", timespec="milliseconds" if time.microsecond else "seconds")
