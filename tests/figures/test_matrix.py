"""The matrix keeps direction and counts."""

import pandas as pd
import pytest

from tests.figures.frames import HOSTILE
from timeline.figures import matrix_figure, summary_text
from timeline.figures.matrix import matrix_facts
from timeline.figures.theme import DARK, LIGHT, contrast
from timeline.speech import Speech


def matrix_frame(n=4, name="Land {}"):
    rows = [
        {"initiator_id": f"l{i}", "initiator": name.format(i), "target_id": f"l{j}", "target": name.format(j),
         "n_events": 1 + i * n + j, "n_reports": 2, "intensity_mean": -3.0}
        for i in range(n) for j in range(n) if i != j
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["initiator_id", "initiator", "target_id", "target", "n_events", "n_reports",
                                       "intensity_mean"])  # fmt: skip


def test_direction_is_kept():
    """A towards B and B towards A are two cells with their own counts."""
    cells = {(c.initiator_id, c.target_id): c.events for c in matrix_facts(matrix_frame(), Speech(), most=9).cells}
    assert cells["l0", "l1"] == 2
    assert cells["l1", "l0"] == 5


def test_what_does_not_fit_is_counted():
    """Pairs beyond the readable number are left out in the open."""
    frame = matrix_frame(20)
    facts = matrix_facts(frame, Speech(), most=5)
    assert facts.left_out + sum(c.events for c in facts.cells) == frame["n_events"].sum()
    assert any("not shown" in a.text for a in matrix_figure(frame, title="T").layout.annotations)


@pytest.mark.parametrize("dark", [False, True])
def test_counts_can_be_read_on_their_cells(dark):
    """Every count keeps contrast against its cell, and a click gives both ids."""
    fig = matrix_figure(matrix_frame(6), title="T", dark=dark, narrow=dark)
    assert list(fig.data[1].customdata[0]) == ["l0", "l1"] or len(fig.data[1].customdata[0]) == 2
    t = DARK if dark else LIGHT
    assert all(max(contrast(cell, t.text), contrast(cell, t.paper)) >= 4 for cell in t.heat)


def test_words():
    """Empty says what to change; hostile names are escaped; one event draws."""
    assert "clear a filter" in summary_text(matrix_figure(matrix_frame().iloc[:0], title="T"))
    bad = matrix_figure(matrix_frame(3, HOSTILE + "{}"), title="T")
    assert "<script" not in str(bad.data[1].hovertext) + str(bad.layout.xaxis.ticktext)
    assert "towards" in summary_text(matrix_figure(matrix_frame(2), title="T"))


def test_the_last_slanted_name_stays_on_the_sheet():
    """A narrower plan leaves room on the right for the name that leans out."""
    fig = matrix_figure(matrix_frame(10, "Very long name {}"), title="T", width=640)
    assert fig.layout.margin.r > 40
