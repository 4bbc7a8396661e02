"""Where the time of our rows goes, by function, as perf samples it."""
import json
import shutil
import subprocess
import tempfile

from . import environment
from .run import chosen


def show(ours, name, words, threads, cpus):
    if not shutil.which("perf"):
        print("perf is missing\n  try: sudo apt-get install linux-perf")
        return 1
    for count in threads:
        settings = environment.settings(count)
        pin = ["taskset", "-c", ",".join(map(str, cpus[-count:]))]
        request = json.dumps({"ask": "rows"}) + "\n"
        answer = subprocess.run(
            [str(ours), name, "--serve"], input=request, capture_output=True, text=True, env=settings, check=True)
        for row in json.loads(answer.stdout)["rows"]:
            if chosen(row["row"], words):
                print(f"{row['row']}, {count} thread(s)")
                profile(pin + ["perf"], [str(ours), name, row["row"]], settings)
    return 0


def profile(perf, command, settings):
    with tempfile.NamedTemporaryFile(prefix="plantsh-perf-") as file:
        subprocess.run(
            perf + ["record", "-q", "-F", "997", "-o", file.name, "--"] + command, env=settings, check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        report = subprocess.run(
            ["perf", "report", "-i", file.name, "--stdio", "-q", "--sort", "symbol", "--percent-limit", "0.7"],
            capture_output=True, text=True, check=True, env=settings)
        lines = [line.rstrip() for line in report.stdout.splitlines() if line.strip()]
        print("\n".join(line[:150] for line in lines[:30]))
