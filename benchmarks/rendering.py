"""Entries per second of refs, pandoc's citeproc and citeproc-py on the same items, in one run.

    python benchmarks/rendering.py ITEMS.json --csl apa.csl [--sample 200] [--rounds 3]

ITEMS.json is a CSL-JSON array. pandoc is taken from pypandoc_binary or the PATH, citeproc-py if it is
installed; both need the CSL style file. The three take turns, the best round of each counts; what a program
needs to start is taken off by timing it on one item. refs formats each entry by itself, so the others do
too: their style's disambiguation, which costs pandoc most of its time on a long list, is switched off.
All these are CPU seconds, which a busy machine stretches less than the clock. The last part times one entry
from a cold start, by CPU and by the clock, beside what Python needs to start and to load click.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

Items = list[dict[str, Any]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("items", type=Path)
    parser.add_argument("--style", default="apa")
    parser.add_argument("--csl", type=Path, help="the same style as a .csl file, for the others")
    parser.add_argument("--sample", type=int, default=200, help="items for citeproc-py, which is slow")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--starts", type=int, default=15, help="cold starts of each program")
    options = parser.parse_args()
    if options.csl:
        options.csl = without_disambiguation(options.csl)
    items: Items = json.loads(options.items.read_text(encoding="utf-8"))
    speeds = measure(items, options)
    ours = speeds["refs"]
    print(f"{'':14}{'entries/s':>10}{'refs is':>12}")
    for name, speed in speeds.items():
        print(f"{name:14}{speed:10.0f}{'' if name == 'refs' else f'{ours / speed:10.1f} ×'}")
    print(f"\none entry from a cold start, best of {options.starts}, in turns")
    print(f"{'':14}{'CPU':>10}{'wall':>10}{'refs takes':>24}")
    starts = cold_start(items[0], options)
    for name, (cpu, wall) in starts.items():
        ratio = (
            ""
            if name == "refs"
            else f"{starts['refs'][0] / cpu:12.2f} × CPU {starts['refs'][1] / wall:.2f} × wall"
        )
        print(f"{name:14}{cpu * 1000:8.0f}ms{wall * 1000:8.0f}ms {ratio}")


def measure(items: Items, options: argparse.Namespace) -> dict[str, float]:
    """Return entries per second by program, best round of each."""
    runners: dict[str, tuple[Callable[[Items], float], Items]] = {"refs": (refs_runner(options.style), items)}
    if options.csl and (pandoc := find_pandoc()):
        runners["pandoc"] = (lambda part: run_pandoc(pandoc, part, options.csl), items)
    if options.csl and (citeproc := citeproc_runner(options.csl)):
        runners["citeproc-py"] = (citeproc, items[: options.sample])
    best: dict[str, float] = {}
    for _ in range(options.rounds):
        for name, (run, part) in runners.items():
            speed = (len(part) - 1) / max(1e-9, run(part) - run(part[:1]))
            best[name] = max(best.get(name, 0.0), speed)
    return best


def refs_runner(style_name: str) -> Callable[[Items], float]:
    """Return what times refs in this process: items to text."""
    from refs.model import Item
    from refs.render import load_style, render_entry

    style = load_style(style_name)

    def run(items: Items) -> float:
        start = time.process_time()
        for item in items:
            render_entry(Item(item), style)
        return time.process_time() - start

    return run


def find_pandoc() -> str:
    """Return the path of pandoc, "" if there is none."""
    try:
        import pypandoc  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return shutil.which("pandoc") or ""
    return str(pypandoc.get_pandoc_path())


def run_pandoc(pandoc: str, items: Items, csl: Path) -> float:
    """Return the seconds pandoc takes to format these items."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "items.json"
        source.write_text(json.dumps(items), encoding="utf-8")
        command = [pandoc, str(source), "-f", "csljson", "-t", "plain", "--citeproc", "--csl", str(csl)]
        return child_seconds(command)


def without_disambiguation(csl: Path) -> Path:
    """Return a copy of a CSL style that neither tells works apart nor collapses citations."""
    text = re.sub(r'\s(?:disambiguate-[a-z-]+|collapse)="[^"]*"', "", csl.read_text(encoding="utf-8"))
    with tempfile.NamedTemporaryFile("w", suffix=".csl", delete=False, encoding="utf-8") as copy:
        copy.write(text)
    return Path(copy.name)


def child_seconds(command: list[str]) -> float:
    """Return the CPU seconds that a command takes."""
    return cpu_and_wall(command)[0]


def cpu_and_wall(command: list[str]) -> tuple[float, float]:
    """Return the seconds that a command takes: of the processor, and by the clock."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def citeproc_runner(csl: Path) -> Callable[[Items], float] | None:
    """Return what times citeproc-py in this process, None if it is not installed."""
    try:
        from citeproc import (
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON
    except ImportError:
        return None

    def run(items: Items) -> float:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            style = CitationStylesStyle(str(csl), validate=False)
            start = time.process_time()
            bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
            for item in items:
                bibliography.register(Citation([CitationItem(str(item["id"]).lower())]))
            for entry in bibliography.bibliography():
                str(entry)
            return time.process_time() - start

    return run


def cold_start(item: dict[str, Any], options: argparse.Namespace) -> dict[str, tuple[float, float]]:
    """Return the seconds (CPU, clock) from nothing to one printed entry, by program, the best of each."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "item.json"
        source.write_text(json.dumps([item]), encoding="utf-8")
        script = shutil.which("refs", path=str(Path(sys.executable).parent)) or "refs"
        commands = {"refs": [script, "export", str(source), "--style", options.style]}
        if pandoc := find_pandoc():
            plain = [pandoc, str(source), "-f", "csljson", "-t", "plain", "--citeproc"]
            commands["pandoc's own"] = plain  # the style it brings along, Chicago
            if options.csl:
                commands["pandoc"] = [*plain, "--csl", str(options.csl)]
        commands["python"] = [sys.executable, "-c", "pass"]
        commands["import click"] = [sys.executable, "-c", "import click"]
        best = dict.fromkeys(commands, (60.0, 60.0))
        for _ in range(options.starts):
            for name, command in commands.items():
                cpu, wall = cpu_and_wall(command)
                best[name] = min(best[name][0], cpu), min(best[name][1], wall)
        return best


if __name__ == "__main__":
    main()
