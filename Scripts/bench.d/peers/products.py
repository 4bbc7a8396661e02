"""Products of matrices with torch."""
import torch

from .clock import median_seconds


class Product:
    def __init__(self, m, n, k):
        self.a, self.b, self.c = torch.randn(m, k), torch.randn(k, n), torch.empty(m, n)
        self.operations = 2 * m * n * k

    def peers(self):
        return ["torch mm"]

    def measure(self, peer):
        return self.operations * 1e-9 / median_seconds(lambda: torch.mm(self.a, self.b, out=self.c))
