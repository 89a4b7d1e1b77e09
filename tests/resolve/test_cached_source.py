"""A source behind the cache: asked once, stored before it is handed on, honest when the source fails."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from refs.errors import SourceError, SourceUnavailable
from refs.model import ArxivId, Doi, Pmid, Source, Work
from refs.resolve.cache import DAY, AnswerCache
from refs.resolve.pace import Limit
from refs.resolve.sources.cached import CachedSource
from refs.resolve.sources.limits import CachedLimits
from refs.resolve.sources.offline import OfflineSource

A, B, MISSING = Doi("10.1000/a"), Doi("10.1000/b"), Doi("10.1000/missing")


class Remote:
    """Counts what it is asked; ``down`` makes it fail."""

    name = "crossref"
    is_partial = False
    cache_key = "crossref https://example.org"

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.down: set[str] = set()

    def get_work(self, doi: Doi) -> Work | None:
        self._ask(str(doi))
        return None if doi == MISSING else Work({"DOI": str(doi), "reference": [1]}, "crossref")

    def get_works(self, dois: Iterable[Doi]) -> Mapping[Doi, Work]:
        raise AssertionError("the cache asks in batches")

    def batches(self, dois: Iterable[Doi]) -> list[tuple[Doi, ...]]:
        return [(doi,) for doi in dois]

    def get_batch(self, batch: Sequence[Doi]) -> Iterator[tuple[Doi, Work | None]]:
        return ((doi, self.get_work(doi)) for doi in batch)

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        self._ask(query)
        return [] if query == "nothing" else [Work({"DOI": "10.1000/a"}, "crossref")][:limit]

    def get_agency(self, doi: Doi) -> str | None:
        self._ask(f"agency {doi}")
        return None if doi == MISSING else "crossref"

    def finish(self) -> None:
        self.down = {"all"}

    def _ask(self, what: str) -> None:
        if what in self.down or "all" in self.down:
            raise SourceUnavailable(f"{what}: down")
        self.asked[what] += 1


def ask_everything(source: Source) -> list[object]:
    return [
        source.get_work(A),
        source.get_work(MISSING),
        dict(source.get_works([A, B, MISSING])),
        source.search_works("self-compassion", limit=5),
        source.search_works("nothing", limit=5),
        source.get_agency(A),
        source.get_agency(MISSING),
    ]


def test_it_is_a_source(tmp_path: Path) -> None:
    assert isinstance(CachedSource(Remote(), AnswerCache(tmp_path)), Source)
    assert isinstance(OfflineSource("crossref", "crossref"), Source)


def test_everything_is_asked_once(tmp_path: Path) -> None:
    remote = Remote()
    first = ask_everything(CachedSource(remote, AnswerCache(tmp_path)))
    again = ask_everything(CachedSource(remote, AnswerCache(tmp_path)))
    assert first == again
    assert set(remote.asked.values()) == {1}
    assert first[0] == Work({"DOI": "10.1000/a"}, "crossref")
    assert first[1] is None


def test_an_arxiv_identifier_is_asked_for_by_its_doi(tmp_path: Path) -> None:
    remote = Remote()
    source = CachedSource(remote, AnswerCache(tmp_path))
    assert source.get_work_by(ArxivId("1706.03762")) == source.get_work(Doi("10.48550/arxiv.1706.03762"))
    assert source.get_work_by(Pmid("11136953")) is None
    assert remote.asked == {"10.48550/arxiv.1706.03762": 1}


def test_refresh_asks_each_thing_once_more(tmp_path: Path) -> None:
    remote = Remote()
    ask_everything(CachedSource(remote, AnswerCache(tmp_path)))
    fresh = CachedSource(remote, AnswerCache(tmp_path), refresh=True)
    ask_everything(fresh)
    ask_everything(fresh)
    assert set(remote.asked.values()) == {2}


@pytest.mark.parametrize(("days", "asked"), [(0.9, 1), (1.1, 2)])
def test_absence_holds_for_a_day(tmp_path: Path, days: float, asked: int) -> None:
    assert times_asked(tmp_path, days, str(MISSING)) == asked


@pytest.mark.parametrize(("days", "asked"), [(29, 1), (31, 2)])
def test_a_record_holds_for_a_month(tmp_path: Path, days: float, asked: int) -> None:
    assert times_asked(tmp_path, days, str(A)) == asked


@pytest.mark.parametrize(("days", "asked"), [(6.9, 1), (7.1, 2)])
def test_a_search_holds_for_a_week(tmp_path: Path, days: float, asked: int) -> None:
    assert times_asked(tmp_path, days, "self-compassion") == asked


def times_asked(folder: Path, days: float, what: str) -> int:
    moment, remote = [0.0], Remote()
    source = CachedSource(remote, AnswerCache(folder, now=lambda: moment[0]))
    ask_everything(source)
    moment[0] = days * DAY
    ask_everything(source)
    return remote.asked[what]


def test_an_old_record_is_better_than_none_but_an_old_absence_is_not(tmp_path: Path) -> None:
    moment, remote = [0.0], Remote()
    source = CachedSource(remote, AnswerCache(tmp_path, now=lambda: moment[0]))
    ask_everything(source)
    moment[0] = 99 * DAY
    remote.down = {"all"}
    assert source.get_work(A) == Work({"DOI": "10.1000/a"}, "crossref")
    for ask in (
        lambda: source.get_work(MISSING),
        lambda: source.search_works("self-compassion", limit=5),
        lambda: source.search_works("nothing", limit=5),
        lambda: source.get_agency(MISSING),
    ):
        with pytest.raises(SourceUnavailable):
            ask()


def test_what_was_answered_is_kept_when_the_rest_fails(tmp_path: Path) -> None:
    remote = Remote()
    remote.down = {str(B)}
    source = CachedSource(remote, AnswerCache(tmp_path))
    with pytest.raises(SourceError):
        source.get_works([A, B])
    remote.down = {"all"}
    assert source.get_work(A) is not None


def test_offline_only_the_cache_answers(tmp_path: Path) -> None:
    remote = Remote()
    CachedSource(remote, AnswerCache(tmp_path)).get_work(A)
    offline = CachedSource(OfflineSource("crossref", remote.cache_key), AnswerCache(tmp_path))
    assert offline.get_work(A) is not None
    for ask in (
        lambda: offline.get_work(B),
        lambda: offline.get_agency(B),
        lambda: offline.get_works([A, B]),
    ):
        with pytest.raises(SourceUnavailable, match="offline"):
            ask()


def test_prefetch_tells_how_far_it_is_and_what_failed(tmp_path: Path) -> None:
    remote = Remote()
    remote.down = {str(B)}
    source = CachedSource(remote, AnswerCache(tmp_path))
    told: list[tuple[int, int]] = []
    failed = source.prefetch(
        [A, B, A], ["self-compassion"], progress=lambda done, total: told.append((done, total))
    )
    assert failed == 1
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert source.prefetch([A], ["self-compassion"]) == 0
    assert source.search_works("self-compassion")
    assert remote.asked["self-compassion"] == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_breaks_is_noticed(tmp_path: Path) -> None:
    class Broken(Remote):
        def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
            raise ZeroDivisionError

    with pytest.raises(RuntimeError, match="broke"):
        CachedSource(Broken(), AnswerCache(tmp_path)).prefetch([], ["self-compassion"])
    join_threads()


def join_threads() -> None:
    for thread in threading.enumerate():
        if thread.name == "refs-source":
            thread.join(10)


def test_limits_are_remembered_for_a_day(tmp_path: Path) -> None:
    moment = [0.0]
    cache = AnswerCache(tmp_path, now=lambda: moment[0])
    CachedLimits(cache, "limits public https://example.org")["single"] = Limit(5, 1.0, 1)
    assert CachedLimits(cache, "limits public https://example.org")["single"] == Limit(5, 1.0, 1)
    assert "list" not in CachedLimits(cache, "limits public https://example.org")
    moment[0] = 2 * DAY
    assert "single" not in CachedLimits(cache, "limits public https://example.org")


class Gate(Remote):
    """Lets a few questions through; the others wait at the gate until it opens."""

    def __init__(self, few: int) -> None:
        super().__init__()
        self.few = few
        self.open = threading.Event()

    def _ask(self, what: str) -> None:
        if len(self.asked) >= self.few:
            self.open.wait(10)
        super()._ask(what)


def test_ctrl_c_loses_nothing(tmp_path: Path) -> None:
    remote = Gate(few=10)
    source = CachedSource(remote, AnswerCache(tmp_path))

    def interrupt(done: int, total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        source.prefetch([Doi(f"10.1000/{number}") for number in range(500)], progress=interrupt)
    remote.open.set()
    join_threads()
    assert len(remote.asked) < 500
    remote.down = set()
    source.prefetch([Doi(f"10.1000/{number}") for number in range(500)])
    assert set(remote.asked.values()) == {1}
    assert len(remote.asked) == 500
