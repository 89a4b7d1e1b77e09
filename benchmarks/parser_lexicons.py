"""Write the parser's word lists from Crossref works: what words are in names, titles and journals.

    python benchmarks/parser_lexicons.py WORKS.jsonl.gz --out refs/data/parse

Each line of WORKS is one Crossref work (the REST API's ``message``). Crossref's metadata are facts and
free of copyright (https://www.crossref.org/documentation/retrieve-metadata/#metadata-licence).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from refs.model import fold

CLASSES = ("family", "given", "title", "container")
"""The classes a word is counted in; a code in ``words.txt`` has one digit for each, in this order."""
ORIGIN = (
    "# From the metadata of Crossref works (facts, free of copyright); see benchmarks/parser_lexicons.py\n"
)


def read_works(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the works of a JSON lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def count_words(works: Iterator[dict[str, Any]]) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Return word counts by class, and how often each folded container title occurs."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in CLASSES}
    containers: Counter[str] = Counter()
    for work in works:
        for author in work.get("author") or ():
            counts["family"].update(fold(author.get("family") or "").split())
            counts["given"].update(w for w in fold(author.get("given") or "").split() if len(w) > 1)
        counts["title"].update(w for t in work.get("title") or () for w in fold(t).split())
        for title in (*(work.get("container-title") or ()), *(work.get("short-container-title") or ())):
            counts["container"].update(fold(title).split())
            containers[fold(title)] += 1
    return counts, containers


def word_codes(counts: dict[str, Counter[str]], least: int) -> dict[str, str]:
    """Return four digits a word: how strongly it belongs to each class (0 never … 3 mostly)."""
    totals = {name: sum(counter.values()) or 1 for name, counter in counts.items()}
    codes: dict[str, str] = {}
    for word in sorted(set().union(*counts.values())):
        seen = [counts[name][word] for name in CLASSES]
        if sum(seen) < least or word.isdigit() or len(word) > 24:
            continue
        rates = [n / totals[name] for n, name in zip(seen, CLASSES, strict=True)]
        codes[word] = "".join(_level(n, rate / sum(rates)) for n, rate in zip(seen, rates, strict=True))
    return codes


def _level(seen: int, share: float) -> str:
    return "0" if not seen else "1" if share < 0.1 else "2" if share < 0.5 else "3"


def journal_names(containers: Counter[str]) -> list[str]:
    """Return the folded container titles short and word-like enough to be looked up as a whole."""
    return sorted(
        name
        for name, seen in containers.items()
        if len(name) > 2 and len(name.split()) <= 8 and not any(c.isdigit() for c in name)
        and (seen > 1 or len(name.split()) > 1)
    )  # fmt: skip


def main() -> None:
    """Read the command line, write ``words.txt`` and ``journals.txt``."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("works", type=Path)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--least", type=int, default=2, help="leave out rarer words")
    args = options.parse_args()
    counts, containers = count_words(read_works(args.works))
    codes = word_codes(counts, args.least)
    header = ORIGIN + "# word, then a digit each for family, given, title, container: 0 never … 3 mostly\n"
    body = "".join(f"{word} {code}\n" for word, code in codes.items())
    (args.out / "words.txt").write_text(header + body, encoding="utf-8")
    names = journal_names(containers)
    text = ORIGIN + "# folded names of journals and other containers\n" + "\n".join(names) + "\n"
    (args.out / "journals.txt").write_text(text, encoding="utf-8")
    print(f"{len(codes)} words, {len(names)} journal names")


if __name__ == "__main__":
    main()
