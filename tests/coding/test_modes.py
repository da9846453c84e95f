"""Weapons and unnamed doers: what was used says the mode, and force without a name is kept."""

import pytest

from tests.builders import make_sentence


@pytest.mark.parametrize(
    ("text", "mode", "initiator", "killed"),
    [
        ("A roadside bomb killed four soldiers.", "explosives", [], 4),
        ("A drone struck an oil depot.", "drone", [], None),
        ("Warplanes bombed the eastern districts twice.", "aerial", [], None),
        ("Kenya bombed a village in Somalia.", "aerial", ["KEN"], None),
        ("Kenya bombarded a village in Somalia.", "heavy-weapons", ["KEN"], None),
        ("Kenyan missiles hit a car in Somalia.", "heavy-weapons", ["KEN"], None),
        ("Six people were killed on Friday when Kenyan guided bombs slammed into a flat.", "aerial", ["KEN"], 6),
        ("Two Somali officers died when their car came under fire.", "firearms", [], 2),
        ("A peacekeeper had been lightly hurt by shrapnel near the border.", "", [], None),
        ("At least 27 people died when fighting between Kenya and M23 swept the town.", "firearms", ["KEN"], 27),
    ],
)
def test_force_is_kept_with_its_weapon(coder, text, mode, initiator, killed):
    """One act of force, with the mode its weapon shows, its initiator where one is named, and its dead."""
    (mention,) = coder.code(make_sentence(text))
    assert (mention.type, mention.mode) == ("ASSAULT", mode)
    assert [a.code for a in mention.initiators][:1] == initiator
    assert (mention.killed.low if mention.killed else None) == killed
