"""How often the rules are right that a set of single references does not show: S, L, T, rare X and M.

    python benchmarks/rule_reliability.py CORPUS.jsonl[.gz] [--seed 1] [--n 600] [--reliability FILE.tsv]

From records of CORPUS a small index is made in which some works carry notices, in the shapes that Crossref
gives them. References with one planted fault each, and as many without any, are checked against it; so are
articles in four styles whose text and list disagree in planted places. A finding is right where its rule's
fault was planted at that reference. Printed: findings, right ones, and planted faults found, by rule;
``--reliability`` puts the counts into the table that ``refs explain`` shows.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from checking import write_reliability
from ugly.layouts import LAYOUTS, Facts, facts_of, people
from ugly_references import read_lines

from refs.index import build_index
from refs.model import Reference, Source
from refs.pipeline import check_article, check_references
from refs.resolve.sources import open_source
from refs.settings import load_settings

Record = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A reference and the one rule that must speak of it, "" for none."""

    raw: str
    code: str


def notice(kind: str, doi: str, source: str = "retraction-watch", year: int = 2020) -> Record:
    """Return an entry of ``updated-by``."""
    return {"type": kind, "DOI": doi, "source": source, "updated": {"date-parts": [[year, 2, 6]]}}


def _by(*notices: Callable[[str], Record]) -> Callable[[Record], Record]:
    return lambda r: r | {"updated-by": [one(r["DOI"]) for one in notices]}


def _n(kind: str, end: str = ".n", **details: Any) -> Callable[[str], Record]:
    return lambda doi: notice(kind, doi + end, **details)


def _titled(mark: str) -> Callable[[Record], Record]:
    return lambda r: r | {"title": [mark.format(r["title"][0])]}


def _to_itself(kind: str) -> Callable[[Record], Record]:
    return lambda r: r | {"update-to": [notice(kind, r["DOI"], "publisher")]}


SHAPES: tuple[tuple[str, Callable[[Record], Record]], ...] = (
    ("S301", _by(_n("retraction"))),
    ("S301", _by(_n("correction", ".c"), _n("retraction"))),
    ("S301", _by(_n("retraction"), _n("retraction", source="publisher"))),
    ("S301", _by(_n("retraction", ""))),
    ("S301", _by(_n("expression_of_concern", ".e", year=2018), _n("retraction"))),
    ("S301", _titled("RETRACTED: {}")),
    ("S301", _titled("[Retracted] {}")),
    ("S301", _titled("Retracted Article: {}")),
    ("S301", _to_itself("retraction")),
    ("S301", _by(_n("reinstatement", ".r", year=2018), _n("retraction", year=2021))),
    ("S302", _by(_n("expression_of_concern"))),
    ("S302", _by(_n("correction", ".c"), _n("expression_of_concern"))),
    ("S303", _by(_n("withdrawal"))),
    ("S303", _titled("WITHDRAWN: {}")),
    ("S304", _by(_n("removal"))),
    ("S305", _by(_n("partial_retraction"))),
    ("S306", _by(_n("correction"))),
    ("S306", _by(_n("erratum", source="publisher"))),
    ("S306", _by(_n("corrigendum"), _n("addendum", ".a"))),
    ("", _by(_n("new_version", ""))),
    ("", _to_itself("new_version")),
    ("", _by(_n("retraction", year=2018), _n("reinstatement", ".r", year=2021))),
    ("", lambda r: r | {"relation": {"has-preprint": [{"id-type": "doi", "id": "10.1101/x.1"}]}}),
    (
        "S307",
        lambda r: (
            r
            | {
                "type": "posted-content",
                "relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.1000/published"}]},
            }
        ),
    ),
)
"""The rule that must speak, and how the record tells."""


def _other_name(f: Facts, rng: random.Random) -> tuple[str, str]:
    return rng.choice(("Maria", "Jonas", "Ines")), rng.choice(("Kowalczyk", "Brandstetter", "Oyelaran"))


def _swapped(f: Facts, rng: random.Random) -> Facts | None:
    return replace(f, names=(f.names[-1], *f.names[:-1])) if 2 <= len(f.names) <= 6 else None


def _left_out(f: Facts, rng: random.Random) -> Facts | None:
    return replace(f, names=f.names[:-1]) if 3 <= len(f.names) <= 8 else None


def _invented(f: Facts, rng: random.Random) -> Facts | None:
    return replace(f, names=(*f.names, _other_name(f, rng))) if 2 <= len(f.names) <= 8 else None


def _misspelt(f: Facts, rng: random.Random) -> Facts | None:
    given, family = f.names[0]
    at = len(family) // 2
    if len(family) < 6 or not family.isascii() or not family.isalpha() or family[at] == family[at - 1]:
        return None
    return replace(f, names=((given, family[:at] + family[at - 1] + family[at:]), *f.names[1:]))


def _number(field: str, least: int, most: int) -> Callable[[Facts, random.Random], Facts | None]:
    def change(f: Facts, rng: random.Random) -> Facts | None:
        value = getattr(f, field)
        if not value.isdigit() or not f.volume:
            return None
        return replace(f, **{field: str(int(value) + rng.randint(least, most))})

    return change


def _near_year(f: Facts, rng: random.Random) -> Facts | None:
    return replace(f, year=str(int(f.year) - 1))


def _moved(f: Facts, pages: int) -> Facts | None:
    if not (f.first.isdigit() and f.last.isdigit()):
        return None
    return replace(f, first=str(int(f.first) + pages), last=str(int(f.last) + pages))


def _shifted_pages(f: Facts, rng: random.Random) -> Facts | None:
    return _moved(f, rng.randint(1, 9))


def _cut_title(f: Facts, rng: random.Random) -> Facts | None:
    head, colon, _ = f.title.partition(": ")
    return replace(f, title=head) if colon and len(head) > 25 else None


def _cut_doi(f: Facts, rng: random.Random) -> Facts | None:
    return replace(f, doi=f.doi[:-3]) if len(f.doi.partition("/")[2]) > 8 else None


FAULTS: dict[str, Callable[[Facts, random.Random], Facts | None]] = {
    "M202": _left_out,
    "M203": _invented,
    "M204": _swapped,
    "M205": _misspelt,
    "M212": _cut_title,
    "M232": _near_year,
    "M251": _number("issue", 3, 6),
    "X105": _cut_doi,
}
PAPER_FAULTS: dict[str, Callable[[Facts, random.Random], Facts | None]] = {
    "M262": _shifted_pages,
}
"""The same for papers of conferences."""
"""The rule that must speak of a reference changed so; None where a record does not lend itself to it."""

HOUSES = ("Cambridge University Press", "Oxford University Press", "MIT Press", "Princeton University Press")
ORDINALS = ("1st", "2nd", "3rd", "4th", "5th")


def is_paper(facts: Facts) -> bool:
    """Return True for a paper of a conference, whose pages may begin with 1."""
    words = ("conference", "proceedings", "symposium", "workshop")
    return not facts.volume and any(word in facts.container.lower() for word in words)


def make_index_records(lines: list[str], n: int, rng: random.Random) -> Iterator[tuple[Record, Facts, str]]:
    """Yield records, what is printed of them, and the rule that must speak: a third tell of notices."""
    shapes = list(SHAPES)
    papers = n // 8
    for line in lines:
        if n <= 0:
            return
        record = json.loads(line)
        facts = facts_of(record)
        if facts is None or record.get("updated-by"):
            continue
        if facts.kind != "journal-article" and not (papers and is_paper(facts)):
            continue
        papers -= facts.kind != "journal-article"
        if record.get("subtitle") or "retracted" in facts.title.lower():
            continue
        n -= 1
        if n % 3 == 0 and facts.kind == "journal-article":
            code, change = shapes[n // 3 % len(shapes)]
            yield change(record), facts, code
        else:
            yield record, facts, ""


def as_preprint(record: Record, facts: Facts, place: int) -> tuple[Record, Facts, Facts]:
    """Return the made record of a work's preprint, what is printed of it, and of the work."""
    earlier = replace(facts, doi=f"10.1101/made.{place}", year=str(int(facts.year) - 1))
    kept = {key: record[key] for key in ("title", "author") if key in record}
    made = {"DOI": earlier.doi, "type": "posted-content", "issued": {"date-parts": [[int(earlier.year)]]}}
    return kept | made, earlier, facts


def books(n: int, rng: random.Random) -> Iterator[tuple[Record, list[Case]]]:
    """Yield made records of books, with a reference that is right and two that are wrong."""
    topics = ("rivers", "bridges", "memory", "markets", "grammar", "sleep", "glaciers", "parliaments")
    for i in range(n):
        given, family = _other_name(None, rng)  # type: ignore[arg-type]
        title = (
            f"The patient study of {rng.choice(topics)} and {rng.choice(topics)} volume {chr(97 + i % 26)}{i}"
        )
        house, other = rng.sample(HOUSES, 2)
        edition, wrong = rng.sample(range(1, 6), 2)
        record = {
            "DOI": f"10.5555/book.{i}",
            "type": "book",
            "title": [title],
            "author": [{"given": given, "family": family}],
            "publisher": house,
            "edition-number": str(edition),
            "issued": {"date-parts": [[2001 + i % 20]]},
        }
        year, doi = 2001 + i % 20, f"https://doi.org/10.5555/book.{i}"

        def cite(e: int, h: str) -> str:
            return f"{family}, {given[0]}. ({year}). {title} ({ORDINALS[e - 1]} ed.). {h}. {doi}"  # noqa: B023

        cases = [Case(cite(edition, house), ""), Case(cite(edition, other), "M271")]
        yield record, [*cases, Case(cite(wrong, house), "M281"), Case(cite(edition, house), "")]


def reference_cases(made: list[tuple[Record, Facts, str]], rng: random.Random) -> Iterator[Case]:
    """Yield references with one planted fault, or none, for the records of an index."""
    plain = [facts for _, facts, code in made if not code and facts.kind == "journal-article"]
    papers = [facts for _, facts, code in made if not code and is_paper(facts)]
    layouts = [LAYOUTS[name] for name in ("apa", "vancouver", "harvard", "chicago")]
    for record, facts, code in made:
        if code:
            yield Case(rng.choice(layouts)(facts), code)
            if code == "S301":
                yield Case(f"Retraction notice to “{facts.title}”. {facts.container}. 2020.", "")
        elif any(key in record for key in ("updated-by", "update-to", "relation")):
            yield Case(rng.choice(layouts)(facts), "")
    for place, facts in enumerate(plain):
        code = list(FAULTS)[place % len(FAULTS)]
        changed = FAULTS[code](facts, rng)
        layout = rng.choice(layouts)
        if changed is not None:
            doi = f" https://doi.org/{changed.doi}" if code == "X105" else ""
            yield Case(layout(changed) + doi, code)
        other = plain[place - 1]
        if place % 4 == 0 and facts.volume and other.volume and other.container != facts.container:
            mixed = replace(facts, volume=other.volume, first=other.first, last=other.last)
            mixed = replace(mixed, container=other.container, short=other.short, year=other.year)
            if abs(int(facts.year) - int(other.year)) > 1:
                yield Case(f"{layout(mixed)} https://doi.org/{other.doi}", "X107")
        yield Case(layout(facts), "")
    for place, facts in enumerate(papers[:400]):
        code = list(PAPER_FAULTS)[place % len(PAPER_FAULTS)]
        if changed := PAPER_FAULTS[code](facts, rng):
            yield Case(rng.choice(layouts)(changed), code)
        yield Case(rng.choice(layouts)(facts), "")
    for facts in plain[:60]:
        yield Case(f"{LAYOUTS['apa'](facts)} https://doi.org/10.65215/{facts.volume}x{facts.first}", "S308")


SENTENCES = (
    "The first reports were cautious",
    "Later samples were larger and the effect was smaller",
    "A second group found the opposite in mice",
    "Whether the cause is known is still argued",
    "The method has been in use since",
    "In 2019 the question came up again in [0, 1] and at ICLR 2020",
    "Figure 3 shows the means of both groups",
)


def article_case(pool: list[Facts], style: str, rng: random.Random) -> tuple[str, set[tuple[str, str]]]:
    """Return an article in Markdown and what disagrees in it: rule and a word of the finding's message."""
    chosen: dict[str, Facts] = {}
    for facts in rng.sample(pool, len(pool)):
        surname = facts.names[0][1]
        if surname.isascii() and surname.isalpha() and len(surname) > 4 and len(chosen) < 14:
            chosen.setdefault(surname, facts)
    entries = list(chosen.items())
    if style == "author-date":
        entries.sort(key=lambda e: e[0].lower())
    planted: set[tuple[str, str]] = set()
    uncited, other_year, other_name, missing = rng.sample(range(len(entries)), 4)
    cited: list[str] = []
    last = len(entries) + 2
    for place, (surname, facts) in enumerate(entries):
        who = surname if len(facts.names) == 1 else f"{surname} et al."
        who = f"{surname} & {facts.names[1][1]}" if len(facts.names) == 2 else who
        if place == uncited:
            planted.add(("T402", surname if style == "author-date" else f"reference {place + 1} "))
            continue
        if style == "numeric":
            cited.append(f"[{place + 1}]")
        elif style == "superscript":
            cited.append(f"<sup>{place + 1}</sup>")
        elif place == other_year:
            cited.append(f"({who}, {int(facts.year) - 2})")
            planted.add(("T403", surname))
        elif place == other_name:
            wrong = surname[:3] + surname[2:]
            cited.append(f"({who.replace(surname, wrong, 1)}, {facts.year})")
            planted.add(("T404", wrong))
        else:
            cited.append(f"({who}, {facts.year})")
    if style == "author-date":
        cited.append("(Vandersteen & Quillfeather, 2007)")
        planted.add(("T401", "Vandersteen"))
    else:
        cited.append(f"[{last}]" if style == "numeric" else f"<sup>{last}</sup>")
        planted.add(("T406", str(last)))
        if missing % 2 and {3, 4} <= set(range(len(entries))) - {uncited}:
            cited[3], cited[2] = cited[2], cited[3]
            planted.add(("T407", "before"))
    if style == "author-date" and rng.random() < 0.7:
        twin = next(i for i in range(len(entries)) if i not in (uncited, other_year, other_name))
        surname, facts = entries[twin]
        second = replace(facts, title=f"{facts.title}: a second look", year=f"{facts.year}b")
        entries[twin : twin + 1] = [(surname, replace(facts, year=f"{facts.year}a")), (surname, second)]
        planted.add(("T405", f"{facts.year}a and {facts.year}b"))
    odd = rng.choice(("", "", "T408", "T409", "T410"))
    if odd == "T409":
        cited, planted = [], {("T409", "none of")}
    text = " ".join(f"{rng.choice(SENTENCES)} {mark}." for mark in cited or ("once", "twice", "thrice"))
    if style == "superscript" and cited:
        text = " ".join(f"{rng.choice(SENTENCES)}.{mark}" for mark in cited)
    layout = LAYOUTS["apa" if style == "author-date" else "vancouver"]
    lines = [
        layout(f) if style == "author-date" else f"{i + 1}. {layout(f)}" for i, (_, f) in enumerate(entries)
    ]
    if odd == "T410":
        text += " The studies are compared in Table 1."
        names = [word for code, word in planted if code == "T402"]
        planted = {p for p in planted if p[0] not in ("T402", "T407")} | {
            ("T410", name.strip()) for name in names
        }
    if odd == "T408" and style != "author-date":
        lines = [
            line if i < 7 else line.replace(f"{i + 1}. ", f"{i + 3}. ", 1) for i, line in enumerate(lines)
        ]
        return f"# On a question\n\n{SENTENCES[0]} [1-7].\n\n## References\n\n" + "\n\n".join(lines) + "\n", {
            ("T408", "no reference 8"),
            ("T408", "no reference 9"),
        } | {("T402", f"reference {i + 3} ") for i in range(7, len(lines))}
    return f"# On a question\n\n{text}\n\n## References\n\n" + "\n\n".join(lines) + "\n", planted


def list_case(
    pool: list[Facts], pairs: list[tuple[Facts, Facts]], rng: random.Random
) -> tuple[str, set[tuple[str, str]]]:
    """Return an article whose list has planted faults, and those: rule and a word of the message."""
    chosen = {f.names[0][1]: f for f in rng.sample(pool, 16) if f.names[0][1].isascii()}
    entries = sorted(chosen.values(), key=lambda f: f.names[0][1].lower())
    planted: set[tuple[str, str]] = set()
    lines = [f"{LAYOUTS['apa'](f)} https://doi.org/{f.doi}" for f in entries]
    kinds = rng.sample(("L501", "L502", "L503", "L504", "L505", "L506", ""), 2)
    if "L502" in kinds:
        lines[2] = LAYOUTS["apa"](entries[2])
        planted.add(("L502", entries[2].doi.lower()))
    if "L503" in kinds:
        lines[5] = lines[5].replace(f" ({entries[5].year})", "")
        planted.add(("L503", "year"))
    if "L505" in kinds:
        lines[7] = f"{LAYOUTS['vancouver'](entries[7])} https://doi.org/{entries[7].doi}"
        planted.add(("L505", "laid out"))
    if "L501" in kinds:
        lines.insert(4, LAYOUTS["apa"](entries[3]) + f" doi:{entries[3].doi}")
        planted.add(("L501", "same work"))
    if "L506" in kinds:
        earlier, published = rng.choice([pair for pair in pairs if pair[0].names[0][1] not in chosen])
        first = f"{people(earlier, 'F, I.', ', & ')} ({earlier.year}). {earlier.title}. bioRxiv."
        second = f"{LAYOUTS['apa'](published)} https://doi.org/{published.doi}"
        place = next((i for i, line in enumerate(lines) if line.lower() > first.lower()), len(lines))
        lines[place:place] = [f"{first} https://doi.org/{earlier.doi}", second]
        planted.add(("L506", "preprint of"))
    if "L504" in kinds and lines[1][:2].lower() < lines[-1][:2].lower():
        lines.append(lines.pop(1))
        planted.add(("L504", "order"))
    cited = "; ".join(f"{f.names[0][1]} et al., {f.year}" for f in entries)
    return f"# A list\n\nMany have written on it ({cited}).\n\n## References\n\n" + "\n\n".join(
        lines
    ) + "\n", planted


SHOWN = ("L505", "T402", "T405")
Tally = dict[str, Counter[str]]


def judge_references(cases: list[Case], sources: list[Source], measured: set[str], tally: Tally) -> None:
    """Count findings of the measured rules on single references."""
    results = check_references((Reference(case.raw) for case in cases), sources=sources)
    for case, result in zip(cases, results, strict=True):
        said = {f.code for f in result.findings} & measured
        tally["planted"][case.code] += 1
        tally["caught"][case.code] += case.code in said
        for code in said:
            tally["flagged"][code] += 1
            tally["right"][code] += code == case.code
            if code != case.code:
                messages = [f.message for f in result.findings if f.code == code]
                print(f"  wrong {code} (planted {case.code or 'nothing'}): {case.raw[:230]!r} {messages}")


def judge_article(
    text: str, planted: set[tuple[str, str]], letter: str, sources: list[Source], tally: Tally
) -> None:
    """Count findings of one family of rules on an article."""
    result = check_article(text.encode(), name="case.md", sources=sources)
    left = set(planted)
    for found in result.findings:
        if not found.code.startswith(letter):
            continue
        tally["flagged"][found.code] += 1
        hit = next((p for p in left if p[0] == found.code and p[1] in found.message), None)
        if hit is not None:
            left.discard(hit)
            tally["right"][found.code] += 1
        else:
            print(f"  wrong {found.code}: {found.message[:160]}")
    for code, word in planted:
        if (code, word) in left and code in SHOWN:
            print(f"  missed {code}: {word}")
        tally["planted"][code] += 1
        tally["caught"][code] += (code, word) not in left


def main() -> None:
    """Read the command line, make index and cases, check, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--n", type=int, default=1500, help="records in the index")
    parser.add_argument("--articles", type=int, default=45)
    parser.add_argument("--reliability", type=Path)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    lines = read_lines(options.corpus)
    rng.shuffle(lines)
    made = list(make_index_records(lines, options.n, rng))
    shelf = list(books(60, rng))
    cases = [*reference_cases(made, rng), *(case for _, several in shelf for case in several)]
    tally: Tally = {name: Counter() for name in ("flagged", "right", "planted", "caught")}
    measured = {case.code for case in cases} - {""}
    pool = [facts for _, facts, code in made if not code and facts.kind == "journal-article"]
    preprints = [as_preprint(r, f, n) for n, (r, f, code) in enumerate(made[:200]) if not code]
    pairs = [(facts, published) for _, facts, published in preprints]
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "works.jsonl"
        records.write_text(
            "\n".join(
                json.dumps(r)
                for r in (*(r for r, _, _ in made), *(r for r, _ in shelf), *(r for r, _, _ in preprints))
            ),
            encoding="utf-8",
        )
        build_index(Path(folder) / "index", [records])
        sources: list[Source] = [open_source(f"index:{folder}/index", load_settings())]
        judge_references(cases, sources, measured, tally)
        for place in range(options.articles):
            style = ("author-date", "numeric", "superscript")[place % 3]
            judge_article(*article_case(pool, style, rng), "T", sources, tally)
            judge_article(*list_case(pool, pairs, rng), "L", sources, tally)
    print("\nrule   findings   right   planted   found")
    for code in sorted(tally["planted"].keys() | tally["flagged"].keys() - {""}):
        row = [tally[name][code] for name in ("flagged", "right", "planted", "caught")]
        print(f"{code:6} {row[0]:8} {row[1]:7} {row[2]:9} {row[3]:7}")
    if options.reliability:
        write_reliability(options.reliability, tally["flagged"], tally["right"])


if __name__ == "__main__":
    main()
