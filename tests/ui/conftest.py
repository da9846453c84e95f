"""Cases as situations: populated, empty, one event, hostile words; and the app run without a browser."""

import sys

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.cases import hostile, one_event, populated, unpublished, write_case
from timeline.settings import ROOT
from timeline.store import BuildContents


@pytest.fixture(autouse=True)
def _own_main(monkeypatch):
    """Give `__main__` back: Streamlit puts its script there, and a process spawned later would run it."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(scope="session")
def case_folders(tmp_path_factory):
    """One built case of each kind; builds never change, so every test may share them."""
    folder = tmp_path_factory.mktemp("cases")
    kinds = {"populated": populated(), "empty": BuildContents(), "one": one_event(), "hostile": hostile()}
    kinds["unpublished"] = unpublished()
    return {name: write_case(folder / name, contents) for name, contents in kinds.items()}


@pytest.fixture
def open_page(case_folders, monkeypatch):
    """Run one page of the app on one case, named or a folder, with parameters of the address."""

    def run(case, page="overview", **params) -> AppTest:
        monkeypatch.setenv("TIMELINE_CASE", str(case_folders.get(case, case)))
        app = AppTest.from_file(ROOT / "timeline" / "ui" / "shell.py", default_timeout=60)
        app.run()
        app.query_params = params
        app.switch_page(f"../../pages/{page}.py").run()
        return app

    yield run
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def words_of():
    """Everything a page says in text elements, joined."""

    def read(app: AppTest) -> str:
        kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.text, app.info, app.warning)
        return "\n".join(str(element.value) for kind in kinds for element in kind)

    return read
