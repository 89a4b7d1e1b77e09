"""The example in docs/formats.md runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent.parent / "docs" / "formats.md"


def test_the_example_of_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    found = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    assert found is not None
    exec(compile(found.group(1), str(PAGE), "exec"), {})
    assert capsys.readouterr().out.startswith("The TeXbook\nline 2: the block '@book{broken' is broken")


def test_the_page_lists_every_format() -> None:
    from refs.formats import FORMATS

    page = PAGE.read_text(encoding="utf-8")
    for name, format in FORMATS.items():
        row = next(line for line in page.splitlines() if f"| `{name}` |" in line)
        assert row.split("|")[4].strip() == ("yes" if format.writer else "–")
