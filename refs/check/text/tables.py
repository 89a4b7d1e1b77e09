"""What the text speaks of and the file does not hold, and may cite works too: tables, boxes, supplements."""

from __future__ import annotations

import re
from itertools import pairwise

from refs.model import Article, BlockKind

# "(Table 1; see also Text S1)", "Tab. 2", "siehe Tabelle 3", "le Tableau 1", "Box 4"; not "Table S1"
_MENTION = re.compile(
    r"\b((?:Table|Tab\.|Tabelle|Tableau|Tabla|Tabela|Tabella|Box|Kasten)\s\d{1,2})(?!\.?\w)"
)
# "[8, Table 2]", "(Neff, 2003, Table 1)", "Table 2 of [8]", "Table 1 in Neff (2003)": of a work cited
_OF_A_WORK = re.compile(r"(?:\d[a-z]?|et al\.)[\])]?[,:;]?\s(?:see\s|pp?\.\s\d+,\s)?$")
_IN_A_WORK = re.compile(
    r"\s(?:of|in|from|by)\s(?:\[\d|refs?\.|reference\s\d|[^\W\d_a-z][\w’'-]+\s(?:et\sal|and\s|&|\())"
)
# "Table S2", "Text S1", "Supplementary Table 3"
_SUPPLEMENT = re.compile(
    r"\b(?:(?:Table|Text|Dataset|Protocol|Appendix|File)[ \u00a0]S\d{1,2}"
    r"|(?:Supplementa(?:ry|l)|Supporting) (?:Table|Text|Note|Data|File|Appendix|Materials?|Information)"
    r"(?:[ \u00a0]S?\d{1,2})?|[Oo]nline (?:[Ss]upplement|[Aa]ppendix))\b"
)
_APPENDIX = re.compile(
    r"\b((?:Appendix|Anhang|Annexe|Annex|Apéndice|Anexo)(?:[ \u00a0](?:[A-H]|\d))?)\b(?![ \u00a0]S\d)"
)
# "Table 1: Overhead", "Table 2 Model fit"; not "Table 6 summarizes the results", which begins a paragraph
_CAPTION = re.compile(rf"^[\W_]{{0,8}}{_MENTION.pattern}(?=\s*[.:|–—-]|\s*$|\s+[^\W\d_a-zäöüß])", re.M)
# "The studies included are listed in …", "references for the data are given in …", "sources: see …"
_WORKS = (
    r"\b(?:stud(?:y|ies)|references?|sources?|papers?|publications?|trials?|citations?|literature|works|reports"
    r"|Studien|Quellen|Literatur(?:angaben)?|Belege)\b"
)
_HELD = (
    r"\b(?:listed|given|found|provided|included|reported|summari[sz]ed|described|cited|available|shown"
    r"|in|see|siehe)\b"
)
_STUDIES_MARKED = re.compile(
    r"(?:asterisk|\*|†|‡|Sternchen)[^.\n]{0,160}"
    r"\b(?:stud(?:y|ies)|meta-?analy\w+|included|review|sample|Studien|einbezogen\w*)"
    r"|\b(?:stud(?:y|ies)|references|articles|papers|entries|works|reports|Studien)\b[^.\n]{0,120}"
    r"\b(?:marked|preceded|indicated|denoted|prefixed|identified|flagged|gekennzeichnet|markiert)\b"
    r"[^.\n]{0,60}(?:asterisk|\*|†|‡|dagger|Sternchen)",
    re.I,
)
_OF_INTEREST = re.compile(
    r"\b(?:of (?:special|outstanding|particular|major|considerable)|besondere[rs]?) ", re.I
)
_SENTENCE = 200
"""Characters before the name of a part in which its sentence says what it holds."""
_BOXES = frozenset({"box", "aside"})
_MARKUP = frozenset("latex jats html epub docx odt tei".split())
"""Formats whose tables are told from text: where they have a caption they have the table."""


def unread_tables(article: Article) -> tuple[str, ...]:
    """Return the tables and boxes that are mentioned by number and of which nothing was read.

    >>> unread_tables(Article("", "text", "Seven studies were small (Table 1). Table 2 gives the means."))
    ('Table 1', 'Table 2')
    >>> unread_tables(Article("", "text", "Seven were small (Table 1).\\n\\nTable 1. Size\\nNeff 2003  12"))
    ()
    >>> unread_tables(Article("", "text", "Seven were small [8, Table 2], as in Table 1 of [8]."))
    ()
    """
    return tuple(mentions_of_tables(article))


def mentions_of_tables(article: Article) -> dict[str, int]:
    """Return the tables and boxes of which nothing was read, and where each is first mentioned."""
    text = article.text
    known = {_plain(m.group(1)) for m in _CAPTION.finditer(text)}
    found: dict[str, int] = {}
    for mention in _MENTION.finditer(text):
        before = text[max(0, mention.start() - 14) : mention.start()]
        if not _OF_A_WORK.search(before) and not _IN_A_WORK.match(text, mention.end()):
            found.setdefault(_plain(mention.group(1)), mention.start())
    if not found:
        return found
    count = _tables_read(article)
    has_boxes = any(block.region in _BOXES for block in article.blocks)
    return {
        name: place
        for name, place in found.items()
        if name not in known and (not has_boxes if _is_box(name) else int(name.split()[-1]) > count)
    }


def _tables_read(article: Article) -> int:
    """Return how many tables the article holds at most; captions need not print their numbers."""
    kinds = [block.kind for block in article.blocks]
    tables = sum(kind is BlockKind.TABLE and before is not kind for before, kind in pairwise([None, *kinds]))
    captions = kinds.count(BlockKind.CAPTION) if article.format in _MARKUP else 0
    return max(tables, captions)


def _is_box(name: str) -> bool:
    return name.startswith(("Box", "Kasten"))


def supplements(article: Article) -> tuple[str, ...]:
    """Return the parts of a supplement that are mentioned: they may cite works at the end of the list.

    >>> supplements(Article("", "text", "Genes of day 2 (Table S4) and day 8 (Supplementary Table 2)."))
    ('Table S4', 'Supplementary Table 2')
    """
    return tuple(dict.fromkeys(_plain(m.group()) for m in _SUPPLEMENT.finditer(article.text)))


def works_elsewhere(article: Article) -> tuple[str, ...]:
    """Return the supplement or appendix in which the text says that works are listed, if it is not there.

    >>> works_elsewhere(Article("", "text", "The studies included are listed in Appendix B."))
    ('Appendix B',)
    >>> works_elsewhere(Article("", "text", "Studies are listed in Appendix B.\\n\\nAppendix B\\nNeff"))
    ()
    """
    text = article.text
    found: dict[str, bool] = {}
    for mention in (*_SUPPLEMENT.finditer(text), *_APPENDIX.finditer(text)):
        name = _plain(mention.group())
        low = max(0, mention.start() - _SENTENCE)
        start = max(low, text.rfind(". ", low, mention.start()), text.rfind("\n\n", low, mention.start()))
        said = text[start : mention.start()]
        if name not in found and re.search(_WORKS, said, re.I) and re.search(_HELD, said):
            found[name] = not _begins_a_line(text, name)
    return tuple(name for name, is_elsewhere in found.items() if is_elsewhere)


def marks_studies(article: Article) -> bool:
    """True where the article says that an asterisk marks the studies that it reviews: they are cited so.

    >>> marks_studies(Article("", "text", "References marked with an asterisk were included in the review."))
    True
    >>> marks_studies(Article("", "text", "Papers of special interest are marked with an asterisk (*)."))
    False
    """
    return any(
        not _OF_INTEREST.search(article.text[max(0, m.start() - 80) : m.end() + 80])
        for m in _STUDIES_MARKED.finditer(article.text)
    )


def _begins_a_line(text: str, name: str) -> bool:
    return re.search(rf"^[\W_]{{0,8}}{re.escape(name)}\b", text, re.M | re.I) is not None


def _plain(name: str) -> str:
    return " ".join(name.split())
