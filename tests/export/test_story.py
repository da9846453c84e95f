"""A published story says what the editor chose, quotes its evidence and needs nothing else."""

import json
import re

import pytest

from tests.export.frames import CONTEXT, events, mentions
from timeline.export import export_story
from timeline.model import Story, StoryStep

STORY = Story(
    title="How it began",
    opening="Two days.\nOne port.",
    steps=(StoryStep(event_id="e2"), StoryStep(event_id="e1", words="First the strike.")),
)
UNDATED = {"event_id": "e2", "label": "Talks ended", "date_start": None, "date_end": None, "edtf": ""}


def told(format, story=STORY, change=None, report=None):
    frame, reports = events(change or {}, UNDATED), mentions(report or {})
    return export_story(story, frame, reports, format=format, context=CONTEXT).decode()


def test_steps_stand_in_the_editors_order():
    """Not the order of time: the order of the story."""
    page = told("html")
    assert page.index("Talks ended") < page.index("Norland struck Sudria") < page.index("First the strike.")
    assert "Two days.<br>One port." in page


def test_the_page_quotes_its_evidence_and_names_its_sources():
    """Each step has its sentences, with publisher and address."""
    page = told("html")
    assert "<blockquote>Norland struck Sudria.</blockquote>" in page
    assert 'href="https://example.org/1"' in page
    assert "Build b1" in page


def test_the_page_fetches_and_runs_nothing():
    """No script, no style sheet, no picture from anywhere; its policy forbids them besides."""
    page = told("html")
    assert not re.search(r"<(script|link|img|iframe)|@import|url\(", page)
    assert "default-src 'none'" in page


@pytest.mark.parametrize("hostile", ["<script>x</script>", '"><img src=x onerror=y>', "</title><b>", "\x00\u202e"])
def test_hostile_words_stay_words(hostile):
    """Titles, labels, sentences and the editor's own words are letters."""
    story = Story(title=hostile, opening=hostile, steps=(StoryStep(event_id="e1", words=hostile),))
    page = told("html", story, {"label": hostile}, {"text": hostile, "title": hostile, "url": f"javascript:{hostile}"})
    assert not re.search(r"<script|<img|<b>|javascript:[^&]*href", page)
    assert "href=" not in page


def test_a_step_whose_event_is_gone_is_marked_and_keeps_its_words():
    """A story that outlived an event says so instead of leaving it out, by what the event was called."""
    gone = (StoryStep(event_id="gone<1>"), StoryStep(event_id="e9", label="The <port> fell", words="Then this."))
    page = told("html", Story(title="T", steps=gone))
    assert page.count("This build no longer has the event.") == 2
    assert "gone&lt;1&gt;" in page
    assert "The &lt;port&gt; fell" in page
    assert "Then this." in page
    front = json.loads(told("timelinejs", Story(title="T", steps=gone)))["title"]["text"]["text"]
    assert "No longer in this build: gone&lt;1&gt;; The &lt;port&gt; fell." in front


def test_timelinejs_carries_the_editors_words():
    """Dated steps become slides, the words before the quote."""
    story = json.loads(told("timelinejs"))
    (slide,) = story["events"]
    assert story["title"]["text"]["headline"] == "How it began"
    assert slide["text"]["text"].startswith("<p>First the strike.</p><blockquote>")


def test_an_inferred_publication_is_not_a_day():
    """A source of uncertain date is cited with both ends and how they are known."""
    page = told("html", report={"published_end": "2024-04-09", "published_basis": "inferred"})
    assert "between 2024-04-02 and 2024-04-09 (inferred)" in page
