"""A ZIP's bytes to its files' bytes, whatever the archive claims; nothing is ever written under a member's name."""

from __future__ import annotations

import io
import lzma
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import PurePosixPath

from timeline.errors import ArticleError
from timeline.model import Reject
from timeline.settings import (
    MAX_ARTICLE_BYTES,
    MAX_ZIP_BYTES,
    MAX_ZIP_MEMBERS,
    MAX_ZIP_RATIO,
    MAX_ZIP_UNPACKED_BYTES,
)

# A local header is at least this long (PKWARE APPNOTE 4.3.7); members closer than that share bytes.
_LOCAL_HEADER = 30
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ARCHIVE = b"PK\x03\x04"
_ENCRYPTED = 0x1 | 0x40
_LONGEST_NAME = 1_000
# A small file may be as repetitive as it likes.
_RATIO_FROM_BYTES = 1_000_000
_LEADS_OUT = re.compile(r"\\|\A/|\A[A-Za-z]:|(?:\A|/)\.\.(?:/|\Z)")
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its name, to be shown and never used as a path, and its bytes."""

    name: str
    payload: bytes


def read_zip(payload: bytes) -> Iterator[Member | Reject]:
    """Each file of the archive, or why it is not taken; folders and hidden files are passed over.

    Raises:
        ArticleError: if the archive as a whole is not to be opened.
    """
    if len(payload) > MAX_ZIP_BYTES:
        raise ArticleError("archive", f"is larger than an archive may be ({MAX_ZIP_BYTES // 1_000_000} MB)")
    # Counted before the directory is read, which takes memory for every entry.
    if payload.count(_DIRECTORY_ENTRY) > MAX_ZIP_MEMBERS:
        raise ArticleError("archive", f"holds more than {MAX_ZIP_MEMBERS:,} files")
    try:
        archive = zipfile.ZipFile(io.BytesIO(payload))
    except _BROKEN as error:
        raise ArticleError("archive", "is no ZIP that can be read") from error
    with archive:
        members = [info for info in archive.infolist() if not info.is_dir()]
        if not members:
            raise ArticleError("archive", "holds no file")
        if _overlap(members):
            raise ArticleError("archive", "has files that share their bytes, as only a trap does")
        yield from _read_members(archive, members)


def _overlap(members: list[zipfile.ZipInfo]) -> bool:
    placed = sorted(members, key=lambda info: info.header_offset)
    return any(
        one.header_offset + _LOCAL_HEADER + one.compress_size > two.header_offset for one, two in pairwise(placed)
    )


def _read_members(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[Member | Reject]:
    left = MAX_ZIP_UNPACKED_BYTES
    seen: set[str] = set()
    for info in members:
        name = info.orig_filename
        if _is_hidden(name):
            continue
        problem = "has the name of a file before it" if name in seen else _problem(info)
        seen.add(name)
        if problem:
            yield Reject(name[:_LONGEST_NAME], problem)
            continue
        try:
            payload = _unpack(archive, info, left)
        except ArticleError as error:
            # Work was done for what was unpacked before it was refused.
            left -= min(left, MAX_ARTICLE_BYTES)
            yield Reject(name, error.problem)
            continue
        left -= len(payload)
        if payload.startswith(_ARCHIVE):
            yield Reject(name, "is an archive inside an archive, which is not opened", sha256(payload).hexdigest())
            continue
        yield Member(name, payload)


def _is_hidden(name: str) -> bool:
    """What an operating system adds beside the files."""
    parts = PurePosixPath(name).parts
    return bool(parts) and (parts[-1].startswith(".") or parts[0] == "__MACOSX") and parts[-1] != ".."


def _problem(info: zipfile.ZipInfo) -> str:
    """Why a member is not even unpacked, or ""."""
    name = info.orig_filename
    if len(name) > _LONGEST_NAME:
        return f"has a name of more than {_LONGEST_NAME:,} characters"
    if any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in name):
        return "has hidden characters in its name"
    if _LEADS_OUT.search(name):
        return "has a name that leads out of the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link, which is not followed"
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if name.lower().endswith(".zip"):
        return "is an archive inside an archive, which is not opened"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is packed in a way we do not open"
    return ""


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    """The member's bytes; what its header says of their number is not believed.

    Raises:
        ArticleError: if they are too many, or broken.
    """
    try:
        with archive.open(info) as file:
            payload = file.read(min(MAX_ARTICLE_BYTES, left) + 1)
    except _BROKEN as error:
        raise ArticleError("file", "is damaged in the archive") from error
    if len(payload) > MAX_ARTICLE_BYTES:
        raise ArticleError("file", f"is larger than an article may be ({MAX_ARTICLE_BYTES // 1_000_000} MB)")
    if len(payload) > left:
        unpacked = MAX_ZIP_UNPACKED_BYTES // 1_000_000
        raise ArticleError("file", f"comes after the {unpacked} MB that an archive may unpack to")
    if len(payload) > _RATIO_FROM_BYTES and len(payload) > MAX_ZIP_RATIO * max(1, info.compress_size):
        raise ArticleError("file", f"unpacks to more than {MAX_ZIP_RATIO} times its size, as no text does")
    return payload
