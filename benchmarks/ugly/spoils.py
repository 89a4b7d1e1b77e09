"""What is done to a reference that leaves it right: shortened, misread, mistyped, broken, decorated."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from ugly.layouts import LAYOUTS, Facts, initials, roman

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "å": "aa"}
)


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _abbreviated(f: Facts, rng: random.Random) -> Facts:
    words = [
        w
        for w in re.findall(r"[^\W_]+", f.container)
        if w.lower() not in ("of", "the", "and", "in", "for", "on")
    ]
    stop = rng.choice(("", "."))
    cut = [w if len(w) < 6 else w[: rng.randint(3, 6)] + stop for w in words]
    return replace(f, container=" ".join(cut), short=" ".join(cut)) if len(words) > 1 else f


def _page_short(f: Facts, rng: random.Random) -> Facts:
    if not (f.first.isdigit() and f.last.isdigit() and len(f.first) == len(f.last)):
        return f
    same = next((i for i in range(len(f.first)) if f.first[i] != f.last[i]), len(f.first) - 1)
    return replace(f, last=f.last[same:])


def _subtitle_out(f: Facts, rng: random.Random) -> Facts:
    head = re.split(r"[:?!] | [–—-] ", f.title)[0]
    return replace(f, title=head) if len(head.split()) >= 4 else f


TRANSLATIONS = (
    "Ein Überblick über neuere Arbeiten",
    "Une étude de cas en milieu rural",
    "Un estudio de casos",
)

CHANGES: dict[str, Callable[[Facts, random.Random], Facts]] = {
    "abbreviated": _abbreviated,
    "initials-glued": lambda f, r: replace(f, names=tuple((initials(g, "", ""), n) for g, n in f.names)),
    "one-initial": lambda f, r: replace(f, names=tuple((g[:1], n) for g, n in f.names)),
    "no-given-names": lambda f, r: replace(f, names=tuple(("", n) for _, n in f.names)),
    "et-al-after-one": lambda f, r: replace(
        f, cut_names=1, others=r.choice(("et al.", "et al", "et. al.", "and others", "u.a."))
    ),
    "et-al-after-three": lambda f, r: replace(
        f, cut_names=3, others=r.choice(("et al.", "… & others", "et coll.", "…"))
    ),
    "diacritics-lost": lambda f, r: replace(
        f, names=tuple((_plain(g), _plain(n)) for g, n in f.names), title=_plain(f.title)
    ),
    "umlauts-spelt-out": lambda f, r: replace(f, names=tuple((g, n.translate(_UMLAUTS)) for g, n in f.names)),
    "names-turned": lambda f, r: replace(
        f, names=tuple((n, g) if len(g) > 2 and "." not in g else (g, n) for g, n in f.names)
    ),
    "subtitle-out": _subtitle_out,
    "subtitle-added": lambda f, r: replace(
        f, title=f.title.rstrip(".") + r.choice((": a review", ": an empirical study", " – with discussion"))
    ),
    "translation-behind": lambda f, r: replace(f, title=f"{f.title} [{r.choice(TRANSLATIONS)}]"),
    "year-online": lambda f, r: replace(f, year=str(int(f.year[:4]) + r.choice((-1, 1)))),
    "year-month": lambda f, r: replace(f, year=f"{f.year} {r.choice(('Jan', 'Mar', 'Oct', 'Dec'))}"),
    "page-short": _page_short,
    "first-page": lambda f, r: replace(f, last=""),
    "no-pages": lambda f, r: replace(f, first="", last=""),
    "no-issue": lambda f, r: replace(f, issue=""),
    "no-volume": lambda f, r: replace(f, volume="", issue=""),
    "volume-as-year": lambda f, r: replace(f, volume=f.volume or f.year),
    "supplement": lambda f, r: replace(f, issue=r.choice(("Suppl 1", "Suppl. 2", "S1", "Special Issue"))),
    "sentence-case": lambda f, r: replace(f, title=f.title[:1] + f.title[1:].lower()),
    "capitals": lambda f, r: replace(f, title=f.title.upper()),
    "lower-case": lambda f, r: replace(f, title=f.title.lower(), container=f.container.lower()),
    "british": lambda f, r: replace(
        f,
        title=re.sub(r"(?i)(?<=[a-z])iz(?=e|ation|ing)", "is", f.title)
        .replace("behavior", "behaviour")
        .replace("color", "colour"),
    ),
    "no-container": lambda f, r: replace(f, container="", short=""),
}
"""What is done to the facts before they are printed."""


def _broken_words(raw: str, rng: random.Random) -> str:
    words = raw.split(" ")
    long = [i for i, w in enumerate(words) if re.fullmatch(r"[a-z]{8,}", w)]
    for i in rng.sample(long, min(2, len(long))):
        at = rng.randint(3, len(words[i]) - 3)
        words[i] = words[i][:at] + "-\n" + words[i][at:]
    return " ".join(words)


def _misread(raw: str, rng: random.Random) -> str:
    pairs = [
        ("rn", "m"),
        ("m", "rn"),
        ("l", "1"),
        ("O", "0"),
        ("cl", "d"),
        ("fi", "ﬁ"),
        ("I", "l"),
        ("e", "c"),
    ]
    head, doi, tail = raw.partition("10.")
    for a, b in rng.sample(pairs, 3):
        places = [m.start() for m in re.finditer(re.escape(a), head) if head[max(0, m.start() - 1)].isalpha()]
        if places:
            at = rng.choice(places)
            head = head[:at] + b + head[at + len(a) :]
    return head + doi + tail


def _misread_numbers(raw: str, rng: random.Random) -> str:
    head, doi, tail = raw.partition("10.")
    places = [m.start() for m in re.finditer(r"(?<=\d)[10](?=\d)|(?<=\d)[10]\b", head)]
    if places:
        at = rng.choice(places)
        head = head[:at] + {"1": "l", "0": "O"}[head[at]] + head[at + 1 :]
    return head + doi + tail


SPOILS: dict[str, Callable[[str, random.Random], str]] = {
    "broken-words": _broken_words,
    "lines": lambda s, r: re.sub(r" ", lambda m: "\n" if r.random() < 0.12 else " ", s),
    "misread": _misread,
    "misread-numbers": _misread_numbers,
    "ligatures": lambda s, r: s.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "en-dashes": lambda s, r: re.sub(r"(?<=\d)-(?=\d)", r.choice(("–", "—", "‐", " – ", "--")), s),
    "quotes-typewriter": lambda s, r: s.translate(str.maketrans("“”«»‘’", '""""\'\'')),
    "blanks-doubled": lambda s, r: s.replace(". ", ".  ").replace(", ", ",  "),
    "blanks-lost": lambda s, r: s.replace(", ", ",", 3).replace(". ", ".", 2),
    "stops-lost": lambda s, r: s.replace(".", ""),
    "accessed": lambda s, r: (
        s.rstrip(".")
        + r.choice(
            (
                ". Accessed May 3, 2021.",
                " (accessed 12 June 2019).",
                " [cited 2018 Jul 5].",
                ". Abgerufen am 3. Mai 2020.",
            )
        )
    ),
    "link-labels": lambda s, r: (
        s
        + r.choice(
            (
                " [CrossRef] [Google Scholar]",
                " View Article PubMed Google Scholar",
                " CrossRef MEDLINE",
                " Cited by 34",
            )
        )
    ),
    "numbered": lambda s, r: r.choice(("[12] ", "12. ", "(12) ", "12) ")) + s,
    "bullet": lambda s, r: r.choice(("• ", "– ", "* ")) + s,
    "epub": lambda s, r: (
        s.rstrip(".")
        + r.choice(
            ("; Epub 2012 Jan 3.", ". Advance online publication.", ", in press.", ". Epub ahead of print.")
        )
    ),
    "pmid": lambda s, r: s + f" PMID: {r.randint(10**6, 3 * 10**7)}",
    "issn": lambda s, r: s + " ISSN 0003-9926.",
    "markup": lambda s, r: "<p>" + s.replace("&", "&amp;") + "</p>",
    "comment": lambda s, r: (
        s
        + r.choice(
            (
                " This is the classic paper.",
                " (A good introduction.)",
                " See also the discussion in chapter 3.",
            )
        )
    ),
}
"""What is done to the printed string."""

_PARTICLES = re.compile(
    r"^((?:(?:van|von|de|der|den|del|della|di|da|dos|la|le|ter|ten|zu|af)\s)+)(.+)$", re.I
)
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"}
)
_SPELT = (
    ("behavior", "behaviour"),
    ("color", "colour"),
    ("tumor", "tumour"),
    ("labor", "labour"),
    ("center", "centre"),
    ("fiber", "fibre"),
    ("modeling", "modelling"),
    ("labeling", "labelling"),
    ("pediatric", "paediatric"),
    ("anemia", "anaemia"),
    ("hematolog", "haematolog"),
    ("estrogen", "oestrogen"),
    ("analyz", "analys"),
    ("catalog", "catalogue"),
    ("program ", "programme "),
    ("organiz", "organis"),
    ("optimiz", "optimis"),
    ("izing", "ising"),
)
_GREEK = (("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("μ", "mu"), ("κ", "kappa"))
_FIGURES = (("two", "2"), ("three", "3"), ("four", "4"), ("first", "1st"), ("second", "2nd"))
_RETYPED = (
    ("real-time", "realtime"),
    ("data set", "dataset"),
    ("on-line", "online"),
    ("web site", "website"),
    ("e-mail", "email"),
    ("multi-", "multi"),
    ("non-", "non"),
    (" and ", " & "),
    ("-based", " based"),
    ("versus", "vs."),
    ("co-", "co"),
    ("large-scale", "large scale"),
)


def _exchanged(text: str, pairs: tuple[tuple[str, str], ...], rng: random.Random) -> str:
    """Return a text with words in their other spelling, whichever of the two is there."""
    for one, other in pairs:
        one, other = rng.sample((one, other), 2)
        text = re.sub(rf"(?i)\b{re.escape(one)}" if one[0].isalpha() else re.escape(one), other, text)
    return text


def _family(change: Callable[[str], str]) -> Callable[[Facts, random.Random], Facts]:
    return lambda f, r: replace(f, names=tuple((g, change(n)) for g, n in f.names))


def _titled(change: Callable[[str, random.Random], str]) -> Callable[[Facts, random.Random], Facts]:
    return lambda f, r: replace(f, title=change(f.title, r))


def _pages_as(form: str) -> Callable[[Facts, random.Random], Facts]:
    return lambda f, r: replace(f, first=form.format(f.first), last="") if f.first.isdigit() else f


def _behind(*endings: str) -> Callable[[Facts, random.Random], Facts]:
    """Return a change of the year's form: what stands behind or before it."""
    return lambda f, r: replace(f, year=r.choice(endings).format(f.year, int(f.year[:4]) - 20))


CHANGES |= {
    "et-al-after-six": lambda f, r: replace(f, cut_names=6),
    "letters-plain": _family(lambda n: _plain(n.translate(_LETTERS))),
    "particle-behind": lambda f, r: replace(
        f,
        names=tuple(
            (f"{g} {m[1].strip()}", m[2]) if (m := _PARTICLES.match(n)) else (g, n) for g, n in f.names
        ),
    ),
    "particle-capital": _family(lambda n: m[1].title() + m[2] if (m := _PARTICLES.match(n)) else n),
    "double-name-parted": _family(lambda n: n.replace("-", " ")),
    "double-name-joined": _family(lambda n: re.sub(r"(?<=\w) (?=[A-Z])", "-", n)),
    "double-name-halved": _family(
        lambda n: n if _PARTICLES.match(n) else re.split(r"(?<=\w\w\w)[- ](?=[A-Z]\w\w)", n)[0]
    ),
    "apostrophe-lost": _family(lambda n: re.sub(r"['’ʼ]", "", n)),
    "junior": lambda f, r: replace(f, names=((f.names[0][0], f.names[0][1] + ", Jr."), *f.names[1:])),
    "group-behind": lambda f, r: replace(
        f, others=r.choice(("et al.; for the NORTHERN Study Group", "et al., on behalf of the Working Group"))
    ),
    "editors-word": lambda f, r: replace(
        f, names=(*f.names[:-1], (f.names[-1][0], f.names[-1][1] + " (Eds.)"))
    ),
    "american-or-british": _titled(lambda t, r: _exchanged(t, _SPELT, r)),
    "greek": _titled(lambda t, r: _exchanged(t, _GREEK, r)),
    "figures": _titled(lambda t, r: _exchanged(t, _FIGURES, r)),
    "retyped": _titled(lambda t, r: _exchanged(t, _RETYPED, r)),
    "title-in-brackets": _titled(lambda t, r: f"[{t}]"),
    "translation-before": _titled(lambda t, r: f"{r.choice(TRANSLATIONS)} [{t}]"),
    "in-language": _titled(
        lambda t, r: t + r.choice((" (in German)", " [in Russian]", " [Article in French]"))
    ),
    "question-lost": _titled(lambda t, r: t.replace("?", "").replace("!", "")),
    "colon-as-dash": _titled(lambda t, r: t.replace(": ", r.choice((" – ", ". ", " - ", "; ")), 1)),
    "article-lost": _titled(lambda t, r: re.sub(r"^(?:The|A|An|On the|On) ", "", t)),
    "word-lost": _titled(lambda t, r: re.sub(r" (?:the|a|an) ", " ", t, count=1)),
    "formula-flat": _titled(lambda t, r: re.sub(r"</?(?:sub|sup|i|b)>", "", t)),
    "supplement-glued": lambda f, r: replace(f, issue=r.choice(("S1", "Suppl_2", "Suppl 3", "pt 2", "Pt B"))),
    "issue-double": lambda f, r: (
        replace(f, issue=f"{f.issue}-{int(f.issue) + 1}") if f.issue.isdigit() else f
    ),
    "volume-roman": lambda f, r: replace(f, volume=roman(f.volume)),
    "volume-and-part": lambda f, r: replace(f, volume=f"{f.volume}A") if f.volume else f,
    "pages-ff": _pages_as("{}ff."),
    "pages-sq": _pages_as("{} sqq."),
    "pages-e": _pages_as("e{}"),
    "article-number": _pages_as("Article {}"),
    "article-id": lambda f, r: replace(f, first=f"Art. {r.randint(100000, 999999)}", last=""),
    "pages-from-one": lambda f, r: (
        replace(f, first="1", last=str(int(f.last) - int(f.first) + 1))
        if f.first.isdigit() and f.last.isdigit() and int(f.first) < int(f.last) and not f.volume
        else f
    ),
    "pages-counted": lambda f, r: replace(f, last=f"{f.last} ({r.randint(4, 20)} pages)") if f.last else f,
    "year-letter": _behind("{}a", "{}b"),
    "year-first-printed": _behind("{1}/{0}", "{0} [{1}]", "{0} [orig. {1}]", "{0} [first published {1}]"),
    "year-online-first": lambda f, r: (
        replace(f, year=str(int(f.year[:4]) - r.choice((1, 2))), volume="", issue="", first="", last="")
        if f.volume and f.kind == "journal-article"
        else f
    ),
    "date-whole": _behind("{}, March 12", "12 May {}", "Spring {}", "{} Jul-Aug", "November {}"),
    "container-place": lambda f, r: replace(
        f, container=f.container + r.choice((" (London)", ", Vienna, Austria", " (Online)", ", Series B"))
    ),
    "container-nth": lambda f, r: replace(
        f, container=r.choice(("Proc. of the ", "In Proc. ", "The ")) + f.container
    ),
    "container-no-article": lambda f, r: replace(f, container=re.sub(r"^The ", "", f.container)),
    "container-and": lambda f, r: replace(
        f, container=f.container.replace(" and ", " & ").replace(": ", " ")
    ),
    "container-acronym": lambda f, r: (
        replace(f, container=made, short=made)
        if f.kind == "journal-article"
        and len(made := "".join(w[0] for w in f.container.split() if w[0].isupper())) > 2
        else f
    ),
}
SPOILS |= {
    "see-also": lambda s, r: r.choice(("See also ", "Cf. ", "Siehe auch ", "Voir aussi ", "E.g. ")) + s,
    "erratum": lambda s, r: s.rstrip(".") + r.choice(("; erratum 31:402.", " [Erratum in: 2009;12(4):88].")),
    "comment-in": lambda s, r: (
        s.rstrip(".") + r.choice((". Comment in: 2011;7:301-3.", ". With a reply by B. Ames."))
    ),
    "reprinted": lambda s, r: (
        s.rstrip(".")
        + r.choice((" (reprinted 2011).", ". Reprinted in: Selected Papers, Dover, 1999, pp. 11-40."))
    ),
    "available": lambda s, r: (
        s.rstrip(".")
        + r.choice(
            (". Available from: https://www.example.org/a/12.pdf", ", URL: http://example.net/x_2009.html")
        )
    ),
    "price": lambda s, r: s.rstrip(".") + r.choice((", 12 figs., 3 tabs.", ". 34 refs.", ", with 2 plates.")),
    "misread-much": lambda s, r: _misread(_misread(_misread(s, r), r), r),
    "letters-lost": lambda s, r: "".join(c for c in s if c.isascii() or r.random() < 0.5),
    "letters-unknown": lambda s, r: "".join(c if c.isascii() else "?" for c in s),
    "mojibake": lambda s, r: s.encode("utf-8").decode("cp1252", errors="ignore"),
    "two-columns": lambda s, r: re.sub(r"(?<=[a-z]) (?=[a-z])", "  ", s, count=3),
    "page-foot": lambda s, r: (lambda at: s[:at] + f"\n{r.randint(2, 400)}\n" + s[at:].lstrip())(
        s.find(" ", len(s) // 2)
    ),
    "backlinks": lambda s, r: r.choice(("^ ", "↑ ", "^ a b c ")) + s,
    "spaces-inside": lambda s, r: re.sub(r"\b([A-Z])\.(?=[A-Z]\.)", r"\1. ", s),
    "markdown": lambda s, r: s.replace("“", "*").replace("”", "*"),
    "latex": lambda s, r: s.replace("–", "--").replace("&", r"\&").replace("%", r"\%"),
}

DOIS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("none", lambda d: ""),
    ("none", lambda d: ""),
    ("plain", lambda d: f" doi:{d}"),
    ("url", lambda d: f" https://doi.org/{d}"),
    ("trailing-stop", lambda d: f" https://doi.org/{d}."),
    ("trailing-bracket", lambda d: f" (doi: {d}),"),
    ("capitals", lambda d: f" DOI: {d.upper()}."),
    ("proxy", lambda d: f" https://doi-org.proxy.library.example.edu/{d}"),
    ("ezproxy", lambda d: f" http://dx.doi.org.ezproxy.example.ac.uk/{d};"),
    ("dx", lambda d: f" http://dx.doi.org/{d}"),
    ("broken", lambda d: f" doi: {d.replace('/', '/ ', 1)}"),
    ("publisher", lambda d: f" https://onlinelibrary.example.com/doi/abs/{d}"),
    ("publisher-full", lambda d: f" https://www.example.org/doi/full/{d}?journalCode=abc"),
)


ALIKE = tuple(
    set(names.split())
    for names in (
        "no-volume no-pages year-online-first no-container",
        "no-volume volume-roman volume-as-year volume-and-part no-container container-acronym "
        "year-online-first",
        "no-volume supplement supplement-glued issue-double no-issue",
        "no-pages first-page page-short pages-ff pages-sq pages-e article-number article-id pages-counted "
        "pages-from-one",
        "year-online year-month year-letter year-first-printed year-online-first date-whole",
        "names-turned no-given-names junior particle-behind editors-word",
        "subtitle-out subtitle-added translation-behind translation-before title-in-brackets in-language",
        "no-container abbreviated container-acronym container-place container-nth",
    )
)
"""Changes of one thing; a reference is changed in one of these ways at most."""


def make(facts: Facts, rng: random.Random) -> tuple[str, str, list[str]]:
    """Return a reference, its layout, and what was done to it."""
    layout = rng.choice(list(LAYOUTS))
    changes = rng.sample(list(CHANGES), rng.randint(1, 3))
    for group in ALIKE:
        for spare in [change for change in changes if change in group][1:]:
            changes.remove(spare)
    spoils = rng.sample(list(SPOILS), rng.randint(0, 2))
    for change in changes:
        facts = CHANGES[change](facts, rng)
    raw = " ".join(LAYOUTS[layout](facts).split())
    name, doi = rng.choice(DOIS)
    raw += doi(facts.doi)
    for spoil in spoils:
        raw = SPOILS[spoil](raw, rng)
    return raw, layout, [*changes, *spoils, f"doi-{name}"]
