"""Words on charts are shown letter by letter and fit where they are put."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.frames import HOSTILE
from timeline.figures import _text, escape
from timeline.speech import Speech


def test_markup_is_shown_not_run():
    """No tag, entity or TeX of an article survives escaping."""
    shown = escape(HOSTILE)
    assert not any(c in shown for c in "<>$\u202e\x00")
    assert "&lt;script&gt;" in shown
    assert "&#36;x^2&#36;" in shown


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_escaping_leaves_nothing_dangerous(text):
    """Whatever the text, only our own entities hold an ampersand."""
    shown = escape(text)
    assert not set("<>$") & set(shown)
    bare = shown
    for entity in ("&amp;", "&lt;", "&gt;", "&#36;"):
        bare = bare.replace(entity, "")
    assert "&" not in bare


@given(st.text(max_size=120), st.integers(1, 60))
@settings(max_examples=60)
def test_cutting_keeps_the_limit(text, limit):
    """A cut text is never longer than asked."""
    assert len(_text.cut(text, limit)) <= limit


@given(st.text(max_size=200), st.integers(20, 300), st.integers(1, 3))
@settings(max_examples=60)
def test_wrapping_keeps_its_lines(text, px, lines):
    """Wrapped text never takes more lines than asked."""
    assert len(_text.wrap(text, px, 11, lines)) <= lines


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2034-04-01", "2034-04-01", "1 Apr 2034"),
        ("2034-04-13", "2034-04-14", "13–14 Apr 2034"),
        ("2034-07-28", "2034-08-02", "28 Jul – 2 Aug 2034"),
        ("2033-12-31", "2034-01-01", "31 Dec 2033 – 1 Jan 2034"),
    ],
)
def test_dates_are_written_as_short_as_clear(start, end, shown):
    """An interval repeats neither month nor year without need."""
    one, two = (date.fromisoformat(d).toordinal() - _text.EPOCH for d in (start, end))
    assert _text.span_text(one, two, Speech()) == shown


@pytest.mark.parametrize(
    ("low", "high", "forms"),
    [
        (12, 12, ("answered after 12 days", "after 12 days", "12 d")),
        (12, 14, ("answered after 12–14 days", "after 12–14 days", "12–14 d")),
        (0, 0, ("answered the same day", "the same day", "the same day")),
        (0, 2, ("answered after 0–2 days", "after 0–2 days", "0–2 d")),
        (1, None, ("answered after 1 day", "after 1 day", "1 d")),
        (None, None, ()),
        (pd.NA, pd.NA, ()),
    ],
)
def test_lags_in_words(low, high, forms):
    """A lag is exact, a range, the same day, or unknown; the longest form comes first."""
    assert _text.lag_forms(low, high, Speech()) == forms


def test_an_inferred_answer_says_so_in_every_form():
    """No form of a lag that no text states could be taken for one that a text states."""
    assert _text.lag_forms(3, 3, Speech(), stated=False) == ("after 3 days, inferred", "3 d, inferred")


def test_gaps_in_words():
    """Days agree in number; long gaps are given in years, with the language's own point."""
    assert _text.quiet_forms(1, Speech()) == ("1 day without an event", "1 day", "1 d")
    assert _text.quiet_forms(1461, Speech()) == ("4.0 years without an event", "4.0 years", "4.0 y")
    assert _text.quiet_forms(1461, Speech("fr"))[1] == "4,0 ans"
