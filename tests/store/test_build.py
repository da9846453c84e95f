"""An open build: read-only, shared by threads, closed once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from tests.builders import make_article, make_event
from timeline.errors import BuildError
from timeline.store import BuildContents, open_build, table, write_build


@pytest.fixture
def build(tmp_path):
    events = tuple(make_event(f"e{number}") for number in range(5))
    write_build(tmp_path, BuildContents(events=events, articles=(make_article(),)), build_id="b1")
    with open_build(tmp_path) as opened:
        yield opened


def test_many_threads_read_the_same_rows(build):
    """Queries of several sessions do not get in each other's way."""
    events = table("events").order_by("event_id").select("event_id")
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: build.fetch(events).to_pylist(), range(40)))
    assert all(rows == found[0] for rows in found)
    assert len(found[0]) == 5


def test_a_build_cannot_be_written(build):
    """Nothing that is asked of an open build changes it."""
    with build.ibis() as backend, pytest.raises(duckdb.Error, match="read-only"):
        backend.con.execute("DELETE FROM events")


def test_a_build_reads_no_other_file(build, tmp_path):
    """A query that names a file of the machine gets an error, not the file."""
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with build.ibis() as backend, pytest.raises(duckdb.Error, match="disabled"):
        backend.con.execute(f"SELECT * FROM read_csv('{secret}')")  # noqa: S608


def test_a_closed_build_says_so(build):
    """After closing, a query names the build instead of crashing; closing twice is harmless."""
    build.close()
    build.close()
    with pytest.raises(BuildError, match="b1: has been closed"):
        build.fetch(table("events"))


def test_a_build_closed_under_a_query_frees_it_later(build):
    """A query under way when the build closes ends in order."""
    with build.ibis() as backend:
        build.close()
    with pytest.raises(duckdb.Error):
        backend.con.execute("SELECT 1")


def test_a_missing_table_is_a_build_error(tmp_path):
    """A file that lost a table is named as unreadable."""
    path = write_build(tmp_path, BuildContents(), build_id="b1")
    with duckdb.connect(str(path)) as connection:
        connection.execute("DROP TABLE reject")
    with open_build(tmp_path) as build, pytest.raises(BuildError, match="cannot be read"):
        build.fetch(table("reject"))


def test_a_database_that_is_no_build_is_refused(tmp_path):
    """Any other DuckDB file is told apart from a build."""
    (tmp_path / "builds").mkdir()
    duckdb.connect(str(tmp_path / "builds" / "b1.duckdb")).close()
    with pytest.raises(BuildError, match="is not a build"):
        open_build(tmp_path, "b1")
