"""The filters and tests that templates may use: small functions from rich text to rich text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote as percent_encode

from refs.model.date import PartialDate
from refs.model.patterns import pattern
from refs.render import rich_text
from refs.render.dates import DateForm, format_date, format_month, format_month_day, format_year
from refs.render.names import NameForm, format_names
from refs.render.numbers import PageFormat, en_dashes, format_pages, is_numeric, ordinal, several
from refs.render.rich_text import attach
from refs.render.titles import capitalised_first, title_case

Filter = Callable[..., Any]
# A DOI as it is mostly written, nothing before it.
_DOI = pattern(r"10\.\d{4,9}(?:\.\d+)*/\S")


def joined(pieces: Iterable[str], between: str = " ") -> str:
    """Return the pieces that hold anything, joined; punctuation is not doubled.

    >>> joined(["Is this the end?", "", "Nature"], ". ")
    'Is this the end? Nature'
    """
    text = ""
    for piece in pieces:
        piece = piece.strip()
        if piece:
            text = attach(text, between) + piece if text else piece
    return text


def sentences(pieces: Iterable[str]) -> str:
    """Return the pieces that hold anything as sentences, each with its point.

    >>> sentences(["Smith, J.", "(2019)", "Is this the end?"])
    'Smith, J. (2019). Is this the end?'
    """
    return ended(joined(pieces, ". "), ".")


def ended(text: str, mark: str = ".") -> str:
    """Return text with a mark at its end, nothing for nothing."""
    text = text.strip()
    return attach(text, mark) if text else ""


def before(text: str, prefix: str) -> str:
    """Return text with a prefix, nothing for nothing."""
    text = text.strip()
    return prefix + text if text else ""


def after(text: str, suffix: str) -> str:
    """Return text with a suffix, nothing for nothing."""
    text = text.strip()
    return attach(text, suffix) if text else ""


def parens(text: str) -> str:
    """Return text in round brackets, nothing for nothing."""
    text = text.strip()
    return f"({text})" if text else ""


def brackets(text: str) -> str:
    """Return text in square brackets, nothing for nothing."""
    text = text.strip()
    return f"[{text}]" if text else ""


def plural(things: Sequence[Any] | str, one: str, many: str) -> str:
    """Return the word for one or for many: names are counted, pages and numbers looked at."""
    if isinstance(things, str):
        return many if several(things) else one
    return many if len(things) > 1 else one


def doi_url(doi: str) -> str:
    """Return the address of a DOI in any spelling, as it is read: nothing is percent-encoded.

    >>> doi_url("doi:10.1037/PPM0000185"), doi_url("http://dx.doi.org/10.1000/x")
    ('https://doi.org/10.1037/PPM0000185', 'https://doi.org/10.1000/x')
    """
    bare = bare_doi(doi)
    return f"https://doi.org/{bare}" if bare else ""


def bare_doi(doi: str) -> str:
    """Return a DOI without "doi:" or an address before it.

    >>> bare_doi("https://doi.org/10.1000/X")
    '10.1000/X'
    """
    if _DOI.match(doi):
        return doi
    from refs.model.identifiers import Doi

    start = doi.find("10.")
    return doi[start:] if start >= 0 and Doi.parse(doi) is not None else doi


def linked(text: str, address: str = "") -> str:
    """Return text that leads to an address, by default to itself; only web addresses are linked."""
    address = address or text
    if not address.startswith(("http://", "https://")):
        return text
    return rich_text.link(text, percent_encode(address, safe=":/?#[]@!$&'()*+,;=%~"))


FILTERS: dict[str, Filter] = {
    "after": after,
    "bare_doi": bare_doi,
    "before": before,
    "bold": lambda text: rich_text.wrap(text.strip(), "b"),
    "brackets": brackets,
    "capitalised": capitalised_first,
    "doi_url": doi_url,
    "ended": ended,
    "italic": lambda text: rich_text.wrap(text.strip(), "i"),
    "joined": joined,
    "linked": linked,
    "ordinal": ordinal,
    "parens": parens,
    "part": lambda text, name: rich_text.part(text.strip(), name),
    "plural": plural,
    "sentences": sentences,
    "small_caps": lambda text: rich_text.wrap(text.strip(), "sc"),
    "sub": lambda text: rich_text.wrap(text.strip(), "sub"),
    "sup": lambda text: rich_text.wrap(text.strip(), "sup"),
}
TESTS: dict[str, Callable[[str], bool]] = {"numeric": is_numeric, "several": several}


def style_filters(
    names: Mapping[str, NameForm],
    dates: DateForm,
    pages: PageFormat,
    *,
    dash: str = "–",
    quotes: str = "american",
    long_prepositions: bool = True,
) -> dict[str, Filter]:
    """Return the filters bound to one style's ways with names, dates and pages."""

    def names_filter(value: Sequence[Mapping[str, Any]], form: str = "list", **changes: Any) -> str:
        chosen = names[form]
        return format_names(value, chosen._replace(**changes) if changes else chosen)

    def year(value: PartialDate | None) -> str:
        return format_year(value, dates)

    def month_day(value: PartialDate | None, short: bool = False) -> str:
        return format_month_day(value, dates, short=short)

    def date(value: PartialDate | None, short: bool = False) -> str:
        return format_date(value, dates, short=short)

    def pages_filter(value: str) -> str:
        return format_pages(value, pages, dash)

    def dashes(value: str) -> str:
        return en_dashes(value, dash)

    def month(value: PartialDate | None, short: bool = False) -> str:
        return format_month(value, dates, short=short)

    def month_year(value: PartialDate | None, short: bool = False) -> str:
        if value is None:
            return ""
        cut = replace(value, start=value.start[:2], end=value.end[:2])
        return format_date(cut, dates, short=short)

    def day_month(value: PartialDate | None) -> str:
        return format_month_day(value, dates._replace(month_day="{day} {month}"))

    def cased(text: str, language: str = "") -> str:
        return title_case(text, language, long_prepositions=long_prepositions)

    def quoted(text: str) -> str:
        text = rich_text.quote(text.strip())
        return rich_text.british(text) if quotes == "british" else text

    return FILTERS | {
        "quoted": quoted,
        "title_case": cased,
        "month": month,
        "day_month": day_month,
        "month_year": month_year,
        "names": names_filter,
        "year": year,
        "month_day": month_day,
        "date": date,
        "pages": pages_filter,
        "en_dashes": dashes,
    }


FILTER_NAMES = frozenset(style_filters({}, DateForm(), "expanded"))
"""The filters that every style has."""
