"""A story: chosen events in a chosen order, each with the words an editor puts to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStep:
    """One event of a story; `words` are the editor's, plain text, "" for none.

    `label` is what the event was called when the story was saved: it says what is meant once the event is gone.
    """

    event_id: str
    words: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a story is called, what it opens with, and its steps in order; an event stands in it once."""

    title: str
    opening: str = ""
    steps: tuple[StoryStep, ...] = ()
