"""The time words table is read, validated and asked."""

import pytest

from timeline.errors import LexiconError
from timeline.lexicon.time_words import load_time_words


def test_shipped_table_loads():
    """Weekdays, months and units are there; an ambiguous word has all its classes."""
    words = load_time_words()
    assert dict(words.classes["second"]) == {"ORD": "2", "SECOND": "S", "SECTION": "END"}
    assert dict(words.classes["friday"]) == {"WEEKDAY": "5"}
    assert "may" in words.capitalised
    assert "said" in words.of("SPEECH")


def test_bad_case_is_named(tmp_path):
    """A bad cell is named by file, line and column."""
    table = tmp_path / "time_words.csv"
    table.write_text("class,value,case,words\nMONTH,1,upper,january\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"time_words.csv:2:case"):
        load_time_words(table)
