"""Accuracy and speed of extraction: predictions for a scorer, documents a second beside bare text reading.

usage: python benchmarks/extraction.py GOLD.jsonl DOCS --predictions OUT.jsonl [--formats html,md]

GOLD.jsonl has one document a line: {"doc": name under DOCS, "format", …}. Predictions have the same "doc":
{"doc", "references": [string], "other_lists": [{"kind", "references"}],
 "citations": [{"text", "refs"}], "keys"}.

"times bare" is how many times as long refs takes as bare reading, which a busy machine changes less than the
rates; "typical" is the rate that half of the files exceed: a thesis takes as long as thirty articles.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from refs.errors import RefsError
from refs.extract import extract_citations, extract_references
from refs.model import Article, Reference
from refs.read import read_article
from refs.read.pdf.workers import seconds_in_workers

KINDS = {
    "text and HTML": (".txt", ".html", ".htm"),
    "PDF": (".pdf",),
    "other": (".md", ".xml", ".docx", ""),
}
"""Kinds of files by their suffix; a folder is a LaTeX or Markdown article."""


class Timing(NamedTuple):
    """Seconds that one document took: all of refs, and bare reading."""

    suffix: str
    own: float
    bare: float


def main() -> None:
    """Run over the documents of a gold file, write predictions, print speed by format."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("docs", type=Path)
    parser.add_argument("--predictions", type=Path, required=True)
    parser.add_argument("--formats", default="")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line]
    wanted = set(options.formats.split(",")) - {""}
    spent: dict[str, list[Timing]] = defaultdict(list)
    load_readers(docs=[find_document(options.docs, row["doc"]) for row in rows])
    with options.predictions.open("w", encoding="utf-8") as out:
        for row in rows:
            if wanted and row["format"] not in wanted:
                continue
            path = find_document(options.docs, row["doc"])
            prediction, seconds = predict(path)
            spent[row["format"]].append(Timing(path.suffix.lower(), seconds, bare_seconds(path)))
            out.write(json.dumps({"doc": row["doc"], **prediction}, ensure_ascii=False) + "\n")
    print_speed(spent)


def load_readers(docs: Sequence[Path]) -> None:
    """Read the smallest document of each kind once, so that no import is timed."""
    smallest: dict[str, Path] = {}
    for path in sorted((path for path in docs if path.is_file()), key=lambda path: path.stat().st_size):
        smallest.setdefault(path.suffix.lower(), path)
    for path in smallest.values():
        predict(path)
        bare_seconds(path)


def find_document(docs: Path, name: str) -> Path:
    """Return the file or folder of a document, whatever its suffix."""
    if (docs / name).exists():
        return docs / name
    found = sorted(docs.glob(f"{name}.*"))
    if not found:
        sys.exit(f"no document {name} under {docs}")
    return found[0]


def processor_seconds() -> float:
    """Return the seconds on a processor so far, of this process and of the one that reads PDFs."""
    return time.process_time() + seconds_in_workers()


def predict(path: Path) -> tuple[dict[str, Any], float]:
    """Return the prediction for one document and the seconds of processor time it took."""
    begin = processor_seconds()
    try:
        article = read_article(path)
        references = extract_references(article)
        citations = extract_citations(article, references)
    except RefsError as error:
        print(error, file=sys.stderr)
        return {"references": [], "citations": [], "other_lists": [], "keys": []}, processor_seconds() - begin
    seconds = processor_seconds() - begin
    # Entries that come from a .bib beside the text have no place in it: they count as keys.
    own = [index for index, r in enumerate(references) if r.list == "article" and printed(article, r)]
    place = {index: number for number, index in enumerate(own)}
    others: dict[tuple[str, str], list[str]] = defaultdict(list)
    for reference in references:
        if reference.list != "article":
            others[reference.list, reference.list_name].append(reference.raw)
    return {
        "references": [references[index].raw for index in own],
        "citations": [
            {"text": c.text, "refs": [place[index] for index in c.references if index in place]}
            for c in citations
        ],
        "other_lists": [{"kind": kind, "references": raws} for (kind, _), raws in others.items()],
        "keys": sorted({key for c in citations if c.kind == "key" for key in c.labels}),
    }, seconds


def printed(article: Article, reference: Reference) -> bool:
    """Return True for a reference that stands in the article's own text."""
    return reference.span is not None


def bare_seconds(path: Path) -> float:
    """Return how long reading the bare text takes: bytes decoded, or pypdfium2's text of a PDF."""
    begin = processor_seconds()
    if path.suffix == ".pdf":
        import pypdfium2

        document = pypdfium2.PdfDocument(path)
        for page in document:
            page.get_textpage().get_text_bounded()
        document.close()
    elif path.is_file():
        path.read_bytes().decode("utf-8", errors="replace")
    return processor_seconds() - begin


def print_speed(spent: dict[str, list[Timing]]) -> None:
    """Print documents a second by format and by kind of file, for refs and for bare reading."""
    print(
        f"{'format':14} {'docs':>5} {'refs docs/s':>12} {'bare docs/s':>12} {'times bare':>12} {'typical':>8}"
    )
    for name, timings in sorted(spent.items()):
        print_row(name, timings)
    print()
    every = [timing for timings in spent.values() for timing in timings]
    for name, suffixes in KINDS.items():
        if timings := [timing for timing in every if timing.suffix in suffixes]:
            print_row(name, timings)


def print_row(name: str, timings: list[Timing]) -> None:
    """Print how many documents a second are read, beside bare reading, and by half of the documents."""
    count, own = len(timings), sum(timing.own for timing in timings)
    typical = statistics.median(timing.own for timing in timings)
    bare = max(sum(timing.bare for timing in timings), 1e-9)
    print(
        f"{name:14} {count:5} {count / own:12.1f} {count / bare:12.1f} {own / bare:12.1f} {1 / typical:8.0f}"
    )


if __name__ == "__main__":
    main()
