"""The lines of the command line have exactly the fields of the contract, and bad lines are named."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import make_actor, make_article, make_count, make_mention, make_when
from timeline.errors import RecordError
from timeline.model import UNDATED, Expression, Place
from timeline.records import (
    article_record,
    date_field,
    expression_record,
    mention_record,
    read_lines,
    text_field,
    write_line,
)

EVENT_FIELDS = [
    *("date_start", "date_end", "edtf", "precision", "date_basis", "date_phrase", "date_rule", "type", "mode", "quad"),
    *("intensity", "source_actor", "target_actor", "claimed_by", "place", "lat", "lon", "status"),
    *("killed_min", "killed_max", "injured_min", "injured_max", "text", "start", "end", "confidence", "reasons"),
]


def test_an_event_line_has_the_fields_of_the_contract_in_order():
    """Whoever reads our lines can rely on the names."""
    assert list(mention_record(make_mention())) == EVENT_FIELDS


def test_an_undated_event_has_no_day_rather_than_a_guess():
    """Unknown is null, and the precision says so."""
    record = mention_record(make_mention(when=UNDATED))
    assert (record["date_start"], record["date_end"], record["precision"]) == (None, None, "unknown")


def test_an_uncertain_day_keeps_both_ends():
    """An interval is written as its first and last day."""
    record = mention_record(make_mention(when=make_when("2024-07-28", "2024-07-31")))
    assert (record["date_start"], record["date_end"]) == ("2024-07-28", "2024-07-31")


def test_joint_actors_are_joined_and_absent_ones_are_null():
    """Several initiators share one cell; nobody named is null."""
    record = mention_record(make_mention(initiators=(make_actor("Norland"), make_actor("Osten")), targets=()))
    assert (record["source_actor"], record["target_actor"]) == ("Norland;Osten", None)


def test_numbers_and_places_are_written_with_their_bounds():
    """A floor without a ceiling has a null maximum; a place brings its coordinates."""
    count = make_count(7)
    place = Place(name="Port Ost", lat=1.5, lon=2.5, precision="city")
    record = mention_record(make_mention(killed=count, place=place))
    assert (record["killed_min"], record["killed_max"]) == (7, 7)
    assert (record["injured_min"], record["place"], record["lat"]) == (None, "Port Ost", 1.5)


def test_bare_statements_are_not_listed_as_events():
    """'Said something' is no event of an article."""
    article = make_article(published="2024-04-02")
    record = article_record(article, [make_mention(type="STATEMENT", quad=0), make_mention()])
    assert [event["type"] for event in record["events"]] == ["ASSAULT"]
    assert (record["published"], record["published_basis"]) == ("2024-04-02", "given")


def test_an_expression_line_says_which_days_it_covers():
    """A duration lies on no day and says so with nulls."""
    dated = Expression(start=0, end=6, text="Monday", type="DATE", value="2024-04-01", rule="weekday", when=make_when())
    lasting = Expression(start=0, end=9, text="two weeks", type="DURATION", value="P2W", rule="duration")
    assert expression_record("d", dated)["date_start"] == "2024-04-01"
    assert expression_record("d", lasting)["date_start"] is None


@pytest.mark.parametrize(
    ("line", "problem"), [("not json", "JSON"), ("[1]", "object"), ("[" * 100_000, "JSON"), ('"text"', "object")]
)
def test_a_bad_line_is_named_and_the_next_one_is_read(line, problem):
    """One broken line costs one line."""
    lines = list(read_lines(io.StringIO(f'{line}\n\n{{"id": 1}}\n'), "folder/in.jsonl"))
    assert isinstance(lines[0][1], RecordError)
    assert problem in str(lines[0][1])
    assert lines[1] == ("in.jsonl:3", {"id": 1})


def test_a_missing_text_and_a_date_that_is_none_are_named():
    """The error says which field of which line."""
    with pytest.raises(RecordError, match=r"in:1: needs a text field 'text'"):
        text_field({"text": 3}, "text", "in:1")
    with pytest.raises(RecordError, match="dct is no calendar date"):
        date_field({"dct": "2024-02-30"}, "dct", "in:1")


@pytest.mark.parametrize("value", [None, ""])
def test_no_date_is_no_error(value):
    """An article may come without a date."""
    assert date_field({"published": value}, "published", "in:1") is None


@given(st.dictionaries(st.text(), st.one_of(st.none(), st.text(), st.integers()), max_size=5))
def test_a_line_written_is_a_line_read(record):
    """Any text survives, line breaks and all."""
    target = io.StringIO()
    try:
        write_line(record, target)
        target.getvalue().encode("utf-8")
    except UnicodeEncodeError:
        return
    assert target.getvalue().count("\n") == 1
    assert json.loads(target.getvalue()) == record
