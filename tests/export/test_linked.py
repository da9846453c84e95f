"""Linked data says what the events say, and no more."""

import json

from tests.export.frames import CONTEXT, events, mentions
from timeline.export import export_events


def linked(kind, *changes, **given_frames):
    return json.loads(export_events(events(*changes), format=kind, context=CONTEXT, **given_frames))


def test_an_event_is_a_schema_event_with_its_articles():
    """Sides, place and the quoted sentence stand where schema.org has them."""
    event = linked("jsonld", {"place": "Harbour"}, mentions=mentions())["@graph"][1]
    assert event["@type"] == "Event"
    assert [one["name"] for one in event["organizer"]] == ["Norland", "Westmark"]
    assert event["location"]["geo"]["latitude"] == 1.5
    assert event["subjectOf"][0]["hasPart"]["text"] == "Norland struck Sudria."
    assert event["startDate"] == "2024-04-01"


def test_an_uncertain_day_is_no_start_date():
    """One day within a month is not an event that lasted the month."""
    month = {"date_end": "2024-04-30", "edtf": "2024-04"}
    event = linked("jsonld", month)["@graph"][1]
    assert "startDate" not in event
    assert {"@type": "PropertyValue", "name": "edtf", "value": "2024-04"} in event["additionalProperty"]
    assert linked("jsonld", month | {"lasting": True})["@graph"][1]["endDate"] == "2024-04-30"


def test_a_report_is_an_annotation_of_its_sentence():
    """Quote and position both lead to the sentence, as the W3C's selectors have it."""
    page = linked("annotations", mentions=mentions({"before": "Before. ", "after": " After."}))
    quote, place = page["items"][0]["target"]["selector"]
    assert (quote["exact"], quote["prefix"]) == ("Norland struck Sudria.", "Before. ")
    assert (place["start"], place["end"]) == (0, 22)
    assert page["items"][0]["target"]["source"] == "https://example.org/1"
