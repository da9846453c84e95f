"""The accounts chart gives every voice its row."""

import pandas as pd
import pytest

from tests.figures.frames import HOSTILE
from timeline.figures import accounts_figure, summary_text
from timeline.figures.accounts import accounts_facts
from timeline.speech import Speech

VOICE = {"who": "The Gazette", "n_reports": 2, "statuses": ["happened"], "killed_min": 3, "killed_max": 5}


def voices(*changes):
    frame = pd.DataFrame([VOICE | change for change in changes or ({},)])
    return frame.astype({"killed_min": "Int64", "killed_max": "Int64"})


def test_tolls_span_from_the_least_to_the_most():
    """The bar is as wide as what the voice gives."""
    fig = accounts_figure(voices(), title="Who says what")
    assert list(fig.data[0].x) == [4.0]
    assert list(fig.data[0].error_x.array) == [1.0]


def test_a_voice_without_a_toll_has_no_mark():
    """No number is made up, and the row says so."""
    fig = accounts_figure(voices({}, {"who": "The Herald", "killed_min": None, "killed_max": None}), title="T")
    assert len(fig.data[0].x) == 1
    assert any("no toll given" in note.text for note in fig.layout.annotations)
    assert summary_text(fig) == "2 voices. Killed: from 3 to 5."


def test_rare_voices_are_counted_not_dropped_silently():
    """Beyond twenty rows the rest is named as a number."""
    facts = accounts_facts(voices(*({"who": f"S{n}"} for n in range(27))), "not named", Speech())
    assert (len(facts.rows), facts.left_out) == (20, 7)


@pytest.mark.parametrize("narrow", [False, True])
def test_hostile_names_are_letters(narrow):
    """A publisher's name cannot become markup."""
    drawn = accounts_figure(voices({"who": HOSTILE, "statuses": [HOSTILE]}), title="T", narrow=narrow).to_json()
    assert "<script" not in drawn
    assert "<img" not in drawn


def test_no_report_is_an_empty_chart():
    """It says why nothing is drawn."""
    assert "No report" in summary_text(accounts_figure(voices().head(0), title="T"))


@pytest.mark.parametrize("most", [0, 1, 3, 40, 1_234, 98_000])
def test_ticks_are_whole_numbers_of_people(most):
    """No axis counts half a person, and none has more than a handful of ticks."""
    step = accounts_figure(voices({"killed_min": 0, "killed_max": most}), title="T").layout.xaxis.dtick
    assert step == int(step) >= 1
    assert most * 1.9 / step <= 6
