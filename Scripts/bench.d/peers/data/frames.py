"""pandas."""
import os

import numpy
import pandas

from . import day
from .day import MATCHED, SUMMED, moment


class Day(day.Day):
    name = "pandas"

    def kept(self, table, result):
        if table == "samples":
            result["tag"] = result["tag"].astype("category")
        # Windows and joins want the order of time.
        return result.sort_values("ts", kind="stable") if table == "clean" else result

    def scada(self):
        return pandas.read_csv(
            self.path("scada_utf8.csv"), parse_dates=["ts"], dtype={"value": "float64", "quality": "int16"})

    def chinese_scada(self):
        return pandas.read_csv(self.path("scada_gb18030.csv"), encoding="gb18030", parse_dates=["时间"])

    def mes(self):
        return pandas.read_csv(self.path("mes.csv"), parse_dates=["start", "end"], dtype={"order": str})

    def chinese_mes(self):
        return pandas.read_csv(
            self.path("mes_gb18030.csv"), encoding="gb18030", parse_dates=["开始", "结束"], dtype={"工单": str})

    def deduped(self):
        return self.made["samples"].drop_duplicates()

    def filtered(self):
        unique = self.made["unique"]
        return unique[(unique.quality == 192) & unique.value.notna()]

    def converted(self):
        good = self.made["good"]
        is_temperature = good.tag.cat.categories.str.contains("温度")[good.tag.cat.codes]
        return good.assign(value=numpy.where(is_temperature, (good.value - 32) * 5 / 9, good.value))

    def without_outliers(self):
        table = self.made["in_celsius"]
        groups = table.groupby("tag", observed=True).value
        return table[(table.value - groups.transform("mean")).abs() <= 4 * groups.transform("std")]

    def corrected(self):
        clean = self.made["clean"]
        is_ahead = clean.tag.cat.categories.str.startswith("ST3")[clean.tag.cat.codes]
        return clean.assign(ts=clean.ts.where(~is_ahead, clean.ts - pandas.Timedelta("2.5s"))).sort_values(
            "ts", kind="stable")

    def grouped(self):
        return self.made["clean"].groupby("tag", observed=True).value.agg(["count", "mean", "std", "min", "max"])

    def pivoted(self):
        clean = self.made["clean"]
        return clean.assign(s=clean.ts.dt.floor("1s")).pivot_table(
            index="s", columns="tag", values="value", aggfunc="mean", observed=True)

    def filled(self):
        return self.made["wide"].asfreq("1s").ffill()

    def rolled(self):
        windows = self.made["clean"].groupby("tag", observed=True).value.rolling(60, min_periods=60)
        return windows.mean(), windows.std()

    def joined_as_of(self):
        clean = self.made["clean"]
        tags = pandas.DataFrame({"tag": clean.tag.cat.categories})
        tags["station"] = tags.tag.str[:3]
        wanted = self.made["serials"][["serial", "station", "end"]].merge(tags, on="station").sort_values("end")
        wanted["tag"] = wanted.tag.astype(clean.tag.dtype)
        return pandas.merge_asof(
            wanted, clean[["ts", "tag", "value"]], left_on="end", right_on="ts", by="tag",
            tolerance=pandas.Timedelta("10s"))

    def inspections(self):
        table = pandas.read_csv(self.path("inspect.csv"), parse_dates=["ts"]).drop_duplicates()
        table["gauge"] = numpy.where(table.unit == "in", table.gauge * 25.4, table.gauge)
        serials = self.made["serials"]
        return table.merge(serials.assign(serial=serials.serial.str.upper()), on="serial", how="left")

    def written(self):
        path = self.path("pandas.csv")
        self.made["clean"].to_csv(path, index=False)
        os.remove(path)

    def total(self, operation, result):
        if operation == "rolled":
            return float(result[0].sum())
        return float(result[SUMMED[operation]].sum())

    def shape(self, operation, result):
        return len(result), len(result.columns) + 1

    def matches(self, operation, result):
        return len(result), int(result[MATCHED[operation]].notna().sum())

    def ends(self, result):
        return moment(result.ts.min().to_pydatetime()), moment(result.ts.max().to_pydatetime())

    def count(self, operation, result):
        return "" if operation == "written" else len(result)
