"""JabRef's groups, which Better BibTeX writes for Zotero's collections as well."""

from __future__ import annotations

import re

from refs.formats.bibtex.blocks import BibBlock

# NOTE: matches "1 ExplicitGroup:Reading list\;0\;neff2003\;knuth84\;;", "2 StaticGroup:Physics\;0\;1\;;"
_GROUP = re.compile(r"(\d+) (ExplicitGroup|StaticGroup):(.*)", re.S)


def groups_of(blocks: list[BibBlock]) -> dict[str, list[str]]:
    r"""Return citekey → groups, from the groups comments of a file.

    >>> text = "jabref-meta: groupstree:\n0 AllEntriesGroup:;\n1 ExplicitGroup:Mind\\;0\\;neff2003\\;;\n"
    >>> groups_of([BibBlock("comment", "", 1, fields={"value": text})])
    {'neff2003': ['Mind']}
    """
    groups: dict[str, list[str]] = {}
    for block in blocks:
        text = block.fields.get("value", "") if block.kind == "comment" else ""
        if not text.lstrip().startswith("jabref-meta: group"):
            continue
        joined = re.sub(r"\r?\n", "", text)
        for line in re.split(r"(?<!\\);", joined.partition(":")[2].partition(":")[2]):
            if match := _GROUP.search(line):
                name, *rest = (part.replace("\\", "") for part in re.split(r"\\+;", match.group(3)))
                for key in rest[1:] if match.group(2) == "ExplicitGroup" else ():
                    if key:
                        groups.setdefault(key, []).append(name)
    return groups
