"""What each choice would leave: counts beside the choices of a filter, the other filters kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from timeline.queries import Filters
from timeline.store import Build
from timeline.ui import frames, text
from timeline.ui.filter_choices import Choices, moded
from timeline.ui.filters import ACTORS, PLACES, PRECISION, STATUS, TYPES
from timeline.ui.present import mode_words

_MOST = 40
# Quad classes, the most hostile first.
_QUADS = (4, 3, 1, 2)
_INDENT = "\u2003"


class Option(NamedTuple):
    """One line of a list: what it is called, how many events it would leave, and the labels it stands for."""

    name: str
    events: int
    labels: tuple[str, ...]


def counts(build: Build, filters: Filters, choices: Choices) -> None:
    """A button that opens the counts; they are asked for only while it is open."""
    popover = st.popover(
        text.FACETS, key="facets", on_change="rerun", icon=":material/format_list_numbered:", width="stretch"
    )
    with popover:
        if not popover.open:
            return
        st.caption(text.FACETS_HOW)
        found = frames.facets(build, filters)
        lists = {
            TYPES: type_tree(found, choices.types, frames.type_quads(build)),
            STATUS: flat(found, "status", text.STATUSES),
            ACTORS: flat(found, "actor", {value: label for label, value in choices.actors.items()}),
            PLACES: flat(found, "place", {value: value for value in choices.places}),
            PRECISION: flat(found, "precision", text.PRECISIONS),
        }
        for tab, (key, options) in zip(st.tabs(list(text.FACET_TABS.values())), lists.items(), strict=True):
            with tab:
                _list(key, options)


def _list(key: str, options: Sequence[Option]) -> None:
    if not options:
        st.caption(text.EMPTY_TABLE)
        return
    shown = pd.DataFrame({"choice": [o.name for o in options], "n_events": [o.events for o in options]})
    columns = {
        "choice": st.column_config.TextColumn(text.FACET_CHOICE, width=220),
        "n_events": st.column_config.NumberColumn(text.FACET_LEAVES, width=70),
    }
    st.dataframe(
        shown,
        key=f"facet_{key}",
        hide_index=True,
        on_select=_chooser(key, options),
        selection_mode="single-row",
        column_config=columns,
        alt=text.FACETS,
    )


def _chooser(key: str, options: Sequence[Option]) -> Callable[[], None]:
    """A row ticked goes into the filter; one that is in already, or that is unticked, is taken out."""
    ticked = f"_facet_{key}"

    def choose() -> None:
        rows = st.session_state[f"facet_{key}"].selection.rows
        labels = options[rows[0]].labels if rows else st.session_state.get(ticked, ())
        st.session_state[ticked] = labels if rows else ()
        st.session_state[key] = toggled(st.session_state.get(key, []), labels)

    return choose


def toggled(chosen: Sequence[str], labels: Sequence[str]) -> list[str]:
    """The choice with these labels put in, or taken out where all of them are in already."""
    if set(labels) <= set(chosen):
        return [label for label in chosen if label not in labels]
    return list(dict.fromkeys((*chosen, *labels)))


def type_tree(found: pd.DataFrame, labels: Mapping[str, str], quads: Mapping[str, int]) -> list[Option]:
    """Quad classes with their types, types with their modes; a class stands for all of its types."""
    numbers = {(str(r["facet"]), str(r["value"])): int(r["n_events"]) for r in found.to_dict("records")}
    known = {value: label for label, value in labels.items()}
    options: list[Option] = []
    for quad in _QUADS:
        inside = [
            code for code in text.TYPES if quads.get(code) == quad and ("type", code) in numbers and code in known
        ]
        if not inside:
            continue
        total = sum(numbers["type", code] for code in inside)
        options.append(Option(text.QUADS[quad], total, tuple(known[code] for code in inside)))
        for code in inside:
            options.append(Option(_INDENT + moded(code), numbers["type", code], (known[code],)))
            modes = [value for facet, value in numbers if facet == "mode" and value.startswith(f"{code}/")]
            for mode in modes:
                if mode in known:
                    name = _INDENT * 2 + mode_words(mode.partition("/")[2])
                    options.append(Option(name, numbers["mode", mode], (known[mode],)))
    return options


def flat(found: pd.DataFrame, facet: str, labels: Mapping[str, str]) -> list[Option]:
    """The choices of one kind that the filter offers, the busiest first."""
    rows = found[found["facet"] == facet].to_dict("records")
    options = [
        Option(labels[str(row["value"])], int(row["n_events"]), (labels[str(row["value"])],))
        for row in rows
        if str(row["value"]) in labels
    ]
    return options[:_MOST]
