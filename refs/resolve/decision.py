"""Which work is named, if any: calibrated probability, vetoes, and abstention before twins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from refs.model import ArxivId, Doi, Isbn, Outcome, Pmid
from refs.resolve.query import Query
from refs.resolve.scoring import Weighed, best_row
from refs.resolve.trees import Model, odds_to_share
from refs.resolve.vetoes import holds_two, is_told_by_authors, is_unplaced, veto

TWIN_MARGIN = 0.7
"""Two works whose log-odds lie closer explain the string equally well."""
VETOED = 0.05
"""The probability of a work that is out for a reason the model does not weigh."""
VETO_LOOKS, NO_CHANCE = 20, -3.0
"""So many of the best works are examined for vetoes, down to these log-odds."""
UNPLACED = 0.9
"""No probability above this one for a work whose title, volume and page the string does not hold, unless all
that it does hold agrees: every author, container, year."""
PLAIN_DOI = 0.97
"""The probability of the work of a printed DOI where nothing else that is printed speaks against it."""
DOI_BONUS = 3.0
"""What the string's own DOI adds to the log-odds of a work that fits the string besides."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How a reference's search ended in one source."""

    outcome: Outcome
    chosen: Weighed | None
    probability: float
    reason: str


def decide(query: Query, weighed: Sequence[Weighed], cited: Doi | None, model: Model) -> Decision:
    """Return the decision over works sorted best first.

    A cited DOI counts as evidence for its work only where the work fits the string; it never makes one fit,
    unless the string is an identifier and nothing else.
    """
    ordered = _cited_first(weighed, cited)
    if not ordered:
        return Decision(Outcome.NONE, None, 0.0, _why_nothing(query))
    if query.is_bare:
        return Decision(Outcome.FOUND, ordered[0], 1.0, "")
    if (plain := next((w for w in ordered if w.work.doi == cited and _nothing_against(w)), None)) is not None:
        return Decision(Outcome.FOUND, plain, PLAIN_DOI, "")
    kept, reason = _without_vetoed(query, ordered, cited)
    if not kept:
        return Decision(Outcome.NONE, ordered[0], VETOED, reason)
    best = kept[0]
    odds = model.best.log_odds(best_row(kept))
    is_cited = cited is not None and best.work.doi == cited and fits_besides(best)
    probability = model.calibration.probability(odds + DOI_BONUS if is_cited else odds)
    if is_unplaced(best) and not is_told_by_authors(best) and not is_cited:
        probability = min(probability, UNPLACED)
    if probability < model.threshold:
        closest = f"the closest work on record fits too little: {best.work.doi}"
        return Decision(Outcome.NONE, best, probability, reason or closest)
    if not is_cited and (twin := _twin(kept)) is not None:
        reason = f"two records explain the string equally well: {best.work.doi} and {twin.work.doi}"
        return Decision(Outcome.AMBIGUOUS, best, probability / 2, reason)
    if not is_cited and holds_two(query):
        reason = "the string seems to hold two references; split it"
        return Decision(Outcome.AMBIGUOUS, best, probability / 2, reason)
    return Decision(Outcome.FOUND, best, probability, "")


def _nothing_against(weighed: Weighed) -> bool:
    """True where the record explains every word and no number is another than it should be."""
    return weighed.value("words_unexplained") == 0 and weighed.value("numbers_conflict") == 0


def _why_nothing(query: Query) -> str:
    """Return why there is no work to weigh."""
    if query.is_bare:
        kinds = {Pmid: "PMID ", ArxivId: "arXiv ", Isbn: "ISBN "}
        return f"{kinds.get(type(query.identifier), '')}{query.identifier} is not on record"
    if not any(len(word) > 1 for word in query.words):
        return "the string names no work: neither words nor an identifier that can be looked up"
    return "nothing on record shares enough words with the string"


def _without_vetoed(query: Query, weighed: Sequence[Weighed], cited: Doi | None) -> tuple[list[Weighed], str]:
    """Return the works that nothing vetoes, and why the first of the others is out."""
    kept, reason = [], ""
    for place, work in enumerate(weighed):
        looked_at = place < VETO_LOOKS and work.log_odds > NO_CHANCE
        why = veto(query, work) if looked_at and work.work.doi != cited else ""
        reason = reason or why
        if not why:
            kept.append(work)
    return kept, reason


def candidate_probability(weighed: Weighed) -> float:
    """Return the probability of a work that was not chosen, from its evidence alone."""
    return odds_to_share(weighed.log_odds)


def fits_besides(weighed: Weighed) -> bool:
    """True where title, or author with year or pages, agree: what a DOI's work must show to be believed."""
    if weighed.value("title_ratio") >= 0.75 and weighed.value("title_words") >= 2:
        return True
    located = weighed.value("page_state") >= 3 or weighed.value("volume_state") >= 3
    authored = weighed.value("author_first") >= 1 or weighed.value("authors_known") == 0
    return authored and (located or weighed.value("year_state") >= 4)


def _cited_first(weighed: Sequence[Weighed], cited: Doi | None) -> list[Weighed]:
    """Return works best first, the cited DOI's work getting its bonus if it fits."""
    if cited is None:
        return list(weighed)
    return sorted(
        weighed,
        key=lambda w: -(w.log_odds + (DOI_BONUS if w.work.doi == cited and fits_besides(w) else 0.0)),
    )


def _twin(weighed: Sequence[Weighed]) -> Weighed | None:
    """Return the runner-up if it explains the string as well as the best."""
    if (
        len(weighed) > 1
        and weighed[0].log_odds - weighed[1].log_odds < TWIN_MARGIN
        and weighed[1].log_odds > 0
    ):
        return weighed[1]
    return None
