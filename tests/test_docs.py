"""The generated pages are those the code would write now."""

from __future__ import annotations

from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"


def _cli() -> str:
    from refs.cli.reference_page import reference_page

    return reference_page()


def _rules() -> str:
    from refs.check.catalogue import write_catalogue

    return write_catalogue()


@pytest.mark.parametrize(("name", "generate"), [("cli.md", _cli), ("rules.md", _rules)], ids=["cli", "rules"])
def test_generated_page_is_current(name: str, generate: object) -> None:
    assert callable(generate)
    assert (DOCS / name).read_text(encoding="utf-8") == generate(), "run `make docs`"


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda p: p.relative_to(DOCS).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    import re

    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
