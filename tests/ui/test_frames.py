"""What a page asks the build for, counted by the database itself."""

from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st

from timeline.settings import ROOT
from timeline.store import current_build_id
from timeline.ui.view import build_of

PAGES = tuple(sorted(path.stem for path in Path(ROOT / "pages").glob("*.py")))


@pytest.fixture
def queries_of(case_folders):
    """A block; what the build of a case was asked in it, in order, as the database wrote it down."""

    @contextmanager
    def listen(case):
        folder = case_folders[case]
        build = build_of(str(folder), current_build_id(folder))
        asked = []
        with build.ibis() as backend:
            backend.con.execute("CALL enable_logging('QueryLog')")
            backend.con.execute("CALL truncate_duckdb_logs()")
        yield asked
        with build.ibis() as backend:
            backend.con.execute("CALL disable_logging()")
            log = backend.con.execute("SELECT message FROM duckdb_logs WHERE type = 'QueryLog'").fetchall()
        asked += [words for (words,) in log if "SELECT" in words and "duckdb_logs" not in words]

    return listen


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_nothing_twice(open_page, queries_of, page):
    """With nothing remembered no question is asked two times; with everything remembered, none."""
    app = open_page("populated", page)
    with queries_of("populated") as asked:
        st.cache_data.clear()
        app.run()
    assert not app.exception
    assert asked
    assert sorted(asked) == sorted(set(asked))
    with queries_of("populated") as asked:
        app.run()
    assert asked == []


@pytest.mark.parametrize("page", ["overview", "timeline", "exchanges", "actors", "map", "accounts", "review"])
def test_a_change_of_filter_asks_nothing_twice(open_page, queries_of, page):
    """What does not depend on the filter is not asked again."""
    app = open_page("populated", page)
    with queries_of("populated") as before:
        st.cache_data.clear()
        app.run()
    with queries_of("populated") as asked:
        app.text_input(key="from").set_value("2024").run()
    assert not app.exception
    assert asked
    assert sorted(asked) == sorted(set(asked))
    assert not set(asked) & set(before)
