"""A filter is a value that can speak, travel in a link and refuse nonsense."""

from __future__ import annotations

from datetime import date, datetime
from urllib.parse import parse_qs, parse_qsl, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import FilterError
from timeline.queries import PRECISIONS, ROLES, STATUSES, Filters
from timeline.queries._params import _WORDS
from timeline.sentences import view_words

NAMES = {"IRN": "Iran", "ISR": "Israel", "LBN": "Lebanon"}
SIDES = {"actors": ("IRN",), "role": "initiator", "against": ("ISR",)}

items = st.text(
    st.characters(min_codepoint=32, exclude_categories=["Cs"], exclude_characters="\x7f"), min_size=1, max_size=60
)
days = st.dates()


@st.composite
def any_filters(draw):
    start, end = sorted([draw(days), draw(days)])
    return Filters(
        actors=tuple(draw(st.lists(items, max_size=3))),
        role=draw(st.sampled_from(ROLES)),
        against=tuple(draw(st.lists(items, max_size=3))),
        start=draw(st.sampled_from([None, start])),
        end=draw(st.sampled_from([None, end])),
        known_by=draw(st.sampled_from([None, start])),
        types=tuple(draw(st.lists(st.sampled_from(["ASSAULT", "AID", "STATEMENT", "ASSAULT/heavy-weapons"])))),
        statuses=tuple(draw(st.lists(st.sampled_from(STATUSES)))),
        places=tuple(draw(st.lists(items, max_size=2))),
        precisions=tuple(draw(st.lists(st.sampled_from(PRECISIONS)))),
        min_reports=draw(st.integers(1, 1_000_000)),
        min_sources=draw(st.integers(1, 9)),
        text=draw(st.text(max_size=50)),
        statements=draw(st.booleans()),
    )


@settings(max_examples=100)
@given(any_filters())
def test_filters_survive_the_actual_link(filters):
    """The query string of a link gives back the same filters, without a notice."""
    link = urlencode(filters.to_params())
    assert Filters.from_params(dict(parse_qsl(link))) == (filters, ())
    assert Filters.from_params(parse_qs(link)) == (filters, ())


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from(sorted(_WORDS)), st.text() | st.lists(st.text(), max_size=3)))
def test_no_link_breaks_the_page(params):
    """Whatever a link holds, filters come out, and they travel on."""
    filters, notices = Filters.from_params(params)
    assert all(notice.isprintable() for notice in notices)
    assert Filters.from_params(filters.to_params()) == (filters, ())


def test_every_field_can_travel():
    """A field added to the filters is also a parameter."""
    assert tuple(_WORDS) == tuple(Filters.__dataclass_fields__)


def test_the_plain_view_has_a_plain_link():
    """Defaults stay out of the address."""
    assert Filters().to_params() == {}
    assert Filters().is_default
    assert not Filters(text="x").is_default


def test_filters_that_mean_the_same_are_the_same():
    """Order and repetition do not make a second entry in a cache."""
    one, other = Filters(actors=("b", "a", "a"), text=" x  y\n"), Filters(actors=("a", "b"), text="x y")
    assert one == other
    assert hash(one) == hash(other)


@pytest.mark.parametrize(
    ("params", "notice"),
    [
        ({"start": "soon"}, "The link's first day “soon” could not be understood and was left out."),
        ({"min_reports": "²"}, "The link's least number of reports “²” could not be understood and was left out."),
        ({"min_reports": "0"}, "The link's least number of reports “0” could not be understood and was left out."),
        ({"types": "ASSAULT~drop table"}, "The link's type “drop table” could not be understood and was left out."),
        ({"statuses": "true"}, "The link's status “true” could not be understood and was left out."),
        ({"role": "victim"}, "The link's role “victim” could not be understood and was left out."),
        ({"statements": "1"}, "The link's switch for statements “1” could not be understood and was left out."),
        ({"actors": "a\x00b"}, "The link's actor “a\ufffdb” could not be understood and was left out."),
        (
            {"start": "2024-05-01", "end": "2024-04-01"},
            "The link's last day (2024-04-01) is before its first (2024-05-01): both were left out.",
        ),
        (
            {"actors": "~".join(map(str, range(501)))},
            "The link gives more than 500 values for the actor: the rest was left out.",
        ),
    ],
)
def test_junk_in_a_link_is_told(params, notice):
    """What a link asked in vain is named, once each."""
    assert Filters.from_params(params)[1] == (notice,)


def test_the_good_half_of_a_parameter_is_kept():
    """One bad value does not throw away its neighbours, nor other parameters."""
    filters, notices = Filters.from_params({"types": "ASSAULT~x", "event": "e1", "end": ["", "2024-04-01"]})
    assert filters == Filters(types=("ASSAULT",), end=date(2024, 4, 1))
    assert len(notices) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("actors", "IRN"),
        ("actors", ("",)),
        ("actors", (1,)),
        ("against", tuple(map(str, range(501)))),
        ("types", ("assault",)),
        ("statuses", ("maybe",)),
        ("role", "victim"),
        ("start", datetime(2024, 4, 1)),  # noqa: DTZ001
        ("end", "2024-04-01"),
        ("min_reports", 0),
        ("min_reports", True),
        ("min_sources", 1.5),
        ("text", None),
        ("text", "x" * 201),
        ("statements", "no"),
    ],
)
def test_a_bad_value_is_refused_by_name(field, value):
    """The error says which field it is about."""
    with pytest.raises(FilterError) as caught:
        Filters(**{field: value})
    assert caught.value.subject == field


def test_a_window_ends_after_it_starts():
    """Swapped dates are an error of the end."""
    with pytest.raises(FilterError, match="end: 2024-04-01 is before"):
        Filters(start=date(2024, 5, 1), end=date(2024, 4, 1))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "12 events in 1,500 reports"),
        (SIDES, "12 events in 1,500 reports by Iran against Israel"),
        (SIDES | {"role": "target"}, "12 events in 1,500 reports by Israel against Iran"),
        (SIDES | {"role": "either"}, "12 events in 1,500 reports between Iran and Israel"),
        ({"actors": ("IRN", "ISR", "LBN")}, "12 events in 1,500 reports involving Iran, Israel or Lebanon"),
        ({"actors": ("IRN",), "role": "target"}, "12 events in 1,500 reports against Iran"),
        ({"against": ("XYZ",)}, "12 events in 1,500 reports involving XYZ"),
        ({"types": ("AID", "ASSAULT")}, "12 events in 1,500 reports, of type AID or ASSAULT"),
        ({"statuses": ("alleged", "denied")}, "12 events in 1,500 reports, alleged or denied"),
        ({"min_reports": 2}, "12 events in 1,500 reports, each in at least two reports"),
        ({"min_sources": 11}, "12 events in 1,500 reports, each in at least 11 sources"),
        ({"text": "drone"}, "12 events in 1,500 reports, with the words “drone”"),
        ({"statements": True}, "12 events in 1,500 reports, statements included"),
    ],
)
def test_filters_say_what_they_are(fields, sentence):
    """The sentence names every filter that is set and no other."""
    assert Filters(**fields).describe(12, 1500, NAMES, view_words()) == sentence


def test_one_event_is_not_plural():
    """Counts of one read as one."""
    assert Filters().describe(1, 1, {}, view_words()) == "1 event in 1 report"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-04-01", "2024-04-30", "1 to 30 April 2024"),
        ("2024-03-30", "2024-04-02", "30 March to 2 April 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2024-04-01", "2024-04-01", "1 April 2024"),
        ("2024-04-01", None, "from 1 April 2024"),
        (None, "2024-04-01", "up to 1 April 2024"),
    ],
)
def test_dates_are_said_in_words(start, end, words):
    """A window is written as a person would write it."""
    filters = Filters(start=start and date.fromisoformat(start), end=end and date.fromisoformat(end))
    assert filters.describe(2, 2, {}, view_words()) == f"2 events in 2 reports, {words}"


def test_a_parameter_that_is_no_filter_is_said():
    """A link of another page's words never silently shows more than was asked."""
    filters, notices = Filters.from_params({"from": "2024", "min_reports": "2"})
    assert filters == Filters(min_reports=2)
    assert notices == ("The link's “from” is no filter and was left out.",)


def test_the_sentence_is_said_in_the_words_it_is_handed():
    """Who, types, dates and figures in French; a code without a name stays a code."""
    words = view_words("fr", {"ASSAULT": "recours à la force", "alleged": "allégué"})
    filters = Filters(
        actors=("IRN",), against=("ISR",), role="initiator", types=("ASSAULT", "AID"), statuses=("alleged",),
        start=date(2024, 4, 1), end=date(2024, 4, 30), min_reports=2,
    )  # fmt: skip
    assert filters.describe(1500, 1, NAMES, words) == (
        "1\u202f500 événements dans 1 compte rendu, avec Iran pour initiateur et Israel pour cible, "
        "de type\u00a0: AID ou "
        "recours à la force, du 1er au 30 avril 2024, allégué, chacun dans au moins deux comptes rendus"
    )
