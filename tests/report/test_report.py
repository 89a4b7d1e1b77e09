"""Each report says the same things in its own form, and nothing in the input can break the form."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from refs.check import all_rules
from refs.errors import InputError
from refs.model import CheckResult, Finding, Severity
from refs.report import FORMATS, render_report
from refs.report.summary import findings_about


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_says_what_differs(result: CheckResult, format_: str) -> None:
    text = render_report([result], format_, rules=all_rules())
    assert "volume cited 512, on record 521" in text.replace("Volume", "volume")
    assert "M241" in text


@pytest.mark.parametrize("evidence", [{}, {"sentence": "Nets learn (Ng, 2011)."}], ids=["alone", "sentence"])
@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_says_what_is_of_no_reference(
    result: CheckResult, format_: str, evidence: dict[str, str]
) -> None:
    found = Finding("T409", "The text cites none of them", Severity.WARNING, evidence=evidence)
    text = render_report([replace(result, findings=(found,))], format_, rules=all_rules())
    assert "text cites none of them" in text
    if format_ in ("table", "json", "html"):
        assert ("Nets learn (Ng, 2011)." in text) is bool(evidence)


@pytest.mark.parametrize("format_", FORMATS)
def test_no_results_are_a_report_too(format_: str) -> None:
    assert render_report([], format_, rules=all_rules())


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(InputError, match="pdf: no such report format"):
        render_report([], "pdf")


def test_table_shows_both_sides_link_and_summary(result: CheckResult) -> None:
    lines = [line.strip() for line in render_report([result]).splitlines()]
    assert "volume       cited      512" in lines
    assert "on record  521" in lines
    assert "https://doi.org/10.1038/nature14539" in lines
    assert "Note: crossref did not answer once" in lines
    assert lines[-2].startswith("3 references: 1 differs, 1 could not be verified, 1 not checked.")


def test_table_has_no_colours_off_a_terminal(result: CheckResult) -> None:
    assert "\x1b" not in render_report([result])
    assert "\x1b" in render_report([result], terminal=True)


@pytest.mark.parametrize("terminal", [False, True])
def test_table_lets_no_text_steer_the_terminal(result: CheckResult, terminal: bool) -> None:
    hostile = "\x1b]0;owned\x07 \x9b2J"
    references = tuple(replace(r, raw=f"{r.raw} {hostile}") for r in result.checked.references)
    article = replace(result.checked.article, name=f"paper{hostile}")
    told = Finding("T401", f"not listed: {hostile}", evidence={"sentence": hostile})
    text = render_report(
        [
            replace(
                result,
                checked=replace(result.checked, article=article, references=references),
                findings=(told,),
            )
        ],
        terminal=terminal,
    )
    assert text.count("�]0;owned� �2J") >= 5
    assert not {"\x07", "\x9b"} & set(text)
    assert "\x1b]" not in text


def test_table_never_says_fake(result: CheckResult) -> None:
    text = render_report([result], rules=all_rules()).lower()
    assert not any(word in text for word in ("fake", "fabricat", "hallucinat", "fraud"))


def test_json_keeps_the_contract(result: CheckResult) -> None:
    data = json.loads(render_report([result], "json"))
    first, book, unchecked = data["references"]
    assert first["status"] == "mismatch"
    assert first["doi"] == "10.1038/nature14539"
    assert first["evidence"]["volume"] == {"cited": "512", "record": "521", "agrees": False}
    assert first["evidence"]["page"]["agrees"] is True
    assert [f["code"] for f in first["findings"]] == ["M241", "T403"]
    assert (book["status"], book["doi"], book["evidence"]) == ("unverifiable", None, {})
    assert unchecked["status"] == "unchecked"
    assert data["summary"]["statuses"]["mismatch"] == 1
    assert {"code", "severity", "message", "span"} <= data["findings"][0].keys()


def test_json_of_several_articles_has_a_summary_over_all(result: CheckResult) -> None:
    data = json.loads(render_report([result, result], "json"))
    assert len(data["articles"]) == 2
    assert data["summary"]["references"] == 6


def test_sarif_points_into_the_text(result: CheckResult) -> None:
    run = json.loads(render_report([result], "sarif", rules=all_rules()))["runs"][0]
    found = next(r for r in run["results"] if r["ruleId"] == "M241")
    assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == "M241"
    location = found["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "paper%2C%20one.md"
    region = location["region"]
    text = result.checked.article.text
    assert text[region["charOffset"] :][: region["charLength"]] == result.checked.references[0].raw
    assert (region["startLine"], region["startColumn"]) == (5, 1)


def test_junit_fails_what_differs_and_skips_what_is_unchecked(result: CheckResult) -> None:
    suite = ElementTree.fromstring(render_report([result], "junit"))[0]
    assert suite.get("name") == "paper, one.md"
    assert (suite.get("tests"), suite.get("skipped")) == ("4", "1")
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert failure.get("type") == "M241"


def test_github_escapes_what_its_runner_reads(result: CheckResult) -> None:
    lines = render_report([result], "github", rules=all_rules()).splitlines()
    assert (
        "::warning file=paper%2C one.md,line=5,title=M241 volume-differs::volume cited 512, on record 521"
        in lines
    )


def test_html_is_whole_and_escaped(result: CheckResult) -> None:
    text = render_report([result], "html", rules=all_rules())
    open_tags: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in ("meta", "br"):
                open_tags.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Reader().feed(text)
    assert open_tags == []
    assert "&lt;Scientific&gt; Revolutions &amp; more" in text
    assert "<script" not in text


def test_html_tells_findings_in_sentences(result: CheckResult) -> None:
    text = render_report([result], "html", rules=all_rules())
    told = re.findall(r"</code> (?:line \d+: )?([^<]+?)\s*<", text)
    assert len(told) >= len(result.findings)
    assert all(message.endswith(".") and not message[0].islower() for message in told)


def test_of_findings_as_grave_the_surest_come_first(result: CheckResult) -> None:
    warning, error = Severity.WARNING, Severity.ERROR
    found = (
        Finding("M202", "often right", warning, reference=0, reliability=0.93),
        Finding("M999", "never measured", warning, reference=0),
        Finding("M212", "always right", warning, reference=0, reliability=1.0),
        Finding("X103", "grave", error, reference=0, reliability=0.5),
    )
    told = findings_about(replace(result, findings=found), 0)
    assert [f.code for f in told] == ["X103", "M212", "M202", "M999"]


def test_html_says_first_what_to_look_at(result: CheckResult) -> None:
    many = replace(
        result,
        checked=replace(
            result.checked, references=result.checked.references * 3, matches=result.checked.matches * 3
        ),
        statuses=result.statuses * 3,
    )
    text = render_report([many], "html", rules=all_rules())
    first = text.partition('<nav class="first">')[2].partition("</nav>")[0]
    levels = re.findall(r'<li class="(\w+)">', first)
    grave = [f.severity.value for f in result.findings if f.severity is not Severity.INFO]
    assert levels == sorted(grave)
    assert all(f'id="{link}"' in text for link in re.findall(r'href="#([^"]+)"', first))
