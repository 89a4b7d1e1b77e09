"""The fields of one reference of a kind, drawn from a pool of facts, as its layout prints them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from synthetic import composed, social
from synthetic import vocabulary as v
from synthetic.eastern import eastern_fields
from synthetic.name_lists import Person, format_names
from synthetic.works import Pool, draw_imprint, draw_pages, draw_people, draw_title, draw_year

_MONTHS = (
    "January February March April May June July August September October November December "
    "Jan. Feb. Mar. Oct. Nov. Dec."
).split()
_SEASONS = "Spring Summer Fall Autumn Winter Winter/Spring Spring/Summer Fall/Winter".split()
_GERMAN_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_SOCIAL = {
    "short": 0.4,
    "report": 0.5,
    "paper": 0.5,
    "book": 0.3,
    "chapter": 0.25,
    "series": 0.25,
    "news": 0.3,
    "web": 0.2,
}
"""How often the English titles of a kind are made of the social sciences' words."""
_LANGUAGES = {"de": 0.75, "full": 0.3, "org": 0.3, "inv": 0.1}
_SCHOOLS = (
    "University of {}",
    "Universität {}",
    "{} University",
    "Université de {}",
    "Universidad de {}",
)
_THESES = (
    "PhD thesis|Ph.D. dissertation|PhD dissertation|Doctoral dissertation|Master’s thesis|"
    "Dissertation|Diss.|Thèse de doctorat|Tesis doctoral|Diplomarbeit|Magisterarbeit|M.Sc. thesis|"
    "Tese de Doutorado|Unpublished doctoral dissertation|Ph.D. thesis"
).split("|")


@dataclass(slots=True)
class Draft:
    """A reference while its fields are drawn."""

    kind: str
    names: str
    """The way in which its layout prints names."""
    template: str
    pool: Pool
    rng: random.Random
    language: str
    people: list[Person]
    year: str
    fields: dict[str, str]


def draw_fields(kind: str, names: str, template: str, pool: Pool, rng: random.Random) -> dict[str, str]:
    """Return the printed fields of one reference."""
    if kind in ("chinese", "japanese", "korean"):
        return eastern_fields(kind, rng)
    language = _language(names, template, rng)
    people = draw_people(pool, rng)
    draft = Draft(kind, names, template, pool, rng, language, people, str(draw_year(rng)), {})
    _draw_any(draft)
    for draw in _OF_KIND.get(kind, ()):
        draw(draft)
    fields = draft.fields
    fields["tongue"] = rng.choice(("Englischen", "Französischen", "Amerikanischen", "Italienischen"))
    fields["date"] = _date(kind, draft.year, rng)
    fields["author"] = _author(kind, names, draft.people, language, rng)
    _draw_helpers(draft)
    return fields


def _language(names: str, template: str, rng: random.Random) -> str:
    """Return the language that a layout's references are in."""
    language = "en"
    if rng.random() < _LANGUAGES.get(names, 0.03):
        language = "de" if names == "de" else rng.choice(("de", "fr", "fr", "es", "pt", "it"))
    if "« " in template or "dir.)" in template:
        language = rng.choice(("fr", "fr", "it"))
    return "it" if "a cura di" in template else language


def _draw_any(draft: Draft) -> None:
    """Draw what references of all kinds may print: title, pages, publisher, place."""
    rng, pool = draft.rng, draft.pool
    fields = draft.fields
    fields |= {"title": draw_title(pool, rng, draft.language), "page": draw_pages(rng)}
    if draft.language == "en" and rng.random() < _SOCIAL.get(draft.kind, 0.0):
        fields["title"] = social.title(rng)
    publisher, place = draw_imprint(pool, rng)
    fields |= {"publisher": publisher, "place": place}
    if rng.random() < 0.1 and ":" not in draft.template and "," not in place:
        fields["place"] = f"{place}, {rng.choice(('Germany', 'UK', 'France', 'USA', 'Italy', 'Spain'))}"
    elif rng.random() < 0.08:
        fields["place"] = _places(place, pool, rng)


def _draw_record(draft: Draft) -> None:
    """Draw an article or a paper of a conference from what is on record."""
    rng, pool, fields, kind = draft.rng, draft.pool, draft.fields, draft.kind
    row = rng.choice(pool.proceedings if kind == "proceedings" else pool.articles)
    draft.people = row["people"][: rng.randint(1, 12)]
    draft.year = str(row["year"] or draft.year)
    fields |= {"title": row["title"], "container": row["container"], "volume": row["volume"]}
    fields["page"] = row["page"] or (fields["page"] if kind != "physics" or rng.random() < 0.7 else "")
    fields["issue"] = row["issue"] if rng.random() < 0.6 else ""
    if (rng.random() < 0.5 and row["short"]) or (draft.names == "vanc" and row["short"]):
        fields["container"] = row["short"]
    if kind == "article" and draft.language != "en":
        own = pool.journals.get(draft.language) if rng.random() < 0.5 else None
        fields |= {
            "title": draw_title(pool, rng, draft.language),
            "container": rng.choice(own or v.GERMAN_JOURNALS),
        }
    elif kind == "article" and rng.random() < 0.15:
        fields["container"] = rng.choice(rng.choice((pool.short, pool.journals.get("") or pool.short)))
    if rng.random() < 0.3:
        fields |= {"volume": str(rng.randint(1, 160)), "page": draw_pages(rng)}


def _draw_question(draft: Draft) -> None:
    """Let a title be a question, now and then."""
    if draft.rng.random() < 0.05:
        draft.fields["title"] = f"{draft.fields['title'].rstrip('.?!')}?"


def _draw_short(draft: Draft) -> None:
    """Draw what a note prints of a work that the list has in full."""
    rng, fields = draft.rng, draft.fields
    row = rng.choice(draft.pool.articles)
    fields |= {"container": row["container"], "volume": row["volume"]}
    fields |= {"mark": str(rng.randint(1, 300)), "paragraph": str(rng.randint(1, 900))}
    fields["margin"] = f"{rng.randint(1, 120)}{rng.choice(('', '', ' f.', ' ff', ' ff.'))}"
    if rng.random() < 0.6:
        fields["page"] = f"{rng.randint(1, 600)}{rng.choice(('', '', 'f.', 'ff.', ' f.', ' ff.'))}"


def _draw_meeting(draft: Draft) -> None:
    draft.fields["meeting"] = composed.meeting(draft.rng)


def _draw_physics(draft: Draft) -> None:
    draft.fields |= _physics(draft.fields, draft.rng)


def _draw_chapter(draft: Draft) -> None:
    """Draw the book that a chapter stands in."""
    rng, fields = draft.rng, draft.fields
    fields["container"] = draw_title(draft.pool, rng, draft.language)
    if draft.language == "en" and rng.random() < 0.25:
        fields["container"] = social.title(rng)
    elif rng.random() < 0.3:
        books = draft.pool.books.get(draft.language) or draft.pool.books.get("") or [fields["container"]]
        fields["container"] = rng.choice(books)
    fields["volume"] = str(rng.randint(1, 12))


def _draw_book(draft: Draft) -> None:
    """Draw a book's volume, series, extent and edition."""
    rng, fields = draft.rng, draft.fields
    fields["volume"] = rng.choice(
        (str(rng.randint(1, 400)), str(rng.randint(1, 9)), "I", "II", "III", "2", "1")
    )
    if draft.kind == "series" and "Bd." not in draft.template:
        fields["volume"] = str(rng.randint(1, 2500))
    fields["series"] = rng.choice(v.SERIES) if rng.random() < 0.3 else composed.series(rng, draft.language)
    fields["extent"] = f"{rng.randint(40, 900)} {rng.choice(('p.', 'pp.', 'S.', 'pages'))}"
    if rng.random() < 0.5 or "({date}), {edition}" in draft.template:
        fields["edition"] = _edition(draft.language, rng)


def _draw_report(draft: Draft) -> None:
    draft.fields |= _report(draft.language, draft.fields["publisher"], draft.rng)


def _draw_thesis(draft: Draft) -> None:
    """Draw a thesis's school and what it calls itself."""
    rng, fields = draft.rng, draft.fields
    fields["publisher"] = rng.choice(v.UNIVERSITIES)
    if rng.random() < 0.4:
        fields["publisher"] = rng.choice(_SCHOOLS).format(fields["place"].split(",")[0])
    fields["genre"] = rng.choice(_THESES)


def _draw_web(draft: Draft) -> None:
    """Draw a page's address, day of access and site."""
    draft.fields |= _web(draft.rng)
    sites = [*v.GERMAN_JOURNALS[-8:], "The Guardian", "BBC News", "Wired", "The Conversation"]
    draft.fields["container"] = draft.rng.choice(sites)


def _draw_news(draft: Draft) -> None:
    """Draw a newspaper, its day in many spellings, and perhaps a page."""
    rng, fields, year = draft.rng, draft.fields, draft.year
    fields |= _web(rng)
    fields["container"] = rng.choice(v.GERMAN_JOURNALS[-8:] + v.NEWSPAPERS)
    fields["page"] = str(rng.randint(1, 48)) if rng.random() < 0.6 else ""
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    fields["day"] = f"{_MONTHS[month - 1]} {day}"
    fields["fulldate"] = rng.choice(
        (
            f"{day}.{month}.{year}",
            f"{day:02d}.{month:02d}.{year}",
            f"{day} {_MONTHS[month - 1]} {year}",
            f"{_MONTHS[month - 1]} {day}, {year}",
            f"{day}. {_GERMAN_MONTHS[month - 1]} {year}",
            f"{year}-{month:02d}-{day:02d}",
        )
    )


_OF_KIND: dict[str, tuple[Callable[[Draft], None], ...]] = {
    "article": (_draw_record, _draw_question),
    "physics": (_draw_record, _draw_physics),
    "proceedings": (_draw_record, _draw_meeting),
    "paper": (_draw_question, _draw_report),
    "report": (_draw_question, _draw_report),
    "short": (_draw_short,),
    "chapter": (_draw_chapter,),
    "book": (_draw_book,),
    "series": (_draw_book,),
    "thesis": (_draw_thesis,),
    "web": (_draw_web,),
    "news": (_draw_news,),
}
"""What is drawn for references of each kind, in this order, behind what all have."""


def _draw_helpers(draft: Draft) -> None:
    """Draw the translators and editors that a layout prints."""
    template, pool, rng, language = draft.template, draft.pool, draft.rng, draft.language
    fields = draft.fields
    if match := re.search(r"\{translator\|([a-z0-9-]+)\}", template):
        fields["translator"] = format_names(draw_people(pool, rng)[:2], match[1], rng, language)
    if "{editor|" in template and rng.random() < 0.06:
        fields["editor"] = composed.organisation(rng, language)
        return
    for match in re.finditer(r"\{editor\|([a-z0-9-]+)\}", template):
        fields["editor"] = format_names(
            draw_people(pool, rng), "direct-full" if match[1] == "caps" else match[1], rng, language
        )
        if match[1] == "caps":
            family, given = rng.choice(pool.people)
            fields["editor"] = f"{family.upper()}, {given}"


def _places(place: str, pool: Pool, rng: random.Random) -> str:
    """Return a place with others: "Wien/Köln", "Oxford u. a.", "New York, Berlin"."""
    if rng.random() < 0.4:
        return place + rng.choice((" u. a.", " u.a.", " [u.a.]", " et al.", " (u.a.)"))
    other = rng.choice(pool.places)
    return place + rng.choice(("/", " / ", ", ", "; ", " und ", " and ", " - ", " & ")) + other


def _report(language: str, publisher: str, rng: random.Random) -> dict[str, str]:
    """Return what reports and papers read have besides: series, number, meeting."""
    bodies = (publisher, composed.plain_organisation(rng), rng.choice(v.UNIVERSITIES))
    return {
        "report": social.series(rng) if rng.random() < 0.9 else composed.series(rng, language),
        "number": social.series_number(rng) if rng.random() < 0.85 else "",
        "paper": social.paper(rng),
        "days": social.days(rng),
        "month": rng.choice(_MONTHS[:12]),
        "unprinted": social.unprinted(rng),
        "url": _web(rng)["url"],
        "publisher": rng.choice(bodies),
    }


def _author(kind: str, names: str, people: list[Person], language: str, rng: random.Random) -> str:
    if names == "org" or (kind in ("book", "series", "report") and rng.random() < 0.09):
        return rng.choice(v.SITES) if rng.random() < 0.2 else composed.organisation(rng, language)
    if language == "pt" and names == "full":
        return "; ".join(f"{family.upper()}, {given}" for family, given in people)
    if language == "fr" and names == "full" and rng.random() < 0.4:
        return ", ".join(f"{given} {family.upper()}" for family, given in people[:3])
    if rng.random() < 0.02:
        return rng.choice(("———", "———. ", "---", "__________"))
    return format_names(people, names, rng, language)


def _physics(fields: dict[str, str], rng: random.Random) -> dict[str, str]:
    """Return the numbers of a reference without a title: "Phys. Rev. D 79, 034503"."""
    volume = rng.choice((str(rng.randint(1, 140)), str(rng.randint(100, 900))))
    if rng.random() < 0.03:
        volume = f"{rng.choice('ABCD')}{volume}"
    page = rng.choice(
        (
            str(rng.randint(1, 9999)),
            f"{rng.randint(0, 999999):06d}",
            f"L{rng.randint(1, 99)}",
            f"R{rng.randint(1, 9999)}",
            draw_pages(rng),
        )
    )
    container = rng.choice(v.PHYSICS_JOURNALS) if rng.random() < 0.6 else fields["container"]
    if container == "JHEP":
        volume = f"{rng.randint(1, 12):02d}"
    if container == "PoS":
        volume = f"LATTICE{rng.choice(('', ' '))}{rng.randint(2005, 2019)}"
    if container == "JINST":
        page = f"P{rng.randint(1, 12):02d}{rng.randint(1, 40):03d}"
    if rng.random() < 0.3:
        container = container.replace(". ", ".")
    area = rng.choice(("hep-ph", "hep-lat", "astro-ph", "hep-th", "hep-ex", "nucl-ex", "cond-mat"))
    number = f"{rng.randint(91, 112) % 100:02d}{rng.randint(1, 12):02d}{rng.randint(1, 600):03d}"
    return {
        "arxiv": rng.choice(
            (
                f"arXiv:{area}/{number}",
                f"arXiv.org:{area}/{number}",
                f"{area}/{number}",
                f"arXiv: {rng.randint(701, 1912):04d}.{rng.randint(1, 9999):04d}",
            )
        ),
        "volume": volume,
        "page": page,
        "container": container,
        "issue": str(rng.randint(1, 12)) if rng.random() < 0.2 else "",
    }


def _edition(language: str, rng: random.Random) -> str:
    number = rng.randint(2, 9)
    if language == "de":
        return rng.choice(
            (f"{number}. Aufl.", f"{number}. Auflage", f"{number}., überarb. Aufl.", f"{number}. Aufl")
        )
    if language in ("pt", "es", "it"):
        return f"{number + rng.choice((0, 10))}{rng.choice(('. ed.', 'ª ed.', 'a ed.', '. ed. rev.'))}"
    if language == "fr":
        return f"{number}{rng.choice(('e éd.', 'e édition', 'ème éd.'))}"
    ordinal = {2: "2nd", 3: "3rd"}.get(number, f"{number}th")
    return rng.choice(
        (f"{ordinal} ed.", f"{ordinal} edn", f"{ordinal} edition", "Second edition", "Rev. ed.")
    )


def _web(rng: random.Random) -> dict[str, str]:
    site = rng.choice(
        "who.int oecd.org destatis.de example.org europa.eu "
        " un.org nih.gov bmas.de amnesty.org bbc.co.uk lemonde.fr".split()
    )
    path = "/".join(
        rng.choice("news publications data 2019 report en topics index download id123 pdf statistik".split())
        for _ in range(rng.randint(1, 3))
    )
    ending = rng.choice(("", ".html", ".pdf", "/", ".htm", "?id=42"))
    day, month, year = rng.randint(1, 28), rng.choice(_MONTHS[:12]), rng.randint(1998, 2023)
    access = rng.choice(
        (
            f"accessed {day} {month} {year}", f"accessed {month} {day}, {year}",
            f"Zugriff am {day}.{rng.randint(1, 12)}.{year}",
            f"Stand: {day}.{rng.randint(1, 12):02d}.{year}", f"cited {year} {month[:3]} {day}",
            f"retrieved {month} {day}, {year}",
            f"abgerufen am {day}.{rng.randint(1, 12)}.{year}", f"consulté le {day} mai {year}",
            f"last accessed {day}/{rng.randint(1, 12)}/{year}",
        )
    )  # fmt: skip
    return {
        "url": f"http{rng.choice(('', 's'))}://{rng.choice(('www.', ''))}{site}/{path}{ending}",
        "access": access,
    }


def _date(kind: str, year: str, rng: random.Random) -> str:
    chance = rng.random()
    if chance < 0.05:
        return year + rng.choice("abc")
    if chance < 0.06:
        return (
            f"{year}/{(int(year) + 1) % 100:02d}" if rng.random() < 0.6 else f"{year}/{(int(year) + 1) % 10}"
        )
    if chance < 0.065:
        return f"{year} [{int(year) - rng.randint(5, 90)}]"
    if chance < 0.077:
        return f"{rng.choice(_MONTHS)} {year}"
    if chance < 0.083:
        return f"{rng.choice(_SEASONS)} {year}"
    if chance < 0.09:
        return rng.choice(
            ("o. J.", "n.d.", "o.J.", f"{year}, {rng.choice(_MONTHS[:12])}", f"{year} a", f"{year}, in Druck")
        )
    if chance < 0.1 and kind in ("book", "chapter"):
        return rng.choice(
            (f"{year}/{int(year) - rng.randint(3, 80)}", f"{int(year) - rng.randint(3, 80)}/{year}")
        )
    if kind == "web" and chance < 0.4:
        return rng.choice(
            (
                f"{year}, {rng.choice(_MONTHS[:12])} {rng.randint(1, 28)}",
                f"{rng.randint(1, 28)} {rng.choice(_MONTHS[:12])} {year}",
                "n.d.",
            )
        )
    return year
