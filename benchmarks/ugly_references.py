"""Real works cited in ugly ways: is any of them called wrong or not found?

    python benchmarks/ugly_references.py CORPUS.jsonl[.gz] --source index:DIR [--n 3000] [--seed 1]

Each reference is made from a record of CORPUS (Crossref works, one a line) in one of a dozen layouts and
seven languages, then spoilt in two to five ways that leave it right: shortened, misread, mistyped, broken,
decorated. Every accusation (not found, retracted, a field said to be wrong) is false. Printed: how many, by
layout and by what was done, and the accusations themselves.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from refs.cli.check import verdict
from refs.model import Reference
from refs.pipeline import check_references
from refs.resolve.sources import open_source
from refs.settings import load_settings


@dataclass(frozen=True)
class Facts:
    """What a reference prints, from a record."""

    names: tuple[tuple[str, str], ...]
    title: str
    container: str
    short: str
    year: str
    volume: str
    issue: str
    first: str
    last: str
    doi: str
    kind: str
    cut_names: int = 0
    others: str = "et al."
    notes: tuple[str, ...] = field(default=())

    @property
    def pages(self) -> str:
        return f"{self.first}-{self.last}" if self.last else self.first


def facts_of(record: dict[str, Any]) -> Facts | None:
    """Return the facts of a record that can be cited whole, None for others."""
    title = " ".join((record.get("title") or [""])[0].split())
    names = [(n.get("given", ""), n.get("family", "")) for n in record.get("author") or ()]
    names = [(given, family) for given, family in names if family]
    container = (record.get("container-title") or [""])[0]
    short = (record.get("short-container-title") or [""])[0]
    year = str(((record.get("issued") or {}).get("date-parts") or [[""]])[0][0] or "")
    page = re.fullmatch(r"(\w+)(?:-(\w+))?", record.get("page") or record.get("article-number") or "")
    telling = len(title.split()) >= 4 and len(title) < 220
    if not (telling and names and container and year and page):
        return None
    return Facts(
        tuple(names),
        title,
        container,
        short or container,
        year,
        record.get("volume") or "",
        record.get("issue") or "",
        page[1],
        page[2] or "",
        record["DOI"],
        record.get("type", ""),
    )


def initials(given: str, stop: str = ".", gap: str = " ") -> str:
    """Return given names as initials: "K. D."."""
    return gap.join(part[0] + stop for part in re.split(r"[\s.-]+", given) if part)


def people(facts: Facts, form: str, last: str = " and ", comma: str = ", ") -> str:
    """Return the author list in a form: "F I", "F, I.", "I. F", "G F", "FAMILY, G"."""

    def one(given: str, family: str) -> str:
        made = {
            "F I": f"{family} {initials(given, '', '')}",
            "F, I.": f"{family}, {initials(given)}",
            "F, I.I.": f"{family}, {initials(given, '.', '')}",
            "I. F": f"{initials(given)} {family}",
            "G F": f"{given} {family}",
            "FAMILY, G": f"{family.upper()}, {given}",
        }
        return made[form].strip().strip(",")

    shown = [one(*name) for name in facts.names]
    if facts.cut_names and len(shown) > facts.cut_names:
        return comma.join(shown[: facts.cut_names]) + " " + facts.others
    return last.join([comma.join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def _bits(*parts: str, by: str = ", ") -> str:
    return by.join(part for part in parts if part)


def _label(label: str, value: str) -> str:
    return f"{label}{value}" if value else ""


Layout = Callable[[Facts], str]


def _apa(f: Facts) -> str:
    numbers = f.volume + (f"({f.issue})" if f.issue and f.volume else "")
    return f"{people(f, 'F, I.', ', & ')} ({f.year}). {f.title}. {_bits(f.container, numbers, f.pages)}."


def _vancouver(f: Facts) -> str:
    numbers = f.volume + (f"({f.issue})" if f.issue and f.volume else "")
    return f"{people(f, 'F I', ', ')}. {f.title}. {f.short}. {f.year};{numbers}:{f.pages}."


def _ieee(f: Facts) -> str:
    numbers = _bits(_label("vol. ", f.volume), _label("no. ", f.issue), _label("pp. ", f.pages), f.year)
    return f"{people(f, 'I. F')}, “{f.title},” {f.short}, {numbers}."


def _chicago(f: Facts) -> str:
    issue = f" ({f.issue})" if f.issue and f.volume else ""
    return f"{people(f, 'G F')}. {f.year}. “{f.title}.” {f.container} {f.volume}{issue}: {f.pages}."


def _harvard(f: Facts) -> str:
    numbers = _bits(f.volume + (f"({f.issue})" if f.issue and f.volume else ""), _label("pp.", f.pages))
    return f"{people(f, 'F, I.I.')} {f.year}, '{f.title}', {f.container}, {numbers}."


def _physics(f: Facts) -> str:
    return f"{people(f, 'I. F', ', ')}, {f.title}, {f.short} {f.volume} ({f.year}) {f.pages}"


def _german(f: Facts) -> str:
    numbers = _bits(_label("Bd. ", f.volume), _label("H. ", f.issue), _label("S. ", f.pages))
    f = replace(f, others="u. a.")
    return f"{people(f, 'F, I.', '/', '/')} ({f.year}): {f.title}. In: {f.container}, {numbers}."


def _french(f: Facts) -> str:
    numbers = _bits(_label("vol. ", f.volume), _label("n° ", f.issue), f.year, _label("p. ", f.pages))
    return f"{people(f, 'FAMILY, G', ' et ')}, « {f.title} », {f.container}, {numbers}."


def _spanish(f: Facts) -> str:
    numbers = _bits(_label("vol. ", f.volume), _label("núm. ", f.issue), _label("pp. ", f.pages))
    return f"{people(f, 'F, I.', ' y ')} ({f.year}): “{f.title}”, {f.container}, {numbers}."


def _portuguese(f: Facts) -> str:
    numbers = _bits(_label("v. ", f.volume), _label("n. ", f.issue), _label("p. ", f.pages), f.year)
    f = replace(f, names=tuple((g, n.upper()) for g, n in f.names))
    return f"{people(f, 'F, I.', '; ', '; ')}. {f.title}. {f.container}, {numbers}."


def _italian(f: Facts) -> str:
    numbers = _bits(_label("vol. ", f.volume), _label("n. ", f.issue), f.year, _label("pp. ", f.pages))
    return f"{people(f, 'I. F', ' e ')}, {f.title}, in «{f.container}», {numbers}."


def _polish(f: Facts) -> str:
    numbers = _bits(f.year, _label("t. ", f.volume), _label("nr ", f.issue), _label("s. ", f.pages))
    return f"{people(f, 'F I', ', ')}: {f.title}. {f.container} {numbers}."


LAYOUTS: dict[str, Layout] = {
    "apa": _apa,
    "vancouver": _vancouver,
    "ieee": _ieee,
    "chicago": _chicago,
    "harvard": _harvard,
    "physics": _physics,
    "german": _german,
    "french": _french,
    "spanish": _spanish,
    "portuguese": _portuguese,
    "italian": _italian,
    "polish": _polish,
}

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "å": "aa"}
)


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _abbreviated(f: Facts, rng: random.Random) -> Facts:
    words = [
        w
        for w in re.findall(r"[^\W_]+", f.container)
        if w.lower() not in ("of", "the", "and", "in", "for", "on")
    ]
    stop = rng.choice(("", "."))
    cut = [w if len(w) < 6 else w[: rng.randint(3, 6)] + stop for w in words]
    return replace(f, container=" ".join(cut), short=" ".join(cut)) if len(words) > 1 else f


def _page_short(f: Facts, rng: random.Random) -> Facts:
    if not (f.first.isdigit() and f.last.isdigit() and len(f.first) == len(f.last)):
        return f
    same = next((i for i in range(len(f.first)) if f.first[i] != f.last[i]), len(f.first) - 1)
    return replace(f, last=f.last[same:])


def _subtitle_out(f: Facts, rng: random.Random) -> Facts:
    head = re.split(r"[:?!] | [–—-] ", f.title)[0]
    return replace(f, title=head) if len(head.split()) >= 4 else f


TRANSLATIONS = (
    "Ein Überblick über neuere Arbeiten",
    "Une étude de cas en milieu rural",
    "Un estudio de casos",
)

CHANGES: dict[str, Callable[[Facts, random.Random], Facts]] = {
    "abbreviated": _abbreviated,
    "initials-glued": lambda f, r: replace(f, names=tuple((initials(g, "", ""), n) for g, n in f.names)),
    "one-initial": lambda f, r: replace(f, names=tuple((g[:1], n) for g, n in f.names)),
    "no-given-names": lambda f, r: replace(f, names=tuple(("", n) for _, n in f.names)),
    "et-al-after-one": lambda f, r: replace(
        f, cut_names=1, others=r.choice(("et al.", "et al", "et. al.", "and others", "u.a."))
    ),
    "et-al-after-three": lambda f, r: replace(
        f, cut_names=3, others=r.choice(("et al.", "… & others", "et coll.", "…"))
    ),
    "diacritics-lost": lambda f, r: replace(
        f, names=tuple((_plain(g), _plain(n)) for g, n in f.names), title=_plain(f.title)
    ),
    "umlauts-spelt-out": lambda f, r: replace(f, names=tuple((g, n.translate(_UMLAUTS)) for g, n in f.names)),
    "names-turned": lambda f, r: replace(
        f, names=tuple((n, g) if len(g) > 2 and "." not in g else (g, n) for g, n in f.names)
    ),
    "subtitle-out": _subtitle_out,
    "subtitle-added": lambda f, r: replace(
        f, title=f.title.rstrip(".") + r.choice((": a review", ": an empirical study", " – with discussion"))
    ),
    "translation-behind": lambda f, r: replace(f, title=f"{f.title} [{r.choice(TRANSLATIONS)}]"),
    "year-online": lambda f, r: replace(f, year=str(int(f.year[:4]) + r.choice((-1, 1)))),
    "year-month": lambda f, r: replace(f, year=f"{f.year} {r.choice(('Jan', 'Mar', 'Oct', 'Dec'))}"),
    "page-short": _page_short,
    "first-page": lambda f, r: replace(f, last=""),
    "no-pages": lambda f, r: replace(f, first="", last=""),
    "no-issue": lambda f, r: replace(f, issue=""),
    "no-volume": lambda f, r: replace(f, volume="", issue=""),
    "volume-as-year": lambda f, r: replace(f, volume=f.volume or f.year),
    "supplement": lambda f, r: replace(f, issue=r.choice(("Suppl 1", "Suppl. 2", "S1", "Special Issue"))),
    "sentence-case": lambda f, r: replace(f, title=f.title[:1] + f.title[1:].lower()),
    "capitals": lambda f, r: replace(f, title=f.title.upper()),
    "lower-case": lambda f, r: replace(f, title=f.title.lower(), container=f.container.lower()),
    "british": lambda f, r: replace(
        f,
        title=re.sub(r"(?i)(?<=[a-z])iz(?=e|ation|ing)", "is", f.title)
        .replace("behavior", "behaviour")
        .replace("color", "colour"),
    ),
    "no-container": lambda f, r: replace(f, container="", short=""),
}
"""What is done to the facts before they are printed."""


def _broken_words(raw: str, rng: random.Random) -> str:
    words = raw.split(" ")
    long = [i for i, w in enumerate(words) if re.fullmatch(r"[a-z]{8,}", w)]
    for i in rng.sample(long, min(2, len(long))):
        at = rng.randint(3, len(words[i]) - 3)
        words[i] = words[i][:at] + "-\n" + words[i][at:]
    return " ".join(words)


def _misread(raw: str, rng: random.Random) -> str:
    pairs = [
        ("rn", "m"),
        ("m", "rn"),
        ("l", "1"),
        ("O", "0"),
        ("cl", "d"),
        ("fi", "ﬁ"),
        ("I", "l"),
        ("e", "c"),
    ]
    head, doi, tail = raw.partition("10.")
    for a, b in rng.sample(pairs, 3):
        places = [m.start() for m in re.finditer(re.escape(a), head) if head[max(0, m.start() - 1)].isalpha()]
        if places:
            at = rng.choice(places)
            head = head[:at] + b + head[at + len(a) :]
    return head + doi + tail


def _misread_numbers(raw: str, rng: random.Random) -> str:
    head, doi, tail = raw.partition("10.")
    places = [m.start() for m in re.finditer(r"(?<=\d)[10](?=\d)|(?<=\d)[10]\b", head)]
    if places:
        at = rng.choice(places)
        head = head[:at] + {"1": "l", "0": "O"}[head[at]] + head[at + 1 :]
    return head + doi + tail


SPOILS: dict[str, Callable[[str, random.Random], str]] = {
    "broken-words": _broken_words,
    "lines": lambda s, r: re.sub(r" ", lambda m: "\n" if r.random() < 0.12 else " ", s),
    "misread": _misread,
    "misread-numbers": _misread_numbers,
    "ligatures": lambda s, r: s.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "en-dashes": lambda s, r: re.sub(r"(?<=\d)-(?=\d)", r.choice(("–", "—", "‐", " – ", "--")), s),
    "quotes-typewriter": lambda s, r: s.translate(str.maketrans("“”«»‘’", '""""\'\'')),
    "blanks-doubled": lambda s, r: s.replace(". ", ".  ").replace(", ", ",  "),
    "blanks-lost": lambda s, r: s.replace(", ", ",", 3).replace(". ", ".", 2),
    "stops-lost": lambda s, r: s.replace(".", ""),
    "accessed": lambda s, r: (
        s.rstrip(".")
        + r.choice(
            (
                ". Accessed May 3, 2021.",
                " (accessed 12 June 2019).",
                " [cited 2018 Jul 5].",
                ". Abgerufen am 3. Mai 2020.",
            )
        )
    ),
    "link-labels": lambda s, r: (
        s
        + r.choice(
            (
                " [CrossRef] [Google Scholar]",
                " View Article PubMed Google Scholar",
                " CrossRef MEDLINE",
                " Cited by 34",
            )
        )
    ),
    "numbered": lambda s, r: r.choice(("[12] ", "12. ", "(12) ", "12) ")) + s,
    "bullet": lambda s, r: r.choice(("• ", "– ", "* ")) + s,
    "epub": lambda s, r: (
        s.rstrip(".")
        + r.choice(
            ("; Epub 2012 Jan 3.", ". Advance online publication.", ", in press.", ". Epub ahead of print.")
        )
    ),
    "pmid": lambda s, r: s + f" PMID: {r.randint(10**6, 3 * 10**7)}",
    "issn": lambda s, r: s + " ISSN 0003-9926.",
    "markup": lambda s, r: "<p>" + s.replace("&", "&amp;") + "</p>",
    "comment": lambda s, r: (
        s
        + r.choice(
            (
                " This is the classic paper.",
                " (A good introduction.)",
                " See also the discussion in chapter 3.",
            )
        )
    ),
}
"""What is done to the printed string."""

DOIS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("none", lambda d: ""),
    ("none", lambda d: ""),
    ("plain", lambda d: f" doi:{d}"),
    ("url", lambda d: f" https://doi.org/{d}"),
    ("trailing-stop", lambda d: f" https://doi.org/{d}."),
    ("trailing-bracket", lambda d: f" (doi: {d}),"),
    ("capitals", lambda d: f" DOI: {d.upper()}."),
    ("proxy", lambda d: f" https://doi-org.proxy.library.example.edu/{d}"),
    ("ezproxy", lambda d: f" http://dx.doi.org.ezproxy.example.ac.uk/{d};"),
    ("dx", lambda d: f" http://dx.doi.org/{d}"),
    ("broken", lambda d: f" doi: {d.replace('/', '/ ', 1)}"),
    ("publisher", lambda d: f" https://onlinelibrary.example.com/doi/abs/{d}"),
    ("publisher-full", lambda d: f" https://www.example.org/doi/full/{d}?journalCode=abc"),
)


def make(facts: Facts, rng: random.Random) -> tuple[str, str, list[str]]:
    """Return a reference, its layout, and what was done to it."""
    layout = rng.choice(list(LAYOUTS))
    changes = rng.sample(list(CHANGES), rng.randint(1, 3))
    for one, other in (
        ("no-volume", "no-pages"),
        ("names-turned", "no-given-names"),
        ("subtitle-out", "subtitle-added"),
    ):
        if one in changes and other in changes:
            changes.remove(other)
    spoils = rng.sample(list(SPOILS), rng.randint(0, 2))
    for change in changes:
        facts = CHANGES[change](facts, rng)
    raw = " ".join(LAYOUTS[layout](facts).split())
    name, doi = rng.choice(DOIS)
    raw += doi(facts.doi)
    for spoil in spoils:
        raw = SPOILS[spoil](raw, rng)
    return raw, layout, [*changes, *spoils, f"doi-{name}"]


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file, packed or not."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines()


def read_facts(path: Path, n: int, rng: random.Random) -> Iterator[Facts]:
    """Yield the facts of ``n`` records of a corpus, chosen by chance, half of them journal articles."""
    lines = read_lines(path)
    rng.shuffle(lines)
    left = Counter({True: n // 2, False: n - n // 2})
    for line in lines:
        facts = facts_of(json.loads(line))
        if facts is not None and left[is_article := facts.kind == "journal-article"] > 0:
            left[is_article] -= 1
            yield facts


def accusation(said: dict[str, Any]) -> str:
    """Return what a verdict accuses a right reference of, "" for nothing."""
    if said["status"] == "not_found":
        return "not found"
    if said["retracted"]:
        return ""
    if said["status"] == "mismatch":
        return "wrong " + ", ".join(said["fields"])
    return ""


def main() -> None:
    """Read the command line, make the references, check them, print what they are accused of."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--source", required=True)
    parser.add_argument("--n", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=40)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    rows = [(facts, *make(facts, rng)) for facts in read_facts(options.corpus, options.n, rng)]
    sources = [open_source(options.source, load_settings())]
    results = check_references((Reference(raw) for _, raw, _, _ in rows), sources=sources)
    statuses: Counter[str] = Counter()
    done: Counter[str] = Counter()
    blamed: Counter[str] = Counter()
    others: list[str] = []
    shown: list[str] = []
    for (facts, raw, layout, ways), result in zip(rows, results, strict=True):
        said = verdict(result)
        statuses[said["status"]] += 1
        done.update([layout, *ways])
        wrong = accusation(said)
        if said["doi"] is not None and said["doi"] != facts.doi.lower():
            others.append(f"{facts.doi} taken for {said['doi']}: {raw}")
        if wrong:
            blamed.update([layout, *ways])
            notes = [f.message for f in result.findings if f.severity.value != "info"]
            shown.append(f"{wrong}  [{layout}; {', '.join(ways)}]\n    {raw!r}\n    {notes}")
    print(f"{len(rows)} right references: {dict(statuses)}; accused {len(shown)}; another work {len(others)}")
    for way, count in blamed.most_common():
        print(f"  {way:20} {count:4} of {done[way]}")
    print("\n".join([*shown[: options.show], *others[:10]]))


if __name__ == "__main__":
    main()
