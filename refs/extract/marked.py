"""Lists and citations that the source itself marks: JATS, LaTeX, TEI, HTML with roles, items of a .bib."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from refs.extract.entries import join_lines
from refs.model import Article, Block, BlockKind, Citation, Reference
from refs.model.description import describe_item

# "How to Cite", "For attribution, please cite this work as:", "Zitiervorschlag"
_CITE_THIS = re.compile(
    r"how to cite|cite (?:this|as)\b|^citation|suggested citation|zitier|citer cet|c[oó]mo citar|come citare",
    re.I,
)
_LONGEST_HEADING = 120
_LISTS = {"": "article", "appendix": "supplement", "box": "box", "comment": "comment"}
"""The list that marked entries belong to, by the region they stand in; other regions name their list."""


def marked_references(article: Article) -> list[Reference]:
    """Return the entries that the source marks as references, in reading order."""
    how = _how_to_cite(article) if article.format == "html" else ()
    return [
        Reference(
            join_lines(str(block.attributes.get("shown", block.text)).split("\n"), article.text),
            (block.start, block.end),
            block.label.strip(" .)([]*:"),
            _LISTS.get(block.region, block.region),
            str(block.attributes.get("list_name", "")),
            item=block.item,
            page=block.position.page,
            reason="marked as a reference by the source",
        )
        for block in article.marked_blocks
        if block.kind is BlockKind.REFERENCE and block.start not in how
    ]


def _how_to_cite(article: Article) -> set[int]:
    """Return where entries start that say how the article itself is to be cited."""
    return {
        block.start
        for before, block in pairwise(article.marked_blocks)
        if block.kind is BlockKind.REFERENCE is not before.kind
        and len(before.text) < _LONGEST_HEADING
        and _CITE_THIS.search(before.text)
    }


def cited_items(article: Article, keys: Sequence[str]) -> list[Reference]:
    """Return a reference for each item of the article's .bib that its text cites, in order of citation."""
    items = {item.id: item for item in article.items}
    return [
        Reference(
            describe_item(items[key]),
            None,
            key,
            item=items[key],
            reason="cited entry of the bibliography file",
        )
        for key in dict.fromkeys(keys)
        if key in items
    ]


def marked_citations(article: Article, references: Sequence[Reference]) -> list[Citation]:
    """Return the citations that the source marks, linked by label, key or the id of the entry's element."""
    targets = _targets(article, references)
    kind = "key" if article.format == "latex" else ""
    found: list[Citation] = []
    for block in article.marked_blocks:
        for start, end, labels in block.attributes.get("citations", ()):
            linked = tuple(dict.fromkeys(i for label in labels for i in targets.get(str(label), ())))
            if linked or kind:
                text = article.text[start:end]
                names = tuple(str(label) for label in labels)
                found.append(
                    Citation(text, (start, end), linked, kind or _kind(block, start, text), labels=names)
                )
    return found


def _targets(article: Article, references: Sequence[Reference]) -> dict[str, tuple[int, ...]]:
    """Return the references that a label, or the id of an element, stands for."""
    targets: dict[str, tuple[int, ...]] = {}
    for index, reference in enumerate(references):
        if reference.label and reference.list == "article":
            targets[reference.label] = (*targets.get(reference.label, ()), index)
    starts = sorted(
        (reference.span[0], reference.span[1], index)
        for index, reference in enumerate(references)
        if reference.span
    )
    place = 0
    for block in article.marked_blocks:
        ids = block.attributes.get("ids")
        if not ids:
            continue
        while place < len(starts) and starts[place][1] <= block.start:
            place += 1
        if place < len(starts) and starts[place][0] < block.end:
            for name in ids:
                targets.setdefault(str(name), (starts[place][2],))
    return targets


def _kind(block: Block, start: int, text: str) -> str:
    if any(a <= start < b for a, b in block.attributes.get("superscripts", ())):
        return "superscript"
    return (
        "numeric" if any(c.isdigit() for c in text) and not any(c.isalpha() for c in text) else "author-date"
    )
