"""docs/styles is what the styles print; ``pytest --update-golden`` writes it anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from refs.render import style_names
from refs.render.pages import index_page, style_page

PAGES = Path(__file__).parent.parent.parent / "docs" / "styles"


@pytest.mark.parametrize("name", style_names())
def test_page_is_up_to_date(name: str, request: pytest.FixtureRequest) -> None:
    check(PAGES / f"{name}.md", style_page(name), request)


def test_list_is_up_to_date(request: pytest.FixtureRequest) -> None:
    check(PAGES.parent / "styles.md", index_page(), request)


def check(path: Path, text: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
