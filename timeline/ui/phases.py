"""Hostility over time with the phases of the case: why each is one, which are a person's, and how to change them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.ui import frames, phase_forms, tables, text
from timeline.ui.chart import Sheet, chart
from timeline.ui.present import decimal, when, words
from timeline.ui.view import Figure, View


def section(view: View) -> None:
    """The chart, the reasons, and for editors the forms."""
    found, heat = frames.phases(view), frames.heat(view)
    if heat.empty:
        return

    def draw(sheet: Sheet) -> Figure:
        return figures.phases_figure(heat, found, **sheet.options)

    columns = ("bin_start", "bin_end", "n", "force", "hostility")
    chart(view, draw, key="phases", title=text.PHASES, table=heat, columns=columns, opens_evidence=False)
    decided = bool((found["decision_id"] != "").any())
    if len(found) > 1 or decided:
        with st.expander(text.PHASES_WHY.format(n=len(found))):
            st.caption(text.PHASES_HOW)
            if decided:
                st.caption(text.PHASES_DECIDED)
            _table(view, found, decided=decided)
    phase_forms.section(view, found)


def _table(view: View, found: pd.DataFrame, *, decided: bool) -> None:
    rows = found.to_dict("records")
    gravest = [frames.event(view.build, ids[0]) if len(ids) else None for ids in found["event_ids"]]
    shown = pd.DataFrame(
        {
            "phase": [int(row["number"]) for row in rows],
            "name": [words(row["name"]) for row in rows],
            "when": [when({**row, "lasting": True}) for row in rows],
            "per_week": [round(float(row["per_week"]), 1) for row in rows],
            "per_week_change": [_change(row["per_week"], row["before_per_week"]) for row in rows],
            "n_events": [int(row["n_events"]) for row in rows],
            "gravest": [str(event["label"]) if event else "" for event in gravest],
            "set_by": [_set_by(row["decided_by"], row["decided"]) for row in rows],
        }
    )
    if not decided:
        shown = shown.drop(columns=["name", "set_by"])
    ids = tuple(str(event["event_id"]) if event else "" for event in gravest)
    tables.rows(shown, tuple(shown.columns), alt=text.PHASES, key="phase_rows", ids=ids)


def _set_by(who: object, day: object) -> str:
    return f"{words(who)}, {words(day)[:10]}" if words(who) else text.PHASE_PROPOSED


def _change(now: float, before: float) -> str:
    if before != before:
        return text.PHASE_FIRST
    if not before or not now:
        return text.PHASE_FROM_QUIET if now else text.PHASE_TO_QUIET
    return f"× {decimal(now / before)}" if now > before else f"÷ {decimal(before / now)}"
