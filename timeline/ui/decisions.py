"""The audit log: every decision of every person, what became of it, as a table and as a file; and the way back."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from timeline import reviewing
from timeline.model import Decision, decisions_on
from timeline.settings import current_case
from timeline.ui import downloads, editing, frames, pages, rebuild, review_frames, tables, text
from timeline.ui.plain import plain, visible
from timeline.ui.present import field_words, numeral, quoted, reason, value_words, words
from timeline.ui.view import View, show_newest

_COLUMNS = ("decided", "who", "verdict", "label", "why", "change", "state")
# Decisions offered to be undone, the newest first.
_OFFERED = 100


def log(view: View) -> pd.DataFrame:
    """The log as it is now, newest first, with what the build made of each decision."""
    applied = {row["decision_id"]: row for row in review_frames.decisions(view.build).to_dict("records")}
    rows = []
    for number, decision in enumerate(reviewing.read_case_log(current_case()).decisions, 1):
        known = applied.get(decision.id, {})
        rows.append(
            {
                "number": number,
                "decision_id": decision.id,
                "decided": decision.when,
                "who": decision.who,
                "verdict": decision.verdict,
                "event_id": words(known.get("event_id")) or decision.event,
                "label": decision.label,
                "why": decision.why,
                "change": "; ".join(f"{field}: {value}" for field, value in decision.change),
                "state": words(known.get("state")) or "waiting",
                "problem": words(known.get("problem")),
                "subjects": " ".join(decision.subjects),
                "version": decision.version,
                "previous": decision.previous,
            }
        )
    return pd.DataFrame(rows[::-1], columns=_LOG_COLUMNS)


_LOG_COLUMNS = (
    *("number", "decision_id", "decided", "who", "verdict", "event_id", "label", "why", "change", "state"),
    *("problem", "subjects", "version", "previous"),
)


def section(view: View) -> None:
    """Filters, the table, the files and, for editors, undo."""
    found = log(view)
    st.caption(text.AUDIT_HELP)
    if found.empty:
        st.info(text.AUDIT_NONE)
        return
    _waiting(found)
    kept = _filtered(found)
    st.caption(text.AUDIT_SHOWN.format(n=numeral(len(kept)), total=numeral(len(found))))
    offset = tables.page_of(len(kept), key="page_audit")
    shown = _worded(view, kept.iloc[offset : offset + tables.PAGE_ROWS])
    tables.rows(shown, _COLUMNS, alt=text.AUDIT, key="audit")
    _troubles(kept)
    downloads.rows(kept, name="decisions", key="audit")
    _undo(view, kept)


def _filtered(found: pd.DataFrame) -> pd.DataFrame:
    who, kind, event = st.columns(3)
    people = who.multiselect(text.AUDIT_WHO, sorted(set(found["who"])), key="audit_who", select_all=False)
    verdicts = kind.multiselect(
        text.AUDIT_KIND,
        [verdict for verdict in text.VERDICTS if verdict in set(found["verdict"])],
        format_func=text.VERDICTS.get,
        key="audit_kind",
        select_all=False,
    )
    wanted = event.text_input(text.AUDIT_EVENT, key="audit_event", max_chars=80).strip()
    kept = found[found["who"].isin(people)] if people else found
    kept = kept[kept["verdict"].isin(verdicts)] if verdicts else kept
    return kept[kept["event_id"] == wanted] if wanted else kept


def _worded(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """The rows as a reader says them, each with what its event is called now, or was when it was decided."""
    changes = {one.id: one.change for one in reviewing.read_case_log(current_case()).decisions}
    labels = [_label(view, *names) for names in zip(found["event_id"], found["label"], strict=True)]
    return found.assign(
        decided=[_minute(when) for when in found["decided"]],
        verdict=[text.VERDICTS[verdict] for verdict in found["verdict"]],
        state=[text.DECISION_STATES.get(state, state) for state in found["state"]],
        label=labels,
        change=[_changed(changes.get(str(one), ())) for one in found["decision_id"]],
    )


def _changed(change: Iterable[tuple[str, str]]) -> str:
    """The fields a person has set, each with its value."""
    told = (f"{field_words(field).lower()}{text.COLON}{value_words(field, value)}" for field, value in change)
    return text.CLAUSES_JOINT.join(told)


def _label(view: View, event_id: str, then: str) -> str:
    row = frames.event(view.build, event_id) if event_id else None
    return words(row["label"]) if row else then or event_id


def _minute(when: str) -> str:
    return when[:16].replace("T", " ")


def _troubles(found: pd.DataFrame) -> None:
    """Decisions that could not be followed as meant: kept, and said."""
    for problem in found["problem"][found["problem"] != ""]:
        st.warning(plain(reason("decision", problem), limit=600))


def _waiting(found: pd.DataFrame) -> None:
    """Decisions that no build knows yet, as after a crash; an editor may build now."""
    waiting = int((found["state"] == "waiting").sum())
    if waiting:
        st.warning(text.AUDIT_WAITING.format(n=waiting))
        if editing.access().may_edit:
            st.button(text.BUILD_NOW, key="build_now", on_click=_build)


def _build() -> None:
    problem = rebuild.builder().build()
    show_newest()
    if problem:
        editing.say("warning", text.BUILD_FAILED.format(problem=plain(problem)))


def _undo(view: View, found: pd.DataFrame) -> None:
    granted = editing.access()
    editing.say_what_happened()
    if editing.locked(granted):
        return
    decisions = {one.id: one for one in reviewing.read_case_log(current_case()).decisions}
    ids = [str(one) for one in found["decision_id"][found["state"] != "undone"]][:_OFFERED]

    def told(decision_id: str) -> str:
        one = decisions[decision_id]
        parts = (_minute(one.when), one.who, text.VERDICTS[one.verdict], _label(view, one.event, one.label))
        return visible(" · ".join(part for part in parts if part))

    picked = st.selectbox(
        text.AUDIT_UNDO, ids, index=None, key="audit_undo", format_func=told, placeholder=text.AUDIT_UNDO_HINT
    )
    chosen = decisions.get(picked or "")
    st.button(text.UNDO, disabled=chosen is None, on_click=_take_back, args=(chosen,), key="audit_undo_now")


def _take_back(decision: Decision) -> None:
    editing.take_back(decision)
    st.session_state.pop("audit_undo", None)


def of_event(view: View, event_id: str) -> None:
    """The decisions made on one event, oldest first."""
    reports = set(review_frames.report_ids(view.build, event_id))
    applied = {row["decision_id"]: row for row in review_frames.decisions(view.build).to_dict("records")}
    st.subheader(text.EVENT_DECISIONS, anchor=False)
    found = decisions_on(reviewing.read_case_log(current_case()).decisions, reports)
    if not found:
        st.caption(text.EVENT_DECISIONS_NONE)
    for one in found:
        state = words(applied.get(one.id, {}).get("state")) or "waiting"
        line = text.DECISION_LINE.format(
            when=_minute(one.when), who=one.who, verdict=text.VERDICTS[one.verdict].lower()
        )
        shown = _changed((field, value) for field, value in one.change if field != "from")
        parts = (line, shown, quoted(one.why) if one.why else "", text.DECISION_STATES[state])
        st.text(visible(" · ".join(part for part in parts if part)))
    if editing.access().may_edit:
        pages.link_review(event_id)
