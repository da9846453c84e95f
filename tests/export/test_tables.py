"""CSV, XLSX and Parquet give back what was put in, and nothing in them runs."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.frames import CONTEXT, events, mentions
from timeline.errors import ExportError
from timeline.export import EventDetails, ExportContext, export_events, restore_cell
from timeline.export import _tables as tables
from timeline.export._text import clean, comment

hostile = st.text(max_size=40) | st.sampled_from(
    [
        "=1+1",
        "-3",
        "@x",
        "\x00",
        '"',
        '","',
        "# no comment",
        "a\nb",
        "a\r\nb",
        "'=1",
        "NA",
        "null",
        "12",
        "<b>",
        "́",
    ]
)


def export(kind, *changes, details=None, context=CONTEXT, **given_frames):
    return export_events(events(*changes), format=kind, context=context, details=details, **given_frames)


def read_csv(payload):
    return pd.read_csv(io.BytesIO(payload), comment="#", dtype=str, keep_default_na=False)


@settings(max_examples=60, deadline=None)
@given(hostile, hostile)
def test_csv_gives_hostile_text_back(label, phrase):
    """A reader that knows "#" comments gets every text as it was, without control characters."""
    found = read_csv(export("csv", {"label": label, "date_phrase": phrase}, {"event_id": "e2"}))
    assert [restore_cell(value) for value in found["label"]] == [clean(label), "Norland struck Sudria"]
    assert restore_cell(found["date_phrase"][0]) == clean(phrase)


@settings(max_examples=30, deadline=None)
@given(hostile)
def test_xlsx_gives_hostile_text_back_and_holds_no_formula(label):
    """A workbook keeps texts as texts: no formula, no link."""
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx", {"label": label})))
    cells = [cell for sheet in book for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)
    assert restore_cell(book["Events"]["B2"].value or "") == clean(label)


@settings(max_examples=30, deadline=None)
@given(hostile)
def test_parquet_gives_hostile_text_back_unchanged(label):
    """Parquet needs no protection, so nothing is changed but what UTF-8 cannot hold."""
    assert pq.read_table(io.BytesIO(export("parquet", {"label": label})))["label"].to_pylist() == [label]


@settings(max_examples=40, deadline=None)
@given(hostile, hostile)
def test_a_hostile_title_stays_in_its_comment(title, filters):
    """No title or filter breaks out of the lines that carry it."""
    payload = export("csv", context=ExportContext(title=title, filters=filters, build_id="b1"))
    assert list(read_csv(payload)["event_id"]) == ["e1"]
    lines = payload.decode().split("\n")
    assert lines[:2] == [f"# title: {comment(title)}", f"# filters: {comment(filters)}"]


def test_csv_says_what_it_is():
    """Title, filters, scope, build and sources stand before the header."""
    head = export("csv").decode().split("\n")[:6]
    assert head == [
        "# title: A case",
        "# filters: 1 event in 1 report",
        "# scope: this view",
        "# build: b1",
        "# source: The Gazette, A title, 2024, https://example.org/1",
        "# source: Another",
    ]


def test_numbers_are_numbers_and_the_unknown_is_empty():
    """A true negative stays a number; an unknown count is no zero and no text."""
    rows = [line for line in export("csv").decode().splitlines() if not line.startswith("#")]
    row = next(csv.DictReader(rows))
    assert (row["intensity"], row["lon"], row["killed_min"], row["killed_max"]) == ("-9.0", "-2.25", "3", "")
    assert (row["source_actor"], row["source_ids"], row["symmetric"]) == (
        "Norland;Westmark",
        "norland; westmark",
        "false",
    )
    sheet = openpyxl.load_workbook(io.BytesIO(export("xlsx")))["Events"]
    found = {head.value: cell.value for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (found["intensity"], found["killed_min"], found["killed_max"], found["date_start"]) == (
        -9,
        3,
        None,
        "2024-04-01",
    )


def test_evidence_travels_with_the_events():
    """Each table carries the reports: as JSON in CSV, as structures in Parquet, as a sheet in XLSX."""
    reports = mentions({}, {"event_id": "elsewhere"})
    found = json.loads(read_csv(export("csv", mentions=reports))["evidence"][0])
    assert found[0]["text"] == "Norland struck Sudria."
    evidence = pq.read_table(io.BytesIO(export("parquet", mentions=reports)))["evidence"].to_pylist()
    assert (evidence[0][0]["start"], evidence[0][0]["end"], len(evidence[0])) == (0, 22, 1)
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx", details=EventDetails(mentions=reports))))
    assert book.sheetnames == ["Events", "Reports", "About"]
    assert book["Reports"].max_row == 2


def test_xlsx_and_parquet_say_what_they_are():
    """The second sheet and the file's metadata carry the context."""
    about = openpyxl.load_workbook(io.BytesIO(export("xlsx")))["About"]
    assert [cell.value for cell in about["B"]][:5] == ["value", "A case", "1 event in 1 report", "this view", "b1"]
    metadata = json.loads(pq.read_schema(io.BytesIO(export("parquet"))).metadata[b"about"])
    assert metadata["build_id"] == "b1"
    assert [source["article_id"] for source in metadata["sources"]] == ["a1", "a2"]


def test_parquet_is_typed():
    """Dates are dates and unknown counts null, whether there are rows or not."""
    full = pq.read_schema(io.BytesIO(export("parquet")))
    empty = pq.read_schema(io.BytesIO(export_events(events().head(0), format="parquet", context=CONTEXT)))
    assert full == empty
    kinds = {name: str(full.field(name).type) for name in ("date_start", "killed_max", "lat", "lasting", "reasons")}
    assert kinds == {
        "date_start": "date32[day]",
        "killed_max": "int64",
        "lat": "double",
        "lasting": "bool",
        "reasons": "list<element: string>",
    }


def test_a_sheet_has_an_end(monkeypatch):
    """More rows than a sheet holds are refused with what to do instead."""
    monkeypatch.setattr(tables, "MAX_XLSX_ROWS", 2)
    with pytest.raises(ExportError, match="take CSV or Parquet"):
        export("xlsx", {}, {})
