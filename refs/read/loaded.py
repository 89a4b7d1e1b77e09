"""An article's bytes, and what to call them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from refs.errors import TooLarge


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bytes of an article, what to call it in messages, and the file it came from (None: not a file)."""

    data: bytes
    name: str
    path: Path | None = None
    media_type: str = ""

    def refuse_above(self, max_bytes: int, what: str) -> None:
        """Raise TooLarge if there are more bytes than a reader takes."""
        if len(self.data) > max_bytes:
            raise TooLarge(too_large(self.name, max_bytes, f" of {what}"))


def too_large(name: str, max_bytes: int, what: str = "") -> str:
    """Return what a person is told of a file that is larger than a reader takes."""
    return f"{name}: larger than the {max_bytes // 1_000_000} MB that refs reads{what}; give it a part"
