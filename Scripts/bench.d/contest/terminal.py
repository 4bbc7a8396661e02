"""A program in a terminal of its own, as a user has it before him."""
import fcntl
import os
import pty
import select
import struct
import termios
import time


class Terminal:
    """80 columns by 24 rows; what the program writes is kept, what it asks of the terminal is answered."""

    def __init__(self, command, cpus, environment, folder):
        self.written = b""
        self.started = time.monotonic()
        self.process, self.master = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.sched_setaffinity(0, cpus)
            os.execvpe(command[0], command, {**environment, "TERM": "xterm-256color"})
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def wait(self, mark, seconds=20):
        """Seconds since the start until the program has written the mark, which is taken away with all before it."""
        end = time.monotonic() + seconds
        while mark not in self.written:
            ready, _, _ = select.select([self.master], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise TimeoutError(f"{mark!r} is not written within {seconds} s: {self.written[-200:]!r}")
            try:
                piece = os.read(self.master, 65536)
            except OSError:
                raise TimeoutError(f"the program has ended: {self.written[-200:]!r}") from None
            self.written += piece
            if b"\x1b[6n" in piece:
                os.write(self.master, b"\x1b[1;1R")
            if b"\x1b[c" in piece or b"\x1b[0c" in piece:
                os.write(self.master, b"\x1b[?1;2c")
        self.written = self.written.split(mark, 1)[1]
        return time.monotonic() - self.started

    def write(self, text):
        os.write(self.master, text.encode())

    def quiet(self, seconds=0.15):
        """Waits until the program has been silent for so long."""
        while select.select([self.master], [], [], seconds)[0]:
            self.written += os.read(self.master, 65536)

    def echo(self, key):
        """Seconds from a key to what the program writes for it."""
        start = time.monotonic()
        self.write(key)
        select.select([self.master], [], [], 5)
        taken = time.monotonic() - start
        self.quiet()
        return taken

    def resident(self):
        """Megabytes of the process in memory."""
        with open(f"/proc/{self.process}/status") as file:
            line = next(line for line in file if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        os.close(self.master)
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)
