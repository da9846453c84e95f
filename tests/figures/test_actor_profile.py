"""Words against deeds, several actors on one axis, and the network of who acts on whom."""

import pandas as pd
import pytest

from tests.figures.frames import HOSTILE
from timeline.figures import compare_figure, deeds_figure, network_figure, summary_text
from timeline.figures.compare import compare_facts
from timeline.figures.deeds import deed_facts
from timeline.figures.network import network_facts
from timeline.speech import Speech


def quads(*rows):
    return pd.DataFrame(rows, columns=["role", "quad", "n_events"])


def matrix(*rows):
    """Rows of (initiator id, target id, events, mean intensity)."""
    frame = pd.DataFrame(rows, columns=["initiator_id", "target_id", "n_events", "intensity_mean"])
    return frame.assign(initiator=frame["initiator_id"].str.title(), target=frame["target_id"].str.title())


def series(*rows):
    """Rows of (actor id, first day, hostility) in stretches of ten days."""
    frame = pd.DataFrame(rows, columns=["actor_id", "bin_start", "hostility"]).assign(n=1)
    frame["bin_start"] = frame["bin_start"].astype("datetime64[us]")
    return frame.assign(bin_end=frame["bin_start"] + pd.Timedelta(days=9))


def test_words_and_deeds_stand_on_both_sides():
    """Every kind of act has its row, with or without events."""
    facts = deed_facts(quads(("initiator", 3, 14), ("initiator", 4, 2), ("target", 4, 3)), Speech(), actor="Norland")
    assert facts.acts == (2, 14, 0, 0)
    assert facts.sufferings == (3, 0, 0, 0)
    assert "hostile words 14" in facts.summary


def test_actors_share_one_axis_and_one_scale():
    """Each in its own lane, in the order asked for; one who did nothing keeps an empty lane."""
    frame = series(("sudria", "2034-04-01", 9.0), ("norland", "2034-04-21", 3.0), ("sudria", "2034-04-21", 1.0))
    names = {"norland": "Norland", "sudria": "Sudria", "westmark": "Westmark"}
    facts = compare_facts(frame, names, Speech())
    assert facts.lanes == (("Norland", (0.0, 0.0, 3.0)), ("Sudria", (9.0, 0.0, 1.0)), ("Westmark", (0.0, 0.0, 0.0)))
    assert (facts.days, compare_facts(frame.iloc[:0], names, Speech())) == (10, None)


def test_a_network_keeps_both_directions_apart():
    """Two arrows between two actors, on two curves; who meets itself or is not named has none."""
    rows = (("a", "b", 9, -5.0), ("b", "a", 6, -4.0), ("a", "c", 1, 3.0), ("d", "d", 4, 1.0), ("", "a", 2, -1.0))
    facts = network_facts(matrix(*rows), Speech())
    assert [(e.initiator, e.target, e.events, e.hostile) for e in facts.edges] == [
        ("A", "B", 9, True), ("B", "A", 6, True), ("A", "C", 1, False)
    ]  # fmt: skip
    one, two = facts.edges[0].points, facts.edges[1].points
    assert one[6] != pytest.approx(two[6])
    assert facts.left_out == 0
    assert network_facts(matrix(*rows[::-1]), Speech()) == facts


def test_a_network_of_many_shows_the_busiest():
    """What is left out is counted."""
    rows = [(f"x{i:02}", f"x{(i + 1) % 30:02}", 30 - i, -1.0) for i in range(30)]
    facts = network_facts(matrix(*rows), Speech(), most=8)
    assert len(facts.nodes) == 8
    assert facts.left_out == sum(r[2] for r in rows) - sum(e.events for e in facts.edges)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_each_draws_on_every_screen(dark, narrow):
    """Hostile names are letters; without anything to draw each says so."""
    look = {"title": "T", "dark": dark, "narrow": narrow}
    bad = matrix(("a", "b", 9, -5.0)).assign(initiator=HOSTILE)
    drawn = (
        deeds_figure(quads(("target", 1, 1)), actor=HOSTILE, **look),
        compare_figure(series(("a", "2034-04-01", 9.0)), names={"a": HOSTILE}, **look),
        network_figure(bad, **look),
    )
    assert all("<script" not in figure.to_json() for figure in drawn)
    assert "No act" in summary_text(deeds_figure(quads(), **look))
    assert "None of these" in summary_text(compare_figure(series(), **look))
    assert "No event names both" in summary_text(network_figure(matrix(), **look))
