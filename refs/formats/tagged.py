"""Line formats with a tag before each value: RIS, PubMed's nbib, EndNote's refer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from refs.formats.result import Problem


@dataclass(slots=True)
class Record:
    """One record: its line, and its tags with their values in file order."""

    line: int
    tags: list[tuple[str, str]] = field(default_factory=list)

    def first(self, *names: str) -> str:
        """Return the first value of the first of these tags that has one, "" if none has."""
        for name in names:
            for tag, value in self.tags:
                if tag == name and value:
                    return value
        return ""

    def all(self, *names: str) -> list[str]:
        """Return the values of these tags in file order."""
        return [value for tag, value in self.tags if tag in names and value]


def read_records(
    text: str, line_of: re.Pattern[str], *, ends: str = "", starts: str = ""
) -> Iterator[Record | Problem]:
    """Yield the records of a text.

    Args:
        line_of: matches a line with a tag; groups 1 and 2 are the tag and the value.
        ends: the tag that ends a record; without it a blank line does, or the tag of ``starts`` after one.
        starts: the tag that begins a record.
    """
    record: Record | None = None
    blank = True
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff")), 1):
        if not line.strip():
            blank = True
            if record is not None and not ends and not starts:
                yield record
                record = None
            continue
        match = line_of.match(line)
        if match is None:
            if record is None or not record.tags:
                yield Problem(number, f"a line without a tag before any record: {line.strip()[:60]!r}", line)
            else:
                tag, value = record.tags[-1]
                record.tags[-1] = (tag, f"{value} {line.strip()}".strip())
            blank = False
            continue
        tag, value = match.group(1), (match.group(2) or "").strip()
        if tag == ends:
            if record is not None:
                yield record
            record = None
        else:
            if record is not None and tag == starts and (blank or ends):
                if ends:
                    yield Problem(
                        record.line, f"a record without its end ({ends}); it was read up to line {number}"
                    )
                yield record
                record = None
            if record is None:
                record = Record(number)
            record.tags.append((tag, value))
        blank = False
    if record is not None and record.tags:
        if ends:
            yield Problem(record.line, f"the last record lacks its end ({ends}); it was read nevertheless")
        yield record


def name_of(text: str) -> dict[str, str]:
    """Return the CSL name of "Family, Given, Suffix"; "Plato," is a family name, without a comma a literal.

    >>> name_of("King, Martin L., Jr."), name_of("WHO"), name_of("Plato,")
    ({'family': 'King', 'given': 'Martin L.', 'suffix': 'Jr.'}, {'literal': 'WHO'}, {'family': 'Plato'})
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 or len(parts) > 3 or not parts[0] or (len(parts) == 3 and not parts[2]):
        return {"literal": text.strip().removesuffix(",").strip()}
    name = dict(zip(("family", "given", "suffix"), parts, strict=False))
    return {key: value for key, value in name.items() if value}


def date_of(text: str) -> dict[str, object]:
    """Return the CSL date of "2003/04/15/…", "2003 Apr 15", "2003 Spring" or plain words.

    >>> date_of("2003/04//Spring issue"), date_of("2003 Apr 15"), date_of("in press")
    ({'date-parts': [[2003, 4]]}, {'date-parts': [[2003, 4, 15]]}, {'literal': 'in press'})
    """
    match = re.match(
        r"\s*(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?|\s+([A-Za-z]{3})[a-z]*\.?(?:[ -](\d{1,2})\b)?)?", text
    )
    if match is None:
        return {"literal": text.strip()} if text.strip(" /") else {}
    year, month, day, word, word_day = match.groups()
    parts = [int(year)]
    months = "jan feb mar apr may jun jul aug sep oct nov dec".split()
    number = int(month) if month else months.index(word.lower()) + 1 if word and word.lower() in months else 0
    if number:
        parts.append(number)
        if day or word_day:
            parts.append(int(day or word_day))
    return {"date-parts": [parts]}
