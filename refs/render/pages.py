"""The page of documentation that each style has: its facts, and what it makes of the sample works."""

from __future__ import annotations

from refs.render.citations import Citations, Cite
from refs.render.engine import entry_text, view_of
from refs.render.outputs import write_rich
from refs.render.samples import SAMPLES
from refs.render.style import load_style, style_names

_KINDS = {
    "neff2003": "Journal article",
    "watson1953": "Two authors",
    "knuth1997": "Book with edition and volume",
    "baddeley1974": "Chapter in an edited book",
    "vaswani2017": "Preprint by eight authors",
    "who2022": "Report by an organisation",
}


def style_page(name: str) -> str:
    """Return the Markdown page of a style."""
    style = load_style(name)
    citations = Citations(SAMPLES, style)
    also = f" Also called {' and '.join(f'`{alias}`' for alias in style.aliases)}." if style.aliases else ""
    lines = [
        f"# {style.title}",
        "",
        f"`--style {style.name}`.{also} {style.description}",
        "",
        "## The list",
        "",
    ]
    for number, item in enumerate(citations.items, 1):
        label = style.bibliography.label.format(number) if style.bibliography.label else ""
        entry = write_rich(label + entry_text(view_of(item, style), style), "markdown")
        lines += [f"{_KINDS[item.id]}:", "", f"> {entry}", ""]
    lines += ["## In the text", "", "| | |", "| --- | --- |"]
    lines += [f"| {what} | {text} |" for what, text in _citations(citations)]
    return "\n".join(lines) + "\n"


def index_page() -> str:
    """Return the Markdown page that lists the styles."""
    lines = [
        "# Styles",
        "",
        "Each style is a folder with `style.toml`, `bibliography.jinja` and `citation.jinja`; "
        "`refs styles new NAME` copies one to start from.",
        "",
        "| style | is |",
        "| --- | --- |",
    ]
    for name in style_names():
        style = load_style(name)
        names = ", ".join(f"`{n}`" for n in (style.name, *style.aliases))
        lines.append(f"| {names} | [{style.title}](styles/{style.name}.md). {style.description} |")
    return "\n".join(lines) + "\n"


def _citations(citations: Citations) -> list[tuple[str, str]]:
    cites = {
        "one work": ([Cite("neff2003")], False),
        "in the sentence": ([Cite("neff2003")], True),
        "two authors": ([Cite("watson1953")], False),
        "three and more": ([Cite("vaswani2017")], False),
        "a page": ([Cite("knuth1997", "12-15")], False),
        "several works": ([Cite("who2022"), Cite("baddeley1974")], False),
    }
    return [
        (what, write_rich(citations.cite(list(works), narrative=narrative), "markdown"))
        for what, (works, narrative) in cites.items()
    ]
