"""Lists of names as badly printed → as they were meant: glued names parted, what is no name cut off."""

from __future__ import annotations

import re

from refs.model.glued_names import part_glued_names
from refs.model.patterns import pattern
from refs.parse.fields.names import family_weight, given_weight

_NO_NAME = pattern(
    r"[\s,;(\[]*(?:\ba\.\s?a\.\s?O\b|\b(?:op|loc)\.\s?cit\b|[(\[][^()\[\]]*$).*$", re.S
)  # "Klaus Dorn, a. a. O.", "Gasser (o. J."
_WITH = pattern(
    r"\s*,?\s+(?:unter (?:Mitarbeit|Mitwirkung) von|in (?:Zusammenarbeit|collaboration) (?:mit|with)|"
    r"(?:avec|con|com) la colabora\w+ de|avec la collaboration (?:de|d['’])|"
    r"con la collaborazione di|with the assistance of)\s+"
)
_GIVEN_IN_BRACKETS = pattern(
    r"\s*\(((?:[A-Z][a-zé]?\.[\s-]?){1,4}|[A-Z][a-zéèïëô]{2,12}(?:-[A-Z][a-zéèïëô]{2,12})?)(?:\)|$)"
    r"(?=\s*(?:[,;&]|$|(?:et|and|und|y|e)\s))"
)  # "ARNAUD (A.-F.)", "Passard (Françoise) et Urlacher (J.-P.)"
_INSIDE = re.compile(r"[a-zß-öø-ÿłńśźżčšžěř][A-ZÀ-ÖØ-ÞŁŚŻŹČŠŽŘ]")
_LETTERS = pattern(r"[^\W\d_]{5,}")
_PREFIXES = frozenset(
    "mac fitz van von del des den der della san santa saint las los ter ten abu ibn bin ver".split()
)
_INITIALS_FOLLOW = re.compile(r",?\s(?:[A-Z]\.|[A-Z]{1,3}\b)")
_GLUED_AND = pattern(r"\b([^\W\d_]{3,20})(und|and|u\.)\s(?=[A-Z])")
_AND_BEFORE_INITIALS = pattern(
    r"(?<=[.\s-])([^\W\d_]{3,20})(and|und)\s?(?=(?:[A-Z]\.\s?){1,3}[A-Z][^\W\d_A-Z]{1,20}[\s,.]*$)"
)  # "R. Lenzand A. Stamm"
_ET_GLUED = pattern(r"\bet(?=(?:[A-Z]\.\s?){1,3}[A-Z])")
_AND_GLUED = pattern(r"\b(und|and)(?=[A-ZÄÖÜ])")
_STOP = re.compile(r"\.\s(?<=[^\W\d_A-Z]{4}\.\s)(?=[A-Z]\.)")
_RUN = pattern(r"(?:[^\W\d_]{2,25}(?:-[^\W\d_]{2,25})?\s(?:[^\W\d_]\.\s?){1,3}){2,}")
_TWO_IN_ONE = pattern(
    r"(?<=,\s)([^\W\d_]{2,25}(?:-[^\W\d_]{2,25})?\s(?:[^\W\d_]\.\s?){1,3})"
    r"(?=[^\W\d_]{2,25}(?:-[^\W\d_]{2,25})?\s(?:[^\W\d_]\.\s?){1,3}(?:,|$))"
)  # "BELL S., DORN N. NEFF L., HALL S."
_END_OF_INITIALS = pattern(r"(?<=\.)\s?(?=[^\W\d_]{2})")


def mended(text: str) -> str:
    """Return a list of names with slips of print and of readers mended.

    >>> mended("Brandt, Harald, SabineKeller"), mended("Lenz, Edgarund Rudolf Stamm")
    ('Brandt, Harald, Sabine Keller', 'Lenz, Edgar und Rudolf Stamm')
    >>> mended("Klaus Dorn, a. a. O"), mended("J. C. Leuliet. J. F. Mangonnat")
    ('Klaus Dorn', 'J. C. Leuliet, J. F. Mangonnat')
    """
    if "(" in text:
        text = _GIVEN_IN_BRACKETS.sub(_given, text)
    if (
        ". O" in text
        or "cit" in text
        or text.count("(") > text.count(")")
        or text.count("[") > text.count("]")
    ):
        text = _NO_NAME.sub("", text)
    if " mit " in text or " von " in text or " d" in text or " with " in text:
        text = _WITH.sub(" und ", text)
    if "et" in text and " et" in text:
        text = _ET_GLUED.sub("et ", text)
    if _glued_and(text):
        text = _AND_BEFORE_INITIALS.sub(_without_and_before_initials, text)
        text = _GLUED_AND.sub(_without_and, text)
    if _INSIDE.search(text):
        text = part_glued_names(text)
        text = _LETTERS.sub(_parted, _AND_GLUED.sub(r"\1 ", text))
    if ". " in text:
        if "," in text:
            text = _TWO_IN_ONE.sub(r"\1, ", text)
        if text[1:2] in (".", "-"):
            return _STOP.sub(", ", text)
        if "," not in text and ";" not in text and _RUN.fullmatch(text):
            return _END_OF_INITIALS.sub(", ", text)  # "Дмитриев С.П. Шимелевич Л.И."
    return text


def _given(match: re.Match[str]) -> str:
    """Return ", A.-F." for " (A.-F.)" and ", Jean" for " (Jean)"."""
    given = match.group(1)
    before = match.string[: match.start()].rpartition(",")[0].rstrip()
    if before and before[-1] not in ");/&":
        return match.group()  # "Esty, Joshua (Jed)"
    return f", {given}" if "." in given or given_weight(given.split("-")[0]) > 1 else match.group()


def _glued_and(text: str) -> bool:
    """True where a word ends in "and", "und" or "u." that could be a word of its own."""
    return (
        text.count("und ") > text.count(" und ")
        or text.count("and ") > text.count(" and ")
        or text.count("u. ") > text.count(" u. ")
    )


def _parted(match: re.Match[str]) -> str:
    """Return "Sabine Keller" for "SabineKeller": a given name that the lists hold, and the rest."""
    word = match.group()
    before = match.string[: match.start()].rstrip()
    if (
        before
        and before[-1] not in ",;/&"
        and before.rpartition(" ")[2] not in ("und", "u.", "and", "et", "y")
    ):
        return word
    if _INITIALS_FOLLOW.match(match.string, match.end()):
        return word  # "RoyChowdhury, A."
    for i in range(3, len(word) - 1):
        if word[i].isupper() and word[i - 1].islower():
            first = word[:i]
            known = (
                first[1:].islower()
                and first.lower() not in _PREFIXES
                and (given_weight(first) > 1 or (len(first) > _LONG and _is_whole_name(match, first)))
            )
            return f"{first} {word[i:]}" if known and word[i + 1].islower() else word
    return word


_LONG = 4
"""So many letters less one has a given name at least that is parted though no list holds it."""
_ENDS = pattern(r"(?:-[^\W\d_]{2,25})?(?!,?\s*[A-Z]{1,3}\b)\s?(?:[,;/&]|$|(?:und|u\.|and|et|y)\s)")


def _is_whole_name(match: re.Match[str], first: str) -> bool:
    """True for one word between other names, no half of which is known: "Hoff, Anna, HeribertEngstler"."""
    others = bool(match.string[: match.start()].strip())
    unknown = given_weight(first) == family_weight(first) == 0
    return others and unknown and _ENDS.match(match.string, match.end()) is not None


def _without_and_before_initials(match: re.Match[str]) -> str:
    """Return "Lenz and " for the "Lenzand " before the initials of the last name, and "Roland " as it is."""
    word, conjunction = match.groups()
    before = match.string[: match.start()]
    known = family_weight(f"{word}{conjunction}") or given_weight(f"{word}{conjunction}")
    if known or not before.strip().endswith((".", "-")) or before.rstrip()[-2:-1].islower():
        return match.group()
    return f"{word} {conjunction} "


def _without_and(match: re.Match[str]) -> str:
    """Return "Edgar und " for "Edgarund ", and "Ferdinand " as it is."""
    word, conjunction = match.groups()
    whole = f"{word}{conjunction}".strip(".")
    given = given_weight(word)
    if given < 2 or given < family_weight(word) or given_weight(whole) or family_weight(whole):
        return match.group()
    return f"{word} {conjunction} "
