"""Rows that are a script's whole run: from the start of the program to the figure that it prints at its end."""
import pathlib
import re
import statistics
import subprocess
import time

from . import environment, judge
from .run import chosen, progress

# What each family runs: (row, threads, script, folder of data, the figure it prints, at least, must, hope)
SCRIPTS = {
    "engine": [
        ("Fashion-MNIST from file to 0.92", 2, "fashion.lua", "fashion_mnist", "accuracy", 0.92, 60, 25),
    ],
}


def contest(python, options, threads, cpus, left_out):
    for row, wanted, script, folder, figure, least, must, hope in SCRIPTS.get(options.name, []):
        if threads != wanted or not chosen(row, options.row):
            continue
        if options.data is None:
            left_out.append(f"{row}: needs --data DIR with the folder {folder}")
            continue
        data = pathlib.Path(options.data) / folder
        if not data.is_dir():
            left_out.append(f"{row}: there is no folder {data}")
            continue
        command = [environment.program("plantsh"), "--plain", environment.ROOT / "Scripts" / script, data]
        times, reached = [], []
        for number in range(min(options.rounds, 3)):
            progress(f"{row}, run {number + 1}")
            taken, value = timed(command, figure, cpus, threads)
            times.append(taken)
            reached.append(value)
        progress("")
        heading = {"row": row, "unit": "s", "lower_is_better": True, "against_best": False,
                   "must": {"value": must}, "hope": {"value": hope}}
        found = judge.lines(heading, threads, {None: times}, {})[0]
        found["figure"] = {figure: statistics.median(reached)}
        if min(reached) < least:
            found["verdict"] = f"{figure} {min(reached):g}"
        yield found


def timed(command, figure, cpus, threads):
    """Seconds of the whole run, and the figure."""
    start = time.monotonic()
    result = environment.run(
        "taskset", "-c", ",".join(map(str, cpus)), *command, env=environment.settings(threads),
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    taken = time.monotonic() - start
    values = re.findall(rf"^{figure} ([0-9.]+)", result.stdout, re.MULTILINE)
    if not values:
        raise SystemExit(f"{command[2]} prints no {figure}:\n{result.stdout}")
    return taken, float(values[-1])
