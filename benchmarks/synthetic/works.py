"""What the references say: real works read from a file, and works put together from the vocabulary."""

from __future__ import annotations

import html
import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from refs.model import fold
from refs.parse.fields.language import language_of
from refs.parse.fields.titles import clean_text
from refs.parse.lexicon import load_lexicon
from synthetic import composed
from synthetic import vocabulary as v
from synthetic.name_lists import PARTICLES, Person

_MOST = 40
"""Articles of one journal that the pool takes: a snapshot may hold thousands of one."""
_CONFERENCE = re.compile(r"proceedings|conference|symposium|workshop|\b[A-Z]{3,8} [’']?\d\d", re.I)
_IMPRINT = re.compile(r"[^\W\d_a-zà-ÿ][^\d:;()]{1,45}")
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
    imprints: list[tuple[str, str]] = field(default_factory=lambda: list(v.PUBLISHERS))
    """Publishers with their places."""
    places: list[str] = field(default_factory=lambda: sorted({place for _, place in v.PUBLISHERS}))
    books: dict[str, list[str]] = field(default_factory=dict)
    """Titles of collected volumes, by language."""
    journals: dict[str, list[str]] = field(default_factory=dict)
    """Names of journals that labelled references have, by language."""


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
        conference = _CONFERENCE.search(container)
        if not conference or len(pool.people) % 5 == 0:
            pool.people += people  # few of those of conferences, or half of all books would be by engineers
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
        if conference:
            row["short"] = container.split(", ")[0]
            pool.proceedings.append(row)
        elif row["volume"]:
            pool.articles.append(row)
    return pool


def add_labelled(pool: Pool, records: Iterable[Mapping[str, Any]]) -> None:
    """Add what labelled references name: titles, journals, collected volumes, publishers, places."""
    titles: dict[str, set[str]] = {}
    books: dict[str, set[str]] = {}
    journals: dict[str, set[str]] = {}
    imprints: set[tuple[str, str]] = set()
    for record in records:
        found: dict[str, str] = {}
        for start, end, label in record["spans"]:
            text = clean_text(re.sub(r"\s+", " ", record["raw"][start:end])).removeprefix("In ")
            if label not in found and 2 < len(text) < 160 and not _MARKUP.search(text):
                found[label] = text
        title, container = found.get("title", ""), found.get("container-title", "")
        if title and not re.search(r"\d{4}|[<>«»“”\"]|\bin:|\bIn\b", title):
            titles.setdefault(language_of(title), set()).add(title)
        if container and not re.search(r"\d|[<>«»“”\"]|\bin\b:", container):
            kind = books if "editor" in found or "publisher" in found else journals
            if kind is books or "volume" in found:
                kind.setdefault(language_of(container), set()).add(container)
        publisher, place = found.get("publisher", ""), found.get("location", "")
        if _IMPRINT.fullmatch(publisher) and _IMPRINT.fullmatch(place) and _is_imprint(publisher, place):
            imprints.add((publisher, place))
    for language, found_titles in titles.items():
        pool.titles.setdefault(language, []).extend(sorted(found_titles))
    for kind, target in ((books, pool.books), (journals, pool.journals)):
        for language, names in kind.items():
            target.setdefault(language, []).extend(sorted(names))
    pool.imprints += sorted(imprints)
    pool.places = sorted({place for _, place in pool.imprints})


def _is_imprint(publisher: str, place: str) -> bool:
    """False for what corpora label the wrong way round: "Springer, Heidelberg" as a place."""
    lexicon = load_lexicon()
    town = fold(place.split(",")[0]).split()
    known = any(word in lexicon.places for word in town)
    if ("," in place and not known) or (not known and any(word in lexicon.publishers for word in town)):
        return False
    return publisher not in place and not all(word in lexicon.places for word in fold(publisher).split())


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
    if language == "de" and rng.random() < 0.6:
        return composed.german_title(rng)
    if language == "en" and rng.random() < 0.12:
        return composed.english_title(rng)
    if language == "en" and rng.random() < 0.5:
        title: str = rng.choice(pool.articles)["title"]
    elif language == "en" and pool.titles.get("") and rng.random() < 0.4:
        title = rng.choice(pool.titles[""])  # too short to show its language
    else:
        title = rng.choice(pool.titles.get(language) or pool.titles["en"])
    if rng.random() < 0.06 and (words := [w for w in title.split() if w.isalpha() and len(w) > 5]):
        return rng.choice(words).capitalize()  # "Raumsoziologie"
    if rng.random() < 0.35 and len(title) < 60 and not re.search(r"[:.?]", title):
        second = rng.choice(pool.titles.get(language) or pool.titles["en"])
        title += rng.choice((": ", ". ", ". ", " – ", ": ", "? ")) + second
    return title


def draw_imprint(pool: Pool, rng: random.Random) -> tuple[str, str]:
    """Return a publisher and a place: a real pair, or a name put together."""
    publisher, place = rng.choice(pool.imprints)
    chance = rng.random()
    if chance > 0.88:
        publisher = composed.organisation(rng, rng.choice(("en", "de", "en", "de", "fr", "it", "es")))
    if chance < 0.2:
        family, other = rng.choice(pool.people)[0], rng.choice(pool.people)[0]
        publisher = composed.publisher(rng, family, other, place)
    if rng.random() < 0.25:
        place = rng.choice(pool.places)
    return publisher, place


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
