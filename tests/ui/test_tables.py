"""Columns of tables: as wide together in every language, numbers under numbers."""

import pandas as pd
import pytest

from timeline.ui import tables
from timeline.words import languages, say

COLUMNS = ("when", "label", "killed", "n_reports")


@pytest.fixture
def widths(monkeypatch):
    """Pixels of each column of a table of events, in a language and on a kind of screen."""

    def measure(language, band="wide", days="1 Apr 2034"):
        monkeypatch.setattr(tables.text, "language", lambda: language)
        monkeypatch.setattr(tables, "band", lambda: band)
        frame = pd.DataFrame({name: [days if name == "when" else ""] for name in COLUMNS})
        found = tables.columns(frame, label_px=310)
        return {name: column["width"] for name, column in found.items()}

    return measure


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_table_is_as_wide_in_every_language(widths, language):
    """A long heading takes its room from the label: the last column is never pushed off the table."""
    found = widths(language)
    assert sum(found.values()) == 158 + 310 + 62 + 70
    assert found["n_reports"] >= len(say("COLUMNS", language)["n_reports"]) * 7


def test_a_telephone_leaves_room_for_what_happened(widths):
    """Short days take less there, long ones what they always had, and the label what it had."""
    narrow, wide = widths("en", "narrow"), widths("en")
    assert narrow["when"] < wide["when"]
    assert narrow["label"] >= wide["label"]
    assert widths("en", "narrow", "30 Dec 2033 – 2 Jan 2034")["when"] == wide["when"]


def test_tolls_stand_under_their_like():
    """A range or a number, flush right as the counts beside it."""
    column = tables.columns(pd.DataFrame(columns=["killed"]))["killed"]
    assert column["alignment"] == "right"


@pytest.mark.parametrize(("band", "kept"), [("wide", True), ("medium", False), ("narrow", False)])
def test_a_long_table_is_short_where_it_would_be_cut(open_page, monkeypatch, band, kept):
    """The label names both sides and the status; counts stay on the screen instead of beyond its edge."""
    monkeypatch.setattr("timeline.ui.tables.band", lambda: band)
    columns = next(
        table.value.columns for table in open_page("populated", "timeline").dataframe if "label" in table.value
    )
    assert ("initiator" in columns) is kept
    assert "n_reports" in columns
