"""The places where works are asked for.

To add a source: a module with a class that implements ``refs.model.Source``, a line in ``SOURCES``, a test
against a real server on loopback.
"""

from __future__ import annotations

from collections.abc import Callable

from refs.errors import InputError
from refs.model import Source
from refs.settings import Settings

__all__ = ["SOURCES", "default_sources", "open_source"]


def _open_crossref(place: str, settings: Settings, refresh: bool) -> Source:
    """Return Crossref behind the cache; ``place`` is another base URL, if any."""
    from refs.resolve.cache import AnswerCache
    from refs.resolve.sources.cached import CachedSource, RemoteSource
    from refs.resolve.sources.deferred import DeferredSource
    from refs.resolve.sources.offline import OfflineSource

    url = _checked_url(place or settings.crossref_url, "https://api.crossref.org").rstrip("/")
    doi_url = _checked_url(settings.doi_url, "https://doi.org")
    key = f"crossref {url}"
    cache = AnswerCache(settings.cache_folder)
    if settings.offline:
        return CachedSource(OfflineSource("crossref", key), cache)

    def connect() -> RemoteSource:
        from refs.resolve.sources.crossref import CrossrefSource
        from refs.resolve.sources.doi import DoiResolver
        from refs.resolve.sources.limits import CachedLimits

        pool = "polite" if settings.mailto else "public"
        return CrossrefSource(
            url,
            mailto=settings.mailto,
            timeout=settings.timeout,
            resolver=DoiResolver(doi_url, mailto=settings.mailto, timeout=settings.timeout),
            limits=CachedLimits(cache, f"limits {pool} {url}"),
        )

    return CachedSource(DeferredSource("crossref", key, connect), cache, refresh=refresh)


def _open_index(place: str, settings: Settings, refresh: bool) -> Source:
    from refs.index import open_index

    return open_index(place)


def _open_opensearch(place: str, settings: Settings, refresh: bool) -> Source:
    from refs.resolve.sources.opensearch import OpenSearchSource

    if settings.offline:
        from refs.resolve.sources.offline import OfflineSource

        return OfflineSource(f"opensearch:{place}", f"opensearch {place}")
    return OpenSearchSource(_checked_url(place, "http://localhost:9200/works"), timeout=settings.timeout)


SOURCES: dict[str, Callable[[str, Settings, bool], Source]] = {
    "crossref": _open_crossref,
    "index": _open_index,
    "opensearch": _open_opensearch,
}
"""How to open each kind of source; the text after the first colon says where it is."""
NEEDS_PLACE = {"index": "index:PATH", "opensearch": "opensearch:URL"}


def open_source(spec: str, settings: Settings, *, refresh: bool = False) -> Source:
    """Return the source that a specification names: "crossref", "index:PATH" or "opensearch:URL".

    Args:
        refresh: ask again instead of using cached answers.

    Raises:
        InputError: the source is unknown, or is not where the specification says.
    """
    kind, _, place = spec.strip().partition(":")
    if kind not in SOURCES:
        raise InputError(f"unknown source {spec!r}: use crossref, index:PATH or opensearch:URL")
    if kind in NEEDS_PLACE and not place:
        raise InputError(f"the source {spec!r} does not say where it is: write {NEEDS_PLACE[kind]}")
    return SOURCES[kind](place, settings, refresh)


def default_sources(settings: Settings, *, refresh: bool = False) -> list[Source]:
    """Return the sources to ask, in order: those of the settings, else the sample index and then Crossref."""
    if settings.sources:
        return [open_source(spec, settings, refresh=refresh) for spec in settings.sources]
    from refs.resolve.sources.sample import open_sample_index

    return [open_sample_index(settings.cache_folder), open_source("crossref", settings, refresh=refresh)]


def _checked_url(url: str, example: str) -> str:
    """Return a base URL that can be asked.

    Raises:
        InputError: it is not one.
    """
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_address = False
    if not is_address:
        raise InputError(f"{url!r} is no address of a server: write for instance {example}")
    return url
