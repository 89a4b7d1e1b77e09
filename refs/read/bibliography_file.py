"""Bibliography files (BibTeX, RIS, CSL-JSON…) as articles that are nothing but a list of references."""

from __future__ import annotations

from pathlib import Path

from refs.errors import DamagedFile
from refs.model import Article, BlockKind
from refs.model.description import describe_item
from refs.read.assembly import ArticleBuilder
from refs.read.encoding import decode_text


def read_bibliography(data: bytes, *, name: str, path: Path | None = None) -> Article:
    """Return the list that a bibliography file is: one marked reference an entry, with its item.

    Raises:
        DamagedFile: the file holds no entry that can be read.
    """
    from refs.formats import detect, read

    text, warning = decode_text(data)
    result = read(text, detect(text, name) or "bibtex")
    builder = ArticleBuilder(name, "bibliography")
    if warning:
        builder.warnings.append(f"{name}: {warning}.")
    builder.warnings += [f"{name}, line {problem.line}: {problem.message}" for problem in result.problems]
    for item in result.items:
        builder.add(BlockKind.REFERENCE, describe_item(item) or item.id, label=item.id, item=item)
    if not result.items:
        raise DamagedFile(
            f"{name}: no entry in this bibliography file; check that it is not empty or cut off"
        )
    return builder.build()
