"""The review page: what most needs a person, one event at a time, its evidence side by side, and what they may do."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from timeline import reviewing
from timeline.model import Access
from timeline.settings import current_case
from timeline.ui import editing, event, evidence, frames, pages, rebuild, review_forms, review_frames, text, viewport
from timeline.ui.heading import is_empty
from timeline.ui.plain import plain, visible
from timeline.ui.present import decimal, merged, numeral, option, quoted, reason, reviewed, uncoded, words
from timeline.ui.view import View

Row = Mapping[Hashable, Any]

# Events of the queue kept at hand; the next ones follow when these are done.
_QUEUE = 60
_CURRENT, _ASKED, _FORM = "_review_event", "_review_asked", "_review_form"
# Sentences shown side by side, and in all; the event's own page shows the rest.
_SIDE_BY_SIDE = 3
_SENTENCES = 6
_NEAR = 3
_REASONS = 6
# The keys, in the order in which they stand on screen; C and R belong to Streamlit.
KEYS = {"accept": "A", "edit": "E", "merge": "M", "split": "S", "reject": "X", "note": "O", "add": "H"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the reviewer's desk: the queue of ids with their labels, and the event looked at."""

    granted: Access
    queue: Mapping[str, str]
    row: Row | None


def desk(view: View) -> Desk:
    """The queue of the view's events that nobody has reviewed, and the event asked for or the first of them."""
    granted = editing.access()
    if granted.may_edit:
        rebuild.builder().start()
    waiting = view.filters if view.filters.reviewed != "either" else replace(view.filters, reviewed="no")
    found = review_frames.queue(view, waiting, limit=_QUEUE)
    queue = {str(row["event_id"]): visible(option(row)) for row in found.to_dict("records")}
    asked = st.query_params.get(event.ADDRESS, "").strip()
    if asked and asked != st.session_state.get(_ASKED):
        st.session_state[_ASKED] = st.session_state[_CURRENT] = asked
    current = st.session_state.get(_CURRENT)
    row = frames.event(view.build, current) if current else None
    if row is None and queue:
        row = frames.event(view.build, next(iter(queue)))
    if row is not None:
        st.session_state[_CURRENT] = str(row["event_id"])
    return Desk(granted, queue, row)


def progress(view: View) -> None:
    """How many of the view's events a person has looked at."""
    either = replace(view.filters, reviewed="either")
    total = frames.counts(view.build, either).events
    done = frames.counts(view.build, replace(either, reviewed="yes")).events
    st.progress(
        done / total if total else 0.0, text=text.REVIEW_PROGRESS.format(done=numeral(done), total=numeral(total))
    )


def steps(view: View, desk: Desk) -> None:
    """Where one is in the queue: a list, and the keys for the one before and the next."""
    ids = list(desk.queue)
    current = str(desk.row["event_id"]) if desk.row else ""
    at = ids.index(current) if current in ids else -1
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="review_steps"):
        st.button(text.PREVIOUS, shortcut="P", disabled=at < 1, on_click=_go, args=(ids[at - 1] if at > 0 else "",))
        following = ids[at + 1] if 0 <= at < len(ids) - 1 else ids[0] if at < 0 and ids else ""
        st.button(text.NEXT, shortcut="N", disabled=not following, on_click=_go, args=(following,))
        _undo(desk.granted)
        st.session_state["review_pick"] = current if current in ids else None
        st.selectbox(
            text.REVIEW_QUEUE,
            ids,
            index=None,
            format_func=lambda event_id: desk.queue.get(event_id, ""),
            key="review_pick",
            placeholder=text.REVIEW_QUEUE,
            label_visibility="collapsed",
            on_change=_follow,
            width=420,
        )


def _undo(granted: Access) -> None:
    """One key takes back the reviewer's own last decision."""
    last = reviewing.last_standing(reviewing.read_case_log(current_case()).decisions, granted.name)
    if granted.may_edit:
        name = text.UNDO_WHAT.format(verdict=text.VERDICTS[last.verdict].lower()) if last else text.UNDO
        st.button(name, shortcut="U", disabled=last is None, on_click=_take_back, args=(last,), key="review_undo")


def _take_back(decision: Any) -> None:  # noqa: ANN401 (a Decision, or None where the button is off)
    st.session_state.pop(_FORM, None)
    if editing.take_back(decision) and decision.event:
        st.session_state[_CURRENT] = decision.event


def _follow() -> None:
    _go(st.session_state["review_pick"] or "")


def _go(event_id: str) -> None:
    editing.forget_what_happened()
    st.session_state.pop(_FORM, None)
    st.session_state[_CURRENT] = event_id


def open_form(name: str) -> None:
    """Show the form of an action, or put it away; the cursor goes into it."""
    editing.forget_what_happened()
    st.session_state[_FORM] = "" if st.session_state.get(_FORM) == name else name
    viewport.focus_form()


def close_form() -> None:
    """Put the form away."""
    st.session_state.pop(_FORM, None)


def actions(view: View, desk: Desk) -> None:
    """The verdicts as buttons with their keys, and the form of the one chosen."""
    editing.say_what_happened()
    if editing.locked(desk.granted):
        return
    with st.container(horizontal=True, gap="small", key="review_actions"):
        for name, key in KEYS.items():
            needs_event = name != "add"
            st.button(
                text.VERDICTS[name],
                shortcut=key,
                key=f"act_{name}",
                disabled=needs_event and desk.row is None,
                on_click=_accept if name == "accept" else open_form,
                args=(view, desk) if name == "accept" else (name,),
            )
    form = st.session_state.get(_FORM)
    if form and (desk.row is not None or form == "add"):
        review_forms.draw(form, view, desk.row or {}, close=close_form, settled=_settled)


def _accept(view: View, desk: Desk) -> None:
    if desk.row is None:
        return
    event_id, ids = str(desk.row["event_id"]), list(desk.queue)
    at = ids.index(event_id) if event_id in ids else -1
    saved = editing.decide(
        "accept",
        review_frames.report_ids(view.build, event_id),
        version=words(desk.row["version"]),
        event=event_id,
        label=words(desk.row["label"]),
    )
    if saved:
        following = ids[at + 1 : at + 2] or [one for one in ids[:1] if one != event_id]
        st.session_state[_CURRENT] = following[0] if following else event_id


def _settled(verdict: str, event_id: str) -> None:
    """After a form was saved: stay with what was changed; of what is gone, go on to the next."""
    close_form()
    st.session_state[_CURRENT] = "" if verdict == "reject" else event_id


def looked_at(view: View, desk: Desk) -> None:
    """The event: what it says, every sentence side by side, why it stands here, and where reports differ."""
    row = desk.row
    if row is None:
        if not is_empty(view):
            st.info(text.REVIEW_EMPTY)
        return
    st.subheader(plain(words(row["label"])), anchor=False)
    st.text(visible(evidence.facts_line(row)))
    if words(row["reviewed"]):
        why = words(row["reviewed_why"])
        st.caption(plain(f"{text.FACT_REVIEWED}{text.COLON}{reviewed(row)}" + (f" · {quoted(why)}" if why else "")))
    _sentences(view, row)
    left, right = st.columns(2, gap="large")
    with left:
        _why_here(row)
    with right:
        _near(view, row)
    event.disagreements(view, row)
    pages.link_event(str(row["event_id"]))


def _sentences(view: View, row: Row) -> None:
    if words(row["evidence_basis"]) in text.EVIDENCE_MARKS:
        st.warning(text.EVIDENCE_MARKS[row["evidence_basis"]])
    mentions = evidence.reports_of(frames.mentions(view.build, row["event_id"]))
    shown = mentions.head(_SENTENCES).to_dict("records")
    across = min(_SIDE_BY_SIDE, max(1, len(shown))) if viewport.band() != "narrow" else 1
    for first in range(0, len(shown), across):
        for place, column in enumerate(st.columns(across)):
            if first + place < len(shown):
                with column.container(border=True):
                    number = first + place + 1
                    evidence.report(shown[first + place], number, len(mentions), key=f"review_{number}")
    if len(mentions) > _SENTENCES:
        st.caption(text.MORE_REPORTS.format(n=len(mentions) - _SENTENCES))


def _why_here(row: Row) -> None:
    st.markdown(f"**{text.REVIEW_WHY}**", help=text.REVIEW_WHY_HELP)
    st.caption(text.REVIEW_CONFIDENCE.format(confidence=decimal(row["confidence"], 2), level=row["level"]))
    for why in list(row["reasons"])[:_REASONS]:
        st.text(visible(uncoded(reason("coding", why))))


def _near(view: View, row: Row) -> None:
    st.markdown(f"**{text.REVIEW_NEAR}**", help=text.REVIEW_NEAR_HELP)
    found = review_frames.near_misses(view.build, row["event_id"])
    if found.empty:
        st.caption(text.REVIEW_NEAR_NONE)
    for miss in found.head(_NEAR).to_dict("records"):
        other = frames.event(view.build, str(miss["other_id"]))
        if other is not None:
            pages.link_event(str(other["event_id"]), plain(option(other)))
            st.caption(plain(f"{decimal(miss['score'], 2)} · {merged(miss['sentence'])}"))
    apart = review_frames.split_suggestion(view.build, row["event_id"])
    if apart:
        st.caption(text.REVIEW_SPLIT_HINT.format(n=len(apart)))
