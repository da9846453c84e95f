"""Every expression of the sentences in marked.txt is found whole with its value, and nothing else is."""

import re
from datetime import date
from pathlib import Path

import pytest

from timeline.model import DateInterval

MARK = re.compile(r"\{([^{}=]+)=([^{}]+)\}")
LINES = Path(__file__).with_name("marked.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" | ", 1) for line in LINES if not line.startswith("#")]
PUBLISHED = "2024-08-20"


@pytest.mark.parametrize(("reading", "marked"), CASES)
def test_sentences_are_read_as_marked(tagger, reading, marked):
    """A history counts from what was told before, news from publication; of some texts the tagger finds out which."""
    day = date.fromisoformat(PUBLISHED if reading == "history" else reading.removeprefix("either "))
    narrative = None if reading.startswith("either") else reading == "history"
    found = tagger.tag(MARK.sub(r"\1", marked), document_date=DateInterval(day, day), narrative=narrative)
    assert [(expression.text, expression.value) for expression in found] == MARK.findall(marked)
