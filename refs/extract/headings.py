"""Headings that begin a list of references, headings that end one, and what kind of list they name."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from refs.model import fold

ARTICLE, FURTHER, SUPPLEMENT, COMMENT = "article", "further-reading", "supplement", "comment"


class ListHeading(NamedTuple):
    """What a heading announces: a kind of list, and how far the words alone can be trusted (0 to 1)."""

    list: str
    trust: float


_TRUST = {ARTICLE: 1.0, "notes": 0.3, FURTHER: 0.8, SUPPLEMENT: 0.9}
"""How far the words of a section's headings can be trusted to stand above references."""


def _load() -> tuple[dict[str, ListHeading], frozenset[str], frozenset[str]]:
    """Return the headings of lists, those that end one, those inside; from ``data/extract/headings.txt``."""
    kinds: dict[str, ListHeading] = {}
    ends: set[str] = set()
    parts: set[str] = set()
    section = ""
    for line in files("refs.data").joinpath("extract/headings.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            form = fold(line)
            if section == "end":
                ends.add(form)
            elif section == "part":
                parts.add(form)
            else:
                kind = ARTICLE if section == "notes" else section
                kinds.setdefault(form, ListHeading(kind, _TRUST[section]))
    return kinds, frozenset(ends), frozenset(parts)


_KINDS, _ENDS, _PARTS = _load()
_SCOPES = ("references", "bibliography", "literature", "works", "literatur")
LIST_WORDS = frozenset(form.split()[0] for form in _KINDS) | frozenset(_SCOPES)
"""The words that headings of lists begin with."""
_SECOND_WORDS = frozenset(form.split()[1] for form in _KINDS if " " in form) | frozenset(
    "cited for to of in from zu zum".split()
)
"""The second words of headings of lists, and of those for a chapter."""

# "7. References", "VII References", "A.2 Bibliography", "Chapter 3 References", "[References]"
_NUMBERING = re.compile(
    r"^\W{0,4}(?:(?:chapter|kapitel|section)\s{1,3})?"
    r"(?:[A-Z]\.?\d{0,2}|[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3})[.):]{0,2}\s{1,5}(?=\S)",
    re.I,
)
_SPACED = re.compile(r"(?:\w ){4,40}\w")
# "4.2 Bibliography . . . . . . . 97": a line of the table of contents
_LEADERS = re.compile(r"(?:[.·…‧_]\s?){4}")
_TAIL = re.compile(r"(?:\s*\(\d{1,4}\)|\s*\[edit\]|\s*\[bearbeiten\]|[\s.]{1,60}\d{1,4})$", re.I)
# "Einzelnachweise[Bearbeiten | Quelltext bearbeiten]", "References[edit]"
_EDIT_LINK = re.compile(
    r"\s?\[[^\[\]]{0,30}(?:edit|bearbeiten|modifier|editar|modifica|bewerken|redigera)[^\[\]]{0,40}\]$", re.I
)
_SCOPED = re.compile(
    r"^(?:references|bibliography|literature cited|works cited|literatur)\s(?:for|to|of|in|from|zu|zum)\s"
    r"(?:chapter|this|the|section|part|kapitel)\b.{0,40}$"
)
_COMMENTS = re.compile(
    r"^(?:\d{1,5} )?(?:reader |user )?"
    r"(?:comments?|responses?|replies|kommentare?|commentaires?|comentarios?|thoughts?)(?: \d{1,5})?"
    r"(?: (?:on|to|zu|sur|auf) .{0,150})?$"
    r"|^(?:leave|post|write|add) (?:a|your) (?:comment|reply|response)$"
    r"|^(?:schreibe|hinterlasse) einen kommentar|^bisher noch keine kommentare|^join the discussion$"
)
# "// N responses": a line of code; "A comment on …": a title
_LONE_LETTER = re.compile(r"\W{0,4}[^\W\d_][.)]?\s(?!\w\s)")
_END_PREFIX = re.compile(
    r"^(?:appendix|annex|anhang|annexe|anexo|apendice|appendice|allegato|bijlage|bilaga|vedlegg|liite|dodatek"
    r"|zalacznik|priloha|приложение|додаток|附录|supplementary|supporting information"
    r"|chapter|kapitel|chapitre|capitulo|capitolo|rozdzial|kapitola|глава|part|teil)"
    r" (?:[a-zа-я]|\d{1,3}|[ivx]{1,5})\b"
    r"|^(?:about|uber) (?:the|this|den|die|das|our)? ?(?:author|autor|article|contributors)"
    r"|^(?:received|accepted|submitted|published)(?: on| in| online)? \d"
    r"|^(?:copyright|all rights reserved|cite as|citation)\b|^manuscript received"
    r"|^this (?:article|paper) (?:was|has been) (?:typeset|processed|prepared|written)"
    r"|^(?:(?:papers?|titles?|reports?|volumes?|publications?|discussion papers?|working papers?)"
    r" (?:already |previously |recently )?(?:published|available|issued)"
    r"|(?:recent|previous|earlier|other|further|latest) (?:discussion|working|research) papers"
    r"|(?:bisher|zuletzt|bereits)(?: in dieser reihe)? (?:erschienen|veroffentlicht)"
    r"|(?:dans la meme collection|deja parus|publicaciones de la serie))"
)

# What begins a paragraph after a list, whatever follows: "How to cite this article: Neff K. …"
_END_SENTENCE = re.compile(
    r"\W{0,3}(?:how to cite|cite (?:this|as)\b|to cite this|please cite|citation:|citation for this"
    r"|(?:recommended|suggested|preferred) citation|zitiervorschlag|zitierweise|zitation:|bitte zitieren"
    r"|pour citer|citer cet|como citar|cómo citar|citar este|cita recomendada|come citare"
    r"|correspond(?:ence|ing author)(?: concerning| to| should| may|:)|address (?:for )?correspondence"
    r"|this is an open.access|open access this"
    r"|this (?:article|work|paper) is (?:licensed|distributed|published)"
    r"|authors? declares?|(?:appendix|annex|anhang|annexe|anexo|appendice)\s?[:–—])",
    re.I,
)

END_WORDS = frozenset(form.split()[0] for form in _ENDS) | frozenset(
    "how cite to please citation recommended suggested preferred zitiervorschlag zitierweise zitation bitte "
    "pour citer como citar cita come correspondence corresponding address this open author authors "
    "appendix annex anhang annexe anexo apendice appendice allegato bijlage bilaga vedlegg liite dodatek "
    "zalacznik priloha приложение додаток 附录 supplementary supporting chapter kapitel chapitre capitulo "
    "capitolo rozdzial kapitola глава part teil about "
    "uber received accepted submitted published copyright all cite citation manuscript this "
    "papers titles reports volumes publications discussion working recent previous earlier other further "
    "latest bisher zuletzt bereits dans deja publicaciones".split()
)
"""The words that what stands after a list begins with: headings, ``_END_PREFIX``, ``_END_SENTENCE``."""

COMMENT_WORDS = frozenset(
    "reader user comment comments response responses replies kommentar kommentare commentaire commentaires "
    "comentario comentarios thought thoughts leave post write add schreibe hinterlasse bisher join".split()
)
"""The words that the forms of ``_COMMENTS`` begin with, a number aside."""

_LONGEST = 90


def list_heading(text: str) -> ListHeading | None:
    """Return what list of references a line announces, None if it is no such heading.

    >>> list_heading("7. Literaturverzeichnis")
    ListHeading(list='article', trust=1.0)
    >>> list_heading("R E F E R E N C E S").list, list_heading("Further reading").list
    ('article', 'further-reading')
    >>> list_heading("References to God in the text are rare") is None
    True
    """
    if len(text) > _LONGEST or text[-1:] in ",;":
        return None
    return _list_heading(text)


def is_part_heading(text: str) -> bool:
    """Return True for a heading inside a list, over the entries of one kind.

    >>> is_part_heading("Primary sources"), is_part_heading("1. Bücher:"), is_part_heading("Books by Neff")
    (True, True, False)
    """
    return len(text) <= _LONGEST and any(form in _PARTS for form in _forms(text))


def may_head_list(rest: str) -> bool:
    """Return False for what follows the first word of a heading if no heading goes on so.

    >>> may_head_list("reading"), may_head_list("the first time, we"), may_head_list("[edit]")
    (True, False, True)
    """
    second = rest.split(None, 1)[0].rstrip(".,:;").lower()
    return not (second.isascii() and second.isalpha()) or second in _SECOND_WORDS


def ends_in_page(text: str) -> bool:
    """Return True for a heading with a page behind it, as tables of contents and running heads have it.

    >>> ends_in_page("References 97"), ends_in_page("7 References")
    (True, False)
    """
    return text[-1:].isdigit() and _TAIL.search(text) is not None


@lru_cache(maxsize=4096)
def _list_heading(text: str) -> ListHeading | None:
    if _LEADERS.search(text):
        return None
    for form in _forms(text):
        if found := _KINDS.get(form):
            return found
        if _SCOPED.match(form):
            return ListHeading(ARTICLE, 0.9)
    return None


def is_end_heading(text: str) -> bool:
    """Return True for a line that begins something else than references.

    >>> is_end_heading("Appendix A: Questionnaire"), is_end_heading("About the author")
    (True, True)
    >>> is_end_heading("Anhang: Fragebogen"), is_end_heading("(Teil 3)")
    (True, False)
    """
    return _END_SENTENCE.match(text) is not None or (len(text) <= 160 and _is_end_heading(text))


@lru_cache(maxsize=4096)
def _is_end_heading(text: str) -> bool:
    if "©" in text[:3]:
        return True
    if text[:1] == "(":
        return False  # NOTE: "(Teil 3)" ends an entry
    forms = _forms(text)
    if any(form in _ENDS for form in forms):
        return True
    return text.rstrip()[-1:] not in ".,;" and any(_END_PREFIX.match(form) for form in forms)


def is_comment_heading(text: str) -> bool:
    """Return True for a line above readers' comments.

    >>> is_comment_heading("Reader Comments (2)"), is_comment_heading("Comments on Neff (2003)")
    (True, True)
    """
    if len(text) > 159 or _LONE_LETTER.match(text):
        return False
    return any(_COMMENTS.match(form) for form in _forms(text))


def _forms(text: str) -> list[str]:
    """Return a heading folded, with and without numbering and letter-spacing."""
    bare = (_EDIT_LINK.sub("", text) if text.endswith("]") else text).strip(" \t*_#=:.–—-|•[]()")
    if bare[1:2] == " " and _SPACED.fullmatch(bare):
        bare = bare.replace(" ", "")
    plain = fold(bare) or bare
    forms = [plain]
    numbered = _NUMBERING.sub("", bare, count=1)
    if numbered != bare:
        forms.append(fold(numbered))
    tailed = _TAIL.sub("", bare) if bare[-1:].isdigit() else bare
    if tailed != bare:
        forms.append(fold(tailed))
        forms.append(fold(_NUMBERING.sub("", tailed, count=1)))
    return forms
