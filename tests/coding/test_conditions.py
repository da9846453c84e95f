"""Conditions and habits are no events; a threat of the speaker's own stays one."""

import pytest

from tests.builders import make_sentence


@pytest.mark.parametrize(
    "text",
    [
        "If Kenya attacks, Somalia will respond.",
        "Should Kenya attack Somalia, Uganda may send troops.",
        "Were Kenya to bomb the port of Somalia, it would be the first time.",
        "Had Kenya attacked Somalia, the port would be empty.",
        "Nobody can work while barracks are blown up, a Kenyan adviser said.",
    ],
)
def test_conditional_acts_did_not_happen(coder, text):
    """No act of force of a conditional clause, or that hangs on one, is told."""
    assert {m.type for m in coder.code(make_sentence(text))} <= {"STATEMENT"}


@pytest.mark.parametrize(
    "text",
    ["Kenya said it would strike Somalia if attacked.", "If Kenya is attacked, it will strike Somalia, Kenya said."],
)
def test_a_speaker_s_own_condition_is_a_threat(coder, text):
    """What the doer himself announces for a case is a threat of his."""
    mention = next(m for m in coder.code(make_sentence(text)) if m.type != "STATEMENT")
    assert (mention.type, mention.status) == ("THREATEN", "happened")
    assert [a.code for a in mention.initiators] == ["KEN"]
