"""The exchanges page: two sides, what passes between them, who answers whom, how hard and how fast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.queries import Sides
from timeline.ui import evidence, frames, lanes, tables, text
from timeline.ui.chart import Sheet, chart
from timeline.ui.plain import plain
from timeline.ui.present import count, day, lag, numeral, when
from timeline.ui.view import Figure, View
from timeline.ui.viewport import beside

# Acts drawn one by one: each carries its words, and a change of filter may send 100 kB.
MAX_ACTS = 300
_ROWS = 25
_ONE, _OTHER, _INFERRED = "one", "other", "inferred"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides with their names."""

    sides: Sides
    one: str
    other: str


def pair_choice(view: View) -> Pair | None:
    """The two sides looked at, the busiest pair of the view where none is chosen; kept in the address by name."""
    names = frames.choices(view.build).actors
    # On a first run the address is known before the fields that take their values from it.
    asked = [st.session_state.get(key, st.query_params.get_all(key)) for key in (_ONE, _OTHER)]
    picked = [tuple(names[name] for name in side if name in names) for side in asked]
    sides = _complete(frames.matrix(view), Sides(*picked))
    left, right = st.columns(2)
    for place, key, label, ids in (
        (left, _ONE, text.SIDE_ONE, sides.one),
        (right, _OTHER, text.SIDE_OTHER, sides.other),
    ):
        place.multiselect(
            label,
            list(names),
            key=key,
            bind="query-params",
            help=text.SIDE_HELP if key == _ONE else None,
            placeholder=text.SIDE_BUSIEST.format(name=_names(view, ids)) if ids else "",
            select_all=False,
        )
    if not sides.one or not sides.other:
        st.info(text.SIDE_NONE)
        return None
    twice = set(picked[0]) & set(picked[1])
    if twice:
        st.caption(plain(text.SIDE_SAME.format(names=_names(view, sorted(twice)))))
    return Pair(sides, _names(view, sides.one), _names(view, sides.other))


def _complete(matrix: pd.DataFrame, picked: Sides) -> Sides:
    """The sides as chosen, nobody on both; a side left open is the busiest counterpart of the other."""
    one, other = picked.one, tuple(i for i in picked.other if i not in picked.one)
    weights: dict[tuple[str, str], int] = {}
    for row in matrix.to_dict("records"):
        a, b = sorted((str(row["initiator_id"]), str(row["target_id"])))
        if a and a != b:
            weights[a, b] = weights.get((a, b), 0) + int(row["n_events"])
    for (a, b), _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if not one and not other:
            return Sides((a,), (b,))
        for near, far in ((a, b), (b, a)):
            if one and not other and near in one and far not in one:
                return Sides(one, (far,))
            if other and not one and near in other and far not in other:
                return Sides((far,), other)
    return Sides(one, other)


def _names(view: View, ids: Sequence[str]) -> str:
    return ", ".join(view.actor_names.get(actor_id, actor_id) for actor_id in ids)


def inferred_choice(view: View, pair: Pair) -> bool:
    """Whether links that no text states are shown too; asked only where there are any."""
    found = frames.pair_responses(view, pair.sides)
    if not (found["basis"] == "inferred").any():
        return False
    return st.toggle(text.INFERRED_TOGGLE, key=_INFERRED, bind="query-params", help=text.INFERRED_TOGGLE_HELP)


def answer(view: View, pair: Pair) -> bool:
    """The page's question answered in words; whether anything passes between the two."""
    density = frames.pair_density(view, pair.sides)
    acts = frames.pair_events(view, pair.sides, limit=MAX_ACTS + 1)
    if acts.empty:
        st.info(plain(text.PAIR_EMPTY.format(one=pair.one, other=pair.other)))
        return False
    if len(acts) > MAX_ACTS:
        sums = density.groupby("direction")["n"].sum().to_dict()
    else:
        sums = acts.loc[~acts["beyond"], "direction"].value_counts().to_dict()
    forth, back, both = (count(sums.get(way, 0), text.ACT_NOUN) for way in ("forth", "back", "both"))
    parts = [text.PAIR_SENTENCE.format(one=pair.one, other=pair.other, forth=forth, back=back)]
    if sums.get("both"):
        parts.append(text.PAIR_BOTH.format(both=both))
    parts += [_answers_sentence(view, pair), _threats_sentence(view, pair)]
    st.markdown(plain(" ".join(part for part in parts if part), limit=900))
    return True


def _answers_sentence(view: View, pair: Pair) -> str:
    found = frames.pair_responses(view, pair.sides)
    stated = found[found["basis"] == "stated"].drop_duplicates(["event_id", "responds_to"])
    if stated.empty:
        return text.PAIR_NO_ANSWERS
    middles = ((stated["lag_days"] + stated["lag_days_max"].fillna(stated["lag_days"])) / 2).dropna()
    answers = count(len(stated), text.ANSWER_NOUN)
    if middles.empty:
        return f"{answers}."
    return text.PAIR_ANSWERS.format(answers=answers, days=count(round(float(middles.median())), text.DAY_NOUN))


def _threats_sentence(view: View, pair: Pair) -> str:
    threats = frames.pair_threats(view, pair.sides)
    if threats.empty:
        return ""
    waiting = int(threats["followed_on"].isna().sum())
    return text.PAIR_THREATS.format(threats=count(len(threats), text.THREAT_NOUN), open=waiting)


def _responses(view: View, pair: Pair, *, inferred: bool) -> pd.DataFrame:
    found = frames.pair_responses(view, pair.sides)
    return found if inferred else found[found["basis"] == "stated"]


def fold_choice(view: View, pair: Pair) -> bool:
    """Whether quiet stretches of time are folded; not asked where sums stand for the acts."""
    return len(frames.pair_events(view, pair.sides, limit=MAX_ACTS + 1)) <= MAX_ACTS and lanes.fold_choice()


def two_sides(view: View, pair: Pair, *, inferred: bool, folded: bool) -> None:
    """Acts above and below one axis of time, answers joined; sums where marks would cover one another."""
    title = text.PAIR_CHART.format(one=pair.one, other=pair.other)
    events = frames.pair_events(view, pair.sides, limit=MAX_ACTS + 1)
    if len(events) > MAX_ACTS:
        _sums(view, pair, title)
        return
    responses, threats = _responses(view, pair, inferred=inferred), frames.pair_threats(view, pair.sides)

    def draw(sheet: Sheet) -> Figure:
        return figures.exchanges_figure(
            events, responses, threats=threats, one=pair.one, other=pair.other, folded=folded, **sheet.options
        )

    chart(view, draw, key="pair", title=title, table=events)


def _sums(view: View, pair: Pair, title: str) -> None:
    density = frames.pair_density(view, pair.sides)
    st.caption(text.PAIR_TOO_MANY.format(limit=numeral(MAX_ACTS)))

    def draw(sheet: Sheet) -> Figure:
        return figures.exchanges_density_figure(density, one=pair.one, other=pair.other, **sheet.options)

    columns = ("direction", "bin_start", "bin_end", "n", "hostility")
    chart(view, draw, key="pair", title=title, table=density, columns=columns, opens_evidence=False)


def balance(view: View, pair: Pair, *, folded: bool) -> None:
    """How the hostility of each side adds up, on the same axis of time."""
    events = frames.pair_events(view, pair.sides, limit=MAX_ACTS + 1)
    raw = len(events) <= MAX_ACTS
    acts = _hostile(events) if raw else frames.pair_density(view, pair.sides).rename(columns=_EDGES)

    def draw(sheet: Sheet) -> Figure:
        return figures.balance_figure(acts, one=pair.one, other=pair.other, folded=folded, **sheet.options)

    shown = acts.rename(columns={new: old for old, new in _EDGES.items()})
    chart(
        view,
        draw,
        key="balance",
        title=text.BALANCE_CHART.format(one=pair.one, other=pair.other),
        table=shown,
        columns=("direction", "bin_start", "bin_end", "hostility"),
        opens_evidence=False,
    )


_EDGES = {"bin_start": "start", "bin_end": "end"}


def _hostile(events: pd.DataFrame) -> pd.DataFrame:
    """Dates and hostility of the acts that took place; the others keep their place in time with none."""
    threat = (events["status"] == "threatened") & (events["type"] == "THREATEN")
    counts = (events["status"].isin(("happened", "alleged")) | threat) & ~events["beyond"].astype(bool)
    hostility = (-events["intensity"]).clip(lower=0).where(counts, 0.0)
    return pd.DataFrame(
        {
            "start": events["date_start"],
            "end": events["date_end"],
            "direction": events["direction"],
            "hostility": hostility,
        }
    )


def lags(view: View, pair: Pair, *, inferred: bool) -> None:
    """How many days answers took; nothing without an answer, which the sentence on top has said."""
    responses = _responses(view, pair, inferred=inferred).drop_duplicates(["event_id", "responds_to"])
    if responses.empty:
        return

    def draw(sheet: Sheet) -> Figure:
        return figures.lags_figure(responses, one=pair.one, other=pair.other, **sheet.options)

    title = text.LAGS_CHART.format(one=pair.one, other=pair.other)
    columns = ("label", "lag", "answered_label", "link")
    chart(view, draw, key="lags", title=title, table=_told(responses), columns=columns, opens_evidence=False)


def _told(responses: pd.DataFrame) -> pd.DataFrame:
    """Answers in words."""
    rows = responses.to_dict("records")
    return responses.assign(
        lag=[lag(row["lag_days"], row["lag_days_max"]) for row in rows],
        link=[text.STATED if row["basis"] == "stated" else text.INFERRED for row in rows],
    )


def panel_and_lists(view: View, pair: Pair, *, inferred: bool) -> None:
    """The evidence of what was chosen, beside threats, answers and acts."""
    acts = frames.pair_events(view, pair.sides, limit=MAX_ACTS + 1)
    side, lists = beside()
    with side:
        evidence.panel(view, acts)
    with lists:
        threats, kept, answers, all_acts = st.tabs([text.TAB_THREATS, text.TAB_KEPT, text.TAB_ANSWERS, text.TAB_ACTS])
        found = frames.pair_threats(view, pair.sides)
        waiting = found["followed_on"].isna()
        with threats:
            tables.events(
                view, found[waiting].head(_ROWS), key="threats", alt=text.TAB_THREATS, short=True, without=("killed",)
            )
            st.caption(text.THREATS_NOTE)
        with kept:
            _kept(found[~waiting].head(_ROWS))
        with answers:
            told = _told(_responses(view, pair, inferred=inferred)).head(_ROWS)
            columns = ("label", "lag", "answered_label", "link")
            tables.rows(told, columns, alt=text.TAB_ANSWERS, key="answers", ids=tuple(told["event_id"]))
        with all_acts:
            tables.events(view, acts.head(_ROWS), key="acts", alt=text.TAB_ACTS, short=True)


def _kept(threats: pd.DataFrame) -> None:
    rows = threats.to_dict("records")
    days = [_days_between(row["date_start"], row["followed_on"]) for row in rows]
    shown = threats.assign(
        when=[when(row) for row in rows],
        followed=[text.FOLLOWED_AFTER.format(days=count(n, text.DAY_NOUN)) for n in days],
    )
    tables.rows(shown, ("when", "label", "followed"), alt=text.TAB_KEPT, key="kept", ids=tuple(threats["event_id"]))


def _days_between(start: object, end: object) -> int:
    first, last = day(start), day(end)
    return (last - first).days if first and last else 0
