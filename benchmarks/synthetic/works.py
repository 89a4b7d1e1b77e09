"""What the references say: real works read from a file, and works put together from the vocabulary."""

from __future__ import annotations

import html
import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from refs.parse.language import language_of
from synthetic import vocabulary as v
from synthetic.name_lists import PARTICLES, Person

_MOST = 40
"""Articles of one journal that the pool takes: a snapshot may hold thousands of one."""
_MARKUP = re.compile(r"<[^>]{0,200}>|\$|\\")


@dataclass(slots=True)
class Pool:
    """Facts to draw from."""

    articles: list[dict[str, Any]] = field(default_factory=list)
    proceedings: list[dict[str, Any]] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    titles: dict[str, list[str]] = field(default_factory=dict)
    """By language."""
    short: list[str] = field(default_factory=list)
    """Abbreviated names of journals."""


def read_pool(works: Iterable[Mapping[str, Any]]) -> Pool:
    """Return the facts of Crossref works: articles with all that is cited of them, people, titles."""
    seen: Counter[str] = Counter()
    pool = Pool(titles={language: list(titles) * 8 for language, titles in v.TITLES_BY_LANGUAGE.items()})
    for work in works:
        title = _plain((work.get("title") or [""])[0])
        container = _plain((work.get("container-title") or [""])[0])
        people = [
            (_plain(a["family"]), _plain(a.get("given") or ""))
            for a in work.get("author") or ()
            if a.get("family")
        ]
        people = [
            p
            for p in people
            if p[1] and len(p[0]) < 25 and not any(c in "".join(p) for c in "?()[]:;/0123456789")
        ]
        pool.people += people
        pool.short += [s for s in map(_plain, work.get("short-container-title") or ()) if 3 < len(s) < 50]
        if not title or len(title) > 220 or _MARKUP.search(title):
            continue
        language = language_of(title)
        if language in ("de", "fr", "es", "pt", "it"):
            pool.titles[language].append(title)
        if not people or not container or container.islower():
            continue
        year = ((work.get("issued") or {}).get("date-parts") or [[None]])[0][0]
        row = {
            "people": people,
            "title": title,
            "container": container,
            "short": _plain((work.get("short-container-title") or [""])[0]),
            "volume": str(work.get("volume") or ""),
            "issue": str(work.get("issue") or ""),
            "page": str(work.get("page") or ""),
            "year": year,
            "DOI": work.get("DOI", ""),
            "language": language or "en",
        }
        seen[container] += 1
        if seen[container] > _MOST:
            continue
        conference = re.search(
            r"proceedings|conference|symposium|workshop|\b[A-Z]{3,8} [’']?\d\d", container, re.I
        )
        if conference:
            row["short"] = container.split(", ")[0]
            pool.proceedings.append(row)
        elif row["volume"]:
            pool.articles.append(row)
    return pool


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(text)).strip().rstrip(".")


def draw_people(pool: Pool, rng: random.Random, least: int = 1) -> list[Person]:
    """Return a few people, some with a particle."""
    count = max(least, rng.choice((1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7)))
    people = [rng.choice(pool.people) for _ in range(count)]
    return [
        (f"{rng.choice(PARTICLES)} {family}" if rng.random() < 0.03 else family, given)
        for family, given in people
    ]


def draw_title(pool: Pool, rng: random.Random, language: str) -> str:
    """Return a title in a language, often with a subtitle."""
    if language == "en" and rng.random() < 0.75:
        title: str = rng.choice(pool.articles)["title"]
    else:
        title = rng.choice(pool.titles.get(language) or pool.titles["en"])
    if rng.random() < 0.05 and (words := [w for w in title.split() if w.isalpha() and len(w) > 5]):
        return rng.choice(words).capitalize()  # "Raumsoziologie"
    if rng.random() < 0.35 and len(title) < 60 and not re.search(r"[:.?]", title):
        second = rng.choice(pool.titles.get(language) or pool.titles["en"])
        title += rng.choice((": ", ". ", ". ", " – ", ": ", "? ")) + second
    return title


def draw_year(rng: random.Random) -> int:
    """Return a year, most of them recent."""
    return rng.choice((rng.randint(1890, 2024), rng.randint(1960, 2024), rng.randint(1985, 2022)))


def draw_pages(rng: random.Random) -> str:
    """Return a page range, now and then one page, an article number, or a shortened last page."""
    first = rng.choice((rng.randint(1, 99), rng.randint(100, 999), rng.randint(1, 2999)))
    last = first + rng.randint(2, 40)
    kind = rng.random()
    if kind < 0.08:
        return str(first)
    if kind < 0.13:
        return rng.choice(
            (f"e{rng.randint(1, 99999)}", f"{rng.randint(100000, 999999)}", f"0{rng.randint(10000, 99999)}")
        )
    if kind < 0.3 and first > 99:
        return f"{first}-{str(last)[-2:]}"
    return f"{first}-{last}"
