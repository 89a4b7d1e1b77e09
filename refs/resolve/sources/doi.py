"""doi.org: the agency that registered a DOI, and the record of a DOI that is not Crossref's.

Source: https://www.doi.org/doi-handbook (content negotiation; ``/doiRA``).
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx2

from refs.model import Doi, Work
from refs.resolve.clock import Clock
from refs.resolve.pace import Limit, Pace
from refs.resolve.retry import Backoff, Caller, Failed
from refs.resolve.sources.answers import Moved, NotThere, meaning_of, meaning_of_answer
from refs.resolve.sources.csl_work import work_data_from_csl

CSL_JSON = "application/vnd.citationstyles.csl+json"
NO_RECORD = frozenset({403, 404, 406, 410})
"""What landing pages answer where an agency does not send records."""
OWN_LIMIT = Limit(5, 1.0, 2)
"""doi.org states no limits; this is what refs allows itself."""


class DoiResolver:
    """The DOI resolver; safe to share between threads."""

    def __init__(
        self,
        url: str = "https://doi.org",
        *,
        mailto: str = "",
        timeout: float = 30.0,
        backoff: Backoff | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.url = url.rstrip("/")
        self._user_agent = f"refs (mailto:{mailto})" if mailto else "refs"
        self._timeout = httpx2.Timeout(timeout, connect=min(timeout, 5.0))
        self._caller = Caller(
            f"The DOI resolver ({self.url})", Pace({"all": OWN_LIMIT}, clock), backoff=backoff, clock=clock
        )
        self._client: httpx2.Client | None = None
        self._opening = threading.Lock()

    def finish(self) -> None:
        """Ask nothing more."""
        self._caller.finish()

    def get_agency(self, doi: Doi) -> str | None:
        """Return the registration agency in lower case, None where the DOI does not exist."""
        path = f"/doiRA/{quote(doi.value, safe='/:;()', errors='replace')}"
        return self._caller.call("all", lambda: _agency_in(self._fetch(path, "application/json")))

    def get_work(self, doi: Doi) -> Work | None:
        """Return the record of a DOI in Crossref's shape, by content negotiation; None if there is none."""
        path = f"/{quote(doi.value, safe='/:;()', errors='replace')}"
        try:
            return self._caller.call("all", lambda: _work_in(self._fetch(path, CSL_JSON), doi))
        except (NotThere, Moved):
            return None

    def _fetch(self, path: str, accept: str) -> Any:
        """Return the JSON that a path answers. Raises NotThere where there is no record of this kind."""
        headers = {"Accept": accept, "User-Agent": self._user_agent}
        try:
            answer = self._open().get(self.url + path, headers=headers)
        except httpx2.HTTPError as error:
            raise meaning_of(error) from error
        if answer.status_code in NO_RECORD or (answer.is_success and not _is_json(answer)):
            raise NotThere
        if answer.status_code != 200:
            raise meaning_of_answer(answer)
        try:
            return answer.json()
        except (ValueError, RecursionError) as error:
            raise Failed("malformed", "answered something that is not JSON") from error

    def _open(self) -> httpx2.Client:
        with self._opening:
            if self._client is None:
                self._client = httpx2.Client(timeout=self._timeout, follow_redirects=True)
                weakref.finalize(self, self._client.close)
            return self._client


def _agency_in(data: Any) -> str | None:
    """Return the agency that an answer of ``/doiRA`` names: ``[{"DOI": …, "RA": "DataCite"}]``."""
    entry = data[0] if isinstance(data, list) and data else None
    if not isinstance(entry, dict) or not ("RA" in entry or "status" in entry):
        raise Failed("malformed", "answered something that names no agency")
    return str(entry["RA"]).strip().lower() if entry.get("RA") else None


def _work_in(data: Any, doi: Doi) -> Work:
    """Return the work in a CSL-JSON answer, which must be about this DOI."""
    work_data = work_data_from_csl(data) if isinstance(data, Mapping) else {}
    if Doi.parse(str(work_data.get("DOI") or "")) != doi:
        raise Failed("malformed", f"answered about something else when asked for {doi}")
    return Work(work_data, "doi.org")


def _is_json(answer: httpx2.Response) -> bool:
    return "json" in answer.headers.get("content-type", "").lower()
