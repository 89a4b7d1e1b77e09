"""Entry types and CSL types: which is which in BibTeX and in BibLaTeX, in both directions.

Origin: the biblatex manual (2.1), Crossref's and Better BibTeX's own mappings, CSL 1.0.2's list of types.
Where an entry type stands for several CSL types, ``entrysubtype`` carries the CSL type.
"""

from __future__ import annotations

from refs.model import Item

CSL_TYPE = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "book",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
"""Entry type → CSL type. An entry type not listed reads as "document" and is reported."""

CSL_TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic "
    "collection "
    "dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview "
    "legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent "
    "performance periodical personal_communication post post-weblog regulation report review review-book "
    "software song speech standard thesis treaty webpage".split()
)
SUBTYPE_TO_CSL = {
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "preprint": "article",
    "dictionary": "entry-dictionary",
    "blog": "post-weblog",
}
"""Values of ``entrysubtype`` that mean a CSL type, beside the CSL types' own names."""
_CSL_TO_SUBTYPE = {csl: subtype for subtype, csl in SUBTYPE_TO_CSL.items()}

_BIBTEX = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "classic": "book",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_BIBLATEX = _BIBTEX | {
    "article": "online",
    "dataset": "dataset",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "patent": "patent",
    "post": "online",
    "post-weblog": "online",
    "report": "report",
    "software": "software",
    "thesis": "thesis",
    "webpage": "online",
}
_IN_A_WHOLE = frozenset({"incollection", "inreference"})
PARTS_OF_BOOKS = frozenset(
    "bookinbook conference inbook incollection inproceedings inreference suppbook suppcollection".split()
)
"""Entry types whose container is ``booktitle``."""
PERIODICALS = frozenset({"article", "suppperiodical", "review"})
"""Entry types whose container is ``journal`` and whose ``number`` is CSL's issue."""


def entry_type_for(item: Item, *, biblatex: bool) -> tuple[str, str]:
    """Return the entry type an item is written as, and its ``entrysubtype`` ("" where the type says it all).

    >>> entry_type_for(Item({"type": "chapter", "container-title": "A Handbook"}), biblatex=False)
    ('inbook', '')
    >>> entry_type_for(Item({"type": "article", "genre": "Preprint"}), biblatex=True)
    ('online', 'preprint')
    """
    csl = item.type or "document"
    entry_type = (_BIBLATEX if biblatex else _BIBTEX).get(csl, "misc")
    if entry_type in _IN_A_WHOLE and not item.editor:
        entry_type = "inbook"  # @incollection and @inreference want an editor
    elif entry_type == "book" and biblatex and item.editor and not item.author:
        entry_type = "collection"
    elif entry_type == "phdthesis" and "master" in item.text("genre").lower():
        entry_type = "mastersthesis"
    elif entry_type in ("misc", "online") and item.container_title:
        entry_type = "inbook" if any(item.get(key) for key in ("ISBN", "edition", "editor")) else "article"
    back = CSL_TYPE[entry_type]
    return entry_type, "" if csl == back else _CSL_TO_SUBTYPE.get(csl, csl)


def csl_type_of(entry_type: str, fields: dict[str, str]) -> str:
    """Return the CSL type that an entry is, from its type and what its fields tell.

    >>> csl_type_of("misc", {"eprint": "1706.03762", "archiveprefix": "arXiv"})
    'article'
    >>> csl_type_of("misc", {"entrysubtype": "motion picture"})
    'motion_picture'
    """
    subtype = fields.get("entrysubtype", "").strip().lower()
    if (csl := subtype.replace(" ", "_")) in CSL_TYPES:
        return csl
    if subtype in SUBTYPE_TO_CSL and entry_type not in ("book", "thesis"):
        return SUBTYPE_TO_CSL[subtype]
    csl = CSL_TYPE.get(entry_type, "document")
    if csl in ("document", "webpage", "manuscript") and "eprint" in fields:
        return "article"
    if entry_type == "misc" and ("url" in fields or "\\url" in fields.get("howpublished", "")):
        return "webpage" if "doi" not in fields else csl
    return csl
