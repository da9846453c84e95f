"""One chart alone, for a frame in somebody else's page: nothing can be written from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from timeline.ui import actors, exchanges, lanes, overview, pages, places, text
from timeline.ui.addresses import CHART, STANDING
from timeline.ui.plain import plain
from timeline.ui.view import View


def draw(view: View) -> None:
    """The chart that the address names, with the sentence of what it shows and a way to the whole."""
    wanted = str(st.query_params.get(CHART, ""))
    known = wanted in CHARTS
    st.title(getattr(text, STANDING[wanted].upper()) if known else text.EMBED, anchor=False)
    if not known:
        st.info(text.EMBED_UNKNOWN.format(charts=", ".join(CHARTS)))
        return
    st.caption(plain(f"{view.title}{text.COLON}{view.sentence}.", limit=600))
    CHARTS[wanted](view)
    pages.link_whole(STANDING[wanted])


def _ladder(view: View) -> None:
    overview.ladder(view, folded=overview.fold_choice(view))


def _lanes(view: View) -> None:
    lanes.lanes(view, lanes.choices(view))


def _actor(view: View) -> None:
    actor_id = actors.actor_choice(view)
    if actor_id is not None:
        actors.over_time(view, actor_id)


def _exchanges(view: View) -> None:
    pair = exchanges.pair_choice(view)
    if pair is not None:
        inferred, folded = exchanges.inferred_choice(view, pair), exchanges.fold_choice(view, pair)
        exchanges.two_sides(view, pair, inferred=inferred, folded=folded)


def _map(view: View) -> None:
    places.the_map(view, lines=places.lines_choice())


CHARTS: Mapping[str, Callable[[View], None]] = {
    "ladder": _ladder,
    "lanes": _lanes,
    "pair": _exchanges,
    "actor_chart": _actor,
    "map": _map,
}
