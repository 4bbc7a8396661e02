"""Rows of the shell: a prompt in a terminal, or a program from its start to its end, ours and the peers' in turn."""
import pathlib
import random
import statistics
import subprocess
import tempfile
import time

from . import environment, judge
from .run import chosen, progress
from .terminal import Terminal

FAMILY = "shell"
BLOCK = "".join(f"x{line} = {line} * 2\n" for line in range(39))


def contest(python, options, pinned, left_out):
    if options.name != FAMILY:
        return
    with tempfile.TemporaryDirectory(prefix="plantsh-bench-") as folder:
        write_samples(pathlib.Path(folder) / "samples.csv")
        subjects = Subjects(python, pinned, folder)
        for row, unit, must, hope, sides in subjects.rows():
            if not chosen(row, options.row):
                continue
            figures = {}
            for number in range(options.rounds if unit == "s" else max(options.rounds, 11)):
                for peer, measure in sides.items():
                    progress(f"{row}, round {number + 1}: {peer or 'ours'}")
                    try:
                        value = measure()
                        figures.setdefault(peer, []).append(value)
                    except (TimeoutError, subprocess.CalledProcessError) as fault:
                        reason = getattr(fault, "stderr", None) or str(fault)
                        left_out.append(f"{row}, {peer or 'ours'}: {reason[-300:]}")
            progress("")
            heading = {"row": row, "unit": unit, "lower_is_better": True, "against_best": False,
                       "must": {"value": must}, "hope": hope and {"value": hope}}
            yield from judge.lines(heading, len(pinned), figures, {})


def write_samples(path):
    """100,000 rows as a line's history has them: times, a station, two measured values, a result."""
    chance = random.Random(3)
    with open(path, "w") as file:
        file.write("time,station,speed,temperature,result\n")
        for row in range(100_000):
            minutes, seconds = divmod(row, 60)
            file.write(f"2026-03-{2 + minutes // 1440:02d} {minutes // 60 % 24:02d}:{minutes % 60:02d}:{seconds:02d},"
                       f"R{1 + row % 4},{chance.gauss(11.4, 0.5):.3f},{chance.gauss(950, 4):.2f},"
                       f"{'NG' if chance.random() < 0.02 else 'OK'}\n")


class Subjects:
    """What is measured, on our side and on the peers'."""

    def __init__(self, python, cpus, folder):
        self.cpus, self.folder = cpus, folder
        self.settings = {**environment.settings(len(cpus)), "HOME": folder, "MPLBACKEND": "Agg", "LANG": "C.UTF-8",
                         "XDG_STATE_HOME": folder, "MPLCONFIGDIR": folder}
        self.ours = [str(environment.program("plantsh")), "--lang", "en"]
        bin = pathlib.Path(python).parent
        self.ipython = [str(bin / "python"), "-m", "IPython", "--no-banner", "--no-confirm-exit"]
        self.python = [str(bin / "python")]

    def rows(self):
        """Each row: its name, unit, what must and should be reached, and how each side is measured."""
        ours, peers = "> ", "In ["
        plot = 'plot.line(data.table { n = {1, 2, 3, 4}, speed = {11.2, 11.4, 12.9, 10.8} }, "n", "speed")'
        matplotlib = ("import matplotlib.pyplot as p; p.plot([1, 2, 3, 4], [11.2, 11.4, 12.9, 10.8]);"
                      "p.savefig('first.png')")
        whole = ('t = data.csv "samples.csv"; print(t:describe()); plot.histogram(t, "speed"):save "ours.svg";'
                 'print(plot.histogram(t, "speed"))')
        pandas = ("import pandas; t = pandas.read_csv('samples.csv', parse_dates=['time']); print(t.describe());"
                  "import matplotlib.pyplot as p; p.hist(t.speed, 40); p.savefig('peer.svg')")
        return [
            ("first prompt", "ms", 30, 20, {
                None: lambda: self.prompt(self.ours, ours), "ipython": lambda: self.prompt(self.ipython, peers)}),
            ("memory at the prompt", "MB", 60, 30, {
                None: lambda: self.memory(self.ours, ours), "ipython": lambda: self.memory(self.ipython, peers)}),
            ("first plot after start", "ms", 150, 60, {
                None: lambda: 1e3 * self.run(self.ours + ["-e", plot]),
                "matplotlib": lambda: 1e3 * self.run(self.python + ["-c", matplotlib])}),
            ("100,000 rows read, described, plotted", "s", 0.4, 0.2, {
                None: lambda: self.run(self.ours + ["-e", whole]),
                "pandas and matplotlib": lambda: self.run(self.python + ["-c", pandas])}),
            ("a key in 40 lines", "ms", 5, 2, {
                None: lambda: self.key(self.ours, ours), "ipython": lambda: self.key(self.ipython, peers)}),
        ]

    def terminal(self, command):
        return Terminal(command, self.cpus, self.settings, self.folder)

    def prompt(self, command, mark):
        with self.terminal(command) as terminal:
            return 1e3 * terminal.wait(mark.strip().encode())

    def memory(self, command, mark):
        with self.terminal(command) as terminal:
            terminal.wait(mark.strip().encode())
            terminal.quiet()
            return terminal.resident()

    def key(self, command, mark):
        """The middle of ten keys at the end of a pasted block."""
        with self.terminal(command) as terminal:
            terminal.wait(mark.strip().encode())
            terminal.quiet()
            terminal.write("\x1b[200~" + BLOCK + "y = \x1b[201~")
            terminal.quiet(0.5)
            return 1e3 * statistics.median(terminal.echo(key) for key in "1234567890")

    def run(self, command):
        start = time.monotonic()
        pin = ["taskset", "-c", ",".join(map(str, self.cpus))]
        subprocess.run(pin + command, check=True, env=self.settings, cwd=self.folder, stdout=subprocess.DEVNULL,
                       stderr=subprocess.PIPE)
        return time.monotonic() - start
