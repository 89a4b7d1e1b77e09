"""Words that very many records have are left out of a search, unless there is little else."""

from __future__ import annotations

import json

import pytest

from refs.index import build_index, open_index
from refs.index.search import FEW_RECORDS, LocalIndex

RARE = "radium polonium thorium actinium uranium radon francium astatine"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> LocalIndex:
    """An index in which every record but one has "study" in its title, and one has rare words."""
    folder = tmp_path_factory.mktemp("telling")
    records = [{"DOI": f"10.1000/{n}", "title": [f"A study {n}"]} for n in range(FEW_RECORDS + 1)]
    records.append({"DOI": "10.1000/rare", "title": [RARE]})
    file = folder / "works.jsonl"
    file.write_text("".join(json.dumps(record) + "\n" for record in records))
    build_index(folder / "index", [file])
    return open_index(folder / "index")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param(f"{RARE} study", ["10.1000/rare"], id="rare-words-suffice"),
        pytest.param("a study 17", ["10.1000/17"], id="few-words-are-all-searched"),
    ],
)
def test_the_words_that_tell_are_searched(index: LocalIndex, query: str, found: list[str]) -> None:
    assert [work.doi.value for work in index.search_works(query)][:1] == found
    assert (len(index.search_works(query)) == 1) is (len(query.split()) > 8)


def test_common_words_alone_still_find_something(index: LocalIndex) -> None:
    assert len(index.search_works("a study", limit=5)) == 5
