"""Reference strings that the tests of extraction set in many layouts."""

from __future__ import annotations

APA = (
    "Harrist, R. S., Quintana, S. M., Strupp, H. H., & Henry, W. P. (1994). Internalization of "
    "interpersonal process in time-limited dynamic psychotherapy. Psychotherapy, 31(1), 49-57.",
    "Kahneman, D., & Tversky, A. (1979). Prospect theory: An analysis of decision under risk. Econometrica, "
    "47(2), 263-291.",
    "McAdams, D. P., Reynolds, J., Lewis, M., Patten, A. H., & Bowman, P. J. (2001). When bad things turn "
    "good and good things turn bad. Personality and Social Psychology Bulletin, 27(4), 474-485.",
    "Neff, K. (2003). Self-compassion: An alternative conceptualization of a healthy attitude toward "
    "oneself. Self and Identity, 2(2), 85-101.",
    "Rogers, C. R. (1957). The necessary and sufficient conditions of therapeutic personality change. "
    "Journal of Consulting Psychology, 21(2), 95-103.",
    "Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal, 27(3), "
    "379-423.",
)
VANCOUVER = (
    "Watson JD, Crick FHC. Molecular structure of nucleic acids. Nature. 1953;171(4356):737-738.",
    "Hanahan D, Weinberg RA. The hallmarks of cancer. Cell. 2000;100(1):57-70.",
    "Sanger F, Nicklen S, Coulson AR. DNA sequencing with chain-terminating inhibitors. Proc Natl Acad Sci "
    "U S A. 1977;74(12):5463-5467.",
    "Altschul SF, Gish W, Miller W, Myers EW, Lipman DJ. Basic local alignment search tool. J Mol Biol. "
    "1990;215(3):403-410.",
    "Turing AM. Computing machinery and intelligence. Mind. 1950;59(236):433-460.",
)
BODY = (
    "Whether therapy heals by what is said or by who says it is an old question. We take it up again, and "
    "we ask what the people who come to therapy say about it.\n\n"
    "It is the relationship that they remember. This is true in the long run as well as in the short run, "
    "and it is what they would not have expected when they began.\n"
)
