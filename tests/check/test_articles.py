"""Text against list on articles in four styles and five formats, read, extracted and parsed as any is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refs.check import all_rules, run_rules
from refs.model import CheckedArticle
from refs.pipeline import extract_article
from tests.check.articles_on_disk import open_article

HERE = Path(__file__).parent / "articles"
TRUTH = {
    name: [tuple(found) for found in truth]
    for name, truth in json.loads((HERE / "truth.json").read_text(encoding="utf-8")).items()
}
RULES = [rule for rule in all_rules() if rule.code.startswith("T")]


@pytest.mark.parametrize("name", TRUTH)
def test_text_and_list_disagree_where_they_do(name: str, tmp_path: Path) -> None:
    extracted = extract_article(open_article(name, tmp_path))
    checked = CheckedArticle(*extracted, matches=(None,) * len(extracted.references))
    left = list(TRUTH[name])
    false = []
    for found in run_rules(RULES, checked):
        hit = next((t for t in left if t[0] == found.code and t[1] in found.message), None)
        if hit is None:
            false.append((found.code, found.message))
        else:
            left.remove(hit)
    assert (left, false) == ([], [])


def test_every_style_has_six_articles() -> None:
    styles = [name.rsplit("-", 1)[0] for name in TRUTH]
    assert all(styles.count(style) >= 6 for style in ("author-date", "numeric", "superscript", "notes"))
