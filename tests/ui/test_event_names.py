"""Names of events in the reader's language."""

import pytest

from timeline.lexicon.types import load_types
from timeline.settings import LEXICON_DIR
from timeline.speech import Speech
from timeline.ui.event_names import event_name


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Norland against Sudria: air strike in Sud City (alleged)",
         "Norland contre Sudria\N{NO-BREAK SPACE}: frappe aérienne, Sud City (allégué)"),
        ("Norland, Kestria and Hill League to Sudria: request for help",
         "Norland, Kestria et Hill League envers Sudria\N{NO-BREAK SPACE}: demande d’aide"),
        ("Norland and Sudria: ceasefire", "Norland et Sudria\N{NO-BREAK SPACE}: cessez-le-feu"),
        ("Bosnia and Herzegovina: visit in Port Sud", "Bosnia and Herzegovina\N{NO-BREAK SPACE}: visite, Port Sud"),
        ("Attack against Sudria (denied)", "Attaque contre Sudria (démenti)"),
        ("Aid to Sudria", "Aide envers Sudria"),
        ("Attack with heavy weapons in Sud City", "Attaque à l’arme lourde, Sud City"),
        ("Protest", "Protestation"),
    ],
)  # fmt: skip
def test_a_name_is_said_in_french(english, french):
    """Every form the merger gives a name: pair, doers alone, sufferers alone, neither; place and doubt behind it."""
    assert event_name(english, "fr") == french
    assert event_name(english, "en") == english


@pytest.mark.parametrize("name", ["The night of the drones", "Norland: strike on the old bridge", "", "in (alleged)"])
def test_what_a_person_called_an_event_stays(name):
    """Words that the merger does not make are a person's own."""
    assert event_name(name, "fr") == name


def test_acts_are_said_as_the_lexicon_does():
    """The English acts are those of the type table, or no name could be taken apart."""
    rows = load_types(LEXICON_DIR).rows.values()
    assert Speech().table("EVENT_ACTS") == {f"{r.type}/{r.mode}" if r.mode else r.type: r.label for r in rows}
