"""Reading a .bib with LaTeX decoded and names split, against bibtexparser's bare parse, in one run.

    python benchmarks/bibtex_reading.py [FILE.bib] [--entries 20000] [--rounds 3]

Without a file the entries are made here. The ratio counts: 1 is bibtexparser alone.
"""

from __future__ import annotations

import argparse
import itertools
import logging
import re
import time
from collections.abc import Callable
from pathlib import Path

SURNAMES = r"Neff M{\"u}ller Garc{\'\i}a {\'S}wi{\k{a}}tek van~der~Berg O'Brien Smith Wang Kowalski".split()
TITLES = [
    r"Self-{C}ompassion: An Alternative Conceptualization of a Healthy Attitude Toward Oneself",
    r"The structure of $\alpha$-helices in {DNA}-binding proteins of \textit{E.~coli}",
    r"{\"U}ber die Elektrodynamik bewegter K{\"o}rper --- 100 years on",
    r"Deep residual learning for image recognition",
    r"Risk \& return: a 50\,\% solution to the {CAPM} puzzle",
]


def made_entries(count: int) -> str:
    """Return a .bib of this many entries, every one different, a third of them with LaTeX in them."""
    entries = []
    for number, title in zip(range(count), itertools.cycle(TITLES)):
        people = " and ".join(
            f"{SURNAMES[(number + step) % len(SURNAMES)].replace('~', ' ')}, A. {chr(65 + step)}."
            for step in range(4)
        )
        entries.append(
            f"@article{{key{number},\n  author = {{{people}}},\n  title = {{{title} ({number})}},\n"
            f"  journal = {{Journal of Examples}},\n  year = {{{1950 + number % 75}}},\n  month = apr,\n"
            f"  volume = {{{number % 90}}},\n  number = {{{number % 12}}},\n"
            f"  pages = {{{number}--{number + 9}}},\n  doi = {{10.1000/example.{number}}},\n}}\n"
        )
    return "\n".join(entries)


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that a call takes: other work on the machine does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print entries per second and the ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--entries", type=int, default=20000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--own-middlewares", action="store_true", help="time bibtexparser's own decoding as well"
    )
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    import bibtexparser

    from refs.formats import read

    text = (
        repeated(options.file.read_text("utf-8"), options.entries)
        if options.file
        else made_entries(options.entries)
    )
    result = read(text, "bibtex")
    count = len(result.items)
    print(f"{count} entries, {len(text) / 1e6:.1f} MB, {len(result.problems)} problems")
    del result
    bare, ours = [], []
    for _ in range(options.rounds):
        bare.append(seconds(lambda: bibtexparser.parse_string(text)))
        ours.append(seconds(lambda: read(text, "bibtex")))
    print(f"bibtexparser, bare parse      {count / min(bare):8.0f} entries/s")
    print(f"refs, LaTeX decoded, names    {count / min(ours):8.0f} entries/s   {min(bare) / min(ours):.2f} x")
    rounds = ", ".join(f"{b / o:.2f}" for b, o in zip(bare, ours, strict=True))
    print(f"ratio round by round          {rounds}")
    if options.own_middlewares:
        from bibtexparser import middlewares as m

        small = repeated(text, 2000)
        stack = [m.LatexDecodingMiddleware(), m.SeparateCoAuthors(), m.SplitNameParts()]
        own = seconds(lambda: bibtexparser.parse_string(small, append_middleware=stack))
        bare_small = seconds(lambda: bibtexparser.parse_string(small))
        print(f"bibtexparser's own decoding   {2000 / own:8.0f} entries/s   {bare_small / own:.2f} x")


def repeated(text: str, count: int) -> str:
    """Return a file's entries, repeated under other keys or cut, until there are this many."""
    entries = re.split(r"(?m)^(?=@)", text)
    head = [entry for entry in entries if re.match(r"@(?:string|preamble)", entry, re.I)]
    plain = [entry for entry in entries if re.match(r"@(?!string|preamble|comment)\w+\{[^,]+,", entry, re.I)]
    rounds = (
        re.sub(r"^(@\w+\{[^,]+),", rf"\1x{number},", entry) for number in itertools.count() for entry in plain
    )
    return "".join(head + list(itertools.islice(rounds, count)))


if __name__ == "__main__":
    main()
