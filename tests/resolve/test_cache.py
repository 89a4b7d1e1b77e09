"""Answers on disk: dates, several processes, damage."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from refs.resolve.cache import DAY, AnswerCache


def test_what_is_put_is_got(tmp_path: Path) -> None:
    AnswerCache(tmp_path).put("crossref", "work 10.1000/a", {"title": ["é"]}, holds=DAY)
    stored = AnswerCache(tmp_path).get("crossref", "work 10.1000/a")
    assert stored is not None
    assert stored.body == {"title": ["é"]}
    assert stored.is_fresh


def test_absence_is_an_answer(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path)
    cache.put("crossref", "work 10.1000/a", None, holds=DAY)
    stored = cache.get("crossref", "work 10.1000/a")
    assert stored is not None
    assert stored.body is None
    assert cache.get("crossref", "work 10.1000/b") is None


def test_an_answer_passes_its_date(tmp_path: Path) -> None:
    moment = [1000.0]
    cache = AnswerCache(tmp_path, now=lambda: moment[0])
    cache.put("crossref", "x", 1, holds=10)
    moment[0] = 1009.0
    assert cache.get("crossref", "x").is_fresh  # type: ignore[union-attr]
    moment[0] = 1010.0
    assert not cache.get("crossref", "x").is_fresh  # type: ignore[union-attr]
    assert cache.info().expired == 1


def test_clear(tmp_path: Path) -> None:
    moment = [0.0]
    cache = AnswerCache(tmp_path, now=lambda: moment[0])
    for source, holds in (("crossref https://a", 5), ("crossref https://b", 50), ("opensearch", 50)):
        cache.put(source, "x", 1, holds=holds)
    moment[0] = 10.0
    assert cache.clear(expired_only=True) == 1
    assert cache.clear(source="crossref") == 1
    assert cache.info().by_source == {"opensearch": 1}
    assert cache.clear() == 1
    assert cache.info().answers == 0


@pytest.mark.parametrize(
    "damage",
    [b"not a database at all" * 400, b"SQLite format 3\x00" + b"\xff" * 8000],
    ids=["text", "header"],
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "answers.sqlite").write_bytes(damage)
    cache = AnswerCache(tmp_path)
    assert cache.get("crossref", "x") is None
    cache.put("crossref", "x", 1, holds=DAY)
    assert cache.get("crossref", "x").body == 1  # type: ignore[union-attr]
    assert [path.name for path in cache.info().set_aside] == ["answers.sqlite.damaged-1"]
    assert (tmp_path / "answers.sqlite.damaged-1").read_bytes() == damage
    assert "set aside" in caplog.text
    cache.clear()
    assert cache.info().set_aside == ()


def test_a_file_damaged_in_the_middle_is_set_aside(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path)
    for number in range(500):
        cache.put("crossref", f"work {number}", "text " * 200 + str(number), holds=DAY)
    cache._run("PRAGMA wal_checkpoint(TRUNCATE)")
    cache.close()
    path = tmp_path / "answers.sqlite"
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    path.write_bytes(data)
    later = AnswerCache(tmp_path)
    assert later.get("crossref", "work 7") is None
    later.put("crossref", "work 7", 7, holds=DAY)
    assert later.get("crossref", "work 7").body == 7  # type: ignore[union-attr]
    assert len(later.info().set_aside) == 1


def test_another_layout_is_set_aside(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "answers.sqlite") as connection:
        connection.execute("CREATE TABLE answer (something TEXT)")
    connection.close()
    cache = AnswerCache(tmp_path)
    cache.put("crossref", "x", 1, holds=DAY)
    assert cache.get("crossref", "x").body == 1  # type: ignore[union-attr]


def test_one_damaged_answer_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    cache = AnswerCache(tmp_path)
    cache.put("crossref", "x", 1, holds=DAY)
    cache._run("UPDATE answer SET body = ?", (b"\x00rubbish",))
    assert cache.get("crossref", "x") is None
    assert cache.info().answers == 0
    assert "left out" in caplog.text


def test_a_folder_that_cannot_be_made_costs_only_the_memory(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = AnswerCache(tmp_path / "file" / "folder")
    cache.put("crossref", "x", 1, holds=DAY)
    assert cache.get("crossref", "x").body == 1  # type: ignore[union-attr]
    assert "this run only" in caplog.text


def write_many(folder: Path, writer: int) -> None:
    cache = AnswerCache(folder)
    for number in range(60):
        cache.put("crossref", f"{writer} {number}", "text " * 50, holds=DAY)


def test_several_processes_write_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=write_many, args=(tmp_path, writer)) for writer in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert AnswerCache(tmp_path).info().answers == 180
