"""Citations by alphabetic label: "[Neff03]", "[ABC+03, Rog57, p. 12]", where the list prints such labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.model import Article, Citation, Reference

_GROUP = re.compile(r"\[([^\[\]]{2,300})\]")
_PART = re.compile(r"[^,;]{1,80}")


def label_citations(
    article: Article, references: Sequence[Reference], body: Sequence[tuple[int, int]]
) -> list[Citation]:
    """Return the citations by alphabetic label in the stretches of body text, linked to the references.

    What stands in brackets counts if it begins with a label of the list; a locator may follow.
    """
    labels = {
        reference.label: index
        for index, reference in enumerate(references)
        if reference.list == "article" and any(map(str.isalpha, reference.label))
    }
    if not labels:
        return []
    return [
        Citation(group.group(), group.span(), tuple(labels[name] for name in cited), "key", labels=cited)
        for start, end in body
        for group in _GROUP.finditer(article.text, start, end)
        if (cited := _cited(group.group(1), labels))
    ]


def _cited(inside: str, labels: dict[str, int]) -> tuple[str, ...]:
    names = [" ".join(part.split()).removeprefix("see ") for part in _PART.findall(inside)]
    if not names or names[0] not in labels:
        return ()
    return tuple(dict.fromkeys(name for name in names if name in labels))
