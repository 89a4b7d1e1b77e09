"""The accidents that printed lists have: labels, lost blanks, broken words, capitals, what stands behind."""

from __future__ import annotations

import random
import re

from synthetic import composed
from synthetic.pieces import Piece

_NOT_YET = "im Erscheinen|im Druck|in press|forthcoming|à paraître|in Vorbereitung|i.E.|in preparation".split(
    "|"
)


def with_accidents(pieces: list[Piece], kind: str, rng: random.Random) -> list[Piece]:
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
