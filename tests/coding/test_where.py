"""Where an act took place."""

import pytest

from tests.builders import make_article, make_sentence
from timeline.reading import reader_for


@pytest.fixture(scope="module")
def scene():
    coder = reader_for(()).coder

    def of(text):
        mentions = coder.code_article(make_article(text), [make_sentence(text)])
        place = next(m.place for m in mentions if m.type in ("ASSAULT", "ACCUSE", "STATEMENT"))
        return place.name if place else ""

    return of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KABUL, May 3 (Wire) - A bomb killed ten people on Monday.", "Kabul"),
        ("CAIRO, May 3 (Wire) - A drone strike killed ten people near Hajar al-Rih on Monday.", ""),
        ("CAIRO (Wire) - A drone strike killed ten people in Omdurman on Monday.", "Omdurman"),
        ("The defence ministry in Baku said that four soldiers were killed by a landmine.", ""),
        ("The foreign ministry in Tehran accused Israel of sabotage.", ""),
        ("Israeli troops in Rafah shot a farmer, the army said.", "Rafah"),
        ("Russia, which has a base in Gyumri, accused Azerbaijan of firing first.", ""),
    ],
)
def test_the_scene_is_neither_the_dateline_s_nor_the_speaker_s(scene, text, place):
    """A dateline's town is the scene only where the sentence names no other, a ministry's seat never."""
    assert scene(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenya condemned a planned attack in Omdurman.", ""),
        ("In Geneva, Kenya condemned the bombing of a market in Omdurman.", "Geneva"),
        ("Kenya condemned in Geneva the shelling of Omdurman.", "Geneva"),
    ],
)
def test_the_scene_of_the_act_spoken_of_is_not_the_speaker_s(scene, text, place):
    """A place behind the act that somebody condemns is where that act was done."""
    assert scene(text) == place
