"""pandas, polars and duckdb at the operations of Sources/plantsh-bench/Data."""
import os

from peers.data import duck, frames, polar
from peers.data.rows import rows
from peers.serving import serve

FOLDER = os.environ["PLANTSH_BENCH_DATA"]
serve(rows([frames.Day(FOLDER), polar.Day(FOLDER), duck.Day(FOLDER)]))
