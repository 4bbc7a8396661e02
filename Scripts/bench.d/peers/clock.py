"""As our side takes the time (Sources/plantsh-bench/Timing.swift)."""
import statistics
import time


def median_seconds(body, enough=0.4):
    """The median time of one call, of as many as go into `enough` seconds, after a few that do not count."""
    for _ in range(3):
        body()
    times = []
    while sum(times) < enough or len(times) < 3:
        start = time.perf_counter()
        body()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
