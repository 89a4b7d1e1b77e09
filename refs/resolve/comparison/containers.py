"""Is the container on record the one that is printed? Titles, ISO 4 abbreviations and acronyms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from refs.model import FieldEvidence, Span, Work, fold, fold_compact
from refs.model.markup import clean_markup
from refs.resolve.comparison.publication import PARTS_OF_BOOKS
from refs.resolve.comparison.raw_text import RawText, Token
from refs.resolve.comparison.titles import TitlePlace, as_misread, same_word

SMALL_WORDS = frozenset(
    "a an the of in on for with and or to from by at as de la le les des du der die das für fur und "
    "et en el los las del di dei degli della e i il lo y u zur zum im am da do dos van het een voor "
    "och og".split()
)
_GENERIC = frozenset(
    "journal j zeitschrift revue rivista revista international int intl national natl proceedings "
    "proc conference conf annual annu annals ann symposium symp workshop transactions trans bulletin "
    "bull letters lett review reviews rev research res science sciences sci society soc archives arch "
    "advances adv ieee acm association assoc lecture notes meeting congress world th st nd rd new "
    "series part section edition vol volume online open access num nr bd "
    "suppl supplement special issue article art paper january february march april june july august "
    "september october november december".split()
)
# "arXiv preprint", "bioRxiv", "CoRR", "SSRN", "Research Square": where a preprint is cited
_PREPRINT = re.compile(
    r"\b(?:arxiv|(?:bio|med|chem|psya|soca)rxiv|osf preprints?|corr|ssrn|research square|preprints?)\b",
    re.I,
)
_UNPUBLISHED = re.compile(
    r"\b(?:in press|forthcoming|to appear|submitted|unpublished|advance online|epub ahead|im druck)\b",
    re.I,
)
_THE_SAME = re.compile(r"(?:ibid(?:em)?|idem|id|ebd|ebenda|loc\.? ?cit|op\.? ?cit)\.?", re.I)
# "Lecture Notes in Computer Science", "LNCS 8689": a series, beside which a volume has a title of its own
_SERIES = re.compile(
    r"lecture notes|\blnc?s\b|\blnai\b|advances in|communications in computer|studies in|procedia|series\b",
    re.I,
)
# What may stand between title and container; "[J]" and a title in another language among it
_LEAD_IN = re.compile(
    r"[\s.,;:!?”\"’'»)\]]*(?:\[[^\[\]\d]{1,200}\]|\((?:19|20)\d\d[a-z]?\))?[\s.,;:]*"
    r"(?:(?:in|in:|en|dans|presented at|//)[\s:]+)?",
    re.I,
)
# "Novak, P., Lindqvist, E. (eds.) ", "P. Novak and E. Lindqvist, editors, ": what may stand before a name
_EDITORS = re.compile(
    r"[^()\d“”\"]{3,200}?(?:\((?:eds?|hrsg|hgg?|dirs?|coords?|éds?|org)\.?\)|,\s?editors?\b)[\s.,;:]*", re.I
)
_SAME_NAME = 0.78
"""Share of letters alike from which two names are one, misread or mistyped."""
_BEGINNING = 4
"""Words without a gap from which a name's beginning is the name: "… Conference on Computer Vision"."""
_WORD_SHARE = 0.6
"""Share of a container's words that an abbreviation must show."""


_ISBN_IN_DOI = re.compile(r"/(?:[a-z]{0,3}97[89]|\d-\d{3}-\d{5}-|bfb\d|s\d{4}-\d{3}[\dx]\(\d\d\)[\dx]{5}-)")
"""DOIs of chapters: "10.1007/978-3-…", "10.1007/0-387-30844-x_38", "10.1007/bfb0089546", Elsevier's."""
_ACRONYMS = frozenset("acm ieee siam ima ams aps".split())
# "Zuowu Xuebao" for Acta Agronomica Sinica, "Zhurnal Fizicheskoi Khimii", "Yakugaku Zasshi"
_OWN_LANGUAGE = re.compile(
    r"\b(?:xuebao|zazhi|tongbao|yanjiu|kexue|jishu|zasshi|gakkai\w*|ronbun\w*|hakhoe\w*|nonmunji|zhurnal|zh\."
    r"|vestnik|izvestiya|izv\.|doklady|dokl\.|trudy|uspekhi|usp\.|byulleten'?)",
    re.I,
)
_WHOLE_NAMES = {("science",)}
"""Names that are all of words which elsewhere tell nothing."""
# Where a container's name ends: a bracket, a number, "vol.", "no.", "pp.", "Bd. 12", "núm. 3"
_STOP = re.compile(
    r"[(\[]|(?<=[\s,;:(])(?:\d|[A-Za-z]\d{2})|\b(?:vol|no|pp?)\."
    r"|\b(?:vols?|t|tomes?|tomo|bd|band)\.?\s(?=[IVXLC]{1,8}\b)|\b(?:vol|no|nr|n|num|núm|v|bd|t|tome|h|heft|jg|jrg|s|pp?|blz|suppl)[.°º:]{0,2}\s?(?=\d)",
    re.I,
)
# A number that a container's name can begin with: "2017 IEEE International …", "41st Int. ACM SIGIR …"
_NUMBER_OF_NAME = re.compile(
    r"(?:19|20)\d\d\s[A-Z][^\s,.;:]+\s(?:[^\W\d]|\d{1,3}(?:st|nd|rd|th)\b)|\d{1,3}(?:st|nd|rd|th)\b"
)
_JOURNAL = re.compile(r"\b(?:journal|zeitschrift|revue|rivista|revista)\b", re.I)
_ROMAN = re.compile(r"[ivx]{2,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A subtitle that the record lacks: ": a review", " – with discussion"
_SUBTITLE_BEHIND = re.compile(r"[\s”\"’')\]]{0,3}(?::|\s[–—-]\s)(?!\s?[Ii]n\b)[^.?!”»\"]*(?:[.?!”»\"]+|$)")


@dataclass(frozen=True, slots=True)
class ContainerPlace:
    """Where the printed container stands."""

    span: Span


def compare_container(
    raw: RawText, work: Work, place: TitlePlace | None
) -> tuple[FieldEvidence, ContainerPlace | None]:
    """Return the evidence on the container, and its place where it was found."""
    forms = tuple(clean_markup(form) for form in work.container_titles)
    record = forms[0] if forms else ""
    if not record:
        return FieldEvidence("container-title", "", "", None), None
    for form in forms:
        if span := _find_form(raw, form, place):
            return FieldEvidence("container-title", raw.text[slice(*span)], record, True), ContainerPlace(
                span
            )
    tokens = _outside(raw, place)
    for form in forms:
        if span := _find_abbreviation(tokens, form):
            cited = raw.text[slice(*span)]
            return FieldEvidence(
                "container-title", cited, record, True, "abbreviated", "abbreviated"
            ), ContainerPlace(span)
    return _judge_rival(raw, work, forms, place), None


def _outside(raw: RawText, place: TitlePlace | None) -> Sequence[Token]:
    """Return the words behind the title, or all where its place is unknown."""
    return raw.tokens if place is None else raw.tokens[raw.index_at(place.span[1]) :]


def _find_form(raw: RawText, form: str, place: TitlePlace | None) -> Span | None:
    """Return where a container stands word for word behind the title."""
    compact = fold_compact(form)
    if len(compact) < 3:
        return None
    return raw.find_compact(compact, behind=place.span[1] if place is not None else 0, whole=False)


@lru_cache(maxsize=8192)
def content_words(title: str) -> tuple[str, ...]:
    """Return a container's words, folded, without articles and prepositions.

    >>> content_words("Archives of Dermatology")
    ('archives', 'dermatology')
    """
    words = tuple(w for w in fold(title).split() if w not in SMALL_WORDS)
    return words or tuple(fold(title).split())


def abbreviates(short: str, full: str) -> bool:
    """True where a folded word can stand for another as ISO 4 shortens: "dermatol", "natl", "j".

    >>> abbreviates("dermatol", "dermatology"), abbreviates("natl", "national"), abbreviates("cell", "cancer")
    (True, True, False)
    """
    if short[:1] != full[:1]:
        return len(short) >= 5 and same_word(short, full)
    if full.startswith(short) or (len(full) >= 3 and short.startswith(full)):
        return True
    if len(short) < 3 or len(short) > len(full):
        return len(short) >= 5 and same_word(short, full)
    rest = iter(full)
    return (all(c in rest for c in short) and short[-1] in full[-3:]) or (
        len(short) >= 5 and same_word(short, full)
    )


def _find_abbreviation(tokens: Sequence[Token], form: str) -> Span | None:
    """Return where the words of a container stand shortened and in order, close together."""
    wanted = content_words(form)
    best: tuple[float, Span] | None = None
    for begin, token in enumerate(tokens):
        if token.word.isdigit() or token.word in SMALL_WORDS or (len(token.word) == 1 and token.word != "j"):
            continue
        if not abbreviates(token.word, wanted[0]) and not (
            len(wanted) > 1 and abbreviates(token.word, wanted[1])
        ):
            continue
        hits, letters, last, w = 0, 0, begin, 0
        for at in range(begin, min(len(tokens), begin + len(wanted) + 4)):
            word = tokens[at].word
            if word in SMALL_WORDS:
                continue
            step = next((k for k in range(w, min(w + 4, len(wanted))) if abbreviates(word, wanted[k])), None)
            if step is None:
                if hits:
                    break
                continue
            hits, letters, last, w = hits + 1, letters + len(word), at, step + 1
            if w >= len(wanted):
                break
        share = hits / len(wanted)
        enough = hits >= 2 or (hits == len(wanted) and letters >= 3)
        share = 1.0 if hits >= _BEGINNING and w == hits else share
        if enough and share >= _WORD_SHARE and letters >= 3 and (best is None or share > best[0]):
            best = share, (token.start, tokens[last].end)
            if share == 1:
                break  # NOTE: none behind it can be better
    return best[1] if best else None


def cited_container(raw: RawText, place: TitlePlace) -> Span | None:
    """Return the stretch between the title and the first number or year, where a container stands."""
    subtitle = _SUBTITLE_BEHIND.match(raw.body, place.span[1])
    behind = subtitle.end() if subtitle else place.span[1]
    lead = _LEAD_IN.match(raw.body, behind)
    start = lead.end() if lead else behind
    if editors := _EDITORS.match(raw.body, start):
        start = editors.end()
    for stop in [*(m.start() for m in _STOP.finditer(raw.body, start)), len(raw.body)]:
        if stop == start and not _NUMBER_OF_NAME.match(raw.body, start):
            return None
        printed = raw.body[start:stop].rstrip(" ,.;:—–-")
        words = content_words(printed)
        if any(_is_telling(word) for word in words) or words in _WHOLE_NAMES:
            return start, start + len(printed)
        if words and raw.body[stop : stop + 1].isalnum() and not _NUMBER_OF_NAME.match(raw.body, stop):
            return None
    return None


def _is_telling(word: str) -> bool:
    """True where a folded word tells a container from others: not "journal", "conference" or a number."""
    return word not in _GENERIC and len(word) > 1 and not word[0].isdigit()


def _judge_rival(raw: RawText, work: Work, forms: Sequence[str], place: TitlePlace | None) -> FieldEvidence:
    """Return the evidence where no form of the container was found: is another one in its place?"""
    record = forms[0]
    span = cited_container(raw, place) if place is not None else None
    if span is None or place is None:
        return FieldEvidence(
            "container-title", "", record, None, "no container printed where one is looked for"
        )
    cited = " ".join(raw.text[slice(*span)].split())
    if _PREPRINT.search(cited) or _PREPRINT.search(raw.body[place.span[1] :]):
        return FieldEvidence("container-title", cited, record, None, "a preprint is cited", "preprint")
    if _UNPUBLISHED.search(raw.body[place.span[1] :]) or _THE_SAME.fullmatch(cited):
        return FieldEvidence(
            "container-title", cited, record, None, "cited before publication, or as before", "preprint"
        )
    in_book = work.type in PARTS_OF_BOOKS or (not work.type and _is_of_book(work, record))
    if in_book and not _JOURNAL.search(cited):
        return FieldEvidence("container-title", cited, record, None, "may be the series or the book", "form")
    words = [w for w in content_words(cited) if not w.isdigit()]
    known = {w for form in forms for w in content_words(form)}
    distinct = [w for w in words if _is_telling(w)] or (words if tuple(words) in _WHOLE_NAMES else [])
    shared = [w for w in distinct if any(abbreviates(w, k) for k in known if k not in _GENERIC)]
    letters = fold_compact(cited)
    if any(_is_spelt_like(letters, fold_compact(form)) for form in forms):
        return FieldEvidence("container-title", cited, record, None, "spelled differently", "form")
    if (
        shared
        or not distinct
        or any(_is_short_form(cited, form) for form in forms)
        or _is_acronym(words, forms)
        or _stands_for(forms, cited)
        or _OWN_LANGUAGE.search(cited)
        or (_SERIES.search(cited) and not (work.volume and work.issue))
        or (_SERIES.search(record) and not work.issue and not _YEAR.search(record))
    ):
        return FieldEvidence(
            "container-title", cited, record, None, "may be another form of the name", "form"
        )
    if len("".join(distinct)) < 4 or place.cut or len(cited) > 200 or " et al" in cited:
        return FieldEvidence("container-title", cited, record, None, "too little is printed to tell", "form")
    return FieldEvidence("container-title", cited, record, False, "", "replaced")


def _is_of_book(work: Work, record: str) -> bool:
    """True where only its DOI says that a work is a chapter: one made of an ISBN, and no volume."""
    return not work.volume and not _YEAR.search(record) and _ISBN_IN_DOI.search(str(work.doi)) is not None


def _is_spelt_like(letters: str, form: str) -> bool:
    """True where letters are a name's, or its beginning's, but for slips: "ClKM '20: The" for "CIKM '20"."""
    letters, form = (as_misread(text.replace("i", "l")) for text in (letters, form))
    whole = Levenshtein.normalized_similarity(letters, form) > _SAME_NAME
    return whole or (
        len(letters) >= 6 and Levenshtein.normalized_similarity(letters, form[: len(letters)]) > _SAME_NAME
    )


def _is_short_form(cited: str, form: str) -> bool:
    """True where every word printed shortens a word of the name, in order: "Arch. Der." of a journal's.

    >>> _is_short_form("Arch Derrn", "Archives of Dermatology"), _is_short_form("Acta", "Archives")
    (True, False)
    """
    known = iter(as_misread(fold(form)).replace("e", "c").split())
    words = [as_misread(word).replace("e", "c") for word in fold(cited).split() if not word.isdigit()]
    return bool(words) and all(any(abbreviates(word, k) for k in known) for word in words)


def _abridges(acronym: str, form: str) -> bool:
    """True for some of the initials of a name, in order, the first among them: "aons"."""
    initials = "".join(word[0] for word in content_words(form))
    letters = iter(initials)
    return acronym[0] == initials[0] and all(c in letters for c in acronym)


def _stands_for(forms: Sequence[str], cited: str) -> bool:
    """True where an acronym on record is made of the printed words: "BMJ" for "Br Med J".

    >>> _stands_for(["BMJ"], "Br Med J"), _stands_for(["BMGN - Low Countries"], "Bijdragen en Mededelingen")
    (True, False)
    >>> _stands_for(["Communications of the ACM"], "CACM"), _stands_for(["Gut"], "Great uncles of trees")
    (True, False)
    """
    if cited.isupper() and 3 <= len(cited) <= 6 and any(_abridges(cited.lower(), form) for form in forms):
        return True
    initials = "".join(word[0] for word in content_words(cited))
    for form in forms:
        for word in form.split()[:1]:
            letters = iter(initials)
            if word.isupper() and 3 <= len(word) <= 6 and all(c in letters for c in word.lower()):
                return True
        mixed = "".join(word if word in _ACRONYMS else word[0] for word in content_words(form))
        if len(mixed) >= 3 and mixed == fold_compact(cited):
            return True
    return False


def _is_acronym(words: Sequence[str], forms: Sequence[str]) -> bool:
    """True where a printed word is made of the first letters of the container's name, or stands in it."""
    for form in forms:
        initials = "".join(w[0] for w in content_words(form))
        every = "".join(w[0] for w in fold(form).split())
        initials = every[:1] + initials if fold(form).startswith("the ") else initials
        for word in words:
            if (
                2 <= len(word) <= 8
                and not _ROMAN.fullmatch(word)
                and (word in initials or word in every or initials in (word,))
            ):
                return True
    return False
