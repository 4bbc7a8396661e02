"""What calls into C cost from CPython: the peers of the rows in Sources/plantsh-bench/Bridge."""
import collections
import math
import operator
import timeit

import numpy

from peers.serving import serve

COUNT = 1_000_000


class Calls:
    """A row's peers: statements that do much the same."""

    def __init__(self):
        self.statements = {}

    def peers(self):
        return list(self.statements)

    def measure(self, peer):
        statement, count, names = self.statements[peer]
        return min(timeit.repeat(statement, globals=names, number=count, repeat=5)) / count * 1e9


rows = collections.defaultdict(Calls)


def row(name, peer, statement, count=COUNT, **names):
    rows[name].statements[peer] = statement, count, names


def options(a, epochs=1, rate=1.0):
    return (a + epochs) * rate


numbers = [i + 0.5 for i in range(1000)]
row("two integers", "CPython operator.add", "f(3, 2)", f=operator.add)
row("two integers", "CPython math.gcd", "f(3, 2)", f=math.gcd)
row("method", "CPython deque.rotate", "d.rotate(1)", d=collections.deque([1]))
row("one number", "CPython math.fabs", "f(1.5)", f=math.fabs)
row("three integers", "CPython math.gcd", "f(3, 2, 3)", f=math.gcd)
row("four integers", "CPython math.gcd", "f(3, 2, 3, 4)", f=math.gcd)
row("five integers (pack)", "CPython math.gcd", "f(3, 2, 3, 4, 5)", f=math.gcd)
row("string in and out", "CPython str.lower", "f(s)", f=str.lower, s="hello, world")
row("option table", "CPython keywords, Python function", "f(3, epochs=3, rate=0.1)", f=options)
row("option table", "CPython int(x, base=)", "f('3', base=10)", f=int)
row("list of 1000 numbers", "CPython math.fsum", "f(t)", 2_000, f=math.fsum, t=numbers)
row("list of 1000 numbers", "numpy.asarray(list).sum()", "f(t).sum()", 2_000, f=numpy.asarray, t=numbers)
row("operator, new object", "numpy scalar add", "a + a", a=numpy.float64(1.5))
row("operator, new object", "numpy array add (3)", "a + a", 200_000, a=numpy.ones(3))
row("property", "CPython slot of C (complex.real)", "a.real", a=1 + 2j)
serve(rows)
