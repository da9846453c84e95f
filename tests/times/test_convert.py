"""Figures become days only where they name one."""

import pytest

from timeline.times._convert import convert_iso, convert_numeric


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("13/4/2024", "2024-04-13", "2024-04-13"),
        ("4/13/24", "2024-04-13", "2024-04-13"),
        ("4/4/24", "2024-04-04", "2024-04-04"),
        ("3/4/24", "2024-03-04", "2024-04-03"),
        ("3.4.24", "2024-04-03", "2024-04-03"),
        ("1/2/69", "1969-01-02", "1969-02-01"),
    ],
)
def test_figures(phrase, first, last):
    """Day and month that could be swapped keep both days."""
    days = convert_numeric(phrase).interval
    assert (days.start.isoformat(), days.end.isoformat()) == (first, last)


@pytest.mark.parametrize("phrase", ["30/30/2024", "0/0/2024", "31.2.2024"])
def test_impossible_figures(phrase):
    """Figures that name no day give none."""
    assert convert_numeric(phrase) is None


def test_iso():
    """ISO days keep their clock; impossible ones are none."""
    assert convert_iso("2024-04-13T21:30Z").value == "2024-04-13T21:30"
    assert convert_iso("2024-02-30") is None
