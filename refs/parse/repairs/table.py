"""Small repairs of the tagger's labels, where the string itself leaves no choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from refs.parse.keeping import kept
from refs.parse.repairs.authors import (
    colons_end_names,
    editors_without_role,
    groups_beside_names,
    journals_after_names,
    names_begun_as_titles,
    titles_end_names,
    titles_of_one_word,
)
from refs.parse.repairs.beginnings import (
    bodies_in_front,
    makers_in_front,
    titles_before_surnames,
    titles_in_front,
    years_that_begin_names,
)
from refs.parse.repairs.container_endings import endings_of_containers
from refs.parse.repairs.containers import (
    containers_after_in,
    containers_that_edit,
    dates_in_containers,
    ends_of_containers,
    journals_after_in,
    owners_of_containers,
    starts_of_containers,
)
from refs.parse.repairs.dates import dates_going_on, days, full_dates
from refs.parse.repairs.eastern import imprints_of_the_east
from refs.parse.repairs.hidden_names import (
    families_behind_initials,
    initials_like_roles,
    names_inside_titles,
)
from refs.parse.repairs.imprints import (
    places_with_others,
)
from refs.parse.repairs.journals import (
    initials_before_journals,
    journals_at_ends,
    journals_begun_as_titles,
    journals_behind_initials,
    journals_behind_subtitles,
    law_reviews,
)
from refs.parse.repairs.known_journals import journal_starts, missing_journals, only_titles
from refs.parse.repairs.links import links, words_before_links
from refs.parse.repairs.numbers import (
    edges_of_containers,
    editions,
    letters_of_pages,
    meetings_of_pos,
    numbers_by_their_word,
    pages_like_years,
    volumes_at_ends,
    volumes_before_pages,
    years_taken_for_volumes,
)
from refs.parse.repairs.publishers import reversed_places, titles_taken_for_publishers
from refs.parse.repairs.quotes import (
    newspapers_behind_quotes,
    quoted_titles,
    titles_late_in_quotes,
)
from refs.parse.repairs.taken_for_names import journals_taken_for_names, one_word_alone
from refs.parse.repairs.title_endings import endings_of_titles, years_that_end_titles
from refs.parse.repairs.title_imprints import imprints_in_titles
from refs.parse.repairs.titles import (
    preprints,
    roles_in_titles,
    subtitles_taken_for_containers,
    subtitles_taken_for_places,
    subtitles_taken_for_publishers,
    titles_after_makers,
    titles_of_last_resort,
)
from refs.parse.tokens import Token

Repair = Callable[[str, Sequence[Token], list[str]], list[str]]


def repair(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """Return the labels of a reference's tokens, each repair applied in turn."""
    done, changed = 0, True
    while changed:
        changed = False
        for place, step in _steps_for(frozenset(labels)):
            if place < done:
                continue
            made = step(raw, tokens, labels)
            if made is not labels and made != labels:
                labels, done, changed = made, place + 1, True
                break
    return labels


@kept(5_000)
def _steps_for(kinds: frozenset[str]) -> tuple[tuple[int, Repair], ...]:
    """Return the repairs that may have something to say where these labels are, with their places."""
    return tuple(
        (place, step)
        for place, (needs, lacks, step) in enumerate(_STEPS)
        if needs <= kinds and lacks.isdisjoint(kinds)
    )


_STEPS: tuple[tuple[frozenset[str], frozenset[str], Repair], ...] = tuple(
    (frozenset(needs.split()), frozenset(lacks.split()), step)
    for needs, lacks, step in (
        ("", "", links),
        ("", "", full_dates),
        ("", "", days),
        ("date", "", dates_going_on),
        ("location", "publisher", reversed_places),
        ("", "", numbers_by_their_word),
        ("page other", "", letters_of_pages),
        ("date", "page", pages_like_years),
        ("page", "volume", volumes_before_pages),
        ("volume", "date", years_taken_for_volumes),
        ("date", "author", bodies_in_front),
        ("", "", meetings_of_pos),
        ("B-title", "", preprints),
        ("", "edition", editions),
        ("", "volume", volumes_at_ends),
        ("B-container-title I-container-title", "", edges_of_containers),
        ("B-title", "", titles_late_in_quotes),
        ("B-title I-title", "", quoted_titles),
        ("B-container-title", "", journal_starts),
        ("author B-container-title I-container-title", "", initials_before_journals),
        ("B-container-title B-title", "", journals_begun_as_titles),
        ("B-container-title I-container-title", "", journals_behind_subtitles),
        ("B-container-title", "volume issue page editor link", subtitles_taken_for_containers),
        ("B-title other", "B-container-title", containers_after_in),
        ("B-title other", "B-container-title", journals_after_in),
        ("B-container-title other", "", containers_that_edit),
        ("B-container-title I-container-title", "", owners_of_containers),
        ("B-container-title I-container-title", "", starts_of_containers),
        ("I-container-title", "", dates_in_containers),
        ("I-container-title", "", ends_of_containers),
        ("I-container-title", "", endings_of_containers),
        ("publisher B-title", "B-container-title volume issue page", subtitles_taken_for_publishers),
        ("location B-title", "", subtitles_taken_for_places),
        ("location publisher", "B-title author editor", titles_after_makers),
        ("link", "", words_before_links),
        ("I-title", "", roles_in_titles),
        ("I-title", "", endings_of_titles),
        ("", "", places_with_others),
        ("publisher", "B-container-title volume", titles_taken_for_publishers),
        ("page date I-title", "B-container-title volume", law_reviews),
        ("I-title date", "B-container-title", newspapers_behind_quotes),
        ("B-title I-title", "", imprints_in_titles),
        ("page", "B-container-title", missing_journals),
        ("B-container-title date", "", years_that_end_titles),
        ("B-container-title date", "B-title", titles_in_front),
        ("B-title date", "", makers_in_front),
        ("date", "", years_that_begin_names),
        ("author", "", titles_before_surnames),
        ("B-container-title", "B-title volume issue page", only_titles),
        ("I-title", "B-container-title publisher location editor volume edition genre", journals_at_ends),
        ("editor", "author", editors_without_role),
        ("B-title I-title", "author", names_inside_titles),
        ("author", "B-title B-container-title publisher location editor genre", one_word_alone),
        ("author", "B-container-title publisher location editor genre", journals_taken_for_names),
        ("author", "", colons_end_names),
        ("author", "", titles_end_names),
        ("author B-title", "", titles_of_one_word),
        ("author B-title", "", names_begun_as_titles),
        ("author other", "", initials_like_roles),
        ("author", "", families_behind_initials),
        ("B-title", "", groups_beside_names),
        ("author", "", journals_after_names),
        (
            "author volume page",
            "B-title I-title B-container-title I-container-title publisher",
            journals_behind_initials,
        ),
        ("", "", imprints_of_the_east),
        ("", "B-title I-title B-container-title I-container-title genre", titles_of_last_resort),
    )
)
"""Labels that must be there and labels that must not, so that most repairs need not be called; the repair.

Each repair takes the string, its tokens and labels, and returns the labels.
"""
