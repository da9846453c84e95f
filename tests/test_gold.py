"""The gold articles stay usable: every annotation points at its own words and speaks the ontology."""

import json
from datetime import date
from pathlib import Path

import pytest

from timeline.lexicon.types import load_types
from timeline.settings import LEXICON_DIR

GOLD = Path(__file__).parent.parent / "bench" / "gold" / "articles.jsonl"
ARTICLES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
STATUSES = {"happened", "alleged", "planned", "threatened", "denied"}
FIELDS = {
    *("type", "type_also", "mode", "source_actor", "source_may_be_unnamed", "target_actor", "target_actor_also"),
    *("target_may_be_unnamed", "status", "status_also", "date_start", "date_end", "optional", "killed_min", "place"),
    *("text", "start", "end"),
}


@pytest.fixture(scope="module")
def known_types():
    """The lexicon's table of types and their modes."""
    return load_types(LEXICON_DIR)


def test_articles_are_told_apart_by_their_ids():
    """No article hides another."""
    assert len({article["id"] for article in ARTICLES}) == len(ARTICLES) >= 14


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
def test_every_sentence_is_a_slice_of_its_article(article):
    """Offsets and quotes agree, and a sentence that reports nothing stands exactly once."""
    text = article["text"]
    assert all(text[event["start"] : event["end"]] == event["text"] for event in article["events"])
    assert all(text.count(sentence) == 1 for sentence in article["not_events"])


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
def test_every_event_speaks_the_ontology(article, known_types):
    """Types, modes, statuses and fields are known, and an interval runs forward."""
    for event in article["events"]:
        assert event.keys() <= FIELDS
        assert all((other, "") in known_types for other in event.get("type_also", ()))
        assert (event["type"], event.get("mode", "")) in known_types
        assert {event["status"], *event.get("status_also", ())} <= STATUSES
        assert (event["date_start"] is None) == (event["date_end"] is None)
        if event["date_start"]:
            assert date.fromisoformat(event["date_start"]) <= date.fromisoformat(event["date_end"])


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
def test_a_sentence_that_reports_nothing_has_no_asserted_conflict(article):
    """The two lists of an article never contradict each other."""
    conflict, asserted_as = {"ASSAULT", "COERCE", "MOBILIZE"}, {"happened", "alleged"}
    asserted = {e["text"] for e in article["events"] if e["type"] in conflict and e["status"] in asserted_as}
    assert asserted.isdisjoint(article["not_events"])
