"""The generated pages are those the code would write now."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


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


def test_the_page_about_the_code_names_every_folder_and_tables_that_are_there() -> None:
    rows = re.findall(
        r"^\| `(\w+)/` \|.*\| (?:`(\w+)` |`@rule` )?\|$", (DOCS / "inside.md").read_text("utf-8"), re.M
    )
    packages = {path.name for path in (ROOT / "refs").iterdir() if (path / "__init__.py").exists()}
    assert {folder for folder, _ in rows} == packages
    for folder, table in rows:
        code = "".join(path.read_text("utf-8") for path in (ROOT / "refs" / folder).rglob("*.py"))
        assert re.search(rf"^{table}\b.* = ", code, re.M) or not table, f"{folder} has no {table}"
