"""Every format: the same bytes for the same rows, and the facts that belong in it."""

from __future__ import annotations

import io
import json
import zipfile

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.frames import CONTEXT, events, frame, mentions
from timeline.errors import ExportError
from timeline.export import FORMATS, EventDetails, ExportContext, Source, export_events, list_sources

UNDATED = {"event_id": "e2", "date_start": None, "date_end": None, "edtf": "", "precision": "unknown", "lat": None}


def export(kind, *changes, **given_frames):
    return export_events(events(*changes), format=kind, context=CONTEXT, **given_frames)


@pytest.mark.parametrize("kind", FORMATS)
def test_bytes_do_not_depend_on_when_they_are_made(kind):
    """The same rows and context are the same file, today and tomorrow."""
    assert export(kind, {}, UNDATED, mentions=mentions()) == export(kind, {}, UNDATED, mentions=mentions())


def test_a_workbook_holds_no_time_of_day():
    """No part of the archive and no property carries the clock."""
    with zipfile.ZipFile(io.BytesIO(export("xlsx"))) as book:
        assert {part.date_time for part in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = book.read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_takes_no_rows(kind):
    """An empty view is an empty file that still says what it is."""
    assert isinstance(export_events(events().head(0), format=kind, context=CONTEXT), bytes)


@settings(max_examples=30, deadline=None)
@given(kind=st.sampled_from(["geojson", "timelinejs", "ics", "jsonl"]), text=st.text(max_size=60))
def test_hostile_text_breaks_no_format(kind, text):
    """Whatever a label, a sentence or a title holds, the file is whole."""
    context = ExportContext(title=text, filters=text, build_id="b1", sources=(Source(article_id="a1", title=text),))
    reports = mentions({"text": text})
    payload = export_events(events({"label": text, "place": text}), reports, format=kind, context=context).decode()
    if kind == "ics":
        assert payload.count("BEGIN:VEVENT\r\n") == payload.count("\r\nEND:VEVENT") == 1
        assert all(len(line.encode()) <= 75 for line in payload.split("\r\n"))
    else:
        assert json.loads(payload)


@pytest.mark.parametrize("kind", FORMATS)
def test_what_utf8_cannot_hold_is_replaced(kind):
    """A lone surrogate in a reason or a title costs one character, not the download."""
    context = ExportContext(title="A \ud800", filters="", build_id="b1")
    payload = export_events(events({"reasons": ["\ud800 reason"]}), format=kind, context=context)
    assert payload
    if kind in ("csv", "jsonl", "geojson", "timelinejs", "ics"):
        assert "\ud800" not in payload.decode("utf-8")


def test_an_unknown_format_is_refused():
    """The error lists the formats there are."""
    with pytest.raises(ExportError, match="doc: is no export format; there are csv, jsonl"):
        export("doc")


def test_each_line_of_json_is_an_event_that_says_what_it_is_part_of():
    """Names are those of the output contract; who is not named is null."""
    lines = export("jsonl", {}, UNDATED | {"initiator": ""}, mentions=mentions()).decode().splitlines()
    first, second = map(json.loads, lines)
    assert (first["source_actor"], first["target_actor"], first["date_start"]) == (
        "Norland;Westmark",
        "Sudria",
        "2024-04-01",
    )
    assert (second["source_actor"], second["date_start"], second["killed_max"]) == (None, None, None)
    assert first["about"]["build_id"] == "b1"
    assert [source["article_id"] for source in first["about"]["sources"]] == ["a1"]
    assert second["about"]["sources"] == second["evidence"] == []


def test_without_reports_every_source_is_named():
    """Where it is not known which article reports what, all are given."""
    assert len(json.loads(export("jsonl"))["about"]["sources"]) == 2


def test_a_merged_event_carries_everything_that_is_known_of_it():
    """Disagreements, merge reasons and responses stand with their event."""
    details = EventDetails(
        disagreements=frame(
            [{"event_id": "e1", "field": "killed", "value": "3", "who": ["The Gazette"], "n_reports": 1}]
        ),
        merge_reasons=frame(
            [{"event_id": "e1", "mention_a": "m1", "mention_b": "m2", "score": 0.5, "sentence": "One day."}]
        ),
        responses=frame([{"event_id": "e1", "responds_to": "e0", "basis": "stated", "lag_days": None}], ["lag_days"]),
    )
    event = json.loads(export("jsonl", mentions=mentions(), details=details))
    assert event["evidence"][0]["published"] == "2024-04-02"
    assert event["disagreements"] == [{"field": "killed", "value": "3", "who": ["The Gazette"], "n_reports": 1}]
    assert event["merged_because"][0]["sentence"] == "One day."
    assert event["responds_to"] == [{"event": "e0", "basis": "stated", "lag_days": None}]


def test_geojson_never_invents_a_point():
    """Longitude comes first, and no coordinates means a null geometry."""
    story = json.loads(export("geojson", {}, UNDATED))
    assert [feature["geometry"] for feature in story["features"]] == [
        {"type": "Point", "coordinates": [-2.25, 1.5]},
        None,
    ]
    assert story["features"][0]["properties"]["precision"] == "day"
    assert story["about"]["title"] == "A case"


def test_timelinejs_leaves_partial_dates_partial():
    """A year is a year, quotes are escaped, and what has no date is said to be missing."""
    year = {"date_start": "2020-01-01", "date_end": "2020-12-31", "edtf": "2020", "precision": "year", "initiator": ""}
    story = json.loads(export("timelinejs", year, UNDATED, mentions=mentions({"text": "<script>x</script>"})))
    slide = story["events"][0]
    assert (slide["start_date"], slide["end_date"], slide["display_date"]) == ({"year": 2020}, {"year": 2020}, "2020")
    assert "<blockquote>&lt;script&gt;x&lt;/script&gt;</blockquote>" in slide["text"]["text"]
    assert "1 without a date left out" in story["title"]["text"]["text"]
    assert len(story["events"]) == 1
    assert "group" not in slide


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "1 April 2024"),
        ({"edtf": "2024-04~", "precision": "month", "date_end": "2024-04-30"}, "about April 2024"),
        ({"precision": "range", "date_end": "2024-04-03"}, "between 1 April 2024 and 3 April 2024"),
        ({"precision": "range", "date_end": "2024-04-03", "lasting": True}, "1 April 2024 to 3 April 2024"),
        ({"precision": "year", "date_end": "2025-04-03"}, "between 1 April 2024 and 3 April 2025"),
    ],
)
def test_dates_are_said_as_far_as_they_are_known(changes, words):
    """A month is no day, and an uncertain day is no duration."""
    assert json.loads(export("timelinejs", changes))["events"][0]["display_date"] == words


def test_a_calendar_holds_whole_days():
    """The end is the day after, dated events alone are in it, and nothing escapes its line."""
    last = {
        "event_id": "e3",
        "date_start": "9999-12-31",
        "date_end": "9999-12-31",
        "place": "Port, Sud; \\x\nBEGIN:VEVENT",
    }
    text = export("ics", {}, UNDATED, last, mentions=mentions()).decode()
    assert text.count("UID:") == 2
    assert "DTSTART;VALUE=DATE:20240401\r\n" in text
    assert "DTEND;VALUE=DATE:20240402\r\n" in text
    assert "DTEND;VALUE=DATE:1000" not in text
    assert "LOCATION:Port\\, Sud\\; \\\\x\\nBEGIN:VEVENT\r\n" in text


def test_sources_come_from_the_articles():
    """All articles, or only those that the reports on screen are from."""
    articles = frame(
        [
            {
                "article_id": "a2",
                "title": "T2",
                "publisher": "",
                "url": "",
                "sha256": "",
                "published_start": None,
                "published_end": None,
                "published_conflicts": [],
            },
            {
                "article_id": "a1",
                "title": "T1",
                "publisher": "P",
                "url": "u",
                "sha256": "s",
                "published_start": "2024-04-01",
                "published_end": "2024-04-03",
                "published_conflicts": ["The address names the date: u.", "It rained."],
            },
        ]
    )
    assert [source.published for source in list_sources(articles)] == ["2024-04-01/2024-04-03", ""]
    assert list_sources(articles, mentions()) == (
        Source(
            article_id="a1",
            title="T1",
            publisher="P",
            url="u",
            published="2024-04-01/2024-04-03",
            sha256="s",
            conflicts="The address names the date: u. It rained.",
        ),
    )
    one_day = articles.assign(published_end=pd.to_datetime("2024-04-01"))
    assert list_sources(one_day)[0].published == "2024-04-01"
