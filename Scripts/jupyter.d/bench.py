"""What notebooks cost beside papermill, nbconvert and ipykernel: Scripts/jupyter bench [--json FILE]

Each side takes its turn in every round; printed are medians, and how often ours goes into the best peer's.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import jupyter_client
import nbformat

PLANTSH = os.environ["PLANTSH"]
ROUNDS = 5


def notebook(folder, name, cells, kernel, language):
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    made.metadata["kernelspec"] = {"name": kernel, "language": language, "display_name": kernel}
    nbformat.write(made, folder / name)
    return folder / name


def seconds(*command):
    start = time.monotonic()
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - start


def turns(sides, rounds=ROUNDS):
    """The median of each side, which take turns."""
    times = {name: [] for name in sides}
    for name, side in sides.items():
        side()
    for _ in range(rounds):
        for name, side in sides.items():
            times[name].append(side())
    return {name: statistics.median(values) for name, values in times.items()}


def one_cell(folder):
    ours = notebook(folder, "ours.ipynb", ["print(1 + 1)"], "plantsh", "lua")
    theirs = notebook(folder, "theirs.ipynb", ["print(1 + 1)"], "python3", "python")
    python = [sys.executable, "-m"]
    return "one-cell notebook, whole process", 100, turns({
        "plantsh": lambda: seconds(PLANTSH, "notebook", "run", ours),
        "papermill": lambda: seconds(*python, "papermill", "--no-progress-bar", theirs, folder / "out.ipynb"),
        "nbconvert": lambda: seconds(*python, "jupyter", "nbconvert", "--to", "notebook", "--execute", "--output", folder / "out2.ipynb", theirs),
    }, 3)


def thousand_cells(folder):
    cells = [f"x = {k}" for k in range(1000)]
    ours = notebook(folder, "long.ipynb", cells, "plantsh", "lua")
    theirs = notebook(folder, "long-python.ipynb", cells, "python3", "python")
    return "1,000 cells, whole process", 1000, turns({
        "plantsh": lambda: seconds(PLANTSH, "notebook", "run", ours),
        "papermill": lambda: seconds(sys.executable, "-m", "papermill", "--no-progress-bar", theirs, folder / "out.ipynb"),
    }, 1)


def round_trip(kernel):
    """The median of an empty cell's way to the kernel and back, idle included."""
    manager, client = jupyter_client.manager.start_new_kernel(kernel_name=kernel)
    try:
        times = []
        for _ in range(200):
            start = time.monotonic()
            sent = client.execute("", store_history=False)
            while client.get_shell_msg(timeout=10)["parent_header"].get("msg_id") != sent:
                pass
            while True:
                message = client.get_iopub_msg(timeout=10)
                if message["parent_header"].get("msg_id") == sent and message["content"].get("execution_state") == "idle":
                    break
            times.append(time.monotonic() - start)
        return statistics.median(times[20:])
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def round_trips(_):
    return "kernel: round trip of an empty cell", 3, {"plantsh": round_trip("plantsh"), "ipykernel": round_trip("python3")}


def origin(folder):
    (folder / "t.lua").write_text(
        "t = data.table { x = { 1, 2, 3, 4 }, k = { 'a', 'a', 'b', 'b' } } net = models.mlp { hidden = { 4 } } "
        "net:fit(t, { target = 'k', epochs = 1 }) net:save 't.plantsh'")
    os.chdir(folder)
    subprocess.run([PLANTSH, "run", "t.lua"], check=True, stderr=subprocess.DEVNULL)
    return "why MODEL, whole process", 50, turns({"plantsh": lambda: seconds(PLANTSH, "why", "t.plantsh")}, 20)


def main():
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for row in (one_cell, thousand_cells, round_trips, origin):
            name, most, medians = row(pathlib.Path(folder).resolve())
            ours = medians.pop("plantsh") * 1000
            peers = {peer: value * 1000 for peer, value in medians.items()}
            lines.append({"row": name, "unit": "ms", "plantsh": ours, "must": most, **peers})
            beside = ", ".join(f"{peer} {value:,.1f} ({value / ours:.0f}x)" for peer, value in peers.items())
            print(f"{name:38} {ours:9.1f} ms   at most {most:,}   {beside}", flush=True)
    if "--json" in sys.argv:
        pathlib.Path(sys.argv[sys.argv.index("--json") + 1]).write_text("".join(json.dumps(line) + "\n" for line in lines))
    return 1 if any(line["plantsh"] > line["must"] for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
