#!/usr/bin/env python3
"""Scripts/bench.d/keystrokes.py [PROGRAM]

Measures the echo of typed keys in an entry of 40 lines through a pseudo-terminal: the time from writing a key to
the terminal until the shell has answered. Prints the median and the worst of 400 keys, at the end of the entry and
in its middle, and how long a paste of 400 lines takes to be shown.
"""
import fcntl
import os
import pathlib
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time

ENTRY = ["function report(t, limit)"] + [
    f'  local mean_{k} = t["温度 {k}"] * {k}.5e-1 -- 第 {k} 行' for k in range(38)
] + ["  return limit"]


class Shell:
    """The shell in a terminal of 80 columns and 50 rows."""

    def __init__(self, program):
        self.home = tempfile.TemporaryDirectory()
        self.id, self.terminal = pty.fork()
        if self.id == 0:
            os.chdir(self.home.name)
            os.execve(program, [program], {"TERM": "xterm-256color", "HOME": self.home.name, "LANG": "C.UTF-8"})
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))

    def read(self, quiet):
        """All that comes until nothing has come for `quiet` seconds."""
        text = b""
        while select.select([self.terminal], [], [], quiet)[0]:
            text += os.read(self.terminal, 65536)
        return text

    def echo(self, key):
        """Milliseconds until the shell answers a key."""
        start = time.perf_counter()
        os.write(self.terminal, key.encode())
        if not select.select([self.terminal], [], [], 5)[0]:
            sys.exit(f"no answer to {key!r}")
        os.read(self.terminal, 65536)
        return (time.perf_counter() - start) * 1000

    def paste(self, text):
        """Milliseconds until a paste is shown."""
        start = time.perf_counter()
        os.write(self.terminal, b"\033[200~")
        data = text.encode()
        for k in range(0, len(data), 1024):
            os.write(self.terminal, data[k:k + 1024])
        os.write(self.terminal, b"\033[201~")
        if not select.select([self.terminal], [], [], 5)[0]:
            sys.exit("no answer to a paste")
        os.read(self.terminal, 65536)
        return (time.perf_counter() - start) * 1000

    def close(self):
        os.kill(self.id, signal.SIGKILL)
        os.waitpid(self.id, 0)
        os.close(self.terminal)
        self.home.cleanup()


def keys(shell, count):
    times = []
    for k in range(count):
        times.append(shell.echo("abcdefghij .("[k % 13] if k % 50 < 49 else "\x7f"))
        shell.read(0.002)
    return times


def measure(program):
    """Rows of (name, median, worst) in milliseconds."""
    rows = []
    shell = Shell(program)
    try:
        shell.read(0.5)
        shell.paste("\n".join(ENTRY))
        shell.read(0.1)
        times = keys(shell, 200)
        rows.append(("echo of a key, end of 40 lines", statistics.median(times), max(times)))
        for _ in range(20):
            os.write(shell.terminal, b"\033[A")
        shell.read(0.1)
        times = keys(shell, 200)
        rows.append(("echo of a key, middle of 40 lines", statistics.median(times), max(times)))
        os.write(shell.terminal, b"\x03")
        shell.read(0.1)
        text = "\n".join(f't{k} = "轧机温度 {k}" -- 第 {k} 行' for k in range(400))
        times = []
        for _ in range(5):
            times.append(shell.paste(text))
            shell.read(0.1)
            os.write(shell.terminal, b"\x03")
            shell.read(0.1)
        rows.append(("paste of 400 lines", statistics.median(times), max(times)))
    finally:
        shell.close()
    return rows


def main():
    top = pathlib.Path(__file__).resolve().parent.parent.parent
    program = sys.argv[1] if len(sys.argv) > 1 else str(top / ".build/release/plantsh")
    for name, median, worst in measure(program):
        print(f"{name:36} median {median:6.2f} ms   worst {worst:6.2f} ms")


if __name__ == "__main__":
    main()
