"""Text against list: what the T rules say of made articles with planted faults, and of real ones with gold.

    python benchmarks/text_against_list.py CORPUS.jsonl[.gz] [--seed 1] [--articles 120] [--pandoc PANDOC]
    python benchmarks/text_against_list.py --gold GOLD.jsonl --docs DOCS

The first form makes articles in four styles and eight formats from records of CORPUS. Works are cited in
prose, tables, captions, footnotes, boxes, the abstract and an appendix; half of the articles have faults
planted (uncited, not listed, another year, another spelling, a number beyond the list, a gap, the order of
first use, a letter left out). A finding is right where its fault was planted. The second form compares T402
and T410 with the references that the gold citations of real articles leave out.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from articles.making import STYLES, Maker, pool_of
from articles.writing import WRITERS, file_of
from checking import write_reliability
from extraction import find_document
from rapidfuzz import fuzz, process
from ugly_references import read_lines

from refs.check import all_rules, run_rules
from refs.model import CheckedArticle, Finding
from refs.pipeline import extract_article

RULES = [rule for rule in all_rules() if rule.code.startswith("T")]


def findings_of(source: bytes | Path, name: str) -> tuple[CheckedArticle, list[Finding]]:
    """Return an article as checked without any source, and what the T rules say of it."""
    extracted = extract_article(source, name=name)
    checked = CheckedArticle(*extracted, matches=(None,) * len(extracted.references))
    return checked, list(run_rules(RULES, checked))


def judge_made(options: argparse.Namespace) -> None:
    """Make articles, check them, print what was found and what was not planted."""
    rng = random.Random(options.seed)
    lines = read_lines(options.corpus)
    pool = pool_of(rng.sample(lines, min(len(lines), 12000)))
    suffixes = [s for s, (_, to) in WRITERS.items() if options.pandoc or not to]
    tally: dict[str, Counter[str]] = {name: Counter() for name in ("said", "right", "planted", "caught")}
    wrong_in: Counter[str] = Counter()
    for number in range(options.articles):
        style, suffix = STYLES[number % 4], suffixes[number // 4 % len(suffixes)]
        made = Maker(pool, style, rng, hard=options.hard).article(faulty=rng.random() < 0.5)
        name = f"{number}-{style}.{suffix}"
        source = file_of(made, suffix, options.pandoc)
        if options.keep:
            (options.keep / name).write_bytes(source)
        _, findings = findings_of(source, name)
        left = made.planted | made.allowed
        for found in findings:
            tally["said"][found.code] += 1
            hit = next(
                (p for p in left if p[0] == found.code and any(w in found.message for w in p[1].split("|"))),
                None,
            )
            if hit is None:
                wrong_in[name.split("-", 1)[1]] += 1
                sentence = str(found.evidence.get("sentence", ""))[:120]
                print(f"  wrong {found.code} {name}: {found.message[:150]} | {sentence}")
            else:
                left.discard(hit)
                tally["right"][found.code] += 1
        for code, word in sorted(made.planted):
            tally["planted"][code] += 1
            tally["caught"][code] += (code, word) not in left
            if (code, word) in left:
                print(f"  missed {code} {name}: {word}")
    print_table(tally)
    if options.reliability:
        write_reliability(options.reliability, tally["said"], tally["right"])
    print("wrong by style and format:", dict(wrong_in.most_common()))


def print_table(tally: dict[str, Counter[str]]) -> None:
    """Print precision and recall by rule."""
    print("\nrule    said  right  planted  found  precision  recall")
    codes = sorted(tally["said"].keys() | tally["planted"].keys())
    for code in (*codes, "all"):
        said, right, planted, caught = (
            sum(tally[n].values()) if code == "all" else tally[n][code]
            for n in ("said", "right", "planted", "caught")
        )
        share = [f"{100 * a / b:.1f} %" if b else "-" for a, b in ((right, said), (caught, planted))]
        print(f"{code:6}{said:6}{right:7}{planted:9}{caught:7}{share[0]:>11}{share[1]:>9}")


def judge_gold(gold: Path, docs: Path) -> None:
    """Compare T402, and what T410 names, with the references that the gold citations leave out."""
    tally: dict[str, Counter[str]] = {name: Counter() for name in ("said", "right", "planted", "caught")}
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        if not row.get("citations"):
            continue
        cited = {i for citation in row["citations"] for i in citation["refs"]}
        left_out = {i for i in range(len(row["references"])) if i not in cited}
        checked, findings = findings_of(find_document(docs, row["doc"]), row["doc"])
        tally["planted"]["T402"] += len(left_out)
        told: set[int] = set()
        for found in findings:
            named = [found.reference] if found.code == "T402" else found.evidence.get("entries", [])
            for index in named if found.code in ("T402", "T410") else ():
                place = gold_place(checked.references[index].raw, row["references"])
                right = place in left_out
                tally["said"][found.code] += 1
                tally["right"][found.code] += right
                if right:
                    told.add(place)
                verdict, raw = "right" if right else "wrong", checked.references[index].raw
                print(f"  {verdict} {found.code} {row['doc']}: {raw[:80]}")
            if found.code not in ("T402", "T410"):
                tally["said"][found.code] += 1
                print(f"  other {found.code} {row['doc']}: {found.message[:120]}")
        tally["caught"]["T402"] += len(told)
        for place in sorted(left_out - told):
            print(f"  missed {row['doc']}: {row['references'][place][:80]}")
    print_table(tally)


def gold_place(raw: str, references: Sequence[str]) -> int:
    """Return which gold reference an entry is."""
    best = process.extractOne(raw, references, scorer=fuzz.ratio)
    return int(best[2]) if best else -1


def main() -> None:
    """Read the command line and judge made articles or those with gold citations."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=128)
    parser.add_argument("--pandoc", default="", help="makes DOCX, ODT and EPUB")
    parser.add_argument("--hard", action="store_true", help="bodies, undated works, parted words, appendices")
    parser.add_argument("--keep", type=Path, help="folder for the articles made")
    parser.add_argument("--reliability", type=Path, help="the table that `refs explain` shows")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--docs", type=Path)
    options = parser.parse_args()
    if options.gold:
        judge_gold(options.gold, options.docs)
    else:
        judge_made(options)


if __name__ == "__main__":
    main()
