"""The time brush counts every event, and shows which window is looked at."""

from datetime import date

import pandas as pd
import pytest

from timeline.figures import box_days, brush_figure, empty_text, summary_text
from timeline.figures.brush import brush_bars

DAYS = [("2034-01-01", "2034-01-10", 3), ("2034-02-01", "2034-02-10", 5), ("2034-04-01", "2034-04-04", 1)]


def times(rows=DAYS):
    frame = pd.DataFrame(rows, columns=["bin_start", "bin_end", "n"])
    return frame.astype({"bin_start": "datetime64[us]", "bin_end": "datetime64[us]"})


@pytest.mark.parametrize(
    ("window", "inside"),
    [
        ((None, None), [True, True, True]),
        ((date(2034, 2, 5), None), [False, True, True]),
        ((None, date(2034, 2, 1)), [True, True, False]),
        ((date(2034, 1, 11), date(2034, 1, 31)), [False, False, False]),
    ],
)
def test_a_stretch_is_bright_where_the_window_touches_it(window, inside):
    """An open end reaches as far as time does."""
    assert [bar[3] for bar in brush_bars(times(), window)] == inside


def test_the_window_is_drawn_and_told():
    """As a frame over the bars, and in the words for those who do not see it."""
    fig = brush_figure(times(), title="When", window=(date(2034, 2, 1), date(2034, 2, 28)))
    assert len(fig.layout.shapes) == 1
    assert summary_text(fig) == "9 events with a place and a date, 1 Jan – 4 Apr 2034; chosen are about 5."
    assert not brush_figure(times(), title="When").layout.shapes


def test_a_box_is_a_window_of_days():
    """The axis holds dates, which a box gives back."""
    fig = brush_figure(times(), title="When")
    assert box_days(fig, ["2034-02-20 11:00", "2034-01-30"]) == (date(2034, 1, 30), date(2034, 2, 20))


def test_without_a_date_it_says_so():
    """No bar, but words."""
    assert "has a date" in empty_text(brush_figure(times([]), title="When"))


def test_the_tallest_bar_has_its_number_on_a_telephone():
    """Within the plot, where there is no room beside it."""
    axis = brush_figure(times(), title="When", narrow=True).layout.yaxis
    assert (list(axis.ticktext), axis.ticklabelposition, axis.showticklabels) == (["0", "5"], "inside top", None)
    assert (axis.range[1] - 5) / axis.range[1] * 84 >= 14
