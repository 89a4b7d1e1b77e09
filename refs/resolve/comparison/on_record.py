"""What numbers a work has on record, made ready once for all fields that are numbers."""

from __future__ import annotations

from dataclasses import dataclass

from refs.model import PageRange, Work
from refs.resolve.comparison.numbers import plain_number


@dataclass(frozen=True, slots=True)
class NumbersOnRecord:
    """Years, volume, issue and pages of a work; ``plain`` has them by field in plain numbers."""

    work: Work
    years: tuple[int, ...]
    volume: str
    issue: str
    page: str
    article: str
    pages: PageRange | None
    plain: dict[str, str]

    @classmethod
    def of(cls, work: Work) -> NumbersOnRecord:
        """Return a work's numbers.

        >>> work = Work({"volume": "012", "page": "85-9", "issued": {"date-parts": [[2003]]}})
        >>> NumbersOnRecord.of(work).plain
        {'volume': '12', 'first': '85', 'last': '89', 'year0': '2003'}
        """
        years, volume, issue = work.years, work.volume, work.issue
        page, article = work.page, work.article_number
        pages = PageRange.parse(page) if page else None
        values = {"volume": volume, "issue": issue, "article": article}
        if pages is not None:
            values |= {"first": pages.first, "last": pages.last}
        plain = {key: plain_number(value) for key, value in values.items() if value}
        plain |= {f"year{place}": str(year) for place, year in enumerate(years)}
        return cls(work, years, volume, issue, page, article, pages, plain)
