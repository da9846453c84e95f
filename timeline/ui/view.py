"""What one run of a page looks at: the open build, the filters and the size of what they leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

import streamlit as st

from timeline.queries import Counts, Filters
from timeline.settings import current_case
from timeline.store import Build, current_build_id, list_builds, open_build

_KEY, _SHOWN = "_view", "_shown_build"

# What `timeline.figures` draws; its library is named there only.
Figure: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class View:
    """The build, the filters, whether the screen is dark, and what is on it in words and numbers."""

    build: Build
    filters: Filters
    dark: bool
    sentence: str
    counts: Counts
    actor_names: Mapping[str, str]

    @property
    def title(self) -> str:
        """The case's own title."""
        return self.build.info.get("title", "")


def set_view(view: View) -> None:
    """Make it what `current_view` returns for the rest of this run."""
    st.session_state[_KEY] = view


def current_view() -> View:
    """The view the shell made for this run."""
    return cast(View, st.session_state[_KEY])


def current_id() -> str | None:
    """Id of the published build of the case being served; None before the first."""
    return current_build_id(current_case())


@st.cache_resource(max_entries=4, show_spinner=False)
def build_of(case: str, build_id: str) -> Build:
    """The open build; kept open because it never changes. `case` only tells cases apart in the cache."""
    return open_build(current_case(), build_id)


def shown_id(newest: str) -> str:
    """Id of the build this session looks at: the one it began with, until it asks for the newest or it is gone."""
    kept = str(st.session_state.get(_SHOWN, newest))
    st.session_state[_SHOWN] = kept if kept in list_builds(current_case()) else newest
    return str(st.session_state[_SHOWN])


def show_newest() -> None:
    """From the next run on this session looks at the newest build."""
    st.session_state.pop(_SHOWN, None)
