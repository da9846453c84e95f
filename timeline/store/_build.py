"""An open build: read-only, immutable, usable from many threads at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType, TracebackType

import duckdb
import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from timeline.errors import BuildError
from timeline.store._publish import build_path, connect, current_build_id
from timeline.store._schema import SCHEMA_VERSION, table


class Build:
    """A published build; `info` holds the facts its maker recorded. Close it, or use it as a context manager."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, info: Mapping[str, str]) -> None:
        self.path = path
        self.info = info
        self.id = info["build_id"]
        self._connection = connection
        self._lock = threading.Lock()
        self._idle: list[Backend] = []
        self._closed = False

    @contextmanager
    def ibis(self) -> Iterator[Backend]:
        """An Ibis backend for the calling thread alone, lent for the length of a `with` block.

        Cursors are pooled, not kept by thread: a web server makes a thread a click.

        Raises:
            BuildError: if the build has been closed.
        """
        with self._lock:
            if self._closed:
                raise BuildError(self.id, "has been closed")
            backend = self._idle.pop() if self._idle else ibis.duckdb.from_connection(self._connection.cursor())
        try:
            yield backend
        finally:
            with self._lock:
                if self._closed:
                    backend.con.close()
                else:
                    self._idle.append(backend)

    def fetch(self, expression: Table) -> pa.Table:
        """The rows of an expression over `timeline.store.table`.

        Raises:
            BuildError: if the build has been closed or its file is damaged.
        """
        with self.ibis() as backend:
            try:
                return backend.to_pyarrow(expression)
            except duckdb.Error as error:
                raise BuildError(self.id, f"cannot be read: {error}") from error

    def close(self) -> None:
        """Close the build, queries under way excepted; a second call does nothing."""
        with self._lock:
            self._closed = True
            while self._idle:
                self._idle.pop().con.close()
            self._connection.close()

    def __enter__(self) -> Build:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_build(case_dir: Path, build_id: str | None = None) -> Build:
    """The build of that id, or the current one; read-only.

    Raises:
        BuildError: if there is none, or it is damaged, or an earlier version of the project made it.
    """
    wanted = build_id or current_build_id(case_dir)
    if wanted is None:
        raise BuildError(case_dir.name, "has no build yet: run `python -m timeline build` on it first")
    path = build_path(case_dir, wanted)
    if not path.is_file():
        raise BuildError(wanted, f"is no build of {case_dir.name}")
    try:
        connection = connect(path)
    except duckdb.Error as error:
        raise BuildError(wanted, f"cannot be opened: {error}") from error
    try:
        info = dict(connection.execute("SELECT key, value FROM build_info").fetchall())
    except duckdb.Error as error:
        connection.close()
        raise BuildError(wanted, f"is not a build: {error}") from error
    if info.get("schema_version") != SCHEMA_VERSION or info.get("build_id") != wanted:
        connection.close()
        raise BuildError(wanted, "was made by another version: build the case again")
    return Build(path, connection, MappingProxyType(info))


def count_articles(case_dir: Path) -> int:
    """How many articles the current build holds; none where there is no build that this version can open."""
    try:
        build = open_build(case_dir)
    except BuildError:
        return 0
    with build:
        return int(build.fetch(table("article").select("article_id")).num_rows)
