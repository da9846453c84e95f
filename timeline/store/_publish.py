"""Making a build and publishing it: a new file beside, synced, then one atomic rename of the pointer."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
from filelock import FileLock

from timeline.errors import BuildError
from timeline.store._lines import sync
from timeline.store._rows import BuildContents, as_table, make_tables
from timeline.store._schema import SCHEMA_VERSION

BUILDS = "builds"
POINTER = "current"
SUFFIX = ".duckdb"
# Builds kept: each decision makes one, and the last hour of review can be compared and linked to.
KEPT = 20
_TEMPORARY = ".tmp"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_ID_HEX_DIGITS = 16
# A query reads the build and nothing else: no other file, no network, no extension.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def make_build_id(parts: Iterable[bytes | str]) -> str:
    """A short hash of everything a build depends on; the order of the parts does not matter, their number does."""
    digests = sorted(
        hashlib.sha256(part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part).digest()
        for part in parts
    )
    return hashlib.sha256(b"".join(digests)).hexdigest()[:_ID_HEX_DIGITS]


def check_build_id(build_id: str) -> str:
    """The id itself, if it is safe as a file name.

    Raises:
        BuildError: if it is anything but letters, digits, "-" and "_".
    """
    if not _ID.fullmatch(build_id):
        raise BuildError(repr(build_id[:80]), "is no build id")
    return build_id


def write_build(case_dir: Path, contents: BuildContents, *, build_id: str) -> Path:
    """Write a build of the case and make it the current one; readers see the old build or the new, never a mix.

    A build already published under this id is kept as it is, since a file in use is never replaced: the id must
    stand for the contents (see `make_build_id`).

    Raises:
        BuildError: if the contents contradict themselves, or the disk refuses; the old build is then still served.
    """
    check_build_id(build_id)
    tables = make_tables(contents)
    tables["build_info"] = _info_table(contents.info, build_id)
    folder = case_dir / BUILDS
    path = folder / f"{build_id}{SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock"):
            _remove_leftovers(folder)
            if not _is_build(path, build_id):
                _write_file(path, tables)
            os.utime(path)
            _point_to(folder, build_id)
            _prune(case_dir)
    except (OSError, duckdb.Error) as error:
        raise BuildError(build_id, f"cannot be written: {error}") from error
    return path


def current_build_id(case_dir: Path) -> str | None:
    """The id the pointer names, or None where nothing has been built yet (or the build was deleted).

    Raises:
        BuildError: if the pointer holds anything but a build id.
    """
    pointer = case_dir / BUILDS / POINTER
    try:
        found = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise BuildError(f"{BUILDS}/{POINTER}", f"cannot be read: {error}") from error
    check_build_id(found)
    return found if build_path(case_dir, found).exists() else None


def list_builds(case_dir: Path) -> tuple[str, ...]:
    """Ids of every published build of the case, in alphabetical order."""
    return tuple(sorted(path.stem for path in (case_dir / BUILDS).glob(f"*{SUFFIX}") if _ID.fullmatch(path.stem)))


def recent_builds(case_dir: Path) -> tuple[str, ...]:
    """Ids of the current build and of those published before it, the newest first."""
    current = current_build_id(case_dir)
    aged = [(build_path(case_dir, build_id).stat().st_mtime_ns, build_id) for build_id in list_builds(case_dir)]
    # A build newer than the current one was written by somebody who was killed before publishing it.
    at = next((age for age, build_id in aged if build_id == current), None)
    return tuple(build_id for age, build_id in sorted(aged, reverse=True) if at is not None and age <= at)


def published_at(case_dir: Path, build_id: str) -> datetime:
    """When a build was published, by its file, in UTC."""
    return datetime.fromtimestamp(build_path(case_dir, build_id).stat().st_mtime, UTC)


def build_path(case_dir: Path, build_id: str) -> Path:
    """Where a build of that id lies."""
    return case_dir / BUILDS / f"{check_build_id(build_id)}{SUFFIX}"


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection; one process may hold several on a file only while their settings are the same."""
    return duckdb.connect(str(path), read_only=True, config=_CONFIG)


def _info_table(info: Mapping[str, str], build_id: str) -> pa.Table:
    facts = {**info, "build_id": build_id, "schema_version": SCHEMA_VERSION}
    return as_table("build_info", sorted(facts.items()))


def _remove_leftovers(folder: Path) -> None:
    """Delete what a killed writer left; the lock says that no living one is at work."""
    for path in folder.glob(f"*{_TEMPORARY}*"):
        path.unlink()


def _is_build(path: Path, build_id: str) -> bool:
    if not path.exists():
        return False
    try:
        with connect(path) as connection:
            found = connection.execute("SELECT key, value FROM build_info").fetchall()
    except duckdb.Error:
        return False
    return {("build_id", build_id), ("schema_version", SCHEMA_VERSION)} <= set(found)


def _write_file(path: Path, tables: Mapping[str, pa.Table]) -> None:
    temporary = path.with_name(path.name + _TEMPORARY)
    with duckdb.connect(str(temporary)) as connection:
        for name, rows in tables.items():
            connection.register("incoming", rows)
            # Names come from our own schema; an identifier cannot be a bound parameter.
            connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM incoming')  # noqa: S608
            connection.unregister("incoming")
        connection.execute("CHECKPOINT")
    sync(temporary)
    os.replace(temporary, path)
    sync(path.parent)


def _prune(case_dir: Path) -> None:
    """Delete what is older than the builds kept; who has one open reads on."""
    for build_id in recent_builds(case_dir)[KEPT:]:
        # A system that refuses to delete an open file keeps it until the next build.
        with suppress(OSError):
            build_path(case_dir, build_id).unlink()


def _point_to(folder: Path, build_id: str) -> None:
    temporary = folder / f"{POINTER}{_TEMPORARY}"
    temporary.write_text(build_id + "\n", encoding="utf-8")
    sync(temporary)
    os.replace(temporary, folder / POINTER)
    sync(folder)
