"""What changed: totals against a baseline period, and the events that stand out."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from timeline.queries import Totals
from timeline.settings import MAX_RAW_MARKS
from timeline.ui import evidence, frames, tables, text
from timeline.ui.filters import note_unknown
from timeline.ui.plain import plain
from timeline.ui.present import count, decimal, numeral, span
from timeline.ui.view import View

_PERIODS = {"month": 30, "quarter": 90, "year": 365}
_Days = tuple[date, date]


def changes(view: View) -> None:
    """A period's totals beside those of the baseline the reader chooses."""
    reach = frames.view_span(view)
    if reach is None:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="change_choices"):
        period = _period(view, reach.latest)
        choices = list(text.BASELINES.values())
        note_unknown("baseline", text.BASELINE, choices)
        chosen = st.segmented_control(
            text.BASELINE, choices, key="baseline", default=choices[0], required=True, bind="query-params"
        )
    kind = next(code for code, words in text.BASELINES.items() if words == chosen)
    now = frames.period_totals(view, *period)
    before, dated = _baseline(view, kind, period, (reach.first, reach.latest))
    st.markdown(plain(_sentence(period, dated, now, before)))
    with st.container(horizontal=True, gap="small", key="change_metrics"):
        for field, label in text.CHANGE_METRICS.items():
            value, was = getattr(now, field), before[field]
            st.metric(
                label, numeral(round(value)), _signed(value - was), delta_color="off", width=128,
                help=text.CHANGE_HELPS[field],
            )  # fmt: skip


def _period(view: View, latest: date) -> _Days:
    """The window the filters set; without one, the last days that the reader chooses."""
    if view.filters.start or view.filters.end:
        first, last = view.filters.start, view.filters.end
        reach = frames.view_span(view)
        return first or (reach.first if reach else latest), last or latest
    names = list(text.PERIODS.values())
    note_unknown("period", text.PERIOD, names)
    chosen = st.segmented_control(
        text.PERIOD, names, key="period", default=names[1], required=True, bind="query-params"
    )
    days = next(_PERIODS[code] for code, words in text.PERIODS.items() if words == chosen)
    return latest - timedelta(days=days - 1), latest


def _baseline(view: View, kind: str, period: _Days, whole: _Days) -> tuple[dict[str, float], str]:
    """Totals of the baseline, made as long as the period, and its days in words."""
    start, end = period
    days = (end - start).days + 1
    if kind == "average":
        totals = frames.period_totals(view, *whole)
        share = days / max((whole[1] - whole[0]).days + 1, 1)
        return {name: value * share for name, value in totals._asdict().items()}, span(*whole)
    back = timedelta(days=days if kind == "before" else 365)
    try:
        before = start - back, end - back
    except OverflowError:
        before = start, end
    return dict(frames.period_totals(view, *before)._asdict()), span(*before)


def _signed(difference: float) -> str:
    return numeral(round(difference), "+") if round(difference) else "0"


def _sentence(period: _Days, dated: str, now: Totals, before: dict[str, float]) -> str:
    words = text.CHANGE_UP if now.hostility > before["hostility"] else text.CHANGE_DOWN
    if round(now.hostility) == round(before["hostility"]):
        words = text.CHANGE_NONE
    ratio = now.hostility / before["hostility"] if before["hostility"] else 0.0
    told = text.CHANGE_RATIO.format(ratio=decimal(ratio)) if ratio >= 1.1 or 0 < ratio <= 0.9 else ""
    return text.CHANGE_SENTENCE.format(
        period=span(*period), events=count(now.events, text.EVENT_NOUN), words=words, ratio=told, baseline=dated
    )


def ranking(view: View) -> None:
    """The newest, the gravest and the most disputed events."""
    for tab, (by, alt) in zip(st.tabs(list(text.RANKINGS.values())), text.RANKINGS.items(), strict=True):
        with tab:
            found = frames.top_events(view, by)
            without = ("killed",) if by == "newest" else ()
            tables.events(view, found, key=by, alt=alt, short=True, without=without)
            st.caption(text.RANKING_HOW[by])


def evidence_beside(view: View) -> None:
    """What was chosen; the list offers the events of the ladder, of very many the gravest."""
    many = view.counts.events > MAX_RAW_MARKS
    evidence.panel(view, frames.top_events(view, "gravest") if many else frames.events(view))
