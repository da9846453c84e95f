"""Bars stand for marks that would cover one another, and count every one of them."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from timeline.figures._crowd import CROWD_PX, stack_bars, tallest

KINDS = ("force", "threat", "words")
marks = st.lists(st.tuples(st.floats(0, 900), st.sampled_from(KINDS)), min_size=1, max_size=200)


@given(marks)
def test_every_mark_is_counted_once(found):
    """No event is lost and none counted twice, whatever falls together."""
    bars = stack_bars(found, KINDS, base=10, most=tallest([[x for x, _ in found]]))
    for kind in KINDS:
        assert sum(bar.events for bar in bars if bar.kind == kind) == sum(k == kind for _, k in found)
    assert all(any(bar.x0 <= x <= bar.x1 and bar.kind == kind for bar in bars) for x, kind in found)


@given(marks)
def test_bars_of_one_stretch_stand_upon_each_other(found):
    """From the base upwards without a gap, and little higher than the band."""
    bars = stack_bars(found, KINDS, base=10, most=tallest([[x for x, _ in found]]))
    for step in {bar.x0 for bar in bars}:
        column = sorted((bar.y0, bar.y1) for bar in bars if bar.x0 == step)
        assert column[0][0] == 10
        assert all(below[1] == above[0] for below, above in itertools.pairwise(column))
        assert column[-1][1] <= 10 + CROWD_PX + 1.5 * len(KINDS)
