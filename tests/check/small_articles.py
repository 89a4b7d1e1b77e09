"""Small articles with a list of four, cited by name or by number, and what rules about the text tell."""

from __future__ import annotations

from refs.check import all_rules, run_rules
from refs.model import CheckedArticle
from refs.pipeline import extract_article

RULES = [rule for rule in all_rules() if rule.code.startswith("T")]
DATED = (
    "Germer, C. (2009). The mindful path to self-compassion. Guilford Press.",
    "Kahneman, D., & Tversky, A. (1979). Prospect theory. Econometrica, 47(2), 263-291.",
    "Neff, K. (2003). Self-compassion: An alternative. Self and Identity, 2(2), 85-101.",
    "Rogers, C. R. (1957). The necessary and sufficient conditions. J Consulting Psychology, 21(2), 95-103.",
)
NUMBERED = (
    "Kahneman D, Tversky A. Prospect theory. Econometrica. 1979;47(2):263-291.",
    "Neff K. Self-compassion: An alternative. Self and Identity. 2003;2(2):85-101.",
    "Rogers CR. The necessary and sufficient conditions. J Consult Psychol. 1957;21(2):95-103.",
    "Germer C. The mindful path to self-compassion. Guilford Press; 2009.",
)
NOTED = (
    "Brigham, C., & Talmage, J. (1999). Converting spine ratings. Guides Newsletter, 4(1), 1-9.",
    "Lowe, N. (1979). Light for slow healing. Archives, 2(1), 3-9.",
    "Simkin, M. (2003). Read before citing anything. Complex Systems, 14(3), 269-274.",
    "Talmage, J. (1997). Rating tired muscles. Guides Newsletter, 2(1), 3-9.",
)
ALL = "It heals (Germer, 2009; Kahneman & Tversky, 1979; Neff, 2003), says Rogers (1957)."


def told(text: str, name: str = "a.md") -> list[tuple[str, str]]:
    """Return the findings of an article: code and message up to the verb."""
    extracted = extract_article(text.encode(), name=name)
    checked = CheckedArticle(*extracted, matches=(None,) * len(extracted.references))
    return [(f.code, f.message.split(" is ")[0].split(" are ")[0]) for f in run_rules(RULES, checked)]


def by_name(body: str) -> str:
    return f"# On kindness\n\n{body}\n\n## References\n\n" + "\n\n".join(DATED) + "\n"


def by_number(body: str) -> str:
    entries = "\n\n".join(f"{n}. {entry}" for n, entry in enumerate(NUMBERED, 1))
    return f"# On kindness\n\n{body}\n\n## References\n\n{entries}\n"


def beyond(text: str, name: str = "a.md") -> list[str]:
    """Return the numbers that an article cites beyond its list."""
    return [m.split("cites ")[1].split(";")[0] for code, m in told(text, name) if code == "T406"]
