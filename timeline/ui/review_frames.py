"""Cached frames for reviewing: the queue, what to join or part, the decisions, what changed."""

from __future__ import annotations

from typing import cast

import pandas as pd
import streamlit as st

from timeline import queries
from timeline.queries import Filters
from timeline.store import Build
from timeline.ui import text
from timeline.ui.event_names import with_names
from timeline.ui.frames import ask, cached
from timeline.ui.view import View


def queue(view: View, filters: Filters, *, limit: int) -> pd.DataFrame:
    """The events that most need a person, first."""
    return ask(view.build, "review_queue", filters, limit=limit)


def near_misses(build: Build, event_id: str) -> pd.DataFrame:
    """Events that this one nearly became one with."""
    return ask(build, "event_near_misses", event_id)


def split_suggestion(build: Build, event_id: str) -> tuple[str, ...]:
    """The reports that part from the rest where the event's weakest link is cut."""
    return cast("tuple[str, ...]", cached(build, build.id, "split_suggestion", (event_id,), ()))


def report_ids(build: Build, event_id: str) -> tuple[str, ...]:
    """Ids of every report of an event: what a decision names it by."""
    return cast("tuple[str, ...]", cached(build, build.id, "event_reports", (event_id,), ()))


def version(build: Build, event_ids: tuple[str, ...]) -> str:
    """What a decision on these events must have seen."""
    return cast(str, cached(build, build.id, "events_version", (event_ids,), ()))


def decisions(build: Build) -> pd.DataFrame:
    """Every decision the build was made with, and what became of it."""
    return ask(build, "list_decisions")


def chain(build: Build, event_id: str) -> pd.DataFrame:
    """What led to an event and what answered it."""
    return ask(build, "event_chain", event_id)


@st.cache_data(max_entries=8, show_spinner=False)
def _changes(_old: Build, _new: Build, old_id: str, new_id: str) -> pd.DataFrame:
    return queries.list_changes(_old, _new)


def changes(old: Build, new: Build) -> pd.DataFrame:
    """What differs between two builds."""
    return with_names(_changes(old, new, old.id, new.id), text.language())
