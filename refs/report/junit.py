"""JUnit XML: a suite for each article, a test case for each reference and one for the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from refs.model import CheckResult, Finding, Severity, Status
from refs.report.rule_info import RuleInfo
from refs.report.summary import findings_about, findings_elsewhere, number_of

# XML 1.0, production 2: what may not stand in a document at all
_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(results: Sequence[CheckResult], rules: Sequence[RuleInfo]) -> str:
    """Return the document: warnings and errors are failures, unchecked references are skipped."""
    root = ElementTree.Element("testsuites", name="refs")
    for result in results:
        _add_suite(root, result)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _add_suite(root: ElementTree.Element, result: CheckResult) -> None:
    suite = ElementTree.SubElement(
        root, "testsuite", name=_clean(result.checked.article.name or "references")
    )
    for index, status in enumerate(result.statuses):
        if status is None:
            continue
        reference = result.checked.references[index]
        title = f"{number_of(reference, index)} {' '.join(reference.raw.split())[:100]}"
        _add_case(suite, title, status, findings_about(result, index))
    _add_case(suite, "text and list", None, findings_elsewhere(result))
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))


def _add_case(
    suite: ElementTree.Element, title: str, status: Status | None, findings: Sequence[Finding]
) -> None:
    case = ElementTree.SubElement(suite, "testcase", classname=suite.get("name") or "", name=_clean(title))
    grave = [f for f in findings if f.severity is not Severity.INFO]
    if grave:
        failure = ElementTree.SubElement(
            case, "failure", type=grave[0].code, message=_clean(grave[0].message)
        )
        failure.text = _clean("\n".join(f"{f.code} {f.message}" for f in grave))
    elif status is Status.UNCHECKED:
        ElementTree.SubElement(case, "skipped", message="a source did not answer; run again")
    remarks = [f"{f.code} {f.message}" for f in findings if f.severity is Severity.INFO]
    if remarks:
        ElementTree.SubElement(case, "system-out").text = _clean("\n".join(remarks))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
