"""Results kept while there is room."""

from __future__ import annotations

from refs.parse.keeping import EVERY, kept, make_room


def test_a_result_is_made_once() -> None:
    asked: list[str] = []

    @kept(10)
    def loud(text: str) -> str:
        asked.append(text)
        return text.upper()

    assert [loud("a"), loud("a"), loud("b")] == ["A", "A", "B"]
    assert asked == ["a", "b"]


def test_a_full_dictionary_is_emptied() -> None:
    asked: list[int] = []

    @kept(3)
    def same(number: int) -> int:
        asked.append(number)
        return number

    for number in range(4):
        same(number)
    for _ in range(EVERY):
        make_room()
    assert same(0) == 0
    assert asked == [0, 1, 2, 3, 0]
