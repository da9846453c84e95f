"""The density image counts every event and weighs the same at any size."""

from datetime import date, timedelta

import pandas as pd
import pytest

from tests.figures.frames import HOSTILE
from timeline.figures import density_figure, summary_text
from timeline.figures.density import density_facts
from timeline.speech import Speech


def density_frame(lanes, bins, n=3, width=7):
    first = date(2030, 1, 1)
    rows = [
        (
            f"Country {i:02d}",
            first + timedelta(days=width * b),
            first + timedelta(days=width * (b + 1) - 1),
            n * (i + b) + 1,
        )
        for i in range(lanes)
        for b in range(bins)
    ]
    return pd.DataFrame(rows, columns=["lane", "bin_start", "bin_end", "n"])


@pytest.mark.parametrize(("lanes", "bins"), [(1, 1), (5, 30), (33, 60)])
def test_no_event_is_lost(lanes, bins):
    """The cells add up to the frame, lanes beyond twenty gathered as others."""
    frame = density_frame(lanes, bins)
    facts = density_facts(frame, Speech(), lane="initiator")
    assert facts.counts.sum() == frame["n"].sum()
    assert len(facts.lanes) == min(lanes, 20)
    assert facts.counts.shape[1] == bins


@pytest.mark.parametrize("width", [1, 7, 12])
def test_each_stretch_is_drawn_on_its_days(width):
    """Stretches that follow one another leave no empty column, and the last one may be cut short."""
    frame = density_frame(2, 50, width=width)
    frame.loc[frame["bin_start"] == frame["bin_start"].max(), "bin_end"] = frame["bin_start"].max()
    facts = density_facts(frame, Speech(), lane="initiator")
    assert facts.days == width
    assert facts.counts.shape[1] == 50
    assert facts.counts.all()


@pytest.mark.parametrize("narrow", [False, True])
def test_a_million_events_are_fifty_kilobytes(narrow):
    """Twenty lanes of four hundred stretches stay below 50 kB whatever they count."""
    fig = density_figure(density_frame(20, 400, n=500), title="T", narrow=narrow, dark=narrow)
    assert len(fig.to_json()) < 50_000


def test_words():
    """Empty frames say what to change, names are escaped, the summary counts."""
    frame = density_frame(2, 3)
    assert "clear a filter" in summary_text(density_figure(frame.iloc[:0], title="T"))
    assert f"{frame['n'].sum()} events" in summary_text(density_figure(frame, title="T"))
    bad = density_figure(frame.assign(lane=HOSTILE), title="T")
    assert "<" not in str(bad.layout.yaxis.ticktext).replace("<br>", "")


@pytest.mark.parametrize("narrow", [True, False])
def test_a_short_time_has_no_hours(narrow):
    """No event has an hour, so an axis of a few days is ticked by whole days."""
    axis = density_figure(density_frame(1, 1, width=1), title="T", narrow=narrow).layout.xaxis
    assert axis.dtick % 86_400_000 == 0
    assert "%H" not in axis.tickformat
