"""polars."""
import os

import polars

from . import day
from .day import MATCHED, SUMMED, moment

col = polars.col


class Day(day.Day):
    name = "polars"

    def kept(self, table, result):
        if table == "samples":
            return result.with_columns(col("tag").cast(polars.Categorical))
        return result.sort("ts", maintain_order=True) if table == "clean" else result

    def read(self, name, **options):
        return polars.read_csv(self.path(name), try_parse_dates=True, **options)

    def scada(self):
        return self.read("scada_utf8.csv", schema_overrides={"quality": polars.Int16})

    def chinese_scada(self):
        return self.read("scada_gb18030.csv", encoding="gb18030")

    def mes(self):
        return self.read("mes.csv", schema_overrides={"order": polars.String})

    def chinese_mes(self):
        return self.read("mes_gb18030.csv", encoding="gb18030", schema_overrides={"工单": polars.String})

    def deduped(self):
        return self.made["samples"].unique(maintain_order=True)

    def filtered(self):
        return self.made["unique"].filter((col("quality") == 192) & col("value").is_not_null())

    def converted(self):
        is_temperature = col("tag").cast(polars.String).str.contains("温度", literal=True)
        return self.made["good"].with_columns(
            polars.when(is_temperature).then((col("value") - 32) * 5 / 9).otherwise(col("value")).alias("value"))

    def without_outliers(self):
        distance = (col("value") - col("value").mean().over("tag")).abs()
        return self.made["in_celsius"].filter(distance <= 4 * col("value").std().over("tag"))

    def corrected(self):
        is_ahead = col("tag").cast(polars.String).str.starts_with("ST3")
        return self.made["clean"].with_columns(
            polars.when(is_ahead).then(col("ts").dt.offset_by("-2500ms")).otherwise(col("ts")).alias("ts")
        ).sort("ts", maintain_order=True)

    def grouped(self):
        value = col("value")
        return self.made["clean"].group_by("tag").agg(
            polars.len().alias("count"), value.mean().alias("mean"), value.std().alias("std"),
            value.min().alias("min"), value.max().alias("max"))

    def pivoted(self):
        return self.made["clean"].with_columns(col("ts").dt.truncate("1s").alias("s")).group_by("s", "tag").agg(
            col("value").mean()).pivot("tag", index="s", values="value").sort("s")

    def filled(self):
        return self.made["wide"].upsample("s", every="1s").fill_null(strategy="forward")

    def rolled(self):
        return self.made["clean"].select(
            col("value").rolling_mean(60).over("tag").alias("m"),
            col("value").rolling_std(60).over("tag").alias("sd"))

    def joined_as_of(self):
        clean = self.made["clean"]
        tags = clean.select(col("tag").unique()).with_columns(
            col("tag").cast(polars.String).str.slice(0, 3).alias("station"))
        wanted = self.made["serials"].select("serial", "station", "end").join(tags, on="station").sort("end")
        return wanted.join_asof(
            clean.select("ts", "tag", "value"), left_on="end", right_on="ts", by="tag", tolerance="10s")

    def inspections(self):
        gauge = polars.when(col("unit") == "in").then(col("gauge") * 25.4).otherwise(col("gauge")).alias("gauge")
        table = self.read("inspect.csv").unique(maintain_order=True).with_columns(gauge)
        serials = self.made["serials"].with_columns(col("serial").str.to_uppercase())
        return table.join(serials, on="serial", how="left")

    def written(self):
        path = self.path("polars.csv")
        self.made["clean"].write_csv(path)
        os.remove(path)

    def total(self, operation, result):
        return result[SUMMED[operation]].sum()

    def shape(self, operation, result):
        return result.shape

    def matches(self, operation, result):
        return result.height, int(result[MATCHED[operation]].is_not_null().sum())

    def ends(self, result):
        return moment(result["ts"].min()), moment(result["ts"].max())

    def count(self, operation, result):
        return "" if operation == "written" else result.height
