"""Who is called by an office bounds the days in which an article was written."""

from datetime import date

import pytest

from timeline.lexicon.actors import PersonEntry, Role
from timeline.model import DateInterval
from timeline.times._offices import Offices, days_in_office

ALWAYS = DateInterval(date.min, date.max)


def make_person(name, role, *terms):
    return PersonEntry(name, tuple(make_role(role, since, until) for since, until in terms))


def make_role(role, since, until):
    days = [date.fromisoformat(day) if day else None for day in (since, until)]
    return Role(role, "NOR", *days)


@pytest.fixture
def offices():
    return Offices(
        [
            make_person("Ana Orlo", "president", ("2001-01-20", "2005-01-20"), ("2009-01-20", "2013-01-20")),
            make_person("Ben Tarn", "prime minister", ("2004-05-01", "2010-03-01")),
            make_person("Carl Vey", "president", ("1990-01-01", "1994-01-01")),
            make_person("Carla Vey", "president", ("2014-01-01", None)),
            make_person("Dora Lind", "king", (None, None)),
        ]
    )


def span(first, last):
    return DateInterval(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Orlo spoke.", ["Ana Orlo"]),
        ("Norland’s President Ana Orlo’s aide met Prime Minister Ben Tarn.", ["Ana Orlo", "Ben Tarn"]),
        ("President Carla Vey spoke.", ["Carla Vey"]),
        ("former President Orlo", []),
        ("then-President Orlo, deputy prime minister Tarn", []),
        ("Vice President Orlo", []),
        ("Orlo spoke of the president.", []),
        ("Prime Minister Orlo", []),
        ("President Vey", []),
        ("King Dora Lind", []),
    ],
)
def test_a_title_right_before_the_name_is_an_office_held(offices, text, names):
    """Former and deputy holders, another office, and a name that two holders share say nothing."""
    assert [holder.name for holder in offices.find(text)] == names


def test_terms_that_overlap_are_intersected(offices):
    """Two holders fit only while both were in office, and some weeks longer."""
    holders = offices.find("President Orlo met Prime Minister Tarn.")
    days, used = days_in_office(holders, ALWAYS)
    assert days == span("2004-05-01", "2010-03-31")
    assert days_in_office(holders, span("2006-01-01", "2012-01-01"))[0] == span("2009-01-20", "2010-03-31")
    assert [holder.name for holder in used] == ["Ana Orlo", "Ben Tarn"]


def test_a_holder_of_another_time_is_of_the_past(offices):
    """Who cannot have been in office with the newest one is told as history."""
    holders = offices.find("President Ana Orlo honoured President Carl Vey.")
    days, used = days_in_office(holders, ALWAYS)
    assert days.start == date(2001, 1, 20)
    assert [holder.name for holder in used] == ["Ana Orlo"]
    assert days_in_office(holders, span("2020-01-01", "2021-01-01")) is None
