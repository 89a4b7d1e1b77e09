"""Items and a style to text: bibliographies and citations, in every output format.

::

    Item ─▶ ItemView ─▶ style's template ─▶ rich text ─▶ text · HTML · Markdown · LaTeX · RTF · DOCX
"""

from __future__ import annotations

from collections.abc import Sequence

from refs.model.item import Item
from refs.render.citations import Citations, Cite
from refs.render.engine import entry_text, view_of, with_same_author
from refs.render.outputs import OUTPUTS, write_entries, write_rich
from refs.render.style import Style, load_style, style_names

__all__ = [
    "OUTPUTS",
    "Citations",
    "Cite",
    "Style",
    "load_style",
    "render_bibliography",
    "render_citation",
    "render_entry",
    "render_outputs",
    "style_names",
]


def render_entry(item: Item, style: Style, output: str = "text", *, sentence_case: bool = False) -> str:
    """Return one entry of a reference list, without its number.

    >>> neff = Item({"id": "neff", "type": "article-journal", "title": "Self-compassion",
    ...     "container-title": "Self and Identity", "volume": "2", "issue": "2", "page": "85-101",
    ...     "author": [{"family": "Neff", "given": "Kristin"}], "issued": {"date-parts": [[2003]]}})
    >>> render_entry(neff, load_style("apa"))
    'Neff, K. (2003). Self-compassion. Self and Identity, 2(2), 85–101.'
    """
    return write_rich(entry_text(view_of(item, style, sentence_case=sentence_case), style), output)


def render_outputs(
    item: Item, style: Style, outputs: Sequence[str], *, sentence_case: bool = False
) -> tuple[str, ...]:
    """Return one entry in several outputs, rendered once."""
    text = entry_text(view_of(item, style, sentence_case=sentence_case), style)
    return tuple(write_rich(text, output) for output in outputs)


def render_bibliography(
    items: Sequence[Item], style: Style, output: str = "text", *, sentence_case: bool = False
) -> str | bytes:
    """Return a reference list: sorted and numbered as the style asks, years told apart by letters.

    The text formats come as text, ``docx`` as bytes. Items without an id get one by their place.
    """
    named = _with_ids(items)
    cited = Citations(named, style)
    entries: list[tuple[str, str, str]] = []
    last = ""
    for number, item in enumerate(cited.items, 1):
        view = view_of(item, style, sentence_case=sentence_case, year_suffix=cited.year_suffix(item))
        label = style.bibliography.label.format(number) if style.bibliography.label else ""
        text, last = with_same_author(entry_text(view, style), last, style.bibliography.same_author)
        entries.append((item.id, label, text))
    return write_entries(entries, output, hanging=style.bibliography.hanging)


def _with_ids(items: Sequence[Item]) -> list[Item]:
    """Return the items, each with an id of its own: one without gets its place, a double its place too."""
    seen: set[str] = set()
    named = []
    for number, item in enumerate(items, 1):
        if not item.id or item.id in seen:
            item = item.with_fields({"id": f"{item.id or 'item'}-{number}"})
        seen.add(item.id)
        named.append(item)
    return named


def render_citation(
    items: Sequence[Item],
    style: Style,
    output: str = "text",
    *,
    narrative: bool = False,
    among: Sequence[Item] = (),
) -> str:
    """Return the citation of these items, told apart from all that the text cites (``among``).

    >>> neff = Item({"id": "neff", "type": "book", "title": "Self-compassion",
    ...     "author": [{"family": "Neff", "given": "Kristin"}], "issued": {"date-parts": [[2003]]}})
    >>> apa = load_style("apa")
    >>> render_citation([neff], apa), render_citation([neff], apa, narrative=True)
    ('(Neff, 2003)', 'Neff (2003)')
    """
    known = {item.id: item for item in (*among, *items)}
    return write_rich(
        Citations(list(known.values()), style).cite([Cite(item.id) for item in items], narrative=narrative),
        output,
    )
