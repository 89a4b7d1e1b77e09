"""Books and theses of China, Japan and Korea, as a whole."""

from __future__ import annotations

import pytest

from refs.parse import parse_reference

CASES = {
    "a korean book": (
        "정약용, 1998, 조선의 수리 시설, 한빛문화사, 서울.",
        {"title": "조선의 수리 시설", "publisher": "한빛문화사", "publisher-place": "서울"},
    ),
    "a publisher told by the town": (
        "정약용, 1998, 수질공학개론, 한빛기술, 부산, 210 p.",
        {"title": "수질공학개론", "publisher": "한빛기술", "publisher-place": "부산"},
    ),
    "a korean thesis": (
        "정약용, 1998, 소유역의 유출 특성 연구, 석사학위논문, 부산대학교, 부산.",
        {"title": "소유역의 유출 특성 연구", "publisher": "부산대학교", "publisher-place": "부산"},
    ),
    "a japanese book": (
        "高橋 武, 1977, 水害の研究, 青空書院, 東京.",
        {"title": "水害の研究", "publisher": "青空書院"},
    ),
    "a book in its own quotes": (
        "高橋花子（2005）『文法の研究』あおぞら出版.",
        {"title": "文法の研究", "publisher": "あおぞら出版"},
    ),
    "a korean article": (
        "정약용, 2005, 대기오염의 특성, 한국대기환경학회지, 21(3), 245-256.",
        {"title": "대기오염의 특성", "container-title": "한국대기환경학회지", "volume": "21"},
    ),
}


@pytest.mark.parametrize(("raw", "expected"), CASES.values(), ids=CASES)
def test_reference(raw: str, expected: dict[str, str]) -> None:
    item = parse_reference(raw).to_csl()
    assert {key: item.get(key) for key in expected} == expected
    assert expected.keys() >= {"title", "publisher", "container-title"} & item.keys()
