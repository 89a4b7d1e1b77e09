"""Does any source hold works of the journal or the proceedings that a reference says it stands in?

A work that no source has may still exist where its journal registers no DOIs, or did not in its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from refs.model import Reference, Source, Venue, Work, fold_compact
from refs.resolve.evidence.container import ContainerPlace, find_container
from refs.resolve.evidence.title import NOWHERE
from refs.resolve.query import Query
from refs.resolve.record import Record, read_record
from refs.resolve.scoring import Weighed
from refs.resolve.vetoes import WHOLE_CONTAINER

_YEAR = re.compile(r"(?:19|20)\d\d")
ASKED = 10
"""How many works are asked for by the name of a journal."""
LATER = 5
"""Years by which a journal's works may be later than the one cited and still show that it was registered."""
WELL_KNOWN = frozenset(
    "nature science cell lancet thelancet jama bmj plosone elife pnas blood brain gut circulation chest "
    "neuron immunity cancer diabetes diabetologia pain spine radiology pediatrics neurology stroke thorax "
    "heart sleep ecology evolution genetics anesthesiology ophthalmology gastroenterology hepatology "
    "toxicology econometrica psychometrika biometrika biometrics biochemistry macromolecules langmuir "
    "tetrahedron neuroimage sensors molecules nutrients sustainability icarus geology radiocarbon "
    "technometrics demography cognition".split()
)
"""Journals of one word, folded, with a DOI for every article since 1950: a search finds others too."""
ABBREVIATED = 2
"""Kind of a container that is printed in full or abbreviated word by word, not as an acronym."""


def read_venue(query: Query, weighed: Iterable[Weighed]) -> Venue:
    """Return what the works that were weighed tell of the container that a string prints.

    Names of one word are left aside here: that word may be the title's.
    """
    known = Venue.NOT_ASKED
    for one in weighed:
        if (
            one.value("container_score") >= WHOLE_CONTAINER
            and one.value("container_kind") >= ABBREVIATED
            and one.value("container_words") >= 2
            and _is_of_its_time(query, one.record)
        ):
            if _is_volume(query, one.record.containers):
                return Venue.VOLUME_ON_RECORD
            known = Venue.ON_RECORD
    return known


def find_venue(query: Query, reference: Reference, sources: Sequence[Source]) -> Venue:
    """Return what sources hold of the container that a reference prints, asked for by its name.

    Raises:
        SourceError: a source did not answer.
    """
    if reference.item is None:
        return Venue.NOT_ASKED
    name = reference.item.container_title
    if fold_compact(name) in WELL_KNOWN:
        return Venue.ON_RECORD
    asked = " ".join([name, *map(str, query.numbers.years[:1])])
    for source in sources if name else ():
        if any(is_venue(query, name, work) for work in source.search_works(asked, limit=ASKED)):
            return Venue.ON_RECORD
    return Venue.NOT_ON_RECORD


def is_venue(query: Query, name: str, work: Work) -> bool:
    """True where a work stands in the container of this name, at about the time that is cited.

    >>> from refs.resolve.query import read_query
    >>> query = read_query("Neff K. Kind gradients. Arch Dermatol. 1978;114(4):593-594.")
    >>> payan = {"container-title": ["Archives of Dermatology"], "issued": {"date-parts": [[1978]]}}
    >>> is_venue(query, "Arch Dermatol", Work(payan)), is_venue(query, "Gut", Work(payan))
    (True, False)
    """
    record = read_record(work)
    if not _is_of_its_time(query, record):
        return False
    found = find_container(query, record, NOWHERE)
    return found.score >= WHOLE_CONTAINER and found.kind >= ABBREVIATED and _is_named(query, found, name)


def _is_named(query: Query, found: ContainerPlace, name: str) -> bool:
    """True where the printed words of a container are the name's, or the most of it."""
    printed, name = "".join(query.words[found.start : found.end]), fold_compact(name)
    return bool(printed) and (printed in name or name in printed) and 2 * len(printed) >= len(name)


def _is_of_its_time(query: Query, record: Record) -> bool:
    """True where a work is of the volume cited, or not much later, or either has no year.

    A conference's name holds its year; its other years may be registered elsewhere or not at all.
    """
    cited, held = query.numbers.years, _years_in(record.containers)
    if not cited:
        return True
    if held:
        return not held.isdisjoint(query.places)
    return not record.years or min(record.years) <= max(cited) + LATER


def _is_volume(query: Query, containers: Sequence[Sequence[str]]) -> bool:
    """True where a container's name holds a year that the string has too: "… ICML 2008, Helsinki"."""
    return not _years_in(containers).isdisjoint(query.places)


def _years_in(containers: Sequence[Sequence[str]]) -> set[str]:
    return {word for words in containers for word in words if _YEAR.fullmatch(word)}
