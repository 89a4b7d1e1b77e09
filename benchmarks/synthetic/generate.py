"""Works and layouts → labelled reference strings, as the corpora have them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

from synthetic import composed, social
from synthetic import vocabulary as v
from synthetic.name_lists import format_names, initials
from synthetic.styles import KINDS, templates
from synthetic.works import Pool, draw_imprint, draw_pages, draw_people, draw_title, draw_year

Piece = tuple[str, str]
"""Text and its label; "" labels what belongs to no field."""
_FIELD = re.compile(r"\{([a-z]+)(?:\|([a-z0-9-]+))?\}|([<>~])|([^{}<>~]+)")
_LABELS = {
    "author": "author", "editor": "editor", "title": "title", "container": "container-title", "date": "date",
    "volume": "volume", "issue": "issue", "page": "page", "publisher": "publisher", "place": "location",
    "edition": "edition", "genre": "genre", "url": "url", "series": "container-title", "extent": "",
    "access": "note",
    "translator": "translator",
    "report": "container-title", "number": "volume", "paper": "container-title", "days": "",
    "school": "publisher",
    "unprinted": "note", "month": "date", "fulldate": "date", "day": "date", "meeting": "container-title",
    "tongue": "", "arxiv": "identifier",
}  # fmt: skip
_MONTHS = (
    "January February March April May June July August September October November December "
    "Jan. Feb. Mar. Oct. Nov. Dec."
).split()
_SEASONS = "Spring Summer Fall Autumn Winter Winter/Spring Spring/Summer Fall/Winter".split()
_GERMAN_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_NOT_YET = "im Erscheinen|im Druck|in press|forthcoming|à paraître|in Vorbereitung|i.E.|in preparation".split(
    "|"
)
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


def references(count: int, pool: Pool, seed: int) -> Iterator[dict[str, Any]]:
    """Yield labelled references: ``{"raw", "spans", "fields", "labels", "source"}``."""
    rng = random.Random(seed)
    kinds = list(KINDS)
    weights = [KINDS[kind][1] for kind in kinds]
    tables = {kind: templates(kind) for kind in kinds}
    made = 0
    while made < count:
        kind = rng.choices(kinds, weights)[0]
        names, _, template = rng.choices(tables[kind], [row[1] for row in tables[kind]])[0]
        fields = _fields(kind, names, template, pool, rng)
        pieces = _noise(_render(template, fields, rng), kind, rng)
        raw, spans = _joined(pieces)
        if len(raw) < 15:
            continue
        made += 1
        yield {
            "id": f"synthetic-{seed}-{made}",
            "source": f"synthetic-{kind}",
            "raw": raw,
            "spans": spans,
            "fields": {"volume": fields.get("volume", ""), "issue": fields.get("issue", "")},
            "labels": [],
        }


def _fields(kind: str, names: str, template: str, pool: Pool, rng: random.Random) -> dict[str, str]:
    """Return the printed fields of one reference."""
    if kind in ("chinese", "japanese", "korean"):
        return _eastern(kind, rng)
    language = "en"
    if rng.random() < _LANGUAGES.get(names, 0.03):
        language = "de" if names == "de" else rng.choice(("de", "fr", "fr", "es", "pt", "it"))
    if "« " in template or "dir.)" in template:
        language = rng.choice(("fr", "fr", "it"))
    if "a cura di" in template:
        language = "it"
    people = draw_people(pool, rng)
    year = str(draw_year(rng))
    fields = {"title": draw_title(pool, rng, language), "page": draw_pages(rng)}
    if language == "en" and rng.random() < _SOCIAL.get(kind, 0.0):
        fields["title"] = social.title(rng)
    publisher, place = draw_imprint(pool, rng)
    fields |= {"publisher": publisher, "place": place}
    if rng.random() < 0.1 and ":" not in template and "," not in place:
        fields["place"] = f"{place}, {rng.choice(('Germany', 'UK', 'France', 'USA', 'Italy', 'Spain'))}"
    elif rng.random() < 0.08:
        fields["place"] = _places(place, pool, rng)
    if kind in ("article", "physics", "proceedings"):
        row = rng.choice(pool.proceedings if kind == "proceedings" else pool.articles)
        people = row["people"][: rng.randint(1, 12)]
        year = str(row["year"] or year)
        fields |= {"title": row["title"], "container": row["container"], "volume": row["volume"]}
        fields["page"] = row["page"] or (fields["page"] if kind != "physics" or rng.random() < 0.7 else "")
        fields["issue"] = row["issue"] if rng.random() < 0.6 else ""
        if (rng.random() < 0.5 and row["short"]) or (names == "vanc" and row["short"]):
            fields["container"] = row["short"]
        if kind == "article" and language != "en":
            own = pool.journals.get(language) if rng.random() < 0.5 else None
            fields |= {
                "title": draw_title(pool, rng, language),
                "container": rng.choice(own or v.GERMAN_JOURNALS),
            }
        elif kind == "article" and rng.random() < 0.15:
            fields["container"] = rng.choice(rng.choice((pool.short, pool.journals.get("") or pool.short)))
        if rng.random() < 0.3:
            fields |= {"volume": str(rng.randint(1, 160)), "page": draw_pages(rng)}
    if kind in ("article", "paper", "report") and rng.random() < 0.05:
        fields["title"] = f"{fields['title'].rstrip('.?!')}?"
    if kind == "short":
        row = rng.choice(pool.articles)
        fields |= {"container": row["container"], "volume": row["volume"]}
        if rng.random() < 0.6:
            fields["page"] = f"{rng.randint(1, 600)}{rng.choice(('', '', 'f.', 'ff.', ' f.', ' ff.'))}"
    if kind == "proceedings":
        fields["meeting"] = composed.meeting(rng)
    if kind == "physics":
        fields |= _physics(fields, rng)
    if kind == "chapter":
        fields["container"] = draw_title(pool, rng, language)
        if language == "en" and rng.random() < 0.25:
            fields["container"] = social.title(rng)
        elif rng.random() < 0.3:
            books = pool.books.get(language) or pool.books.get("") or [fields["container"]]
            fields["container"] = rng.choice(books)
        fields["volume"] = str(rng.randint(1, 12))
    if kind in ("book", "series"):
        fields["volume"] = rng.choice(
            (str(rng.randint(1, 400)), str(rng.randint(1, 9)), "I", "II", "III", "2", "1")
        )
        if kind == "series" and "Bd." not in template:
            fields["volume"] = str(rng.randint(1, 2500))
        fields["series"] = rng.choice(v.SERIES) if rng.random() < 0.3 else composed.series(rng, language)
        fields["extent"] = f"{rng.randint(40, 900)} {rng.choice(('p.', 'pp.', 'S.', 'pages'))}"
        if rng.random() < 0.5 or "({date}), {edition}" in template:
            fields["edition"] = _edition(language, rng)
    if kind in ("report", "paper"):
        fields |= _report(language, fields["publisher"], rng)
    if kind == "thesis":
        fields["publisher"] = rng.choice(v.UNIVERSITIES)
        if rng.random() < 0.4:
            forms = (
                "University of {}",
                "Universität {}",
                "{} University",
                "Université de {}",
                "Universidad de {}",
            )
            fields["publisher"] = rng.choice(forms).format(fields["place"].split(",")[0])
        fields["genre"] = rng.choice(
            "PhD thesis|Ph.D. dissertation|PhD dissertation|Doctoral dissertation|Master’s thesis|"
            "Dissertation|Diss.|Thèse de doctorat|"
            "Tesis doctoral|Diplomarbeit|"
            "Magisterarbeit|M.Sc. thesis|"
            "Tese de Doutorado|Unpublished doctoral dissertation|Ph.D. thesis".split("|")
        )
    if kind == "web":
        fields |= _web(people, rng)
        fields["container"] = rng.choice(
            [*v.GERMAN_JOURNALS[-8:], "The Guardian", "BBC News", "Wired", "The Conversation"]
        )
    if kind == "news":
        fields |= _web(people, rng)
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
    fields["tongue"] = rng.choice(("Englischen", "Französischen", "Amerikanischen", "Italienischen"))
    fields["date"] = _date(kind, year, rng)
    fields["author"] = _author(kind, names, people, language, rng)
    if match := re.search(r"\{translator\|([a-z0-9-]+)\}", template):
        fields["translator"] = format_names(draw_people(pool, rng)[:2], match[1], rng, language)
    if "{editor|" in template and rng.random() < 0.06:
        fields["editor"] = composed.organisation(rng, language)
        return fields
    for match in re.finditer(r"\{editor\|([a-z0-9-]+)\}", template):
        fields["editor"] = format_names(
            draw_people(pool, rng), "direct-full" if match[1] == "caps" else match[1], rng, language
        )
        if match[1] == "caps":
            family, given = rng.choice(pool.people)
            fields["editor"] = f"{family.upper()}, {given}"
    return fields


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
        "url": _web([], rng)["url"],
        "publisher": rng.choice(bodies),
    }


def _author(kind: str, names: str, people: list[tuple[str, str]], language: str, rng: random.Random) -> str:
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


def _web(people: list[tuple[str, str]], rng: random.Random) -> dict[str, str]:
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


def _eastern(kind: str, rng: random.Random) -> dict[str, str]:
    """Return the fields of a Chinese, Japanese or Korean reference."""
    table: Any = {"chinese": v.CHINESE, "japanese": v.JAPANESE, "korean": v.KOREAN}[kind]
    blank = " " if kind == "korean" else ""
    people = []
    for _ in range(rng.choice((1, 1, 2, 2, 3, 4))):
        given = rng.choice(table["given"])
        if kind == "chinese" and rng.random() < 0.7:
            given += rng.choice(table["given"])
        people.append(
            rng.choice(table["families"]) + (" " if kind == "japanese" and rng.random() < 0.4 else "") + given
        )
    between = {
        "chinese": rng.choice(("、", "，", ", ")),
        "japanese": rng.choice((", ", "，", "、", "・")),
        "korean": rng.choice((", ", ", ", ", ", "·", ",")),
    }[kind]
    author = between.join(people)
    if rng.random() < 0.08:
        author = rng.choice(table["bodies"])
    elif rng.random() < 0.08:
        others = {
            "chinese": ("等", " 等"),
            "japanese": ("ら", "他", " ほか"),
            "korean": (" 외", " 외 2인", " 등"),
        }
        author = people[0] + rng.choice(others[kind])
    title = blank.join(rng.choice(table["words"]) for _ in range(rng.randint(2, 9)))
    if kind == "korean" and rng.random() < 0.08:
        title = f"{rng.randint(1995, 2015)}{rng.choice(('년도 ', '년 ', ' '))}{title}"
    if rng.random() < 0.1:
        title = f"{rng.choice(('XML', 'RFID', 'LTE', 'Web', 'IPv6', 'UML', 'DNA', 'TiO2'))}{blank}{title}"
    return {
        "author": author,
        "title": title,
        "container": rng.choice(table["journals"]).replace("_", " "),
        "publisher": rng.choice(table["publishers"] if rng.random() < 0.85 else table["bodies"]),
        "school": rng.choice(table["schools"]).replace("_", " "),
        "genre": rng.choice(table["theses"]).replace("_", " "),
        "place": rng.choice(table["places"]),
        "volume": str(rng.randint(1, 80)),
        "issue": str(rng.randint(1, 12)),
        "page": draw_pages(rng),
        "date": str(rng.randint(1975, 2020)),
    }


def _render(template: str, fields: dict[str, str], rng: random.Random) -> list[Piece]:
    """Return the pieces of a template, its optional groups left out where a field of theirs is missing."""
    stack: list[tuple[list[Piece], bool]] = [([], True)]
    for match in _FIELD.finditer(template):
        name, _, sign, text = match.groups()
        pieces, whole = stack[-1]
        if sign == "<":
            stack.append(([], True))
        elif sign == ">":
            stack.pop()
            if whole:
                stack[-1][0].extend(pieces)
        elif sign == "~":
            pieces.append((rng.choice(("", " ")), ""))
        elif text:
            pieces.append((text, ""))
        else:
            value = fields.get(name, "")
            pieces.append((value, _LABELS[name]))
            if not value:
                stack[-1] = (pieces, False)
    return [piece for piece in stack[0][0] if piece[0]]


def _noise(pieces: list[Piece], kind: str, rng: random.Random) -> list[Piece]:
    """Return the pieces with the accidents that printed lists have."""
    made = list(pieces)
    dash = rng.choice(("–", "–", "-", "-", "--", "—", " - ", "– "))
    made = [(text.replace("-", dash) if label == "page" else text, label) for text, label in made]
    for i in range(1, len(made) - 1):
        glued = made[i][0] == " " and made[i + 1][1] == "volume" and re.search(r"[. ][A-Z]$", made[i - 1][0])
        if glued and made[i - 1][1] == "container-title" and rng.random() < 0.35:
            made[i] = ("", "")  # "Phys. Rev. D92"
    if rng.random() < 0.04 and kind == "physics" and made[0][1] == "author":
        group = rng.choice("ALICE ATLAS CMS LHCb Belle BaBar STAR PHENIX CDF D0 Planck UKQCD XENON".split())
        if rng.random() < 0.6:
            made.insert(
                0,
                (
                    f"{rng.choice(('', 'The ', 'the '))}{group} Collaboration{rng.choice((', ', ' ', ': '))}",
                    "",
                ),
            )
        else:
            made.insert(1, (f" {rng.choice('[(')}{group} Collaboration{rng.choice('])')}", ""))
    if rng.random() < 0.12:
        mark = rng.choice(
            (
                f"[{rng.randint(1, 99)}] ",
                f"{rng.randint(1, 99)}. ",
                f"{rng.randint(1, 99)} ",
                "• ",
                f"({rng.randint(1, 60)}) ",
                f"[{composed.acronym(rng)}{rng.randint(60, 99)}] ",
            )
        )
        made.insert(0, (mark, "citation-number"))
    if rng.random() < 0.1 and "url" not in [label for _, label in made]:
        doi = f"10.{rng.randint(1000, 9999)}/{rng.choice('abcdefgj')}.{rng.randint(1000, 99999)}"
        made += [
            (rng.choice((" doi:", " https://doi.org/", " DOI: ", " http://dx.doi.org/", " ")), ""),
            (doi, "doi"),
        ]
    elif rng.random() < 0.04:
        made += [
            (rng.choice((" [", ", ", " ")), ""),
            (f"arXiv:{rng.randint(700, 2400):04d}.{rng.randint(1000, 99999)}", "identifier"),
            ("]", ""),
        ]
    if rng.random() < 0.02 and kind in ("book", "chapter", "article"):
        label = "" if rng.random() < 0.8 else "note"
        made += [(" ", ""), (f"({rng.choice(_NOT_YET)})", label)]
    if rng.random() < 0.04:
        made = [
            (text.replace(", ", ",").replace(". ", ".") if rng.random() < 0.4 else text, label)
            for text, label in made
        ]
    if rng.random() < 0.05:
        made = [
            (_hyphenated(text, rng) if label in ("title", "container-title") else text, label)
            for text, label in made
        ]
    if rng.random() < 0.04:
        made = [(text.title() if label == "title" else text, label) for text, label in made]
    if rng.random() < 0.03:
        made = [(text.upper() if label == "title" else text, label) for text, label in made]
    if rng.random() < 0.06:
        made = _blanks_lost(made, rng)
    elif rng.random() < 0.03:
        made = [(re.sub(r"(?<=\w)([,.;:)(])(?=\s)", r" \1", text), label) for text, label in made]
    if rng.random() < 0.15 and made[-1][1] == "" and made[-1][0] == ".":
        made.pop()
    if rng.random() < 0.04:
        made = [(text.replace("“", '"').replace("”", '"').replace("„", '"'), label) for text, label in made]
    return made


def _blanks_lost(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Return the pieces with up to three blanks gone, as where a page's text was read: "AndreasHoff"."""
    places = [(i, m.start()) for i, (text, _) in enumerate(pieces) for m in re.finditer(" ", text)]
    made = list(pieces)
    for i, place in sorted(rng.sample(places, min(len(places), rng.randint(1, 3))), reverse=True):
        text, label = made[i]
        made[i] = (text[:place] + text[place + 1 :], label)
    return made


def _hyphenated(text: str, rng: random.Random) -> str:
    """Return a text with one word broken as at the end of a line: "informa- tion"."""
    words = list(re.finditer(r"[a-zà-ÿ]{8,}", text))
    if not words:
        return text
    word = rng.choice(words)
    cut = word.start() + rng.randint(3, len(word.group()) - 3)
    return f"{text[:cut]}- {text[cut:]}"


def _joined(pieces: list[Piece]) -> tuple[str, list[list[Any]]]:
    """Return the string and its spans."""
    raw, spans = "", []
    for text, label in pieces:
        text = text.replace("  ", " ")
        if raw.endswith((".", "?", "!")) and text.startswith("."):
            text = text[1:]
        if label and text.strip():
            lead = len(text) - len(text.lstrip())
            spans.append([len(raw) + lead, len(raw) + len(text.rstrip()), label])
        raw += text
    return raw, spans


__all__ = ["initials", "references"]
