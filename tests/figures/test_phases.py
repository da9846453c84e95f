"""The chart of phases: bars a week, bands cut to what is shown."""

import pandas as pd
import pytest

from timeline.figures import phases_figure, summary_text
from timeline.figures.phases import phase_facts
from timeline.speech import Speech


def heat(rows):
    """Rows of (first day, last day, with force, hostility)."""
    names = ("bin_start", "bin_end", "force", "hostility")
    frame = pd.DataFrame(rows, columns=names).assign(n=1)
    return frame.astype({"bin_start": "datetime64[us]", "bin_end": "datetime64[us]"})


def phases(rows):
    """Rows of (number, first day, last day, hostility a week), perhaps with a name and the decision that set it."""
    names = ("number", "date_start", "date_end", "per_week", "name", "decision_id")
    frame = pd.DataFrame([(*row, *("", "")[len(row) - 4 :]) for row in rows], columns=names)
    return frame.astype({"date_start": "datetime64[us]", "date_end": "datetime64[us]"})


HEAT = heat([("2034-04-03", "2034-04-16", 1, 18.0), ("2034-05-01", "2034-05-07", 0, 3.0)])
PHASES = phases([(1, "2033-01-01", "2034-01-01", 0.5), (2, "2034-01-02", "2034-04-20", 9.0),
                 (3, "2034-04-21", "2034-06-01", 1.0)])  # fmt: skip


def test_bars_are_by_the_week_and_bands_reach_as_far_as_they():
    """Whatever a bin's width; a phase outside the view is not drawn, one at its edge is cut."""
    facts = phase_facts(HEAT, PHASES, Speech())
    assert [(days, per_week, force) for _, days, per_week, force in facts.bars] == [(14, 9.0, True), (7, 3.0, False)]
    assert [band.number for band in facts.bands] == [2, 3]
    assert facts.bands[0].start == facts.first
    assert facts.bands[-1].end == facts.last
    assert "2 phases" in facts.summary


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_it_draws_on_every_screen(dark, narrow):
    """Force is told apart by filling, not by colour alone; without phases or hostility it says so."""
    figure = phases_figure(HEAT, PHASES, title="T", dark=dark, narrow=narrow)
    assert {"with use of force", "without"} <= {trace.name for trace in figure.data}
    assert "0 phases" in summary_text(phases_figure(HEAT, PHASES.iloc[:0], title="T"))
    assert "No hostile act" in summary_text(phases_figure(HEAT.iloc[:0], PHASES, title="T"))


def test_a_short_phase_has_its_number():
    """Wherever a digit fits into its band, on a telephone too, where the numbers of the axis stand in the plot."""
    weeks = heat([("2034-01-02", "2034-01-08", 1, 9.0), ("2035-01-01", "2035-01-07", 1, 9.0)])
    rows = [
        (1, "2034-01-02", "2034-12-20", 0.5),
        (2, "2034-12-21", "2034-12-31", 9.0),
        (3, "2035-01-01", "2035-01-07", 1),
    ]
    figure = phases_figure(weeks, phases(rows), title="T", narrow=True)
    assert {"<b>1</b>", "<b>2</b>"} <= {note.text for note in figure.layout.annotations}
    assert figure.layout.yaxis.showticklabels is not False
    assert figure.layout.yaxis.ticklabelposition == "inside top"


def test_a_phase_that_a_person_set_is_marked_and_named():
    """By a line, in the legend and in words; the proposed ones are not."""
    rows = [(1, "2034-01-02", "2034-04-20", 9.0), (2, "2034-04-21", "2034-06-01", 1.0, "<i>Calm</i>", "d-1")]
    figure = phases_figure(HEAT, phases(rows), title="T")
    assert "set by a person" in {trace.name for trace in figure.data}
    assert sum(shape.type == "line" and shape.line.dash is None for shape in figure.layout.shapes) == 1
    assert "2 <i>Calm</i>" in summary_text(figure)
    assert "a week, set by a person" in summary_text(figure)
    assert "<b>2</b> &lt;i&gt;Calm&lt;/i&gt;" in {note.text for note in figure.layout.annotations}
    assert "set by a person" not in summary_text(phases_figure(HEAT, PHASES, title="T"))
