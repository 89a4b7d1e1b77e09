"""What options offer is what the packages have: commands list it themselves, so that help is instant."""

from __future__ import annotations

from refs.cli import check, export, extract
from refs.formats import dump_formats
from refs.render.outputs import OUTPUTS
from refs.report import FORMATS


def test_reports_are_those_of_the_table() -> None:
    assert tuple(FORMATS) == check.FORMATS


def test_forms_of_bibliographies_are_those_of_the_tables() -> None:
    assert tuple(OUTPUTS) == export.STYLED
    assert set(dump_formats()) == set(export.FILES)
    assert set(extract._TARGETS) <= {"text", *dump_formats()}
