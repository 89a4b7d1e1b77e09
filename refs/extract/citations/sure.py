"""Whether names and a year that no reference answers can be nothing but a citation."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from refs.extract.citations.names import Unit, is_month, says_others
from refs.model import fold

_PUBLISHERS = [["press"], ["verlag"], ["university"], ["publishers"], ["publishing"], ["books"]]
"""Last words of publishers: "(Cambridge: Polity Press, 2002)" is an imprint, no citation."""
# "(", "; ", "(see ", "; vgl. auch "
_IN_A_BRACKET = re.compile(
    r"[(\[;]\s{0,16}(?:(?:see|cf\.|e\.g\.,?|also|vgl\.|siehe|auch|voir|v[ée]ase)\s{1,16}){0,2}$"
)
# What leads to someone who wrote: "According to ", "Selon ", "see ", "criticised by "
_ACCORDING_TO = re.compile(
    r"(?:\b(?:[Aa]ccording to|[Ss]elon|[Dd]e acuerdo con|[Ss]egún|[Cc]onforme|[Ss]econdo|[Ll]aut|[Ff]ollowing"
    r"|[Ss]ee(?: also)?|[Cc]f\.|[Vv]gl\.|[Ss]iehe|[Cc]fr\.|[Vv]oir|[Vv]éase|[Ss]egundo"
    r"|(?:defined|proposed|coined|introduced|critici[sz]ed|developed|reviewed) by)|[Dd]['’]après)\s{1,12}$"
)
# What people do in what they write, and neither towns nor treaties: " argues", " has suggested", " définit"
_SAYS = re.compile(
    r"\s{1,12}(?:(?:has|had|have|also|first|later|himself|herself|rightly|a|ha|hat|y)\s){0,2}"
    r"(?:(?:claim|suggest|maintain|contend|assert|remark|coin)(?:s|ed)|argue[sd]?|propos(?:es|ed)|conclud(?:es|ed)"
    r"|(?:distinguish|discuss|hypothesi[sz]|theori[sz]|emphasi[sz]|critici[sz]|defin|describ)(?:es|ed)"
    r"|writes|wrote|written|points? out|pointed out"
    r"|(?:notes|noted|observed|observes|reports|reported|found|shows|showed|shown) that"
    r"|argumentiert|schreibt|schrieb|betont|definiert|unterscheidet|kritisiert|behauptet"
    r"|spricht von|sprach von|affirme|soutient|propose|définit|écrit|distingue|souligne|critique|défend"
    r"|montre que|afirma|sostiene|propone|define|señala|plantea|argumenta|critica"
    r"|propõe|defende|aponta|destaca|afferma|osserva|definisce|scrive)\b"
)
_DETERMINED = re.compile(
    r"\b(?:the|a|an|this|these|its|their|der|die|das|le|la|les|l['’]|el|los|las|il|lo|gli|os|as|o)\s$", re.I
)


def is_surely_citation(unit: Unit, text: str) -> bool:
    """Return True for a unit without a reference that can be nothing but a citation."""
    written = text[unit.start : unit.end]
    if len(unit.names) == 1 and is_month(unit.names[0]):
        return False
    if all(name.isupper() and len(name) > 2 for name in unit.names):
        return False
    if fold(unit.names[-1]).split()[-1:] in _PUBLISHERS:
        return False
    if says_others(written) or len(unit.names) > 1:
        return True
    # NOTE: "(Berlin, 2019)" says where and when.
    return not unit.narrative and "," in written and not _is_place(unit.names[0])


def stands_between_others(unit: Unit, text: str) -> bool:
    """Return True for a unit that fills a place in a bracket: "Bean 1973" in "(Neff 2003; Bean 1973)"."""
    ends = text[unit.end : unit.end + 2].lstrip()[:1]
    begins = _IN_A_BRACKET.search(text, max(0, unit.start - 24), unit.start)
    is_name = not all(name.isupper() for name in unit.names)
    is_name = is_name and not _is_place(unit.names[0]) and not is_month(unit.names[0])
    return not unit.narrative and is_name and ends in (";", ")", "]") and begins is not None


def is_said_to_say(unit: Unit, text: str) -> bool:
    """Return True for one name in a sentence that says what it has written: "According to Beck (1986)".

    >>> def said(text):
    ...     unit = Unit(("Beck",), ("1986",), text.index("Beck"), text.index(")") + 1, True, "")
    ...     return is_said_to_say(unit, text)
    >>> said("Beck (1986) argues that"), said("See Beck (1986)."), said("In Beck (1986) it rained")
    (True, True, False)
    """
    name = unit.names[0]
    if not unit.narrative or len(unit.names) > 1 or name.isupper() or _is_place(name) or is_month(name):
        return False
    before = text[max(0, unit.start - 60) : unit.start]
    return _ACCORDING_TO.search(before) is not None or (
        _SAYS.match(text, unit.end) is not None and _DETERMINED.search(before) is None
    )


def _is_place(name: str) -> bool:
    return fold(name).split()[-1] in _places()


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Return the words of places of publication, and of countries."""
    lines = files("refs.data").joinpath("parse/places.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
