"""One JATS ``ref``: its citation elements, the text they print, and the item they hold.

Source: JATS 1.3 Archiving, <mixed-citation>, <element-citation>, <citation-alternatives>, <nlm-citation>.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from refs.model import Doi, Item
from refs.read.xml_safety import local_name, plain_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_CITATIONS = frozenset("mixed-citation element-citation nlm-citation citation".split())
_TYPES = {
    "journal": "article-journal",
    "book": "book",
    "chapter": "chapter",
    "bookchapter": "chapter",
    "confproc": "paper-conference",
    "conf-proc": "paper-conference",
    "conference": "paper-conference",
    "thesis": "thesis",
    "report": "report",
    "gov": "report",
    "patent": "patent",
    "web": "webpage",
    "webpage": "webpage",
    "website": "webpage",
    "data": "dataset",
    "database": "dataset",
    "software": "software",
    "preprint": "article",
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
}
"""JATS's suggested values of ``publication-type`` (and what publishers write) to CSL types."""
_NESTED = frozenset("source chapter-title part-title conf-name data-title".split())
"""Titles, which may hold italics or formulas."""
_NAME_PARTS = frozenset("given-names surname suffix".split())
_IDENTIFIERS = frozenset("pub-id issn isbn".split())
_FIELDS = frozenset("article-title source volume fpage page-range year publisher-name publisher-loc".split())
_PUNCTUATED = re.compile(r"[.,;:()]")
_DIGITS = re.compile(r"\d{1,4}")


def citation_elements(ref: _Element) -> list[tuple[_Element, _Element | None]]:
    """Return the citations of a ``ref``, each with its element twin where it comes in two forms."""
    found: list[tuple[_Element, _Element | None]] = []
    for child in ref:
        tag = local_name(child)
        if tag == "citation-alternatives":
            forms = {local_name(form): form for form in reversed(child) if local_name(form) in _CITATIONS}
            mixed = forms.get("mixed-citation")
            element = forms.get("element-citation")
            if element is None:
                element = forms.get("nlm-citation")
            shown = mixed if mixed is not None else element
            if shown is not None:
                found.append((shown, element))
        elif tag in _CITATIONS or (tag == "note" and len(child)):
            found.append((child, None))
    return found


def text_of(citation: _Element) -> str:
    """Return the reference as printed; one that holds elements alone in the order of a plain style.

    >>> from lxml import etree
    >>> name = "<name><surname>Neff</surname><given-names>KD</given-names></name>"
    >>> title = "<article-title>Self-compassion</article-title><source>Self Ident</source>"
    >>> tail = "<year>2003</year><volume>2</volume><fpage>85</fpage>"
    >>> text_of(etree.fromstring(f"<citation>{name}{title}{tail}</citation>"))
    'Neff KD (2003). Self-compassion. Self Ident 2: 85.'
    """
    if local_name(citation) in ("element-citation", "nlm-citation") or not _is_punctuated(citation):
        return _rendered(citation) or _verbatim(citation)
    return _verbatim(citation)


def _is_punctuated(citation: _Element) -> bool:
    """Return True where the text between elements carries the punctuation of a printed reference."""
    if not any(local_name(e) in ("year", "article-title", "source") for e in citation.iter()):
        return True
    return any(_PUNCTUATED.search(text) for text in (citation.text, *(c.tail for c in citation)) if text)


def _verbatim(citation: _Element) -> str:
    parts: list[str] = []
    _collect(citation, parts)
    return " ".join("".join(parts).split())


def _collect(element: _Element, parts: list[str]) -> None:
    """Gather text; names, fields and identifiers that touch get the blank that their tags stand for."""
    tag = local_name(element)
    if tag in ("label", "object-id"):
        return
    if parts and _is_glued(element, tag, parts[-1][-1]):
        parts.append(" ")
    if element.text:
        parts.append(element.text)
    for child in element:
        _collect(child, parts)
        if child.tail:
            parts.append(child.tail)


def _is_glued(element: _Element, tag: str, last: str) -> bool:
    """Return True for an element whose text would run into what stands before it: "Phys. Rev.67"."""
    if tag in _NAME_PARTS:
        return last.isalnum()
    if tag in _IDENTIFIERS:
        return last.isalnum() or last in ".;)]"
    before = element.getprevious()
    return tag in _FIELDS and before is not None and not before.tail and (last.isalnum() or last in ".)")


def _rendered(citation: _Element) -> str:
    """Return "Authors (year). Title. Source volume(issue): pages. Place: Publisher. doi:…".

    Links and comments ("Accessed 1 March 2006") stay out: they are in the item.
    """
    found = _fields(citation)
    people, year = _people(found), found.get("year", "")
    head = " ".join(part for part in (people, f"({year})" if year else "") if part)
    title = found.get("title") or found.get("chapter-title", "")
    volume = found.get("volume", "") + (f"({found['issue']})" if found.get("issue") else "")
    source = " ".join(p for p in (found.get("source", "").rstrip("."), volume) if p)
    if found.get("author") and found.get("editor"):
        editors = ", ".join(_short_name(name) for name in found["editor"])
        source = f"In: {editors}, editors. {source}"
    place = ": ".join(found[key].strip(" :") for key in ("publisher-loc", "publisher-name") if found.get(key))
    pages = found.get("page", "")
    parts = [head, title, f"{source}: {pages}" if source and pages else source or pages, place]
    parts.append(f"doi:{found['doi']}" if found.get("doi") else "" if title else found.get("uri", ""))
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def _people(found: dict[str, Any]) -> str:
    """Return the authors, else the editors, as a plain style prints them."""
    names = [_short_name(name) for name in found.get("author") or found.get("editor") or []]
    return ", ".join([*names, "et al"] if "etal" in found and names else names)


def _short_name(name: dict[str, str]) -> str:
    return name.get("literal") or f"{name.get('family', '')} {name.get('given', '')}".strip()


def _fields(citation: _Element) -> dict[str, Any]:
    """Return what the elements of a citation say, the first of each kind."""
    found: dict[str, Any] = {}
    for element in citation.iter():
        tag = local_name(element)
        value = plain_text(element)
        if tag in ("name", "collab", "string-name") and not _inside_name(element, citation):
            found.setdefault(_role(element, citation), []).append(_name(element, tag))
        elif tag == "article-title":
            found.setdefault("title", value)
        elif tag in ("pub-id", "object-id"):
            found.setdefault(element.get("pub-id-type", "id"), value)
        elif tag in ("ext-link", "uri"):
            found.setdefault("uri", element.get("{http://www.w3.org/1999/xlink}href") or value)
        elif tag == "comment" and len(value) < 200:
            found.setdefault("comment", value)
        elif tag == "etal":
            found.setdefault(tag, "et al")
        elif value and (tag in _NESTED or not len(element)):
            found.setdefault(tag, value)
    found.setdefault("title", found.pop("data-title", ""))
    first, last = found.get("fpage", ""), found.get("lpage", "")
    joined = f"{first}-{last}" if last and last != first else first
    found["page"] = found.get("page-range") or joined or found.get("elocation-id", "")
    if "doi" not in found and (doi := Doi.find(found.get("comment", "") or found.get("uri", ""))):
        found["doi"] = doi.value
    return found


def _inside_name(element: _Element, citation: _Element) -> bool:
    """Return True for a ``collab`` within a name or a name within a ``collab``."""
    parent = element.getparent()
    while parent is not None and parent is not citation:
        if local_name(parent) in ("name", "string-name", "collab"):
            return True
        parent = parent.getparent()
    return False


def _role(element: _Element, citation: _Element) -> str:
    parent = element.getparent()
    while parent is not None and parent is not citation:
        if local_name(parent) == "person-group":
            role = parent.get("person-group-type", "author")
            return {"editor": "editor", "editors": "editor", "translator": "translator"}.get(role, "author")
        parent = parent.getparent()
    return "author"


def _name(element: _Element, tag: str) -> dict[str, str]:
    parts = {local_name(child): plain_text(child) for child in element}
    if tag == "collab" or not parts.get("surname"):
        return {"literal": plain_text(element)}
    name = {"family": parts["surname"], "given": parts.get("given-names", "")}
    return {key: value for key, value in (name | {"suffix": parts.get("suffix", "")}).items() if value}


def item_of(citation: _Element, identity: str) -> Item | None:
    """Return the item that a citation's elements hold, None where they hold neither title nor source."""
    found = _fields(citation)
    title, source = found["title"], found.get("source", "")
    chapter = found.get("chapter-title", "")
    if not (title or source or chapter):
        return None
    declared = citation.get("publication-type") or citation.get("citation-type") or ""
    kind = _TYPES.get(
        declared.lower(), "article-journal" if title and source and found["page"] else "document"
    )
    whole = not (title or chapter)
    if kind == "book" and not whole:
        kind = "chapter"
    data: dict[str, Any] = {
        "id": identity,
        "type": kind,
        "title": source if whole else (title or chapter),
        "container-title": "" if whole else source,
        "author": found.get("author"),
        "editor": found.get("editor"),
        "issued": _issued(found),
        "volume": found.get("volume"),
        "issue": found.get("issue"),
        "page": found["page"],
        "publisher": found.get("publisher-name"),
        "publisher-place": found.get("publisher-loc"),
        "edition": found.get("edition"),
        "event-title": found.get("conf-name"),
        "ISBN": found.get("isbn"),
        "ISSN": found.get("issn"),
        "PMID": found.get("pmid"),
        "PMCID": found.get("pmcid"),
        "URL": found.get("uri"),
        "note": found.get("comment"),
        "DOI": doi.value if (doi := Doi.parse(found.get("doi"))) else None,
    }
    return Item({key: value for key, value in data.items() if value})


def _issued(found: dict[str, Any]) -> dict[str, Any] | None:
    year = _DIGITS.search(found.get("year", ""))
    if year is None:
        return None
    parts = [int(year.group())]
    for key in ("month", "day"):
        if not _DIGITS.fullmatch(found.get(key, "")):
            break
        parts.append(int(found[key]))
    return {"date-parts": [parts]}
