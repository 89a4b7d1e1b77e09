"""The items of a LaTeX document's list, field by field: a .bbl of biblatex, and amsrefs."""

from __future__ import annotations

import re
from typing import Any

from refs.model import BlockKind, Doi, Item, Position
from refs.read.latex.cursor import after_blanks
from refs.read.latex.macros import match_braces
from refs.read.latex.walk import LatexWalker

_ENTRY = re.compile(r"\\entry\{([^{}]{1,300})\}\{([^{}]{0,60})\}")
_FIELD = re.compile(r"\\(field|strng|list|name)\{([A-Za-z]{1,40})\}")
_VERB = re.compile(r"\\verb\{(\w{1,40})\}\s{0,40}\\verb ([^\n]{0,2000})\n")
_PART = re.compile(r"\b(family|given|prefix|suffix)=(?=\{)")
_TYPES = {
    "article": "article-journal",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "incollection": "chapter",
    "inbook": "chapter",
    "inproceedings": "paper-conference",
    "proceedings": "book",
    "thesis": "thesis",
    "report": "report",
    "online": "webpage",
    "software": "software",
    "dataset": "dataset",
    "patent": "patent",
    "unpublished": "manuscript",
}
"""biblatex's entry types to CSL types (biblatex manual, 2.1)."""
_BIB = re.compile(r"\\bib\*?[ \t]{0,3}\{([^{}]{1,300})\}[ \t]{0,3}\{([^{}]{1,60})\}\s{0,5}(?=\{)")
_BIB_FIELD = re.compile(r"\b([a-z]{2,30})[ \t]{0,9}=\s{0,20}(?=\{)")
_BIB_NAMES = {"journal": "journaltitle", "address": "location", "date": "year"}
"""Fields of amsrefs that biblatex calls otherwise."""


def add_amsrefs(walker: LatexWalker, source: str) -> None:
    r"""Add the entries of amsrefs, ``\bib{key}{article}{author={…}, title={…}}``, with their items."""
    matching = match_braces(source)
    for opening in _BIB.finditer(source):
        key, kind = opening.groups()
        entry = source[opening.end() + 1 : matching.get(opening.end(), opening.end())]
        inner = match_braces(entry)
        found: dict[str, str] = {}
        names: dict[str, list[dict[str, str]]] = {}
        done = 0
        for field in _BIB_FIELD.finditer(entry):
            close = inner.get(field.end(), -1)
            if field.start() < done or close < 0:
                continue
            done = close
            name, value = field.group(1), walker.plain(entry[field.end() + 1 : close])
            if name in ("author", "editor"):
                family, _, given = value.partition(", ")
                names.setdefault(name, []).append({"family": family, "given": given})
            else:
                found.setdefault(_BIB_NAMES.get(name, name), value)
        _add_item(walker, _item(found, names, key, kind))


def add_biblatex(walker: LatexWalker, source: str) -> None:
    """Add the entries of a biblatex .bbl as references with their items; a second sorting is left out."""
    seen: set[str] = set()
    found = list(_ENTRY.finditer(source))
    if found:
        walker.builder.add(BlockKind.HEADING, "References", level=1)
    ends = [*(entry.start() for entry in found), len(source)][1:]
    for opening, end in zip(found, ends, strict=True):
        entry = source[opening.end() : end].partition("\\endentry")[0]
        key, kind = opening.groups()
        item = _biblatex_item(walker, entry, key, kind)
        if key in seen or kind in ("set", "xdata") or not item.title:
            continue
        seen.add(key)
        _add_item(walker, item)


def _add_item(walker: LatexWalker, item: Item) -> None:
    walker.builder.add(
        BlockKind.REFERENCE,
        _printed(item),
        label=item.id,
        item=item,
        position=Position(element=item.id),
        attributes={"ids": (item.id,)},
    )


def _biblatex_item(walker: LatexWalker, entry: str, key: str, kind: str) -> Item:
    matching = match_braces(entry)
    found: dict[str, str] = {name: value.strip() for name, value in _VERB.findall(entry)}
    names: dict[str, list[dict[str, str]]] = {}
    for field in _FIELD.finditer(entry):
        form, name = field.groups()
        groups = _groups(entry, field.end(), matching)
        if form == "name" and len(groups) >= 3:
            names.setdefault(name, _names(walker, groups[-1]))
        elif form == "list" and len(groups) >= 2:
            found.setdefault(name, walker.plain(groups[-1]))
        elif form == "field" and groups:
            found.setdefault(name, walker.plain(groups[0]))
    return _item(found, names, key, kind)


def _item(found: dict[str, str], names: dict[str, list[dict[str, str]]], key: str, kind: str) -> Item:
    """Return the item that biblatex's fields and names make."""
    title = ": ".join(found[part] for part in ("title", "subtitle") if found.get(part))
    eprint_type = found.get("eprinttype", "eprint")
    pages = found.get("pages", "").replace("–", "-").replace(" ", "")
    data: dict[str, Any] = {
        "id": key,
        "type": _TYPES.get(kind, "document"),
        "title": title,
        "author": names.get("author"),
        "editor": names.get("editor"),
        "container-title": found.get("journaltitle") or found.get("booktitle"),
        "volume": found.get("volume"),
        "issue": found.get("number"),
        "page": pages,
        "publisher": found.get("publisher") or found.get("institution") or found.get("organization"),
        "publisher-place": found.get("location"),
        "edition": found.get("edition"),
        "issued": _issued(found),
        "DOI": doi.value if (doi := Doi.parse(found.get("doi"))) else None,
        "ISBN": found.get("isbn"),
        "URL": found.get("url"),
        "number": found.get("eprint"),
        "archive": {"arxiv": "arXiv"}.get(eprint_type.lower(), eprint_type) if "eprint" in found else "",
    }
    return Item({name: value for name, value in data.items() if value})


def _groups(source: str, place: int, matching: dict[int, int]) -> list[str]:
    """Return the groups in braces that follow each other from a place."""
    groups: list[str] = []
    while (close := matching.get(after_blanks(source, place))) is not None:
        groups.append(source[after_blanks(source, place) + 1 : close])
        place = close + 1
    return groups


def _names(walker: LatexWalker, source: str) -> list[dict[str, str]]:
    """Return the names of biblatex's ``{{hash=…}{family={Neff}, given={Kristin}}}`` groups."""
    matching = match_braces(source)
    names: list[dict[str, str]] = []
    for person in _groups(source, 0, matching):
        inner = match_braces(person)
        parts: dict[str, str] = {}
        for part in _PART.finditer(person):
            close = inner.get(part.end())
            if close is not None:
                parts.setdefault(part.group(1), walker.plain(person[part.end() + 1 : close]))
        if parts.get("family"):
            prefix = parts.pop("prefix", "")
            names.append(parts | ({"non-dropping-particle": prefix} if prefix else {}))
    return names


def _issued(found: dict[str, str]) -> dict[str, Any] | None:
    year = re.match(r"\d{1,4}", found.get("year", "") or found.get("date", ""))
    if year is None:
        return None
    parts = [int(year.group())]
    for name in ("month", "day"):
        if not found.get(name, "").isdigit():
            break
        parts.append(int(found[name]))
    return {"date-parts": [parts]}


def _printed(item: Item) -> str:
    """Return the entry in the order of biblatex's standard style, which the .bbl itself does not print.

    >>> _printed(Item({"title": "T", "author": [{"family": "Neff", "given": "K."}], "volume": "2"}))
    'K. Neff. “T”. 2.'
    """
    names = [f"{name.given} {name.surname}".strip() for name in item.author or item.editor]
    people = ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + (names[-1] if names else "")
    number = f"{item.volume}{f'.{item.issue}' if item.issue else ''}"
    year = str(item.issued.year) if item.issued and item.issued.year else ""
    container = f"In: {item.container_title}" if item.container_title else ""
    tail = " ".join(part for part in (container, number) if part)
    place = ": ".join(part for part in (item.publisher_place, item.publisher) if part)
    parts = [people, f"“{item.title}”", tail, place, year, f"pp. {item.page}" if item.page else ""]
    parts.append(f"doi: {item.doi}" if item.doi else f"url: {item.url}" if item.url else "")
    if item.get("archive"):
        parts.append(f"{item['archive']}: {item['number']}")
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)
