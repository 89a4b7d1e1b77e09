"""Works that notes name, in articles that cite by notes: "See Granovetter, “Weak Ties,” 1361"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from refs.model import BlockKind, CheckedArticle, Citation, fold

_NOTES = re.compile(r"\W*(?:(?:foot|end)?notes?|anmerkungen|fußnoten|notas|note)\W*", re.I)
"""Headings under which notes stand."""
# "Ryan and Deci, “Self-determination theory,” 70", "Elinor Ostrom, “Beyond …,” American … 100 (2009): 650"
_WORK = re.compile(
    r"(?P<names>(?:(?:[^\W\d_a-zß-ÿ][\w.’'-]{0,30}|van|von|de|der|den|del|di|da|la|le|and|et|und|y|&),?\s){0,7}"
    r"[^\W\d_a-zß-ÿ][\w’'-]{1,40}(?:\set\sal\.?)?),\s"
    r"[“\"«„‘](?P<title>[^“”\"«»„‘;]{4,200}?)[,.!?]{0,2}[”\"»“’]"
    r"(?=(?P<rest>(?:[^;“”\n]|\n(?!\s{0,8}\d{1,3}[.)]?\s)){0,200}))"
)
_AND = re.compile(r"\set\sal\.?|,?\s(?:and|und|et|y|&)\s|,\s")
_YEAR = re.compile(r"\((?:[^()]{0,20}\s)?((?:1[5-9]|20)\d\d)\)")
# ", 1244", " 12–14.", ", p. 7, and above, note 3": a page and nothing that says where
_PAGES_ONLY = re.compile(r"[\s,]*(?:(?:pp?|S)\.\s)?\d{1,5}(?:\s?[-–]\s?\d{1,5})?\s*(?:[.;)]|, and above|$)")
_LEADS = frozenset("see cf compare vgl siehe also and but for".split())
LONG = 60
"""Characters from which a work's name in a note says enough to find it."""


def note_texts(article: CheckedArticle) -> tuple[tuple[int, str], ...]:
    """Return each note with its place: footnotes, or what stands under a heading "Notes"."""
    text = article.article.text
    blocks = article.article.blocks
    found = [b for b in blocks if b.kind is BlockKind.FOOTNOTE or b.attributes.get("note")]
    if not found:
        under = False
        for block in blocks:
            if block.kind is BlockKind.HEADING:
                under = _NOTES.fullmatch(block.text) is not None
            elif under:
                found.append(block)
    listed = [reference.span for reference in article.references if reference.span is not None]
    return tuple(
        (block.start, text[block.start : block.end])
        for block in found
        if not any(start < block.end and block.start < end for start, end in listed)
    )


def noted_works(notes: Sequence[tuple[int, str]]) -> Iterator[tuple[Citation, str, bool]]:
    """Yield each work that notes name with its title, and whether nothing but a page follows.

    >>> note = "See Ryan and Deci, “Self-determination theory,” 70; Ibid., 71."
    >>> [(c.names, title, short) for c, title, short in noted_works([(0, note)])]
    [(('Ryan', 'Deci'), 'Self-determination theory', True)]
    """
    for start, note in notes:
        for match in _WORK.finditer(note):
            names = tuple(_surnames(match["names"]))
            year = _YEAR.search(match["rest"])
            span = (start + match.start(), start + match.end())
            if names:
                cited = Citation(
                    f"{match.group()}{match['rest']}".strip(" ."),
                    span,
                    (),
                    "note",
                    note.strip(),
                    names,
                    year.group(1) if year else "",
                )
                yield cited, match["title"], _PAGES_ONLY.match(match["rest"]) is not None


def _surnames(names: str) -> Iterator[str]:
    """Yield the last word of each person, with its particles: "Anthony van Raan" is van Raan."""
    for part in _AND.split(names):
        words = [word for word in part.split() if fold(word) not in _LEADS]
        if not words:
            continue
        first = len(words) - 1
        while first and words[first - 1].islower():
            first -= 1
        yield " ".join(words[first:])


def is_titled(raw: str, title: str) -> bool:
    """True where the telling words of a title, two at least, stand in an entry.

    >>> entry = "Milgram, S. (1963). Behavioral study of obedience."
    >>> is_titled(entry, "Study of Obedience"), is_titled(entry, "Obedience to Authority")
    (True, False)
    """
    words = [word for word in fold(title).split() if len(word) >= 4]
    listed = set(fold(raw).split())
    return len(words) >= 2 and all(word in listed for word in words)
