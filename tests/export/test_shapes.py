"""GDELT and POLECAT shapes: their columns, our facts, and nothing that was not said."""

import csv
import io

import pytest

from tests.export.frames import CONTEXT, events, mentions
from timeline.export import ExportContext, export_events
from timeline.export._shapes import GDELT_COLUMNS, POLECAT_COLUMNS

CODED = ExportContext(
    title="A case",
    filters="1 event",
    build_id="b1",
    cameo={("ASSAULT", ""): "18", ("RETREAT", "ceasefire"): "08"},
    actor_codes={"norland": "NOR", "sudria": "SUD", "westmark": ""},
)


def rows(kind, *changes, context=CODED, **given_frames):
    text = export_events(events(*changes), format=kind, context=context, **given_frames).decode()
    return list(csv.DictReader(io.StringIO(text), delimiter="\t"))


@pytest.mark.parametrize(("kind", "columns", "count"), [("gdelt", GDELT_COLUMNS, 61), ("polecat", POLECAT_COLUMNS, 40)])
def test_the_header_is_theirs(kind, columns, count):
    """Every column of the published table is there, in its order."""
    header = export_events(events(), format=kind, context=CONTEXT).decode().splitlines()[0]
    assert tuple(header.split("\t")) == columns
    assert len(columns) == len(set(columns)) == count


def test_gdelt_has_a_row_for_each_pair():
    """Two initiators and one target are two dyads, as GDELT counts them."""
    found = rows("gdelt", mentions=mentions())
    assert [(row["Actor1Name"], row["Actor1CountryCode"], row["Actor2Code"]) for row in found] == [
        ("NORLAND", "NOR", "SUD"),
        ("WESTMARK", "", "SUD"),
    ]
    assert {row["EventRootCode"] for row in found} == {"18"}
    assert {row["NumArticles"] for row in found} == {"1"}


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        (("2024-04-01", "2024-04-01"), ("20240401", "202404", "2024")),
        (("2024-04-01", "2024-04-30"), ("", "202404", "2024")),
        (("2024-01-01", "2024-12-31"), ("", "", "2024")),
        (("2023-12-31", "2024-01-01"), ("", "", "")),
        ((None, None), ("", "", "")),
    ],
)
def test_gdelt_gets_no_day_that_is_not_known(dates, wanted):
    """A month stays a month: an invented day could not be told from a known one."""
    row = rows("gdelt", {"date_start": dates[0], "date_end": dates[1]})[0]
    assert (row["SQLDATE"], row["MonthYear"], row["Year"]) == wanted


def test_polecat_has_a_row_an_event():
    """Sides are joined, an uncertain day is left empty, the people who spoke are named."""
    row = rows("polecat", {"date_end": "2024-04-02"}, mentions=mentions({"person": "A. Speaker"}))[0]
    assert row["Actor Name"] == "Norland;Westmark"
    assert row["Actor Country"] == "NOR"
    assert row["Event Date"] == ""
    assert row["Story People"] == "A. Speaker"


@pytest.mark.parametrize("kind", ["gdelt", "polecat"])
@pytest.mark.parametrize("place", ["a\tb\nc", "=HYPERLINK(1)"])
def test_a_cell_stays_a_cell(kind, place):
    """No tab, line or formula in a name breaks the table or runs."""
    (row, *more) = rows(kind, {"place": place, "initiators": ["norland"], "initiator": "Norland"})
    assert not more
    assert row["Placename" if kind == "polecat" else "ActionGeo_Fullname"] in ("a b c", "'=HYPERLINK(1)")
