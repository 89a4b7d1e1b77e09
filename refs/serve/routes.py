"""The questions that the API understands, and who answers them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, unquote

from refs.model import Doi, Source, Work
from refs.serve.answer import Answer, Refusal, bare_json, message, not_found, refused

MOST_ROWS = 1000
LARGEST_OFFSET = 10_000
DEFAULT_ROWS = 20
MOST_PARAMETERS = 50
QUERIES = (
    "query",
    "query.bibliographic",
    "query.title",
    "query.author",
    "query.container-title",
    "query.editor",
    "query.publisher-name",
    "query.affiliation",
    "query.contributor",
)
"""Parameters whose words are searched for; the index keeps all of them in one field."""
PARAMETERS = {*QUERIES, "rows", "offset", "filter", "select", "mailto", "sort", "order"}
SORTS = {"score", "relevance"}
"""Orders that the index can give: its own."""

# "/works/10.1037%2F0033-3204.31.1.49/agency"
_WORK = re.compile(r"/works/(10\.[^?#]+?)(/agency)?/?")
_AGENCIES = re.compile(r"/doiRA/([^?#]+)")


def answer_question(source: Source, target: str) -> Answer:
    """Return the answer to a request path with its query.

    Raises:
        SourceError: the source behind the API did not answer.
    """
    path, _, query = target.partition("?")
    path = re.sub(r"^/v1(?=/)", "", path)
    try:
        if path.rstrip("/") == "/works":
            return _list_works(source, _parameters(query))
        if match := _WORK.fullmatch(path):
            doi = Doi.parse(unquote(match.group(1)))
            return not_found() if doi is None else ROUTES[match.group(2) or ""](source, doi)
        if match := _AGENCIES.fullmatch(path):
            return _agencies(source, unquote(match.group(1)))
    except Refusal as refusal:
        return refused(refusal)
    return not_found()


def _get_work(source: Source, doi: Doi) -> Answer:
    work = source.get_work(doi)
    return not_found() if work is None else message("work", work.data)


def _get_agency(source: Source, doi: Doi) -> Answer:
    agency = source.get_agency(doi)
    if agency is None:
        return not_found()
    content = {"DOI": doi.value, "agency": {"id": agency, "label": _label(agency)}}
    return message("work-agency", content)


ROUTES: dict[str, Callable[[Source, Doi], Answer]] = {"": _get_work, "/agency": _get_agency}
"""What follows a DOI in the path."""


def _agencies(source: Source, text: str) -> Answer:
    """Answer as doi.org's ``/doiRA`` does, for one DOI or several with commas."""
    return bare_json([_agency_entry(source, part.strip()) for part in text.split(",")])


def _agency_entry(source: Source, text: str) -> dict[str, str]:
    doi = Doi.parse(text)
    if doi is None:
        return {"DOI": text, "status": "Invalid DOI"}
    agency = source.get_agency(doi)
    if agency is None:
        return {"DOI": text, "status": "DOI does not exist"}
    return {"DOI": text, "RA": _label(agency)}


def _list_works(source: Source, parameters: Mapping[str, str]) -> Answer:
    rows = _number(parameters, "rows", DEFAULT_ROWS, MOST_ROWS)
    offset = _number(parameters, "offset", 0, LARGEST_OFFSET)
    _check_sort(parameters)
    query = " ".join(parameters[name] for name in QUERIES if parameters.get(name, "").strip())
    dois = _filtered_dois(parameters.get("filter", ""))
    works: Sequence[Work] = ()
    total = 0
    if dois:
        found = source.get_works(dois)
        works = [found[doi] for doi in dict.fromkeys(dois) if doi in found]
        total, works = len(works), works[offset : offset + rows]
    elif query and rows:
        found_works = source.search_works(query, limit=offset + rows)
        total, works = len(found_works), found_works[offset:]
    items = _selected(works, parameters.get("select", ""))
    content = {
        "facets": {},
        "total-results": total,
        "items": items,
        "items-per-page": rows,
        "query": {"start-index": offset, "search-terms": query or None},
    }
    return message("work-list", content, pool="list")


def _parameters(query: str) -> dict[str, str]:
    """Return the parameters of a query, each known to the route. Raises Refusal."""
    if query.count("&") >= MOST_PARAMETERS:
        raise Refusal("too-many-parameters", "", f"At most {MOST_PARAMETERS} parameters are read.")
    pairs = parse_qsl(query, keep_blank_values=True)
    for name, _ in pairs:
        if name not in PARAMETERS:
            raise Refusal("parameter-not-allowed", name, f"This route does not support {name}")
    return dict(pairs)


def _number(parameters: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = parameters.get(name, "").strip()
    if not text:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) > most:
        sentence = f"Integer specified as {text} but must be a positive integer less than or equal to {most}."
        raise Refusal("integer-not-valid", text, sentence)
    return int(text)


def _check_sort(parameters: Mapping[str, str]) -> None:
    sort, order = parameters.get("sort", "score"), parameters.get("order", "desc")
    if sort not in SORTS:
        raise Refusal("sort-not-valid", sort, f"Sort {sort} is not supported; this index sorts by score.")
    if order != "desc":
        raise Refusal("order-not-valid", order, f"Order {order} is not supported; best first is desc.")


def _filtered_dois(text: str) -> list[Doi]:
    """Return the DOIs of ``doi:a,doi:b``; other filters are refused."""
    dois = []
    for part in filter(None, text.split(",")):
        name, _, value = part.partition(":")
        if name != "doi":
            raise Refusal(
                "filter-not-available", name, f"Filter {name} specified but this index has only doi."
            )
        if (doi := Doi.parse(value)) is None:
            raise Refusal("filter-value-not-valid", value, f"{value} is not a DOI.")
        dois.append(doi)
    return dois


def _selected(works: Iterable[Work], select: str) -> list[dict[str, Any]]:
    """Return works with only the fields that are asked for, all of them where none is named."""
    names = {name.strip() for name in select.split(",") if name.strip()}
    if not names:
        return [dict(work.data) for work in works]
    return [{key: value for key, value in work.data.items() if key in names} for work in works]


def _label(agency: str) -> str:
    return {"crossref": "Crossref", "datacite": "DataCite", "medra": "mEDRA"}.get(agency, agency)
