"""Labels are built from the type table's words and the actors' names."""

from __future__ import annotations

import pytest

from tests.builders import make_actor
from timeline.merge._labels import make_label
from timeline.model import Place

N, S = make_actor("Norland"), make_actor("Sudria", person="Ana Dor")
HARBOUR = Place(name="Harbour", precision="city")


@pytest.mark.parametrize(
    ("type_", "mode", "initiators", "targets", "place", "symmetric", "status", "label"),
    [
        ("RETREAT", "ceasefire", (N,), (), None, False, "happened", "Norland: ceasefire"),
        ("CONSULT", "phone", (N, S), (N, S), None, True, "happened", "Norland and Sudria (Ana Dor): phone call"),
        ("REQUEST", "", (N,), (S,), None, False, "planned", "Norland to Sudria (Ana Dor): request (planned)"),
        ("THREATEN", "", (N,), (S,), None, False, "threatened", "Norland against Sudria (Ana Dor): threat"),
        ("PROTEST", "demo", (), (N,), HARBOUR, False, "alleged", "Demonstration against Norland in Harbour (alleged)"),
        ("PROTEST", "demo", (), (), HARBOUR, False, "threatened", "Demonstration in Harbour (threatened)"),
    ],
)
def test_label(types, type_, mode, initiators, targets, place, symmetric, status, label):
    """Who, against whom, what, where and how sure, in neutral words."""
    row = types.row(type_, mode)
    assert make_label(row, initiators, targets, place, symmetric=symmetric, status=status) == label
