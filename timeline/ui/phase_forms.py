"""Changing phases: each act is a decision in the log, with its reason, and can be taken back."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from timeline import model, reviewing
from timeline.model import DateInterval, Decision, PhaseAct, PhaseDays, PhaseRuling
from timeline.settings import current_case
from timeline.ui import editing, text
from timeline.ui.filters import parse_day
from timeline.ui.plain import plain, visible
from timeline.ui.present import day, span, words
from timeline.ui.view import View

_PLACE = "phases"
_ACT, _WHICH, _NAME, _FROM, _TO, _WHY = (f"phase_{field}" for field in ("act", "which", "name", "from", "to", "why"))
# Acts on two neighbouring phases; adding needs none.
_ON_TWO, _ON_ONE = ("move", "merge"), ("rename", "remove")


def section(view: View, found: pd.DataFrame) -> None:
    """The forms, for whoever may decide; the phases that they see are those they decide on."""
    granted = editing.access()
    if not granted.may_edit:
        return
    phases = phase_days(found.to_dict("records"))
    with st.expander(text.PHASE_EDIT, key="phase_editor"):
        editing.say_what_happened(_PLACE)
        act = _act_choice(len(phases))
        with st.form(f"phases_{act}", border=False):
            _fields(act, phases, which=_which(view))
            st.text_input(text.WHY, key=_WHY, max_chars=reviewing.MOST_CHARS, help=text.WHY_HELP)
            st.form_submit_button(text.SAVE, on_click=_save, args=(view, act, phases))
        mine = _last_of(granted.name)
        if mine is not None:
            st.button(text.PHASE_UNDO, key="phase_undo", on_click=_undo, args=(mine,))


def phase_days(rows: Sequence[Mapping[Hashable, Any]]) -> tuple[PhaseDays, ...]:
    """The phases of a frame, in its order."""
    found = []
    for row in rows:
        start, end = day(row["date_start"]), day(row["date_end"])
        if start is not None and end is not None:
            found.append(PhaseDays(days=DateInterval(start, end), name=words(row["name"])))
    return tuple(found)


def _act_choice(how_many: int) -> PhaseAct:
    least: dict[str, int] = {**dict.fromkeys(_ON_TWO, 2), **dict.fromkeys(_ON_ONE, 1)}
    possible = [act for act in model.PHASE_ACTS if how_many >= least.get(act, 0)]
    return (
        st.segmented_control(
            text.PHASE_ACT, possible, key=_ACT, default=possible[0], required=True, format_func=text.PHASE_ACTS.get
        )
        or possible[0]
    )


def _which(view: View) -> str:
    """The key of the list of phases: one choice must never stand for a phase of another build."""
    return f"{_WHICH}_{view.build.id}"


def _fields(act: PhaseAct, phases: Sequence[PhaseDays], *, which: str) -> None:
    if act in _ON_ONE:
        st.selectbox(text.PHASE_WHICH, range(len(phases)), key=which, format_func=lambda n: _told(n, phases[n]))
    if act in _ON_TWO:
        pairs = range(len(phases) - 1)
        st.selectbox(text.PHASE_WHICH_TWO, pairs, key=f"{which}_two", format_func=lambda n: _told_two(n, phases))
    if act == "move":
        st.text_input(text.PHASE_FIRST_DAY, key=_FROM, max_chars=10, placeholder=text.FILTER_DATE_HINT)
    if act == "add":
        first, last = st.columns(2)
        first.text_input(text.PHASE_FROM, key=_FROM, max_chars=10, placeholder=text.FILTER_DATE_HINT)
        last.text_input(text.PHASE_TO, key=_TO, max_chars=10, placeholder=text.FILTER_DATE_HINT)
    if act in ("rename", "add"):
        st.text_input(text.PHASE_NAME, key=_NAME, max_chars=model.MAX_PHASE_NAME, help=text.PHASE_NAME_HELP)


def _told(number: int, phase: PhaseDays) -> str:
    name = f" · {visible(phase.name)}" if phase.name else ""
    return f"{number + 1} · {span(phase.days.start, phase.days.end)}{name}"


def _told_two(number: int, phases: Sequence[PhaseDays]) -> str:
    later = phases[number + 1]
    return text.PHASE_TWO.format(one=number + 1, other=number + 2, day=span(later.days.start, later.days.start))


def _save(view: View, act: PhaseAct, phases: Sequence[PhaseDays]) -> None:
    try:
        ruling = _ruling(act, phases, which=_which(view))
    except ValueError as error:
        editing.say("error", text.NOT_SAVED.format(problem=plain(str(error))), _PLACE)
        return
    done = editing.decide(
        "phase",
        (model.PHASES,),
        version=view.build.info.get("phases_version", ""),
        why=str(st.session_state.get(_WHY) or ""),
        change=model.ruling_change(ruling),
        place=_PLACE,
    )
    if done:
        for key in (_NAME, _FROM, _TO, _WHY):
            if key in st.session_state:
                st.session_state[key] = ""


def _ruling(act: PhaseAct, phases: Sequence[PhaseDays], *, which: str) -> PhaseRuling:
    """What the fields ask for.

    Raises:
        ValueError: if they ask for nothing that can be; says what.
    """
    state = st.session_state
    if act == "add":
        start, end = _day(_FROM), _day(_TO, last=True)
        if end < start:
            raise ValueError(text.PHASE_BAD_ORDER)
        return model.add_phase(start, end, str(state[_NAME]))
    if act in _ON_ONE:
        one = phases[state[which]]
        return model.rename_phase(one, str(state[_NAME])) if act == "rename" else model.remove_phase(one)
    number = state[f"{which}_two"]
    pair = phases[number], phases[number + 1]
    if act == "merge":
        return model.merge_phases(*pair)
    first = _day(_FROM)
    if not pair[0].days.start < first <= pair[1].days.end:
        raise ValueError(text.PHASE_BAD_MOVE)
    return model.move_boundary(*pair, first)


def _day(key: str, *, last: bool = False) -> date:
    written = str(st.session_state[key] or "")
    found = parse_day(written, last=last)
    if found is None:
        raise ValueError(text.PHASE_BAD_DAY.format(value=visible(written)))
    return found


def _last_of(who: str) -> Decision | None:
    """Their newest decision that stands, if it is one on phases."""
    last = reviewing.last_standing(reviewing.read_case_log(current_case()).decisions, who)
    return last if last is not None and last.verdict == "phase" else None


def _undo(decision: Decision) -> None:
    editing.take_back(decision, place=_PLACE)
