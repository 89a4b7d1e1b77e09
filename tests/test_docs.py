"""The generated pages are those the code would write now."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize(
    ("page", "module"),
    [("cli.md", "refs.cli.reference_page"), ("rules.md", "refs.check.catalogue")],
    ids=["cli", "rules"],
)
def test_generated_page_is_current(page: str, module: str) -> None:
    # In a process of its own: click keeps the help option of a command's first context.
    made = subprocess.run([sys.executable, "-m", module], capture_output=True, encoding="utf-8", check=True)
    assert (DOCS / page).read_text(encoding="utf-8") == made.stdout, "run `make docs`"


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda p: p.relative_to(DOCS).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
