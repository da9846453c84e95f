"""New articles into a case: whole, under names of our own, each with who added it; or refused with one plain reason."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal

import yaml
from filelock import FileLock

from timeline.case import Case, read_case
from timeline.errors import AccessError, ArticleError
from timeline.ingest import Member, check_bytes, read_bytes, read_zip, write_whole
from timeline.inputs import article_files
from timeline.lexicon.furniture import FurnitureLexicon, load_furniture
from timeline.model import Access, Article, Reject
from timeline.settings import LEXICON_DIR

_ARCHIVE = ".zip"
_PAGES = frozenset({".html", ".htm"})
_LOCK = ".added.lock"
_SLUG_CHARS, _HASH_CHARS = 60, 16
_LONGEST_FIELD = 500
_NOT_WRITTEN = "cannot be written: {problem}"


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one file: `name` is as it came, `file` as it stands in the case, `reason` why it does not.

    known: the same bytes are in the case already, as `file`.
    """

    name: str
    outcome: Literal["added", "known", "refused"]
    reason: str = ""
    file: str = ""


def add_articles(
    folder: Path, access: Access, items: Iterable[tuple[str, bytes]], *, now: datetime
) -> Iterator[Received]:
    """Write each file, or each file of a ZIP, into the case, and say what became of it before the next is taken.

    Raises:
        AccessError: at once, if `access` does not allow it.
        CaseError: at once, if the case cannot be used.
    """
    _authorise(access)
    case = read_case(folder)
    return _add_all(_Intake(case, access, now), items)


def pasted_article(
    text: str, *, title: str = "", publisher: str = "", url: str = "", published: date | None = None
) -> tuple[str, bytes]:
    """A name and the bytes of a Markdown article with what is known of it in its head."""
    given = {
        "title": title,
        "publisher": publisher,
        "url": url,
        "published": published.isoformat() if published else "",
    }
    head = {name: " ".join(value.split())[:_LONGEST_FIELD] for name, value in given.items() if value.strip()}
    # YAML quotes what it must: a value never ends the head or becomes anything but a text.
    top = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10 * _LONGEST_FIELD) if head else ""
    body = text.strip()
    return f"{head.get('title', 'pasted text')}.md", f"---\n{top}---\n\n{body}\n".encode(
        "utf-8", "replace"
    ) if body else b""


def _authorise(access: Access) -> None:
    if not access.may_edit:
        raise AccessError(access.name or "a reader", f"may not add articles ({access.ground})")


@dataclass(slots=True)
class _Intake:
    """One batch: the case, who adds, and the files of the case by the hash of their bytes."""

    case: Case
    access: Access
    now: datetime
    furniture: FurnitureLexicon = field(init=False)
    known: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.furniture = load_furniture(LEXICON_DIR / "furniture.csv")
        self.known = {sha256(path.read_bytes()).hexdigest(): path.name for path in article_files(self.case)}


def _add_all(intake: _Intake, items: Iterable[tuple[str, bytes]]) -> Iterator[Received]:
    for name, payload in items:
        for one in _files_of(name, payload):
            if isinstance(one, Reject):
                yield Received(one.name, "refused", one.reason)
            else:
                yield _add(intake, one.name, one.payload)


def _files_of(name: str, payload: bytes) -> Iterator[Member | Reject]:
    """The file itself, or what is in an archive; its files are named behind its own name."""
    if Path(name).suffix.lower() != _ARCHIVE:
        yield Member(name, payload)
        return
    try:
        for one in read_zip(payload):
            inner = f"{name}: {one.name}"
            yield Reject(inner, one.reason) if isinstance(one, Reject) else Member(inner, one.payload)
    except ArticleError as error:
        yield Reject(name, error.problem)


def _add(intake: _Intake, name: str, payload: bytes) -> Received:
    digest = sha256(payload).hexdigest()
    if digest in intake.known:
        return Received(name, "known", file=intake.known[digest])
    title, problem = _look(name, payload, intake.furniture)
    if problem:
        return Received(name, "refused", problem)
    file = _file_name(title or Path(name).stem, digest, Path(name).suffix)
    try:
        _write(intake, name, file, payload, digest)
    except OSError as error:
        return Received(name, "refused", _NOT_WRITTEN.format(problem=error.strerror or error.__class__.__name__))
    intake.known[digest] = file
    return Received(name, "added", file=file)


def _look(name: str, payload: bytes, furniture: FurnitureLexicon) -> tuple[str, str]:
    """The title and "", or why the file holds no article.

    A web page is parsed by the build only: its parser needs a process of its own, and a server starts none.
    """
    if Path(name).suffix.lower() in _PAGES:
        return "", check_bytes(name, payload)
    read = read_bytes(name, payload, furniture=furniture)
    article = next((one for one in read if isinstance(one, Article)), None)
    if article is not None:
        return article.title, ""
    return "", next((one.reason for one in read if isinstance(one, Reject)), "is empty")


def _file_name(title: str, digest: str, suffix: str) -> str:
    """Letters, digits and hyphens of the title, then the hash; the suffix is one that was read."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only)[:_SLUG_CHARS].strip("-") or "article"
    return f"{slug}-{digest[:_HASH_CHARS]}{suffix.lower()}"


def _write(intake: _Intake, name: str, file: str, payload: bytes, digest: str) -> None:
    """The article first: a line without its file would be worse than a file without its line."""
    _authorise(intake.access)
    record = {
        "file": file,
        "name": name,
        "sha256": digest,
        "who": intake.access.name,
        "when": intake.now.isoformat(timespec="seconds"),
    }
    with FileLock(intake.case.folder / _LOCK):
        write_whole(intake.case.articles / file, payload)
        _append(intake.case.added, json.dumps(record).encode("ascii"))


def _append(path: Path, line: bytes) -> None:
    """Add a line, synced; one that a crash left unfinished is closed first."""
    with path.open("ab+") as file:
        end = file.seek(0, os.SEEK_END)
        file.seek(max(0, end - 1))
        torn = end > 0 and file.read(1) != b"\n"
        file.write((b"\n" if torn else b"") + line + b"\n")
        file.flush()
        os.fsync(file.fileno())
