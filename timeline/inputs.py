"""What a case is made of: its files, and the ids that name them with the lexicon, the decisions and our code."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from timeline.case import CASE_FILE, NOT_ARTICLES, Case
from timeline.ingest import read_folder, store_original
from timeline.lexicon import lexicon_files
from timeline.lexicon.furniture import FurnitureLexicon
from timeline.model import Article, Reject
from timeline.reading import parser_in_use
from timeline.settings import LEXICON_DIR, MAX_ARTICLE_BYTES, ROOT
from timeline.store import Log, make_build_id


def collect_articles(
    case: Case, furniture: FurnitureLexicon, progress: Callable[[str, int, int], None]
) -> tuple[list[Article], list[Reject]]:
    """Every file of the case as an article or a reject; original bytes are kept under their SHA-256."""
    paths = list(article_files(case))
    for number, path in enumerate(paths, 1):
        if path.stat().st_size <= MAX_ARTICLE_BYTES:
            store_original(path.read_bytes(), case.originals)
        progress("keeping originals", number, len(paths))
    articles: list[Article] = []
    rejects: list[Reject] = []
    numbers = count(1)
    for item in read_folder(
        case.articles,
        furniture=furniture,
        on_file=lambda _name: progress("reading files", next(numbers), len(paths)),
        skip=NOT_ARTICLES,
    ):
        if isinstance(item, Article):
            articles.append(item)
        else:
            rejects.append(item)
    return articles, rejects


def reading_id(case: Case) -> str:
    """Names the lexicon, the parser that has a say and our own code: what readings depend on beside their articles."""
    files = (*(ROOT / "timeline").rglob("*.py"), *lexicon_files(LEXICON_DIR, case.lexicons))
    parser = f"parser {parser_in_use(parse=case.parse)}"
    return make_build_id([parser, *(_fingerprint(path, case.folder) for path in files)])


def build_id(case: Case, log: Log, retired: Mapping[str, Sequence[str]]) -> str:
    """Names the inputs, the lexicon, the decisions, the retired ids and our own code, in any order of files."""
    known = json.dumps(retired, sort_keys=True)
    files = (_fingerprint(path, case.folder) for path in _case_files(case))
    return make_build_id([reading_id(case), f"decisions {log.head}", f"retired {known}", *files])


def _case_files(case: Case) -> Iterator[Path]:
    if (case.folder / CASE_FILE).is_file():
        yield case.folder / CASE_FILE
    yield from article_files(case)


def article_files(case: Case) -> Iterator[Path]:
    """Files that the folder itself holds; a link that leaves it is named as a reject and never opened."""
    for path in sorted(case.articles.rglob("*")):
        inner = path.relative_to(case.articles).parts
        hidden = any(part.startswith(".") for part in inner)
        if (
            not hidden
            and inner[0] not in NOT_ARTICLES
            and path.is_file()
            and path.resolve().is_relative_to(case.folder)
        ):
            yield path


def _fingerprint(path: Path, folder: Path) -> str:
    base = next((base for base in (folder, ROOT) if path.is_relative_to(base)), path.parent)
    with path.open("rb") as payload:
        digest = hashlib.file_digest(payload, "sha256").hexdigest()
    return f"{path.relative_to(base).as_posix()} {digest}"
