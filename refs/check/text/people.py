"""Whether what a citation names are people whose work a list must hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from refs.model import Citation, fold, fold_compact

INTERVIEWS = 4
"""So many lone names of one year that the list lacks are those of people who were interviewed."""
_REACH = 90
"""Characters behind a citation in which "cited in" speaks of it."""
# "(Freud, 1900, as cited in Gay, 1988)", "(Weber 1904, zit. n. Mommsen 1974)": the list holds the second work
_SECOND_HAND = re.compile(
    r"[^.()\[\];]{0,40}?\b(?:(?:as\s+)?(?:cited|quoted|reproduced|reprinted)\s+(?:in|by|from|after)\b"
    r"|zit(?:\.|iert)?\s*(?:n\.|nach|in|bei)"
    r"|(?:cit[ée]e?s?|citado|citato|citada)\s+(?:dans|par|en|in|da|por)\b|cit\.\s+in\b|apud\b)",
    re.I,
)
# "(Companies Act, 2006)", "(Treaty of Lisbon, 2007)", "Persönlichkeitsstudie (2003)"
_WORKS_OF_NO_ONE = frozenset(
    "act acts bill treaty convention directive regulation regulations code law laws constitution declaration "
    "agreement protocol charter report survey census study olympics conference congress edition version "
    "revision amendment statute order decree summit festival cup championship championships election "
    "elections crisis war hurricane earthquake pandemic exhibition programme program project plan strategy "
    "guidelines standard standards gesetz verordnung richtlinie vertrag abkommen bericht studie umfrage wahl "
    "wahlen krise krieg messe ausstellung programm loi accord traité rapport enquête ley tratado informe "
    "encuesta legge trattato interview mitteilung auskunft gespräch telefonat brief email mail entretien "
    "entrevista intervista conversation correspondence letter übersetzung hervorhebung herv übers emphasis "
    "translation".split()
)
"""Last words of what bears a year and has no author: laws, surveys, events."""
_NOUNS = re.compile(r"(?:keit|heit|schaft|tion|ität|ismus|verhalten|politik|ology|ography)(?:en?|s)?$")
"""Ends of nouns that no surname has."""
_WORD = 10
"""Letters and blanks of a determiner, at most."""
_WITH_DETERMINER = re.compile(
    r"\b(?:the|this|these|an?|der|die|das|des|dem|den|eine?[rsmn]?|unsere?"
    r"|le|la|les|un|une|el|los|las|il|lo|gli|os)\s$",
    re.I,
)
_INTERVIEWED = re.compile(r"\b(?:interview|informant|proband|befragt|entretien|entrevist)", re.I)
_TOLD_OF = 3
"""Times that a text tells of a person it interviewed, at least."""


def says_et_al(citation: Citation) -> bool:
    """True for "Neff et al.", wherever its line ends."""
    return "et al" in " ".join(citation.text.split())


def names_no_people(citation: Citation, text: str) -> bool:
    """True for a citation of something that no list needs to hold, or whose names are those of no authors.

    >>> text = "Data from Charakter und Wahlverhalten (2003). Das Wahlverhalten der Charakter wird gemessen."
    >>> cited = Citation("", (10, 46), names=("Charakter", "Wahlverhalten"), year="2003")
    >>> names_no_people(cited, text)
    True
    >>> names_no_people(Citation("", (0, 10), names=("Germer",), year="2009"), text)
    False
    """
    return (
        fold(citation.names[-1]).split()[-1:] in [[word] for word in _WORKS_OF_NO_ONE]
        or _are_common_words(citation, text)
        or _was_interviewed(citation, text)
    )


def is_second_hand(citation: Citation, text: str) -> bool:
    """True for a work that the text knows from another: "(Freud, 1900, as cited in Gay, 1988)"."""
    end = citation.span[1] if citation.span is not None else 0
    return bool(end) and _SECOND_HAND.match(text, end, end + _REACH) is not None


def _are_common_words(citation: Citation, text: str) -> bool:
    """True for nouns, by their ends or by a determiner before one elsewhere: "das Wahlverhalten"."""
    if says_et_al(citation) or len(citation.names) > 2:
        return False
    if any(_NOUNS.search(name) for name in citation.names):
        return True
    start, end = citation.span or (0, 0)
    return any(not start <= place < end for name in citation.names for place in _with_determiner(name, text))


@lru_cache(maxsize=1024)
def _with_determiner(name: str, text: str) -> tuple[int, ...]:
    """Return where a name stands behind a determiner: "das Wahlverhalten"."""
    pattern = rf"{re.escape(name)}\b(?!\s?(?:\(|[–—-]|et al|and\b|und\b|&|['’]))"
    places = (found.start() for found in re.finditer(pattern, text))
    return tuple(
        place for place in places if _WITH_DETERMINER.search(text, max(0, place - _WORD), place) is not None
    )


def _was_interviewed(citation: Citation, text: str) -> bool:
    """True for a lone name that an article on interviews tells of more often than it cites it."""
    if len(citation.names) != 1 or says_et_al(citation) or not _tells_of_interviews(text):
        return False
    return _is_told_of(citation.names[0], text)


@lru_cache(maxsize=1024)
def _is_told_of(person: str, text: str) -> bool:
    name = re.escape(person)
    cited = len(re.findall(rf"\b{name},?\s\(?\d{{4}}", text))
    # NOTE: "when Micky left", not "Jürgen Habermas said" nor the head of a page, "Guy Peters / Two Futures".
    told = len(re.findall(rf"(?:[a-zäöüß,]|[.!?]['\"”]?)\s{name}\s[a-zäöüß]", text))
    return told >= _TOLD_OF and told > cited


@lru_cache(maxsize=4)
def _tells_of_interviews(text: str) -> bool:
    return _INTERVIEWED.search(text) is not None


def without_interviews(citations: Sequence[Citation]) -> list[Citation]:
    """Return the citations less those of many lone names in one year: so the people interviewed are cited."""
    lone: dict[str, set[str]] = {}
    for citation in citations:
        if len(citation.names) == 1 and citation.year:
            lone.setdefault(citation.year, set()).add(fold_compact(citation.names[0]))
    years = {year for year, names in lone.items() if len(names) >= INTERVIEWS}
    return [c for c in citations if len(c.names) != 1 or c.year not in years]
