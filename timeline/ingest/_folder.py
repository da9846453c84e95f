"""Files to articles and rejects: each by its format, in an order that no file system decides."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from timeline.errors import ArticleError, RecordError
from timeline.ingest._child import HtmlParser
from timeline.ingest._decode import decode
from timeline.ingest._make import article_from_record, make_from_html, make_id, make_markdown, make_plain
from timeline.lexicon.furniture import FurnitureLexicon
from timeline.model import Article, Reject
from timeline.settings import MAX_ARTICLE_BYTES

_HTML = {".html", ".htm"}
_FORMATS = {".txt", ".md", ".jsonl", *_HTML}
_TOO_LARGE = f"is larger than an article may be ({MAX_ARTICLE_BYTES // 1_000_000} MB)"


def read_folder(
    folder: Path,
    *,
    furniture: FurnitureLexicon,
    on_file: Callable[[str], None] | None = None,
    skip: frozenset[str] = frozenset(),
) -> Iterator[Article | Reject]:
    """Every article of a folder and its subfolders, or why there is none, sorted by name.

    Hidden files are passed over, and so are the folder's own entries named in `skip`. `on_file` is told each file's
    name before it is read. A text that came before under another name is a reject, so that one report is not counted
    twice.

    Raises:
        ArticleError: if the folder cannot be read at all.
    """
    if not folder.is_dir():
        raise ArticleError(folder.name, "is no folder that can be read")
    with ExitStack() as stack:
        parser = stack.enter_context(HtmlParser())
        seen = _Seen()
        for name, path in _files(folder, skip):
            if on_file is not None:
                on_file(name)
            yield from seen.once(_read_file(name, path, folder.resolve(), furniture, parser))


def read_bytes(
    name: str, payload: bytes, *, furniture: FurnitureLexicon, parser: HtmlParser | None = None
) -> tuple[Article | Reject, ...]:
    """The articles of one file's bytes; the name tells the format, and `parser` lets many pages share one child."""
    if Path(name).suffix.lower() == ".jsonl":
        lines = enumerate(payload.split(b"\n"), 1)
        return tuple(_Seen().once(_read_lines(name, lines, furniture)))
    if parser is not None:
        return (_read_one(name, payload, furniture, parser),)
    with HtmlParser() as own:
        return (_read_one(name, payload, furniture, own),)


@dataclass(slots=True)
class _Seen:
    """Texts met so far, by hash."""

    names: dict[str, str] = field(default_factory=dict)

    def once(self, items: Iterable[Article | Reject]) -> Iterator[Article | Reject]:
        for item in items:
            if isinstance(item, Article) and item.sha256 in self.names:
                yield Reject(item.name, f"the same text as {self.names[item.sha256]}", item.source_sha256)
                continue
            if isinstance(item, Article):
                self.names[item.sha256] = item.name
            yield item


def _files(folder: Path, skip: frozenset[str]) -> list[tuple[str, Path]]:
    found = []
    for place, folders, files in os.walk(folder, followlinks=False):
        if Path(place) == folder:
            folders[:], files = [name for name in folders if name not in skip], [n for n in files if n not in skip]
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked = [name for name in folders if Path(place, name).is_symlink()]
        for name in [*files, *linked]:
            if not name.startswith("."):
                path = Path(place, name)
                found.append((_shown(path.relative_to(folder).as_posix()), path))
    return sorted(found, key=lambda pair: (unicodedata.normalize("NFC", pair[0]), os.fsencode(pair[1])))


def _shown(name: str) -> str:
    """A name that can be stored and shown, whatever bytes the file system holds."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _read_file(
    name: str, path: Path, root: Path, furniture: FurnitureLexicon, parser: HtmlParser
) -> Iterator[Article | Reject]:
    try:
        problem = _problem(path, root)
        if problem:
            yield Reject(name, problem)
        elif path.suffix.lower() == ".jsonl":
            with path.open("rb") as file:
                yield from _read_lines(name, _bounded_lines(file.readline), furniture)
        else:
            yield _read_one(name, path.read_bytes(), furniture, parser)
    except OSError as error:
        yield Reject(name, f"cannot be opened ({error.__class__.__name__})")


def _problem(path: Path, root: Path) -> str:
    """Why a file is not even opened, or ""."""
    if path.is_symlink() and not path.resolve().is_relative_to(root):
        return "is a link that leaves the folder"
    if path.is_dir():
        return "is a link to a folder, which is not followed"
    if not path.is_file():
        return "is not a regular file"
    if path.suffix.lower() not in _FORMATS:
        return "not a format we read"
    return _TOO_LARGE if path.suffix.lower() != ".jsonl" and path.stat().st_size > MAX_ARTICLE_BYTES else ""


def _bounded_lines(read_line: Callable[[int], bytes]) -> Iterator[tuple[int, bytes]]:
    """Numbered lines of a file of any size; of a line that is too long only the beginning is kept."""
    number = 0
    while line := read_line(MAX_ARTICLE_BYTES + 2):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = read_line(MAX_ARTICLE_BYTES)
        yield number, line


def _read_lines(
    name: str, lines: Iterable[tuple[int, bytes]], furniture: FurnitureLexicon
) -> Iterator[Article | Reject]:
    some = False
    for number, line in lines:
        if line.strip():
            some = True
            yield _read_line(f"{name}:{number}", line.removeprefix(b"\xef\xbb\xbf").strip(), furniture)
    if not some:
        yield Reject(name, "is empty", sha256(b"").hexdigest())


def _read_line(name: str, line: bytes, furniture: FurnitureLexicon) -> Article | Reject:
    if len(line) > MAX_ARTICLE_BYTES:
        return Reject(name, _TOO_LARGE)
    digest = sha256(line).hexdigest()
    try:
        record = json.loads(line.decode("utf-8"))
        if not isinstance(record, dict):
            return Reject(name, "is not a JSON object", digest)
        article = article_from_record(record, furniture=furniture, subject=name)
    except RecordError as error:
        return Reject(name, error.problem, digest)
    except (ValueError, RecursionError):
        return Reject(name, "is not a line of JSON in UTF-8", digest)
    return replace(article, id=make_id(article.id, article.text), name=name, source_sha256=digest)


def _read_one(name: str, payload: bytes, furniture: FurnitureLexicon, parser: HtmlParser) -> Article | Reject:
    digest = sha256(payload).hexdigest()
    kind = Path(name).suffix.lower()
    try:
        if problem := _unreadable(kind, payload):
            return Reject(name, problem, digest)
        text, encoding = decode(payload, markup=kind in _HTML)
        known = {"name": name, "encoding": encoding, "source_sha256": digest}
        if kind in _HTML:
            return make_from_html(parser.parse(text), furniture, known)
        return make_markdown(text, furniture, known) if kind == ".md" else make_plain(text, furniture, known)
    except ArticleError as error:
        return Reject(name, _reason(error), digest)


def check_bytes(name: str, payload: bytes) -> str:
    """Why a file's bytes cannot become an article, as far as can be told without parsing them; "" if they may."""
    kind = Path(name).suffix.lower()
    try:
        decode(payload, markup=kind in _HTML)
    except ArticleError as error:
        return _unreadable(kind, payload) or error.problem
    return _unreadable(kind, payload)


def _unreadable(kind: str, payload: bytes) -> str:
    if kind not in _FORMATS:
        return "not a format we read"
    if len(payload) > MAX_ARTICLE_BYTES:
        return _TOO_LARGE
    return "" if payload.strip() else "is empty"


def _reason(error: ArticleError) -> str:
    return f"its {error.subject} {error.problem}" if error.subject == "front matter" else error.problem
