"""Dates as styles print them: "2018, June 27", "ca. 1850", "350 B.C.E.", "2018–2019"."""

from __future__ import annotations

from typing import NamedTuple

from refs.model.date import PartialDate
from refs.render.typography import rich

MONTHS = (
    "January February March April May June July August September October November December "
    "Spring Summer Autumn Winter"
).split()
"""Months 1 to 12, then CSL's seasons 13 to 16."""
SHORT_MONTHS = (
    "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec. Spring Summer Autumn Winter".split()
)


class DateForm(NamedTuple):
    """How a style prints dates: the ``[dates]`` table of its style.toml."""

    full: str = "{month} {day}, {year}"
    month_year: str = "{month} {year}"
    month_day: str = "{month} {day}"
    short_months: tuple[str, ...] = tuple(SHORT_MONTHS)
    circa: str = "ca. "
    """Before an approximate date."""
    uncertain: str = "{}"
    """Round an approximate date: "[{}?]"."""
    common_era: str = " AD"
    """What follows a year below 1000."""
    before_common_era: str = " BC"
    range: str = "–"


def format_year(date: PartialDate | None, form: DateForm) -> str:
    """Return the year, or both years of a range; a date in words as it is.

    >>> format_year(PartialDate((2018,), (2019,)), DateForm()), format_year(PartialDate((-350,)), DateForm())
    ('2018–2019', '350 BC')
    """
    if date is None:
        return ""
    if not date.start:
        return rich(date.literal or date.raw)
    year = _year(date.start[0], form)
    if date.end and date.end[0] != date.start[0]:
        year += form.range + (_year(date.end[0], form) if date.end[0] else "")  # 0: it goes on
    return form.circa + form.uncertain.format(year) if date.circa else year


def format_month(date: PartialDate | None, form: DateForm, *, short: bool = False) -> str:
    """Return the month or the season, "" where it is not known."""
    if date is None or not date.start:
        return ""
    start, end = _month(date.start, form, short), _month(date.end, form, short)
    if end and end != start and date.start[:1] == date.end[:1]:
        return f"{start}{form.range}{end}"
    return start or _season(date)


def format_month_day(date: PartialDate | None, form: DateForm, *, short: bool = False) -> str:
    """Return month and day, as far as they are known: "June 27", "June", "May 3–5", "May 30–June 2".

    >>> format_month_day(PartialDate((2016, 5, 30), (2016, 6, 2)), DateForm())
    'May 30–June 2'
    """
    if date is None or not date.start:
        return ""
    start, end = _month_day(date.start, form, short), _month_day(date.end, form, short)
    if not start:
        return _season(date)
    if not end or end == start or date.start[:1] != date.end[:1]:
        return start
    if date.start[1] == date.end[1] and len(date.end) > 2 and form.month_day.endswith("{day}"):
        return f"{start}{form.range}{date.end[2]}"
    return f"{start}{form.range}{end}"


def format_date(date: PartialDate | None, form: DateForm, *, short: bool = False) -> str:
    """Return the whole date, as far as it is known.

    >>> format_date(PartialDate.of(2019, 7, 3), DateForm()), format_date(PartialDate.of(2009, 4), DateForm())
    ('July 3, 2019', 'April 2009')
    """
    if date is None or not date.start:
        return format_year(date, form)
    same_year = date.end[:1] == date.start[:1]
    month_day = format_month_day(date, form, short=short) if same_year else ""
    start = _whole(date.start, form, short, month_day, _season(date))
    if date.end and not same_year:
        start += form.range + (_whole(date.end, form, short, "") if date.end[0] else "")
    return form.circa + form.uncertain.format(start) if date.circa else start


def _whole(parts: tuple[int, ...], form: DateForm, short: bool, month_day: str, season: str = "") -> str:
    year = _year(parts[0], form)
    if month_day and len(parts) > 2:
        return form.full.replace(form.month_day, month_day).format(year=year)
    month = _month(parts, form, short) or season
    if not month:
        return year
    if len(parts) > 2:
        return form.full.format(year=year, month=month, day=parts[2])
    return form.month_year.format(year=year, month=month_day or month)


def _year(year: int, form: DateForm) -> str:
    if year < 0:
        return f"{-year}{form.before_common_era}"
    return f"{year}{form.common_era}" if year < 1000 else str(year)


def _month(parts: tuple[int, ...], form: DateForm, short: bool) -> str:
    number = parts[1] if len(parts) > 1 else 0
    if 21 <= number <= 24:
        number -= 8
    names = form.short_months if short else MONTHS
    return names[number - 1] if 1 <= number <= len(names) else ""


def _season(date: PartialDate) -> str:
    """Return a season in words; CSL counts them from 1."""
    number = int(date.season) if date.season in ("1", "2", "3", "4") else 0
    return MONTHS[number + 11] if number else rich(date.season)


def _month_day(parts: tuple[int, ...], form: DateForm, short: bool) -> str:
    month = _month(parts, form, short)
    return form.month_day.format(month=month, day=parts[2]) if month and len(parts) > 2 else month
