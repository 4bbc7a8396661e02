"""Writes the day's files: a seeded line of 50 tags, an MES and a gauge that agree in nothing.

    python -m peers.data.generate FOLDER [SAMPLES] [SERIALS] [INSPECTIONS]

Planted: 0.5 % duplicates, 0.2 % empty values, 0.1 % spikes, 0.3 % bad quality, ten tags in Fahrenheit, the clock of
station ST3 2.5 s ahead, serials in small letters, gauges in millimetres and inches.
"""
import pathlib
import sys

import numpy

TAGS = 50
START = numpy.datetime64("2026-03-02T06:00:00.000", "ms")
QUANTITIES = ["温度", "压力", "Torque", "Speed", "电流"]
STATIONS = [f"ST{tag % 5 + 1}" for tag in range(TAGS)]
NAMES = [f"{STATIONS[tag]}.{QUANTITIES[tag // 5 % 5]}_{tag:02}" for tag in range(TAGS)]


def times(offsets):
    return numpy.datetime_as_string(START + offsets.astype("timedelta64[ms]"), unit="ms").tolist()


def samples(random, count):
    """Columns of time, tag, value, quality and whether the value is left out, in the order of time."""
    each = count // TAGS
    parts = []
    for tag in range(TAGS):
        moments = numpy.cumsum(random.integers(400, 1601, each)).astype("int64")
        values = 50 + 10 * numpy.sin(moments / 3.6e6 * 2 * numpy.pi + tag) + random.normal(0, 0.8, each) + tag
        if tag // 5 % 5 == 0:
            values = values * 9 / 5 + 32
        values = numpy.where(random.random(each) < 0.001, values * 25, values)
        quality = numpy.where(random.random(each) < 0.003, 0, 192)
        skew = 2500 if STATIONS[tag] == "ST3" else 0
        parts.append((moments + skew, numpy.full(each, tag), values, quality, random.random(each) < 0.002))
    columns = [numpy.concatenate(part) for part in zip(*parts)]
    order = numpy.argsort(columns[0], kind="stable")
    twice = numpy.sort(numpy.concatenate([numpy.arange(len(order)), random.integers(0, len(order), len(order) // 200)]))
    return [column[order][twice][:count] for column in columns]


def write(path, header, encoding, lines):
    with open(path, "wb") as file:
        file.write((header + "\r\n").encode(encoding))
        for text in lines:
            file.write(text.encode(encoding))


def sample_lines(columns, count, step=250_000):
    for low in range(0, count, step):
        moments, tags, values, quality, empty = [column[low:min(count, low + step)] for column in columns]
        shown = ["" if none else f"{value:.4f}" for none, value in zip(empty, values.tolist())]
        yield "".join(f"{time},{NAMES[tag]},{value},{code}\r\n" for time, tag, value, code
                      in zip(times(moments), tags.tolist(), shown, quality.tolist()))


def main(folder, sample_count=5_000_000, serial_count=200_000, inspection_count=50_000):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    random = numpy.random.default_rng(20261123)
    columns = samples(random, sample_count)
    write(folder / "scada_utf8.csv", "ts,tag,value,quality", "utf-8", sample_lines(columns, sample_count))
    write(folder / "scada_gb18030.csv", "时间,点位,数值,质量", "gb18030",
          sample_lines(columns, min(sample_count, 1_000_000)))

    begin = numpy.sort(random.integers(0, int(columns[0][-1]), serial_count))
    end = begin + random.integers(20_000, 90_000, serial_count)
    serials = [f"SN{number:09}" for number in (random.permutation(serial_count) + 1).tolist()]
    small = (random.random(serial_count) < 0.05).tolist()
    typed = [serial.lower() if is_small else serial for serial, is_small in zip(serials, small)]
    station = random.integers(1, 6, serial_count).tolist()
    passed = (random.random(serial_count) < 0.96).tolist()
    begins, ends = times(begin), times(end)
    for name, header, encoding, words in [
            ("mes.csv", "serial,order,station,start,end,result", "utf-8", ("FAIL", "PASS")),
            ("mes_gb18030.csv", "序列号,工单,工位,开始,结束,结果", "gb18030", ("不合格", "合格"))]:
        write(folder / name, header, encoding, (
            f"{typed[i]},{4_000_000 + i // 500:012},ST{station[i]},{begins[i]},{ends[i]},{words[passed[i]]}\r\n"
            for i in range(serial_count)))

    chosen = numpy.sort(random.integers(0, serial_count, inspection_count))
    gauge = random.normal(12.0, 0.05, inspection_count)
    inches = (random.random(inspection_count) < 0.3).tolist()
    seen = times(end[chosen] + random.integers(1000, 600_000, inspection_count))
    labels = random.choice(["ok", "scratch", "dent", "porosity"], inspection_count, p=[.9, .05, .03, .02]).tolist()
    twice = (random.random(inspection_count) < 0.02).tolist()
    write(folder / "inspect.csv", "serial,ts,gauge,unit,label", "utf-8", (
        line * (2 if twice[i] else 1) for i, line in enumerate(
            f"{serials[chosen[i]]},{seen[i]},{gauge[i] / 25.4 if inches[i] else gauge[i]:.5f},"
            f"{'in' if inches[i] else 'mm'},{labels[i]}\r\n" for i in range(inspection_count))))
    (folder / "complete").touch()


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
