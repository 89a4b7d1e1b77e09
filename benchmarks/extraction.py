"""Accuracy and speed of extraction: predictions for a scorer, documents a second beside bare text reading.

usage: python benchmarks/extraction.py GOLD.jsonl DOCS --predictions OUT.jsonl [--formats html,md]

GOLD.jsonl has one document a line: {"doc": name under DOCS, "format", …}. Predictions have the same "doc":
{"doc", "references": [string], "other_lists": [{"kind", "references"}],
 "citations": [{"text", "refs"}], "keys"}.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from refs.errors import RefsError
from refs.extract import extract_citations, extract_references
from refs.model import Article, Reference
from refs.read import read_article


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
    spent: dict[str, list[tuple[float, float]]] = defaultdict(list)
    with options.predictions.open("w", encoding="utf-8") as out:
        for row in rows:
            if wanted and row["format"] not in wanted:
                continue
            path = find_document(options.docs, row["doc"])
            prediction, seconds = predict(path)
            spent[row["format"]].append((seconds, bare_seconds(path)))
            out.write(json.dumps({"doc": row["doc"], **prediction}, ensure_ascii=False) + "\n")
    print_speed(spent)


def find_document(docs: Path, name: str) -> Path:
    """Return the file or folder of a document, whatever its suffix."""
    if (docs / name).exists():
        return docs / name
    found = sorted(docs.glob(f"{name}.*"))
    if not found:
        sys.exit(f"no document {name} under {docs}")
    return found[0]


def predict(path: Path) -> tuple[dict[str, Any], float]:
    """Return the prediction for one document and the seconds it took."""
    begin = time.perf_counter()
    try:
        article = read_article(path)
        references = extract_references(article)
        citations = extract_citations(article, references)
    except RefsError as error:
        print(error, file=sys.stderr)
        return {"references": [], "citations": [], "other_lists": [], "keys": []}, time.perf_counter() - begin
    seconds = time.perf_counter() - begin
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
    begin = time.perf_counter()
    if path.suffix == ".pdf":
        import pypdfium2

        document = pypdfium2.PdfDocument(path)
        for page in document:
            page.get_textpage().get_text_bounded()
        document.close()
    elif path.is_file():
        path.read_bytes().decode("utf-8", errors="replace")
    return time.perf_counter() - begin


def print_speed(spent: dict[str, list[tuple[float, float]]]) -> None:
    """Print documents a second by format, for refs and for bare reading."""
    print(f"{'format':14} {'docs':>5} {'refs docs/s':>12} {'bare docs/s':>12}")
    for name, times in sorted(spent.items()):
        own, bare = (sum(part) for part in zip(*times, strict=True))
        print(f"{name:14} {len(times):5} {len(times) / own:12.1f} {len(times) / max(bare, 1e-9):12.1f}")


if __name__ == "__main__":
    main()
