"""Words on charts are shown letter by letter and fit where they are put."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.frames import HOSTILE
from timeline.figures import _text, escape


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
    assert _text.span_text(one, two) == shown


def test_lags_and_gaps_in_words():
    """Days agree in number; long gaps are given in years."""
    assert [_text.days_text(d) for d in (0, 1, 12)] == ["the same day", "1 day", "12 days"]
    assert _text.gap_text(61) == "61 d"
    assert _text.gap_text(1461) == "4.0 y"
    assert _text.count_text(1, "event") == "1 event"
    assert _text.count_text(1200, "event") == "1,200 events"
