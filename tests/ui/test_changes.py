"""What changed, field by field, in the reader's language."""

import pandas as pd
import pytest

from timeline.ui import text
from timeline.ui.changes import _worded
from timeline.ui.decisions import _changed

NB = "\N{NO-BREAK SPACE}"
FOUND = pd.DataFrame(
    {
        "kind": ["changed"],
        "fields": [["status", "date_start"]],
        "before": [["alleged", ""]],
        "after": [["denied", "2031-05-03"]],
        "others": [[]],
    }
)


@pytest.mark.parametrize(
    ("language", "told", "decided"),
    [
        ("en", "status: Alleged → Denied; date start: – → 2031-05-03", "killed: at least 300; type: Use of force"),
        (
            "fr",
            f"statut{NB}: Allégué → Démenti{NB}; premier jour{NB}: – → 2031-05-03",
            f"tués{NB}: au moins 300{NB}; type{NB}: Recours à la force",
        ),
    ],
)
def test_fields_and_values_are_said_in_words(language, told, decided, monkeypatch):
    """Between builds and in a person's decisions, neither a field nor a value is a code."""
    monkeypatch.setattr(text, "language", lambda: language)
    assert list(_worded(FOUND)["change"]) == [told]
    assert _changed([("killed", "at least 300"), ("type", "ASSAULT")]) == decided
