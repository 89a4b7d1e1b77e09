"""Write the parser's word lists from Crossref works: what words are in names, titles and journals.

    python benchmarks/parser_lexicons.py WORKS.jsonl.gz --abbreviations JOURNALLIST.txt --out refs/data/parse

Each line of WORKS is one Crossref work (the REST API's ``message``). Crossref's metadata are facts and
free of copyright (https://www.crossref.org/documentation/retrieve-metadata/#metadata-licence). JOURNALLIST is
the list that comes with JabRef 3.8 ("Physical Review Letters = Phys. Rev. Lett." a line; MIT). Journals that
both lack are in ``periodicals.txt`` beside this script.
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
PERIODICALS = Path(__file__).parent / "periodicals.txt"
ORIGIN = (
    "# From the metadata of Crossref works (facts, free of copyright); see benchmarks/parser_lexicons.py\n"
)
JABREF = """# and from the list of journals that comes with JabRef, which is under this licence (MIT):
# Copyright 2003-2017 JabRef Authors
# Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
# associated documentation files (the "Software"), to deal in the Software without restriction, including
# without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
# copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
# following conditions: The above copyright notice and this permission notice shall be included in all
# copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF
# ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS
# FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
# LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
# ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."""


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


def journal_names(containers: Counter[str]) -> set[str]:
    """Return the folded container titles short and word-like enough to be looked up as a whole."""
    return {
        name
        for name, seen in containers.items()
        if len(name) > 2 and len(name.split()) <= 8 and not any(c.isdigit() for c in name)
        and (seen > 1 or len(name.split()) > 1)
    }  # fmt: skip


def abbreviated_names(path: Path) -> Counter[str]:
    """Return the folded names of a list of journals and their abbreviations, "name = abbreviation" a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" = ", 1) for line in lines if " = " in line and line[0] != "#")
    return Counter({fold(name.partition(";")[0]): 1 for pair in pairs for name in pair})


def periodicals() -> set[str]:
    """Return the folded names of the journals listed by hand."""
    lines = PERIODICALS.read_text(encoding="utf-8").splitlines()
    return {fold(line) for line in lines if line[0] != "#"}


def main() -> None:
    """Read the command line, write ``words.txt`` and ``journals.txt``."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("works", type=Path)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--abbreviations", type=Path, help="JabRef's list of journals")
    options.add_argument("--least", type=int, default=2, help="leave out rarer words")
    args = options.parse_args()
    counts, containers = count_words(read_works(args.works))
    codes = word_codes(counts, args.least)
    header = ORIGIN + "# word, then a digit each for family, given, title, container: 0 never … 3 mostly\n"
    body = "".join(f"{word} {code}\n" for word, code in codes.items())
    (args.out / "words.txt").write_text(header + body, encoding="utf-8")
    names = journal_names(containers) | periodicals()
    header = ORIGIN + "# and from benchmarks/periodicals.txt, made by hand"
    if args.abbreviations:
        names |= journal_names(abbreviated_names(args.abbreviations))
        header += f";\n{JABREF}"
    text = header + "\n# Folded names of journals and other containers\n" + "\n".join(sorted(names)) + "\n"
    (args.out / "journals.txt").write_text(text, encoding="utf-8")
    print(f"{len(codes)} words, {len(names)} journal names")


if __name__ == "__main__":
    main()
