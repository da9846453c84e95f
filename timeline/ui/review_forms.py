"""The forms of a reviewer: explicit fields, one Save, and the version of the event that was on screen."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline import reviewing
from timeline.model import TOLLS, Verdict
from timeline.ui import editing, evidence, frames, review_frames, text
from timeline.ui.plain import literal, visible
from timeline.ui.present import day, mode_words, option, type_words, words
from timeline.ui.view import View

Row = Mapping[Hashable, Any]
Settled = Callable[[str, str], None]

# Fields of an event that are written by hand, in the order of the form.
_WRITTEN = ("label", "date_start", "date_end", "initiators", "targets", "place", *TOLLS)
# Events offered to join with, beside those that nearly joined by themselves.
_OTHERS = 150
# Characters of a sentence under its box.
_SENTENCE = 240


def draw(name: str, view: View, row: Row, *, close: Callable[[], None], settled: Settled) -> None:
    """The form of one action."""
    forms = {"edit": _edit, "merge": _merge, "split": _split, "add": _add}
    with st.container(border=True, key=f"form_{name}"):
        st.markdown(f"**{text.FORM_TITLES[name]}**")
        if name in forms:
            forms[name](view, row, settled)
        else:
            _reason(view, row, settled, "reject" if name == "reject" else "note")
        st.button(text.CANCEL, shortcut="Esc", key=f"cancel_{name}", on_click=close)


def _key(name: str, row: Row) -> str:
    """A field's key; another event, or the same one after a decision, is another field."""
    return f"{name}_{row.get('event_id', '')}_{row.get('version', '')}"


def _save(on_click: Callable[..., None], *args: object) -> None:
    st.form_submit_button(text.SAVE, shortcut="Ctrl+S", on_click=on_click, args=args, key="review_save")


def _why(row: Row, name: str) -> str:
    key = _key(f"why_{name}", row)
    st.text_input(text.WHY, key=key, max_chars=500, help=text.WHY_HELP)
    return key


def _decide(view: View, row: Row, verdict: Verdict, settled: Settled, **more: Any) -> None:  # noqa: ANN401
    event_id = str(row.get("event_id", ""))
    given = {
        "subjects": review_frames.report_ids(view.build, event_id) if event_id else (),
        "version": words(row.get("version", "")),
        "event": event_id,
        "label": words(row.get("label", "")),
    }
    if editing.decide(verdict, **(given | more)):
        settled(verdict, event_id)


def _reason(view: View, row: Row, settled: Settled, verdict: Verdict) -> None:
    with st.form(_key(f"form_{verdict}", row), border=False):
        key = _why(row, verdict)

        def save() -> None:
            _decide(view, row, verdict, settled, why=st.session_state[key])

        _save(save)


def _edit(view: View, row: Row, settled: Settled) -> None:
    before = _written(row)
    with st.form(_key("form_edit", row), border=False):
        chosen = _choices(row, "edit")
        for field, cell in zip(_WRITTEN, _cells(), strict=False):
            cell.text_input(
                text.EDIT_FIELDS[field],
                before[field],
                key=_key(f"edit_{field}", row),
                help=text.EDIT_HELPS.get(field),
                max_chars=500,
            )
        why = _why(row, "edit")

        def save() -> None:
            now = {name: st.session_state[key] or "" for name, key in chosen.items()}
            now |= {field: (st.session_state[_key(f"edit_{field}", row)] or "").strip() for field in _WRITTEN}
            change = {name: value for name, value in now.items() if value != before[name]}
            _decide(view, row, "edit", settled, change=change, why=st.session_state[why])

        _save(save)


def _cells() -> Iterator[DeltaGenerator]:
    """Places for fields, three in a row and each row its own: on a telephone they stand in the order of the form."""
    while True:
        yield from st.columns(3)


def _choices(row: Row, form: str) -> dict[str, str]:
    """Type, mode and status as lists; their keys by the field's name."""
    keys = {name: _key(f"{form}_{name}", row) for name in ("type", "mode", "status")}
    one, two, three = st.columns(3)
    types = list(text.SHORT_TYPES)
    kind = words(row.get("type", "")) or "ASSAULT"
    one.selectbox(text.FACT_TYPE, types, types.index(kind), format_func=type_words, key=keys["type"])
    modes = ["", *reviewing.modes_of(kind)]
    mode = words(row.get("mode", ""))
    at = modes.index(mode) if mode in modes else 0
    two.selectbox(
        text.FACT_MODE, modes, at, format_func=lambda code: mode_words(code) or text.NO_MODE, key=keys["mode"]
    )
    statuses = list(text.STATUSES)
    status = words(row.get("status", "")) or "happened"
    three.selectbox(
        text.FILTER_STATUS, statuses, statuses.index(status), format_func=text.STATUSES.get, key=keys["status"]
    )
    return keys


def _written(row: Row) -> dict[str, str]:
    """The event's fields as they are written in the form."""
    start, end = day(row["date_start"]), day(row["date_end"])
    return {
        "label": words(row["label"]),
        "type": words(row["type"]),
        "mode": words(row["mode"]),
        "status": words(row["status"]),
        "date_start": start.isoformat() if start else "",
        "date_end": end.isoformat() if end else "",
        "initiators": " | ".join(words(row["initiator"]).split("; ")) if words(row["initiator"]) else "",
        "targets": " | ".join(words(row["target"]).split("; ")) if words(row["target"]) else "",
        "place": words(row["place"]),
        **{what: _count(row, what) for what in TOLLS},
    }


def _count(row: Row, what: str) -> str:
    low, high = (words(row[f"{what}_{end}"]).split(".")[0] for end in ("min", "max"))
    if not low:
        return ""
    return low if low == high else f"{low}-{high}" if high else f"{low}+"


def _merge(view: View, row: Row, settled: Settled) -> None:
    near = review_frames.near_misses(view.build, row["event_id"])
    known = {str(one["event_id"]): one for one in frames.events(view, limit=_OTHERS).to_dict("records")}
    known.pop(str(row["event_id"]), None)
    first = [str(other) for other in near["other_id"]]
    for other in first:
        found = frames.event(view.build, other)
        if found is not None:
            known.setdefault(other, found)
    ids = [*dict.fromkeys([*(one for one in first if one in known), *known])]
    with st.form(_key("form_merge", row), border=False):
        picked = _key("merge_with", row)
        st.multiselect(
            text.MERGE_WITH,
            ids,
            key=picked,
            format_func=lambda one: visible(option(known[one])),
            placeholder=text.MERGE_HINT,
            select_all=False,
        )
        why = _why(row, "merge")

        def save() -> None:
            others: Sequence[str] = st.session_state[picked]
            events = (str(row["event_id"]), *others)
            reports = [report for one in events for report in review_frames.report_ids(view.build, one)]
            if not others:
                editing.say("warning", text.MERGE_NOTHING)
                return
            version = review_frames.version(view.build, events)
            _decide(view, row, "merge", settled, subjects=reports, version=version, why=st.session_state[why])

        _save(save)


def _split(view: View, row: Row, settled: Settled) -> None:
    readings = frames.mentions(view.build, row["event_id"])
    reports = review_frames.report_ids(view.build, row["event_id"])
    suggested = review_frames.split_suggestion(view.build, row["event_id"])
    sentences = evidence.reports_of(readings).to_dict("records")
    if len(sentences) < 2:
        st.caption(text.SPLIT_ONE)
        return
    st.caption(text.SPLIT_HINT)
    with st.form(_key("form_split", row), border=False):
        boxes: dict[str, list[str]] = {}
        for number, sentence in enumerate(sentences):
            same = readings[
                (readings["article_id"] == sentence["article_id"]) & (readings["start"] == sentence["start"])
            ]
            key = _key(f"split_{number}", row)
            boxes[key] = [str(mention) for mention in same["mention_id"]]
            name = text.REPORT_N.format(n=number + 1, total=len(sentences))
            st.checkbox(name, bool(set(suggested) & set(boxes[key])), key=key)
            st.text(literal(words(sentence["text"])[:_SENTENCE]))
        why = _why(row, "split")

        def save() -> None:
            apart = [mention for key, mentions in boxes.items() if st.session_state[key] for mention in mentions]
            rest = [report for report in reports if report not in apart]
            if not apart or not rest:
                editing.say("warning", text.SPLIT_NOTHING)
                return
            change = {"from": " ".join(rest)}
            _decide(view, row, "split", settled, subjects=apart, change=change, why=st.session_state[why])

        _save(save)


def _add(view: View, row: Row, settled: Settled) -> None:
    blank: Row = {}
    articles = {str(one["article_id"]): one for one in frames.articles(view.build).to_dict("records")}
    with st.form("form_add_event", border=False):
        chosen = _choices(blank, "add")
        fields = [field for field in _WRITTEN if field != "label"]
        for field, cell in zip(fields, _cells(), strict=False):
            cell.text_input(text.EDIT_FIELDS[field], key=f"add_{field}", help=text.EDIT_HELPS.get(field), max_chars=500)
        st.selectbox(
            text.ADD_ARTICLE,
            list(articles),
            index=None,
            key="add_article",
            format_func=lambda one: visible(evidence.source_line(articles[one])),
            placeholder=text.ADD_NO_ARTICLE,
        )
        st.text_area(text.ADD_QUOTE, key="add_quote", max_chars=2000, help=text.ADD_QUOTE_HELP, height=90)
        why = _why(blank, "add")

        def save() -> None:
            change = {name: st.session_state[key] or "" for name, key in chosen.items()}
            change |= {field: (st.session_state[f"add_{field}"] or "").strip() for field in fields}
            place = _place(view, st.session_state["add_article"], (st.session_state["add_quote"] or "").strip())
            if place is None:
                editing.say("warning", text.ADD_NOT_FOUND)
                return
            change = {name: value for name, value in (change | place).items() if value}
            _decide(view, blank, "add", settled, change=change, why=st.session_state[why])

        _save(save)


def _place(view: View, article_id: str | None, quote: str) -> dict[str, str] | None:
    """Where the sentence stands, {} for an event without evidence, None where the words are not there just once."""
    if not article_id and not quote:
        return {}
    article = frames.article(view.build, article_id) if article_id else None
    stored = words(article["text"]) if article else ""
    start = stored.find(quote) if quote else -1
    if start < 0 or stored.find(quote, start + 1) >= 0:
        return None
    return {"article": str(article_id), "start": str(start), "end": str(start + len(quote)), "quote": quote}
