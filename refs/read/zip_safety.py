"""Zip archives (DOCX, ODT, EPUB) opened with bounds on members, size and packing."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from refs.errors import DamagedFile, InputError, TooLarge, reason_of

MAX_MEMBERS = 20_000
MAX_MEMBER_BYTES = 100_000_000
MAX_TOTAL_BYTES = 300_000_000
BROKEN: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    RuntimeError,
)
"""What zipfile raises for a damaged, encrypted or oddly packed archive or member."""
with contextlib.suppress(ImportError):  # a Python built without xz refuses such members itself
    from lzma import LZMAError

    BROKEN += (LZMAError,)


@dataclass(slots=True)
class SafeZip:
    """An archive whose members are read up to a limit, whatever its directory claims."""

    archive: zipfile.ZipFile
    name: str
    read_bytes: int = 0

    @classmethod
    def open(cls, data: bytes, name: str) -> SafeZip:
        """Return the archive that bytes hold.

        Raises:
            DamagedFile: not a zip archive, or broken.
            TooLarge: more than ``MAX_MEMBERS`` members.
        """
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            reason = reason_of(error)
            raise DamagedFile(f"{name}: not a whole zip archive ({reason}); save the file again") from error
        if len(archive.infolist()) > MAX_MEMBERS:
            raise TooLarge(f"{name}: an archive of more than {MAX_MEMBERS:,} files; this is no document")
        return cls(archive, name)

    def __contains__(self, member: str) -> bool:
        return member in self.archive.NameToInfo

    def names(self) -> list[str]:
        """Return the names of all members, in the archive's order."""
        return self.archive.namelist()

    def read(self, member: str) -> bytes:
        """Return a member's bytes.

        Raises:
            DamagedFile: there is no such member, or it cannot be unpacked.
            TooLarge: it, or all that was read so far, unpacks to more than the limits.
            InputError: it is encrypted.
        """
        if member not in self:
            lacking = member[:100] or "the name of its main part"
            raise DamagedFile(f"{self.name}: the archive lacks {lacking}; save the file again")
        if self.archive.NameToInfo[member].flag_bits & 1:
            raise InputError(f"{self.name}: the file is encrypted; save a copy without a password")
        room = min(MAX_MEMBER_BYTES, MAX_TOTAL_BYTES - self.read_bytes)
        try:
            with self.archive.open(member) as stream:
                data = stream.read(room + 1)
        except BROKEN as error:
            reason = reason_of(error)
            raise DamagedFile(f"{self.name}: {member} cannot be unpacked ({reason})") from error
        if len(data) > room:
            limit = MAX_MEMBER_BYTES // 1_000_000
            raise TooLarge(f"{self.name}: {member} unpacks to more than {limit} MB; this is no document")
        self.read_bytes += len(data)
        return data
