"""Damaged copies of files, read for a while: every reader must give an article or a RefsError, and end.

    python benchmarks/fuzz_readers.py --seconds 60 FILE...

Prints for each file how many copies were read, how many were refused, the longest time that one took
beside the whole file's own, and each other exception once, with the seed that gives its copy again.
The parts of zip archives (DOCX, ODT, EPUB) are damaged too, and packed again.
"""

from __future__ import annotations

import argparse
import io
import random
import time
import zipfile
from collections import Counter
from pathlib import Path

from refs.errors import RefsError
from refs.extract import extract_citations, extract_references
from refs.read import read_article

PIECES = (
    *(bytes([code]) for code in b"\0\xff<>&\\{}[]()\n%$\xd0"),
    *(b"<sec>" * 300, b"\\footnote{" * 300, b"<w:p>", b"</w:p>", b"<!ENTITY a 'b'>", b"\\cite{", b"endobj"),
    *(b"stream", b"65535", b"-1", b"9" * 20, b"\xef\xbf\xbe", b"1. ", b"[1] ", b"References\n", b"\r\n\r\n"),
)
"""What is put into a file: marks that mean something to one format or another."""


def damage(data: bytes, chance: random.Random) -> bytes:
    """Return a copy with one to twelve bytes or stretches changed, cut, doubled or put in."""
    copy = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(copy) + 1)
        stop = min(len(copy), place + int(chance.expovariate(1 / 60)) + 1)
        kind = chance.randrange(5)
        if kind == 0 and place < len(copy):
            copy[place] = chance.randrange(256)
        elif kind == 1:
            del copy[place:stop]
        elif kind == 2:
            copy[place:place] = copy[place:stop] * chance.choice((1, 2, 50))
        elif kind == 3:
            copy[place:place] = chance.choice(PIECES)
        elif chance.random() < 0.1:
            del copy[place:]
    return bytes(copy)


def damage_archive(data: bytes, chance: random.Random) -> bytes:
    """Return a zip archive with one of its parts damaged."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        names = [name for name in archive.namelist() if name.endswith((".xml", ".html", ".xhtml", ".opf"))]
        victim = chance.choice(names)
        for name in archive.namelist():
            content = archive.read(name)
            copy.writestr(name, damage(content, chance) if name == victim else content)
    return out.getvalue()


def read(data: bytes, name: str) -> str:
    """Return what became of a file: "read" or "refused"; anything else is raised."""
    try:
        article = read_article(data, name=name)
    except RefsError:
        return "refused"
    assert all(article.text[b.start : b.end] == b.text for b in article.blocks), "a block out of place"
    extract_citations(article, extract_references(article))
    return "read"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0, help="time for each file")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    failures = 0
    for path in options.files:
        data = path.read_bytes()
        begun = time.perf_counter()
        read(data, path.name)
        whole = time.perf_counter() - begun
        counts: Counter[str] = Counter()
        slowest, seed, seen = 0.0, options.seed, set()
        end = time.monotonic() + options.seconds
        while time.monotonic() < end:
            chance = random.Random(seed)
            packed = data.startswith(b"PK") and seed % 4
            copy = damage_archive(data, chance) if packed else damage(data, chance)
            begun = time.perf_counter()
            try:
                counts[read(copy, path.name)] += 1
            except Exception as error:  # noqa: BLE001 - what no reader may raise is what is looked for
                counts["failed"] += 1
                if type(error) not in seen:
                    print(f"  seed {seed}: {type(error).__name__}: {str(error)[:150]}", flush=True)
                seen.add(type(error))
            slowest = max(slowest, time.perf_counter() - begun)
            seed += 1
        failures += counts["failed"]
        print(
            f"{path.name[-50:]:50} read {counts['read']:6} refused {counts['refused']:6} "
            f"failed {counts['failed']:4}  slowest {slowest:.2f} s (the whole file {whole:.2f} s)",
            flush=True,
        )
    raise SystemExit(1 if failures else 0)


if __name__ == "__main__":
    main()
