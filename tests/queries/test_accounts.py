"""Accounts keep every voice apart."""

import pandas as pd

from timeline.queries import ACCOUNT_COLUMNS, Filters, accounts, event_mentions, list_mentions, most_disputed

MENTION = {
    "event_id": "e1", "article_id": "a1", "start": 10, "end": 40, "text": "They shelled the port at dawn.",
    "trigger_start": 15, "trigger_end": 22, "publisher": "The Gazette", "title": "A title",
    "claimed_by": "", "edtf": "2024-04-01",
    "killed_min": 3, "killed_max": None, "initiator": "Norland", "status": "happened",
    "initiator_words": "They", "target_words": "the port",
}  # fmt: skip


def told(*changes, by="source"):
    frame = pd.DataFrame([MENTION | change for change in changes])
    kinds = {"killed_min": "Int64", "killed_max": "Int64"}
    return accounts(frame.astype(kinds), by=by).set_index("who").to_dict("index")


def test_each_source_has_its_own_values():
    """What one source says never becomes another's."""
    found = told({}, {"publisher": "The Herald", "start": 50, "killed_min": 9, "killed_max": 12, "status": "alleged"})
    assert (found["The Gazette"]["killed_min"], found["The Gazette"]["killed_max"]) == (3, 3)
    assert (found["The Herald"]["killed_min"], found["The Herald"]["killed_max"]) == (9, 12)
    assert found["The Herald"]["statuses"] == ["alleged"]


def test_the_words_for_the_act_are_cut_from_the_sentence():
    """The act is quoted in the source's own words."""
    assert told({})["The Gazette"]["act_words"] == ["shelled"]


def test_an_article_without_a_publisher_is_a_source_of_its_own():
    """Two unsigned articles are two voices."""
    found = told({"publisher": "", "title": "One"}, {"publisher": "", "title": "Two", "start": 50})
    assert set(found) == {"One", "Two"}


def test_a_value_stands_once_the_most_frequent_first():
    """Three reports of one date and one of another are two values in that order."""
    found = told({"start": 1}, {"start": 2}, {"start": 3, "edtf": "2024-04-02"}, {"start": 4, "edtf": ""})
    assert found["The Gazette"]["dates"] == ["2024-04-01", "2024-04-02"]
    assert found["The Gazette"]["n_reports"] == 4


def test_claimants_are_told_apart_from_the_articles_own_voice():
    """Nobody quoted is the empty name, never a claimant."""
    found = told({}, {"claimed_by": "Norland", "start": 50}, {"claimed_by": "Norland", "start": 90}, by="claimant")
    assert {who: row["n_reports"] for who, row in found.items()} == {"Norland": 2, "": 1}


def test_no_toll_is_no_number():
    """A voice that gives no toll gets none."""
    assert pd.isna(told({"killed_min": None})["The Gazette"]["killed_min"])


def test_a_real_build_has_accounts(answered_build):
    """The frame of an event's reports is what accounts are made of."""
    frame = accounts(event_mentions(answered_build, "e1"), by="source")
    assert tuple(frame.columns) == ACCOUNT_COLUMNS
    assert frame["n_reports"].sum() == 2
    assert len(accounts(list_mentions(answered_build), by="claimant")) == 1


def test_the_most_disputed_come_first(answered_build):
    """Only events of several reports can be compared; disagreements decide the order."""
    assert list(most_disputed(answered_build, Filters(), limit=5)["event_id"]) == ["e1"]
