"""The most memory that a process takes which trains a network and does nothing else."""
from .training import Training


class Memory(Training):
    def __init__(self):
        super().__init__(compiles=False)

    def measure(self, peer):
        super().measure(peer)
        with open("/proc/self/status") as file:
            peak, = [line.split()[1] for line in file if line.startswith("VmHWM:")]
        return int(peak) / 1024
