"""Frame values in plain words."""

from datetime import date

import pandas as pd
import pytest

from timeline.lexicon.types import load_types
from timeline.settings import LEXICON_DIR
from timeline.speech import Speech
from timeline.ui import text
from timeline.ui.present import (
    field_words,
    lag,
    merged,
    mode_words,
    option,
    quoted,
    reason,
    span,
    toll,
    uncertainty,
    uncoded,
    value_words,
    when,
    where,
)
from timeline.words import languages


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-04-01", "2024-04-01", "1 Apr 2024"),
        ("2024-04-13", "2024-04-14", "13–14 Apr 2024"),
        ("2024-07-28", "2024-08-02", "28 Jul – 2 Aug 2024"),
        ("2023-12-30", "2024-01-02", "30 Dec 2023 – 2 Jan 2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("2019-01-01", "2020-12-31", "2019–2020"),
    ],
)
def test_a_span_is_said_as_a_reader_would(start, end, words):
    """Whole months and years by name, a range once."""
    assert span(date.fromisoformat(start), date.fromisoformat(end)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(7, 7, "7"), (7, 11, "7–11"), (300, pd.NA, "≥ 300"), (pd.NA, 5, "≤ 5"), (pd.NA, pd.NA, ""), (1200, 1200, "1,200")],
)
def test_a_toll_keeps_its_uncertainty(low, high, words):
    """A floor stays a floor, and nothing known is nothing shown."""
    assert toll({"killed_min": low, "killed_max": high}, "killed") == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 0, "the same day"),
        (1, 1, "1 day later"),
        (12, 12, "12 days later"),
        (3, 5, "3 to 5 days later"),
        (pd.NA, pd.NA, "time between unknown"),
        (4, pd.NA, "4 days later"),
    ],
)
def test_a_lag_is_a_phrase(low, high, words):
    """Days between, as certain as they are known."""
    assert lag(low, high) == words


def test_an_undated_event_says_so():
    """A missing date is a word, never NaT."""
    row = {"date_start": pd.NaT, "date_end": pd.NaT, "label": "Talks", "lasting": False}
    assert when(row) == "undated"
    assert option(row) == "undated · Talks"
    assert uncertainty(row) == "no date is given"


def test_lasting_and_uncertain_differ():
    """Two days that an event filled are not one day out of two."""
    row = {"date_start": pd.Timestamp("2024-04-13"), "date_end": pd.Timestamp("2024-04-14"), "lasting": True}
    assert uncertainty(row) == "it lasted 2 days"
    assert uncertainty(row | {"lasting": False}) == "one day within 2 days"


@pytest.mark.parametrize(
    ("place", "country", "words"),
    [("Tehran", "IRN", "Iran"), ("Iran", "IRN", "Iran"), ("Pristina", "XKX", "Pristina, XKX"), ("", "", "")],
)
def test_a_place_names_its_country_once(place, country, words):
    """A reader sees the country's name, not its code, where the standard has one."""
    assert where({"place": place, "country": country}).endswith(words)


def test_no_code_of_the_merger_reaches_the_reader():
    """Types and modes are words; anything else stays."""
    assert uncoded("both are coded ASSAULT/heavy-weapons; both say 'AID'.") == (
        "both are coded use of force (heavy weapons); both say 'aid'."
    )
    assert mode_words("heavy-weapons") == "heavy weapons"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("status", "alleged", "Alleged"),
        ("type", "ASSAULT", "Use of force"),
        ("mode", "heavy-weapons", "heavy weapons"),
        ("killed", "at least 300", "at least 300"),
        ("label", "Norland: attack", "Norland: attack"),
        ("place", "happened", "happened"),
        ("status", "no such status", "no such status"),
        ("date_rule", "explicit.month since", "explicit.month since"),
        ("date_reason", "The text gives no date for this.", "The text gives no date for this."),
    ],
)
def test_a_value_is_said_by_its_field(field, value, words):
    """Codes are said in words; a place or name that is spelt like a code is none."""
    assert value_words(field, value) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("explicit.month since", "explicit.month depuis"),
        ("soon after", "peu après"),
        ("told by", "rapporté à ce moment"),
        ("anchor.lexicon", "anchor.lexicon"),
    ],
)
def test_the_name_of_a_rule_is_said_where_it_is_words(rule, words, monkeypatch):
    """What is written in words is translated, what only names a rule is not."""
    monkeypatch.setattr(text, "language", lambda: "fr")
    assert value_words("date_rule", rule) == words


def test_a_field_nobody_has_named_is_read_out():
    """A field of a later version is shown by its own name, not left out."""
    assert field_words("targets") == "Target"
    assert field_words("sea_state") == "Sea state"


def test_a_merge_reason_has_no_codes():
    """A reader sees ways of acting, never their codes, and an article's words between quotation marks."""
    assert merged("Both are coded ASSAULT/heavy-weapons.") == "Both are coded use of force (heavy weapons)."
    assert quoted("on Monday") == "“on Monday”"


@pytest.mark.parametrize("language", languages())
def test_every_way_of_acting_has_words_of_its_own(language):
    """Each mode of the type table has words, no two the same: a link says a mode by its words."""
    modes = Speech(language).table("MODES")
    assert set(modes) == {row.mode for row in load_types(LEXICON_DIR).rows.values() if row.mode}
    assert len(set(modes.values())) == len(modes)


def test_a_reason_has_no_brackets_of_a_standard():
    """One day among several is said as first and last day, in either language; an article's words stay as they are."""
    assert reason("date", "“hours after” ([2034-07-30..2034-07-31]), counted.") == (
        "“hours after” (2034-07-30 to 2034-07-31), counted."
    )
    assert reason("coding", "'[2034-07-30..2034-07-31]' names: attack.").startswith("'[2034")
