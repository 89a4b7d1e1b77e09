"""The fields of Chinese, Japanese and Korean references."""

from __future__ import annotations

import random
from typing import Any

from synthetic import vocabulary as v
from synthetic.works import draw_pages


def eastern_fields(kind: str, rng: random.Random) -> dict[str, str]:
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
