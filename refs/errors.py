"""Every error that refs raises on purpose.

::

    RefsError                     one sentence: what, where, what to do next
    ├── InputError                what was handed in cannot be used            exit status 2
    │   ├── UnknownFormat         no reader for this kind of file
    │   ├── DamagedFile           the file is not what it claims to be
    │   ├── TooLarge              over a stated limit of size, time or depth
    │   ├── MissingExtra          an optional library is not installed
    │   ├── StyleError            a style or template that cannot be used
    │   └── LibraryError          the user's .bib cannot be read or written
    └── SourceError               a source of works did not answer             exit status 3
        ├── SourceUnavailable     unreachable, timed out, overloaded
        ├── SourceRefused         answered, but refused (blocked, not allowed)
        └── SourceMalformed       answered something that is not its protocol

Only ``refs.cli`` turns these into exit statuses.
"""

from __future__ import annotations

_REASON = 200
"""Letters of another library's message that are shown: some quote whole files."""


class RefsError(Exception):
    """Base of all errors raised on purpose; ``str(error)`` is a sentence for a person, on one line.

    >>> str(RefsError("a.xml: bad value\\n here"))
    'a.xml: bad value here'
    """

    exit_status = 2

    def __init__(self, message: str = "") -> None:
        super().__init__(" ".join(part.strip() for part in message.splitlines()))


class InputError(RefsError):
    """What was handed in cannot be used."""


class UnknownFormat(InputError):
    """No reader knows this kind of file."""


class DamagedFile(InputError):
    """The file is broken, or is not what it claims to be."""


class TooLarge(InputError):
    """The input passes a stated limit of size, time or depth."""


class MissingExtra(InputError):
    """An optional library is needed and not installed.

    >>> str(MissingExtra("Reading PDF", "pdf"))
    "Reading PDF needs an optional library: install it with  pip install 'refs[pdf]'"
    """

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an optional library: install it with  pip install 'refs[{extra}]'")
        self.extra = extra


class StyleError(InputError):
    """A style or one of its templates cannot be used; the message names file and line."""


class LibraryError(InputError):
    """The user's library cannot be read or written."""


class SourceError(RefsError):
    """A source of works did not give a usable answer; never to be read as "not found"."""

    exit_status = 3


class SourceUnavailable(SourceError):
    """The source could not be reached, timed out, or is overloaded."""


class SourceRefused(SourceError):
    """The source answered and refused (blocked, not allowed)."""


class SourceMalformed(SourceError):
    """The source answered something that is not its protocol."""


def reason_of(error: Exception) -> str:
    """Return why something failed in the words of the library that raised, no longer than a sentence.

    >>> reason_of(ValueError("bad name " + "x" * 500))[-3:], reason_of(EOFError())
    ('xx…', 'EOFError')
    """
    words = " ".join(str(error).split()) or type(error).__name__
    return words if len(words) <= _REASON else f"{words[:_REASON]}…"
