"""Citations by key and label: of a bibliography beside the text, of notes in Markdown, in letters."""

from __future__ import annotations

import pytest

from refs.extract import extract_citations, extract_references
from refs.read import read_article
from tests.extract.citing import citations

BIB = """
@article{neff2003, title={Self-compassion}, author={Neff, Kristin}, year={2003}, journal={Self and Identity}}
@article{rogers1957, title={Conditions}, author={Rogers, Carl}, year={1957}, journal={J. Cons. Psych.}}
@article{uncited, title={Nobody}, author={Nobody, N.}, year={1900}}
"""


def test_keys_of_a_bibliography_beside_the_text(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("paper")
    (folder / "paper.bib").write_text(BIB, encoding="utf-8")
    (folder / "paper.md").write_text(
        "---\ntitle: Love\nbibliography: paper.bib\n---\n\nIt heals [see @rogers1957, p. 5; @neff2003].\n"
        "@neff2003 says so; mail me@example.org.\n",
        encoding="utf-8",
    )
    article = read_article(folder)
    references = extract_references(article)
    assert [(r.label, r.item is not None) for r in references] == [("rogers1957", True), ("neff2003", True)]
    found = extract_citations(article, references)
    assert [(c.kind, c.references, c.narrative) for c in found] == [
        ("key", (0, 1), False),
        ("key", (1,), True),
    ]


NOTES = """
[^neff]: Neff, K. D. (2003). *Self-compassion*. Self and Identity, *2*(2), 85-101. <https://example.org/neff>

[^1]: Gilbert, P. (2009). *The compassionate mind*. London: Constable.
    Second paragraph of the note, with a remark on it.

[^aside]: I have no shares in any of them.
"""


def test_notes_of_markdown_are_cited_by_their_marks() -> None:
    body = "# Love\n\nIt heals[^neff], as was said.[^aside] It does[^1][^neff]\n"
    article = read_article((body + NOTES).encode(), name="love.md")
    references = extract_references(article)
    assert [r.raw for r in references] == [
        "Neff, K. D. (2003). Self-compassion. Self and Identity, 2(2), 85-101. https://example.org/neff",
        "Gilbert, P. (2009). The compassionate mind. London: Constable.",
    ]
    assert [(c.kind, c.references) for c in extract_citations(article, references)] == [
        ("note", (0,)),
        ("note", (1,)),
        ("note", (0,)),
    ]


KEYED = """

References

[HQSH94] Harrist, R. S., Quintana, S. M., & Henry, W. P. Internalization. Psychotherapy, 31, 1994.
[KT79] Kahneman, D., & Tversky, A. Prospect theory. Econometrica, 47(2):263-291, 1979. [Online; in
Russian]
[Nef03a] Neff, K. Self-compassion: An alternative. Self and Identity, 2(2):85-101, 2003.
[Rog+57] Rogers, C. R. et al. The necessary conditions. J Consulting Psychology, 21(2):95-103, 1957.
"""


@pytest.mark.parametrize(
    ("body", "linked"),
    [
        ("It heals [KT79]. So [HQSH94, Nef03a] say.", [(1,), (0, 2)]),
        ("It heals [see KT79, p. 5; Rog+57, Thm. 3].", [(1, 3)]),
        ("It heals [KT79] for x[i] and [ABC99] and f[KT].", [(1,)]),
    ],
)
def test_labels_in_letters(body: str, linked: list[tuple[int, ...]]) -> None:
    body += " Both [Rog+57] and [Nef03a] do, in 1957."
    assert [c.references for c in citations(body, KEYED)][:-2] == linked
