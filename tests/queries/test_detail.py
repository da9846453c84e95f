"""One event and one article, with everything that supports them."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from tests.builders import make_article, make_event, make_mention
from timeline.queries import (
    Filters,
    article_mentions,
    event_disagreements,
    event_mentions,
    event_merge_reasons,
    event_responses,
    get_article,
    get_event,
    list_articles,
    list_disagreements,
    list_mentions,
    list_merge_reasons,
    list_responses,
    resolve_event,
)
from timeline.store import BuildContents, open_build, write_build


@pytest.mark.parametrize("event_id", ["e1", "old", "e0"])
def test_an_old_link_opens_the_present_event(answered_build, event_id):
    """Redirects are followed, one after another."""
    assert get_event(answered_build, event_id)["event_id"] == "e1"
    assert len(event_mentions(answered_build, event_id)) == 2
    assert len(event_merge_reasons(answered_build, event_id)) == 1


@pytest.mark.parametrize("event_id", ["nothing", "loop", "' OR 1=1 --", ""])
def test_an_unknown_event_is_none(answered_build, event_id):
    """A link to nothing finds nothing, even where redirects run in a circle."""
    assert get_event(answered_build, event_id) is None
    assert event_mentions(answered_build, event_id).empty


def test_resolving_an_id_without_redirect_keeps_it(answered_build):
    """Most ids are their own."""
    assert resolve_event(answered_build, "e2") == "e2"


def test_reports_come_by_publication_with_their_article(answered_build):
    """Each report carries its sentence, its context and where it was printed."""
    frame = event_mentions(answered_build, "e1")
    assert list(frame["article_id"]) == ["a2", "a1"]
    for row in frame.to_dict("records"):
        text = get_article(answered_build, row["article_id"])["text"]
        assert text[row["start"] : row["end"]] == row["text"]
        around = row["before"] + row["text"] + row["after"]
        assert around in text
        assert row["publisher"] == "The Gazette"


def test_links_that_no_sentence_states_are_off(answered_build):
    """What is only inferred is given to those who ask for it."""
    assert list(event_responses(answered_build, "e2")["basis"]) == ["stated"]
    assert list(list_responses(answered_build, Filters(), inferred=True)["basis"]) == ["stated"]
    assert sorted(event_responses(answered_build, "e2", inferred=True)["basis"]) == ["inferred", "stated"]


def test_both_directions_of_a_response_are_listed(answered_build):
    """An answer names what it answers, and the answered event names its answer."""
    answers = event_responses(answered_build, "e2", inferred=True)
    assert list(answers["direction"]) == ["answers", "answers"]
    assert list(answers["other_id"]) == ["e1", "gone"]
    assert list(answers["other_label"]) == ["Norland struck Sudria", ""]
    assert pd.isna(answers["other_date_start"].iloc[1])
    answered = event_responses(answered_build, "e1").iloc[0]
    assert (answered["direction"], answered["other_id"], answered["other_label"]) == (
        "answered_by",
        "e2",
        "Sudria answered",
    )
    assert answered["lag_days"] == 12


def test_the_commonest_value_of_a_disagreement_comes_first(answered_build):
    """What most reports say is read first, with who says it."""
    frame = event_disagreements(answered_build, "e1")
    assert list(frame["value"]) == ["5", "3"]
    assert frame["who"].iloc[0] == ["The Herald", "The Post"]


def test_articles_know_what_was_taken_from_them(answered_build):
    """Counts per article, the undated last."""
    frame = list_articles(answered_build)
    assert list(frame["article_id"]) == ["a2", "a1", "a3"]
    assert list(frame["n_mentions"]) == [1, 2, 0]
    assert list(frame["n_events"]) == [1, 2, 0]
    assert get_article(answered_build, "nothing") is None


def test_an_article_s_reports_are_in_reading_order(answered_build):
    """Down the page, whatever event they belong to."""
    frame = article_mentions(answered_build, "a1")
    assert list(frame["event_id"]) == ["e1", "e2"]
    assert frame["start"].is_monotonic_increasing


def test_all_details_or_those_of_a_view(answered_build):
    """Exports take everything, or what is on screen."""
    answer, strike = Filters(start=date(2024, 4, 10)), Filters(end=date(2024, 4, 10))
    assert len(list_mentions(answered_build)) == 3
    assert set(list_mentions(answered_build, answer)["event_id"]) == {"e2"}
    assert len(list_disagreements(answered_build)) == len(list_disagreements(answered_build, strike)) == 2
    assert list_disagreements(answered_build, answer).empty
    assert len(list_merge_reasons(answered_build)) == len(list_merge_reasons(answered_build, strike)) == 1
    assert list_merge_reasons(answered_build, answer).empty


def test_a_copy_names_what_it_copies(tmp_path):
    """Each report of a copy, and the copy itself, name the original's id, publisher and title."""
    text = "Norland struck Sudria on Monday."
    papers = (
        make_article(text, id="first", publisher="Wire", title="Strike"),
        make_article(text, id="copy", publisher="Post", copy_of="first"),
    )
    event = make_event("e1", mentions=[make_mention(text, id=f"m-{a.id}", article_id=a.id) for a in papers])
    write_build(tmp_path, BuildContents(events=(event,), articles=papers), build_id="copies")
    with open_build(tmp_path) as build:
        told = event_mentions(build, "e1").set_index("article_id")[["copy_of", "copy_of_name"]]
        assert tuple(told.loc["copy"]) == ("first", "Wire, Strike")
        assert tuple(told.loc["first"]) == ("", "")
        assert get_article(build, "copy")["copy_of_name"] == "Wire, Strike"
