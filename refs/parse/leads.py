"""Where a reference itself begins: after a citation key or the signal words of a footnote."""

from __future__ import annotations

from refs.model.patterns import pattern

_KEY = pattern(
    r"\s*\[(?:[^\W\d_]{1,8}\+?'?\d{2,4}[a-z]?|[A-Z][A-Za-z]{0,3}[A-Z](?=\]\s*(?:[A-Z]\.|[^\W\d_]{2,20},\s)))\]\s*"
    r"(?=[^\W\d_])"
)  # "[TUF90] Tuft, J.: …", "[AH] M. Atiyah, N. Hitchin, …"
_NAME_YEAR = pattern(
    r"([^\W\d_](?:[^\W\d_]|['’-]){1,30})\b[^\d(),:;]{0,40}\s(?:1[89]|20)\d\d[a-z]?\s+(?=\1[\s,])"
)  # "Keen 2007 Keen, Andrew: …", "Ortega u. a. 2008 Ortega, F. ; …"
_SIGNAL = pattern(
    r"\s*(?:\d{1,3}[.)]?\s*)?(?:[Vv]gl\b|[Ss]iehe|[Cc]f\b|[Cc]fr\b|[Ss]ee|[Vv]oir|[Vv]éase|[Vv]edi|[Zz]ie)\.?"
    r"(?:,?\s(?:auch|dazu|hierzu|etwa|insbesondere|insb|bes|beispielsweise|nur|aber|ferner|näher|zuletzt|jedoch|"
    r"also|generally|especially|particularly|aussi|notamment|también|además|anche|inoltre|ook|(?:z\.\s?B|e\.\s?g|u\.\s?a)\b|"
    r"for (?:example|instance)|(?:zum|par|por|per) (?:Beispiel|exemple|ejemplo|esempio))\b[.,]{0,2}){0,4}"
    r":?\s+(?=[^\W\d_a-zß-öø-ÿ][^\W\d_]|v[ao]n\s|de\s|[A-Z]\.(?:\s?[A-Z]\.|-[A-Z]\.){0,3}\s?[A-Z][^\W\d_]+,\s)(?![A-Z]{2,3}[,.]|\w+\s[a-z]+\s[a-z])"
)  # "2 Vgl. auch Friedemann Maurer, …", "See also Ostrom, E., …"; not "See KA, Jones B"
_QUOTED = pattern(
    r"\s*(?:[Qq]uoted|[Cc]ited)\s(?:in|from|by)\s+(?=[A-Z][\w.]*\s[A-Z])"
)  # "Quoted in John Bell, …"
_CITATION = pattern(
    r"\s*(?:(?:Recommended|Suggested|Preferred)\s[Cc]itation:?|Citation:|[Cc]ite\sthis\s(?:article\s)?as:)\s+(?=[A-ZÀ-Þ])"
)  # "Recommended Citation Anders, Jo, …"
_SIGNS = frozenset("vscz")
"""First letters of the signal words."""


def start_of(raw: str) -> int:
    """Return where a reference begins in its string: 0, or behind what only leads to it.

    >>> [start_of(raw) for raw in ("[TUF90] Tuft, J.", "Vgl. auch Beck, U.", "Keen 2007 Keen, A.", "Beck")]
    [8, 10, 10, 0]
    """
    first = raw[:1]
    match = None
    if first == "[":
        match = _KEY.match(raw)
    elif first in "RSPC" and (match := _CITATION.match(raw)):
        pass
    elif first.isdigit() or first.lower() in _SIGNS:
        match = _SIGNAL.match(raw) or _NAME_YEAR.match(raw) or _QUOTED.match(raw)
    elif first in "qQ":
        match = _QUOTED.match(raw)
    elif first.isalpha():
        match = _NAME_YEAR.match(raw)
    return match.end() if match else 0


def without_lead(raw: str) -> str:
    """Return the string with blanks for what stands before the reference, so that every place stays.

    >>> without_lead("[TUF90] Tuft, J.: Graphs")
    '        Tuft, J.: Graphs'
    """
    start = start_of(raw)
    return " " * start + raw[start:] if start else raw
