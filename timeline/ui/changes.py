"""What differs between two builds: the feed of added, changed, merged, split and removed events."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from timeline.errors import BuildError
from timeline.settings import current_case
from timeline.store import open_build, published_at, recent_builds
from timeline.ui import downloads, review_frames, tables, text
from timeline.ui.present import field_words, value_words
from timeline.ui.view import View

_COLUMNS = ("kind", "label", "change", "event_id", "others")
# Characters of a value before and after.
_VALUE = 60


def section(view: View) -> None:
    """A choice of earlier builds, and what is different now."""
    earlier = [build_id for build_id in recent_builds(current_case()) if build_id != view.build.id]
    if not earlier:
        st.info(text.CHANGES_NO_OLDER)
        return
    picked = st.selectbox(text.CHANGES_SINCE, earlier, key="changes_since", format_func=_told, width=420)
    try:
        with open_build(current_case(), picked) as old:
            found = review_frames.changes(old, view.build)
    except BuildError:
        st.info(text.CHANGES_TOO_OLD)
        return
    if found.empty:
        st.info(text.CHANGES_NONE)
        return
    counts = found["kind"].value_counts()
    st.caption(
        ", ".join(f"{counts[kind]} {words.lower()}" for kind, words in text.CHANGE_KINDS.items() if kind in counts)
    )
    offset = tables.page_of(len(found), key="page_changes")
    tables.rows(_worded(found.iloc[offset : offset + tables.PAGE_ROWS]), _COLUMNS, alt=text.CHANGES, key="changes")
    downloads.rows(found, name=f"changes-{picked}-{view.build.id}", key="changes")


def _told(build_id: str) -> str:
    at = published_at(current_case(), build_id)
    return text.BUILD_AT.format(build=build_id, when=f"{at:%Y-%m-%d %H:%M:%S}")


def _worded(found: pd.DataFrame) -> pd.DataFrame:
    told = []
    for row in found.to_dict("records"):
        values = zip(row["fields"], row["before"], row["after"], strict=True)
        told.append(text.CLAUSES_JOINT.join(_told_change(*value) for value in values))
    return found.assign(
        kind=[text.CHANGE_KINDS[kind] for kind in found["kind"]],
        change=told,
        others=["; ".join(map(str, others)) for others in found["others"]],
    )


def _told_change(field: str, old: str, new: str) -> str:
    """A field with its value before and after."""
    return f"{field_words(field).lower()}{text.COLON}{_short(field, old)} → {_short(field, new)}"


def _short(field: str, value: str) -> str:
    value = value_words(field, value)
    return (value if len(value) <= _VALUE else value[: _VALUE - 1] + "…") or "–"
