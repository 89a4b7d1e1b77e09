"""Lists that the tests of citations cite, and the citations that are found."""

from __future__ import annotations

from refs.extract import extract_citations, extract_references
from refs.model import Citation
from refs.read import read_article

LIST = """

References

Harrist, R. S., Quintana, S. M., Strupp, H. H., & Henry, W. P. (1994). Internalization. Psychotherapy, 31, 49.
Kahneman, D., & Tversky, A. (1979). Prospect theory. Econometrica, 47(2), 263-291.
Neff, K. (2003a). Self-compassion: An alternative. Self and Identity, 2(2), 85-101.
Neff, K. (2003b). The development of a scale. Self and Identity, 2(3), 223-250.
Rogers, C. R. (1957). The necessary and sufficient conditions. J Consulting Psychology, 21(2), 95-103.
van den Akker, M. (1998). Multimorbidity in general practice. J Clin Epidemiol, 51, 367-375.
O'Brien, T. (2007). Is it relevant? Quality and Quantity, 41(5), 673-690.
"""
HARRIST, KAHNEMAN, NEFF_A, NEFF_B, ROGERS, AKKER, OBRIEN = range(7)
PLAIN = LIST.replace("\n\n", "\n").replace("\n", "\n\n")
FOUR = """

References

1. Kahneman D, Tversky A. Prospect theory. Econometrica. 1979;47(2):263-291.
2. Neff K. Self-compassion: An alternative. Self and Identity. 2003;2(2):85-101.
3. Rogers CR. The necessary and sufficient conditions. J Consult Psychol. 1957;21(2):95-103.
4. O'Brien T. Is it relevant? Quality and Quantity. 2007;41(5):673-690.
"""
NUMBERED = "\n\nReferences\n\n" + "".join(
    f"{number}. Author{chr(64 + number)} K. Title {number}. Journal of Titles. 20{number:02}; 2: 85-101.\n"
    for number in range(1, 13)
)


def citations(body: str, references: str = LIST, name: str = "a.txt") -> list[Citation]:
    article = read_article((body + references).encode(), name=name)
    return extract_citations(article, extract_references(article))
