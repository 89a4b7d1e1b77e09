"""Is the DOI that is printed the work's own?"""

from __future__ import annotations

import html
import re
import unicodedata

from refs.model import Doi, FieldEvidence

# "10.1001/2013.jamaps- ychiatry.86": broken at a line's end with a hyphen
_BROKEN = re.compile(r"-\s+")
_BEGUN = re.compile(r"10\.(?<![\d.-]10\.)\s{0,2}\d{4}")  # not the pages "505-510. 2003"
_DASH = re.compile("[\u2010\u2011\u2012\u2013\u2014\u2212]")
_BLANKS = re.compile(r"\s+")
# "10.1002/14651858.cd000146.pub3", "10.21203/rs.3.rs-12345/v1", "10.12688/f1000research.7563.1"
_VERSION = re.compile(r"(?:(?<=\.cd\d{6})\.pub\d{1,2}|[./_]v\d{1,2}|(?<=research\.\d{4})\d?\.\d{1,2})$")
# arXiv, bioRxiv and medRxiv, Research Square, SSRN, OSF, ChemRxiv, Preprints.org, ESSOAr, TechRxiv
_OF_PREPRINTS = re.compile(
    r"10\.(?:48550/arxiv|1101/(?:20\d\d\.|\d{6}$)|64898/|21203/rs|2139/ssrn|31234/osf|31219/osf|31235/osf|26434/chemrxiv"
    r"|20944/preprints|1002/essoar|36227/techrxiv|22541/au|1590/scielopreprints|7287/peerj\.preprints|5194/[a-z]{2,8}-20\d\d-\d+$|5194/[a-z]{2,8}d-)"
)


def compare_doi(raw: str, doi: Doi) -> FieldEvidence:
    """Return the evidence on the DOI: the record's is looked for in the string, broken or not.

    >>> compare_doi("doi:10.1109/ iccv.2017.399.", Doi("10.1109/iccv.2017.399")).agrees
    True
    >>> compare_doi("doi:10.1002/(sici)1099‐1255", Doi("10.1002/(sici)1099-1255")).agrees
    True
    """
    record = doi.value.replace("\\_", "_")
    if "10." not in raw:
        return FieldEvidence("DOI", "", record, None)
    raw = raw if raw.isascii() else _DASH.sub("-", raw)
    if "\\_" in raw:
        raw = raw.replace("\\_", "_")
    if "&" in raw:
        raw = html.unescape(raw)
    if not _BEGUN.search(raw):
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
    if _without_version(cited.value) == _without_version(record):
        return FieldEvidence("DOI", cited.value, record, None, "the DOI of another version", "version")
    if _OF_PREPRINTS.match(cited.value) and not _OF_PREPRINTS.match(record):
        return FieldEvidence("DOI", cited.value, record, None, "the DOI of a preprint", "preprint")
    return FieldEvidence("DOI", cited.value, record, False, "", "replaced")


def _without_version(doi: str) -> str:
    """Return a DOI without the number of a version.

    >>> _without_version("10.1002/14651858.cd000146.pub4"), _without_version("10.12688/f1000research.7563.2")
    ('10.1002/14651858.cd000146', '10.12688/f1000research.7563')
    """
    return _VERSION.sub("", doi)


def _plain(doi: str) -> str:
    """Return a DOI without what line ends and typesetting change: hyphens, underscores, points, l/1, O/0."""
    doi = unicodedata.normalize("NFKC", doi)
    return re.sub(r"[^a-z0-9/]", "", doi.lower().replace("&lt;", "<").replace("%3c", "<"))
