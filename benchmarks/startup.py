"""Time ``refs --help`` beside ``python -c pass`` plus importing click, in one run; print the ratio.

python benchmarks/startup.py [RUNS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import click": [sys.executable, "-c", "import click"],
    "refs --help": [sys.executable, "-m", "refs", "--help"],
}


def seconds(command: list[str]) -> float:
    """Return the wall-clock seconds of one run of a command."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Run the commands in turn and print medians and the ratio that counts."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, command in COMMANDS.items():
            taken[name].append(seconds(command))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    for name, median in medians.items():
        print(f"{name:<16} {median * 1000:7.1f} ms")
    print(f"refs --help / import click: {medians['refs --help'] / medians['import click']:.2f} (bar: 3)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
