"""One side of a contest: a process that answers requests line by line and sleeps in between."""
import json
import os
import subprocess


class Fault(Exception):
    """What a side could not do, in its own words."""


class Side:
    def __init__(self, command, cpus, environment):
        pin = ["taskset", "-c", ",".join(map(str, cpus))]
        self.process = subprocess.Popen(
            pin + [str(part) for part in command], env=environment, text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, what, **details):
        try:
            self.process.stdin.write(json.dumps({"ask": what, **details}, ensure_ascii=False) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise Fault(f"has ended with exit code {self.process.wait()}") from None
        line = self.process.stdout.readline()
        while line and not line.startswith("{"):
            line = self.process.stdout.readline()
        if not line:
            raise Fault(f"has ended with exit code {self.process.wait()}")
        answer = json.loads(line)
        if "fault" in answer:
            raise Fault(answer["fault"])
        return answer

    def busy(self):
        """Seconds of processor time so far, all threads."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.close()
