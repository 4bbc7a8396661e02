"""What a contest needs before it starts: our program, and the peers' Python with their packages."""
import os
import pathlib
import subprocess
import sys

# glibc's malloc gives large blocks back to the system and faults them in again; told so, it keeps them.
KEEPING_ALLOCATOR = {"MALLOC_TRIM_THRESHOLD_": str(1 << 31), "MALLOC_MMAP_THRESHOLD_": str(1 << 30)}
ROOT = pathlib.Path(__file__).resolve().parents[3]
PEERS = ROOT / "Scripts" / "bench.d"


def families():
    return sorted(path.stem for path in PEERS.glob("*.txt"))


def thread_counts(name):
    """What a family is measured with when nobody says."""
    return [1] if name == "bridge" else [1, 2]


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, **options)


def python(name):
    """The Python of the family's virtual environment, made at first use."""
    folder = ROOT / ".build" / f"bench-venv-{name}"
    found = folder / "bin" / "python"
    wanted = PEERS / f"{name}.txt"
    done = folder / "installed.txt"
    if done.exists() and done.read_text() == wanted.read_text():
        return found
    if subprocess.run([sys.executable, "-m", "ensurepip", "--version"], capture_output=True).returncode:
        sudo = [] if os.geteuid() == 0 else ["sudo"]
        for _ in range(3):
            if subprocess.run(sudo + ["apt-get", "install", "-y", "-qq", "python3-venv"]).returncode == 0:
                break
            subprocess.run(sudo + ["apt-get", "update", "-qq"])
    run(sys.executable, "-m", "venv", "--clear", folder)
    if wanted.read_text().strip():
        print(f"installing {', '.join(wanted.read_text().split())}", file=sys.stderr)
        run(found, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted)
    done.write_text(wanted.read_text())
    return found


def prepare(name, python):
    """What a family's rows read, made at first use."""
    if name != "data":
        return
    folder = ROOT / ".build" / "bench-data"
    if not (folder / "complete").exists():
        print("generating 5,000,000 samples", file=sys.stderr)
        run(python, "-m", "peers.data.generate", folder, cwd=PEERS)
    os.environ["PLANTSH_BENCH_DATA"] = str(folder)


def program(product):
    """The path of one of our programs, built for release."""
    run("swift", "build", "-c", "release", "--product", product, cwd=ROOT, stdout=subprocess.DEVNULL)
    folder = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return pathlib.Path(folder.stdout.strip()) / product


def settings(threads):
    """The environment variables that give both sides the same number of threads."""
    return {
        **os.environ, "PLANTSH_THREADS": str(threads), "OMP_NUM_THREADS": str(threads),
        "MKL_NUM_THREADS": str(threads), "POLARS_MAX_THREADS": str(threads), "TORCHINDUCTOR_COMPILE_THREADS": "1",
        "TORCHINDUCTOR_CACHE_DIR": str(ROOT / ".build" / "bench-inductor"),
    }
