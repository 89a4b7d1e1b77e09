"""Where an article's lists of references begin and end, and what their entries are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from refs.extract.clues import clues_of, likeness
from refs.extract.comments import author_of_comment, comment_chains, mark_comments
from refs.extract.entries import Entry, make_entry
from refs.extract.headings import ARTICLE, COMMENT, ListHeading, is_end_heading, list_heading
from refs.extract.labels import find_chains
from refs.extract.lines import Line
from refs.extract.segment import Segment, cut_by_marks, segment_lines
from refs.model import Article, BlockKind

_FLOWING_FORMATS = frozenset("html docx odt markdown epub jats tei latex rtf".split())
_LIST_BONUS = 1.0
"""What standing under a heading "References" adds to an entry's likeness."""


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list of references: its entries, what kind it is, and why it begins and ends where it does."""

    entries: tuple[Entry, ...]
    list: str
    name: str
    reason: str
    first_line: int
    last_line: int
    score: float
    pages: tuple[int | None, ...] = ()


def find_lists(article: Article, lines: Sequence[Line]) -> list[FoundList]:
    """Return the lists of references in the lines of an article, in reading order."""
    flowing = article.format in _FLOWING_FORMATS
    mark_comments(lines)
    found = [
        candidate
        for start, stop, heading in _under_headings(lines)
        if (candidate := _try_list(article, lines, start, stop, heading, flowing)) is not None
    ]
    if not any(candidate.list == ARTICLE for candidate in found):
        found += _without_heading(article, lines, found, flowing)
    found += comment_lists(article, lines)
    return sorted(found, key=lambda candidate: candidate.first_line)


def _under_headings(lines: Sequence[Line]) -> list[tuple[int, int, ListHeading]]:
    """Return the stretches under headings of lists: first line, line after the last, heading."""
    starts = [
        (place, heading)
        for place, line in enumerate(lines)
        if (heading := list_heading(line.text)) and _stands_alone(lines, place)
    ]
    stretches: list[tuple[int, int, ListHeading]] = []
    for index, (place, heading) in enumerate(starts):
        limit = starts[index + 1][0] if index + 1 < len(starts) else len(lines)
        stretches.append((place + 1, _stretch_end(lines, place + 1, limit), heading))
    return stretches


def _stands_alone(lines: Sequence[Line], place: int) -> bool:
    """Return True for a line that is a block of its own, or at least not the middle of a sentence."""
    line = lines[place]
    if line.region and line.region not in ("appendix", "supplement", "box"):
        return False
    before = lines[place - 1].text if place else ""
    return (
        line.gap >= 0.5 or line.kind is BlockKind.HEADING or not before.endswith((",", "-", " the", " and"))
    )


def _stretch_end(lines: Sequence[Line], start: int, limit: int) -> int:
    """Return where a list that begins at ``start`` ends at the latest: at a heading of something else."""
    gapless = not any(line.gap >= 0.9 for line in lines[start : start + 40])
    level = lines[start - 1].region if start else ""
    for place in range(start, limit):
        line = lines[place]
        if line.region != level:
            return place
        alone = gapless or line.gap >= 0.5 or line.kind is BlockKind.HEADING
        if place > start and alone and is_end_heading(line.text):
            return place
    return limit


def _try_list(
    article: Article,
    lines: Sequence[Line],
    start: int,
    stop: int,
    heading: ListHeading | None,
    flowing: bool,
    bonus: float = _LIST_BONUS,
) -> FoundList | None:
    """Return the list that a stretch holds from its first line on, None if it holds none."""
    stretch = lines[start:stop]
    if not stretch:
        return None
    cut = segment_lines(stretch, flowing=flowing)
    scored = [(segment, _score(stretch, segment) + bonus) for segment in cut.segments]
    kept = scored if cut.closed else _until_best_end(scored)
    kept = [(segment, score) for segment, score in kept if score > -0.8 or (cut.closed and score > -2.5)]
    if not kept or sum(score for _, score in kept) <= 0.5:
        return None
    entries = tuple(
        make_entry(stretch[segment.start : segment.stop], article.text, segment.number) for segment, _ in kept
    )
    last = kept[-1][0].stop
    return FoundList(
        tuple(entry for entry in entries if entry.raw),
        heading.list if heading else ARTICLE,
        lines[start - 1].text if heading else "",
        _reason(lines, start, start + last, heading, cut.manner),
        start + kept[0][0].start,
        start + last,
        sum(score for _, score in kept),
        tuple(stretch[segment.start].page for segment, _ in kept),
    )


def _score(stretch: Sequence[Line], segment: Segment) -> float:
    return likeness(clues_of(" ".join(line.text for line in stretch[segment.start : segment.stop])))


def _until_best_end(scored: list[tuple[Segment, float]]) -> list[tuple[Segment, float]]:
    """Return the segments up to where their likeness, summed up, is highest."""
    total = best = 0.0
    end = 0
    for place, (_, score) in enumerate(scored, 1):
        total += min(score, 2.5)
        if total > best:
            best, end = total, place
        if total < best - 12:
            break
    return scored[:end]


def _without_heading(
    article: Article, lines: Sequence[Line], known: Sequence[FoundList], flowing: bool
) -> list[FoundList]:
    """Return the article's own list where no heading tells it: the best numbered or dense run."""
    best: FoundList | None = None
    for chain in find_chains(lines)[:12]:
        start = chain.places[0]
        if lines[start].region or any(k.first_line <= start < k.last_line for k in known):
            continue
        stop = _stretch_end(lines, start, min(len(lines), chain.places[-1] + 30))
        candidate = _try_list(article, lines, start, stop, None, flowing, bonus=0.0)
        if candidate and (best is None or candidate.score > best.score):
            best = candidate
    return [best] if best else []


def _reason(lines: Sequence[Line], start: int, stop: int, heading: ListHeading | None, manner: str) -> str:
    """Return a sentence part on why a list begins and ends where it does."""
    begin = f'after the heading "{lines[start - 1].text[:60]}"' if heading else "without a heading"
    if stop >= len(lines):
        end = "to the end of the text"
    else:
        end = f'before "{_short(lines[stop].text)}"'
    return f"{manner}, {begin}, {end}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40].rsplit(" ", 1)[0] + "…"


def comment_lists(article: Article, lines: Sequence[Line]) -> list[FoundList]:
    """Return the numbered lists in readers' comments, one list a comment, named after its author."""
    found: list[FoundList] = []
    for chain in comment_chains(lines):
        author, date = author_of_comment(lines, chain.places[0])
        cut = cut_by_marks(lines, [chain])
        entries = tuple(make_entry(lines[s.start : s.stop], article.text, s.number) for s in cut.segments)
        by = f" by {author}" if author else ""
        on = f" ({date})" if date else ""
        stop = cut.segments[-1].stop
        found.append(
            FoundList(
                entries,
                COMMENT,
                author,
                f"{cut.manner} inside a reader's comment{by}{on}",
                chain.places[0],
                stop,
                0.0,
                tuple(lines[s.start].page for s in cut.segments),
            )
        )
    return found
