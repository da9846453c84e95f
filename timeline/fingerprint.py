"""What a build is made of: its files, and a line that names the contents of each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from timeline.case import CASE_FILE, NOT_ARTICLES, Case
from timeline.lexicon import lexicon_files
from timeline.settings import LEXICON_DIR, ROOT


def fingerprints(case: Case) -> list[str]:
    """One line for each input, lexicon table, decision log and module of ours, in an order that no folder gives."""
    code = (ROOT / "timeline").rglob("*.py")
    files = [*_case_files(case), *code, *lexicon_files(LEXICON_DIR, case.lexicons)]
    return sorted(_fingerprint(path, case.folder) for path in files)


def _case_files(case: Case) -> Iterator[Path]:
    yield from (path for path in (case.folder / CASE_FILE, case.decisions) if path.is_file())
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
