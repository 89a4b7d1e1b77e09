"""Short forms in which works, names and lists of things are put into sentences."""

from __future__ import annotations

from collections.abc import Sequence

from refs.model import Work
from refs.model.markup import clean_markup


def name_work(work: Work) -> str:
    """Return a work in a few words: “Title” (Author, year).

    >>> name_work(Work({"title": ["Self-Compassion"], "author": [{"family": "Neff"}],
    ...                 "issued": {"date-parts": [[2003]]}}))
    '“Self-Compassion” (Neff, 2003)'
    """
    names = [name.surname for name in work.names() if name.surname]
    who = names[0] if len(names) == 1 else f"{names[0]} et al." if names else ""
    year = str(work.years[0]) if work.years else ""
    maker = ", ".join(part for part in (who, year) if part)
    return f"“{shorten(clean_markup(work.title), 90)}”" + (f" ({maker})" if maker else "")


def shorten(text: str, width: int) -> str:
    """Return a text cut at a word to at most ``width`` characters, with "…" where it was cut.

    >>> shorten("Human infection with Dirofilaria", 20)
    'Human infection…'
    """
    text = " ".join(text.split())
    if len(text) <= width:
        return text
    head = text[: width - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,.;:") + "…"


def join_words(words: Sequence[str]) -> str:
    """Return words as a sentence lists them.

    >>> join_words(["volume", "issue", "pages"])
    'volume, issue and pages'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else list(words))
