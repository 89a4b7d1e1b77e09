"""Tables and boxes that the text speaks of and that are no part of it as read: they may cite works too."""

from __future__ import annotations

import re

from refs.model import Article, BlockKind

# "(Table 1; see also Text S1)", "Tab. 2", "siehe Tabelle 3", "le Tableau 1", "Box 4"; not "Table S1"
_MENTION = re.compile(
    r"\b((?:Table|Tab\.|Tabelle|Tableau|Tabla|Tabela|Tabella|Box|Kasten)[ \u00a0]\d{1,2})(?!\.?\w)"
)
# "Table S2", "Text S1", "Supplementary Table 3"
_SUPPLEMENT = re.compile(
    r"\b(?:(?:Table|Text|Dataset|Protocol)[ \u00a0]S\d{1,2}"
    r"|Supplementa(?:ry|l) (?:Table|Text|Note|Data)[ \u00a0]S?\d{1,2})\b"
)
# "Table 1: Overhead", "Table 2 Model fit"; not "Table 6 summarizes the results", which begins a paragraph
_CAPTION = re.compile(rf"^[\W_]{{0,8}}{_MENTION.pattern}(?=\s*[.:|–—-]|\s*$|\s+[^\W\d_a-zäöüß])", re.M)


def unread_tables(article: Article) -> tuple[str, ...]:
    """Return the tables and boxes that are mentioned by number and of which nothing was read.

    >>> unread_tables(Article("", "text", "Seven studies were small (Table 1). Table 2 gives the means."))
    ('Table 1', 'Table 2')
    >>> unread_tables(Article("", "text", "Seven were small (Table 1).\\n\\nTable 1. Size\\nNeff 2003  12"))
    ()
    """
    if any(block.kind is BlockKind.TABLE for block in article.blocks):
        return ()
    known = {_plain(m.group(1)) for m in _CAPTION.finditer(article.text)}
    mentioned = dict.fromkeys(_plain(m.group(1)) for m in _MENTION.finditer(article.text))
    return tuple(name for name in mentioned if name not in known)


def supplements(article: Article) -> tuple[str, ...]:
    """Return the parts of a supplement that are mentioned: they may cite works at the end of the list.

    >>> supplements(Article("", "text", "Genes of day 2 (Table S4) and day 8 (Supplementary Table 2)."))
    ('Table S4', 'Supplementary Table 2')
    """
    return tuple(dict.fromkeys(_plain(m.group()) for m in _SUPPLEMENT.finditer(article.text)))


def _plain(name: str) -> str:
    return name.replace("\u00a0", " ")
