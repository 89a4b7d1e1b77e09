"""Articles of ``tests/check/articles`` as files; ``.docx.txt`` stands for a Word document made of it."""

from __future__ import annotations

import re
from pathlib import Path

import docx

ARTICLES = Path(__file__).parent / "articles"
_RAISED = re.compile(r"\^([^^\s]{1,12})\^")


def open_article(name: str, folder: Path) -> Path:
    """Return the path of an article; a Word document is written into ``folder`` first.

    In the text a paragraph stands on a line of its own, "# " begins a heading, "^1,2^" is raised.
    """
    path = ARTICLES / name
    if not name.endswith(".docx.txt"):
        return path
    document = docx.Document()
    for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("# "):
            document.add_heading(line[2:], level=1)
            continue
        paragraph = document.add_paragraph()
        for place, part in enumerate(_RAISED.split(line)):
            paragraph.add_run(part).font.superscript = bool(place % 2) or None
    made = folder / name.removesuffix(".txt")
    document.save(str(made))
    return made
