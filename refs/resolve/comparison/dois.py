"""Is the DOI that is printed the work's own?"""

from __future__ import annotations

import re
import unicodedata

from refs.model import Doi, FieldEvidence

# "10.1001/2013.jamaps- ychiatry.86": broken at a line's end with a hyphen
_BROKEN = re.compile(r"-\s+")
_BEGUN = re.compile(r"10\.(?<![\d.-]10\.)\s{0,2}\d{4}")  # not the pages "505-510. 2003"
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_BLANKS = re.compile(r"\s+")


def compare_doi(raw: str, doi: Doi) -> FieldEvidence:
    """Return the evidence on the DOI: the record's is looked for in the string, broken or not.

    >>> compare_doi("doi:10.1109/ iccv.2017.399.", Doi("10.1109/iccv.2017.399")).agrees
    True
    >>> compare_doi("doi:10.1002/(sici)1099‐1255", Doi("10.1002/(sici)1099-1255")).agrees
    True
    """
    record = doi.value
    raw = raw if raw.isascii() else raw.translate(_DASHES)
    if "10." not in raw or not _BEGUN.search(raw):
        return FieldEvidence("DOI", "", record, None)
    if record in raw.lower():
        return FieldEvidence("DOI", record, record, True)
    joined = _BLANKS.sub("", raw).lower()
    if record in joined or record in _BLANKS.sub("", _BROKEN.sub("", raw)).lower():
        return FieldEvidence("DOI", record, record, True)
    cited = Doi.find(re.sub(r"(10\.\d{4,9}/)\s", r"\1", raw))
    if cited is None:
        return FieldEvidence("DOI", "", record, None, "no whole DOI is printed", "cut")
    if _plain(record).startswith(_plain(cited.value)):
        return FieldEvidence("DOI", cited.value, record, None, "the DOI is cut or broken", "cut")
    return FieldEvidence("DOI", cited.value, record, False, "", "replaced")


def _plain(doi: str) -> str:
    """Return a DOI without what line ends and typesetting change: hyphens, underscores, points, l/1, O/0."""
    doi = unicodedata.normalize("NFKC", doi)
    return re.sub(r"[^a-z0-9/]", "", doi.lower().replace("&lt;", "<").replace("%3c", "<"))
