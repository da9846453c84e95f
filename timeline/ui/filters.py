"""The sidebar: every filter, bound to the address, and the `Filters` value they make together."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

import pandas as pd
import streamlit as st

from timeline.queries import Filters, Reviewed, Role
from timeline.ui import text
from timeline.ui.plain import plain

# Widget keys are the names of the address's parameters.
ACTORS, ROLE, FROM, TO, KNOWN, TYPES, STATUS, REPORTS, WORDS, STATEMENTS, REVIEWED = (
    "actors",
    "role",
    "from",
    "to",
    "known",
    "types",
    "status",
    "reports",
    "text",
    "statements",
    "reviewed",
)
_EMPTY: dict[str, object] = {
    ACTORS: [],
    ROLE: text.ROLES["either"],
    FROM: "",
    TO: "",
    TYPES: [],
    STATUS: [],
    REPORTS: 1,
    WORDS: "",
    STATEMENTS: False,
    REVIEWED: text.REVIEWED["either"],
}
# A longer list slows the browser (streamlit#15299); actors are offered most reported first.
MAX_ACTORS = 200
MAX_REPORTS = 999
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)
_NOTICES = "_notices"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the case offers: labels, which the address carries, to ids."""

    actors: Mapping[str, str]
    types: Mapping[str, str]
    published: tuple[date, date] | None = None


def choices_of(actors: pd.DataFrame, types: list[str], published: tuple[date, date] | None = None) -> Choices:
    """Labels are unique: two actors of one name carry their ids."""
    listed = actors.sort_values(["n_events", "name"], ascending=[False, True]).head(MAX_ACTORS)
    names: dict[str, str] = {}
    twice = set(listed["name"][listed["name"].duplicated(keep=False)])
    for name, actor_id in zip(listed["name"], listed["actor_id"], strict=True):
        names[f"{name} ({actor_id})" if name in twice else str(name)] = str(actor_id)
    order = [code for code in text.TYPES if code in types] + sorted(set(types) - set(text.TYPES))
    return Choices(names, {text.TYPES.get(code, code): code for code in order}, published)


def parse_day(written: str, *, last: bool) -> date | None:
    """The first or last day of a year, month or day written as ISO 8601; None for anything else."""
    match = _DATE.fullmatch(written.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        month_number = month or (12 if last else 1)
        end = calendar.monthrange(cast(int, year), month_number)[1] if last else 1
        return date(cast(int, year), month_number, day or end)
    except (ValueError, calendar.IllegalMonthError):
        return None


def clear() -> None:
    """Back to everything; the address follows."""
    for key, value in _EMPTY.items():
        st.session_state[key] = value
    st.session_state.pop(KNOWN, None)


def clear_button(key: str) -> None:
    """The button that clears every filter, for the sidebar and for empty pages."""
    st.button(text.CLEAR, key=key, on_click=clear)


def read_sidebar(choices: Choices) -> Filters:
    """Draw the filters and return their value; what the address asks in vain is said above the page."""
    notices = _junk_in_address(choices)
    with st.sidebar:
        st.subheader(text.FILTERS)
        _draw(choices)
        clear_button("clear_sidebar")
    filters = _value(choices, notices)
    _remember(filters, notices)
    return filters


def show_notices() -> None:
    """What the address asked for and could not be given."""
    for notice in st.session_state.get(_NOTICES, (None, ()))[1]:
        st.warning(notice)


def _draw(choices: Choices) -> None:
    roles, statuses = list(text.ROLES.values()), list(text.STATUSES.values())
    st.multiselect(
        text.FILTER_ACTORS,
        list(choices.actors),
        key=ACTORS,
        bind="query-params",
        placeholder=text.FILTER_ACTORS_HINT,
        select_all=False,
    )
    st.segmented_control(
        text.FILTER_ROLE, roles, key=ROLE, default=roles[0], required=True, bind="query-params", width="stretch"
    )
    first, last = st.columns(2)
    hint = text.FILTER_DATE_HINT
    first.text_input(text.FILTER_FROM, key=FROM, bind="query-params", placeholder=hint, help=text.FILTER_DATE_HELP)
    last.text_input(text.FILTER_TO, key=TO, bind="query-params", placeholder=hint)
    _known(choices)
    st.multiselect(
        text.FILTER_TYPES,
        list(choices.types),
        key=TYPES,
        bind="query-params",
        placeholder=text.FILTER_TYPES_HINT,
        select_all=False,
    )
    st.multiselect(
        text.FILTER_STATUS,
        statuses,
        key=STATUS,
        bind="query-params",
        placeholder=text.FILTER_STATUS_HINT,
        select_all=False,
    )
    st.number_input(text.FILTER_REPORTS, 1, MAX_REPORTS, 1, key=REPORTS, bind="query-params")
    st.text_input(text.FILTER_TEXT, key=WORDS, bind="query-params", placeholder=text.FILTER_TEXT_HINT, max_chars=200)
    seen = list(text.REVIEWED.values())
    st.segmented_control(
        text.FILTER_REVIEWED, seen, key=REVIEWED, default=seen[0], required=True, bind="query-params", width="stretch"
    )
    st.toggle(text.FILTER_STATEMENTS, key=STATEMENTS, bind="query-params")


def _known(choices: Choices) -> None:
    """A slider over the days on which articles came out; at its end nothing is left out."""
    if choices.published and choices.published[0] < choices.published[1]:
        first, last = choices.published
        st.slider(
            text.FILTER_KNOWN, first, last, last, key=KNOWN, bind="query-params", format="YYYY-MM-DD",
            help=text.FILTER_KNOWN_HELP,
        )  # fmt: skip


def _known_by(choices: Choices) -> date | None:
    day = st.session_state.get(KNOWN)
    return day if isinstance(day, date) and choices.published and day < choices.published[1] else None


def _value(choices: Choices, notices: list[str]) -> Filters:
    state = st.session_state
    start, end = _day(FROM, notices), _day(TO, notices)
    if start and end and start > end:
        notices.append(text.NOTICE_DATES_SWAPPED)
        start = end = None
    return Filters(
        actors=tuple(sorted(choices.actors[name] for name in state[ACTORS])),
        role=cast(Role, _key_of(text.ROLES, state[ROLE]) or "either"),
        start=start,
        end=end,
        known_by=_known_by(choices),
        types=tuple(sorted(choices.types[name] for name in state[TYPES])),
        statuses=tuple(sorted(key for key, words in text.STATUSES.items() if words in state[STATUS])),
        min_reports=int(state[REPORTS] or 1),
        text=str(state[WORDS]).strip(),
        statements=bool(state[STATEMENTS]),
        reviewed=cast(Reviewed, _key_of(text.REVIEWED, state[REVIEWED]) or "either"),
    )


def _day(key: str, notices: list[str]) -> date | None:
    written = str(st.session_state[key] or "").strip()
    day = parse_day(written, last=key == TO)
    if written and day is None:
        notices.append(text.NOTICE_BAD_DATE.format(value=plain(written, limit=40)))
    return day


def _key_of(words: Mapping[str, str], wanted: str | None) -> str | None:
    return next((key for key, value in words.items() if value == wanted), None)


def _junk_in_address(choices: Choices) -> list[str]:
    """Values of the address that no widget will take; Streamlit drops them without a word."""
    allowed = {
        ACTORS: (text.FILTER_ACTORS, set(choices.actors)),
        ROLE: (text.FILTER_ROLE, set(text.ROLES.values())),
        TYPES: (text.FILTER_TYPES, set(choices.types)),
        STATUS: (text.FILTER_STATUS, set(text.STATUSES.values())),
        REVIEWED: (text.FILTER_REVIEWED, set(text.REVIEWED.values())),
    }
    found = [
        text.NOTICE_BAD_VALUE.format(field=field, value=plain(value, limit=40))
        for key, (field, known) in allowed.items()
        for value in st.query_params.get_all(key)
        if value and value not in known
    ]
    for value in st.query_params.get_all(REPORTS):
        if not (value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= MAX_REPORTS):
            found.append(text.NOTICE_BAD_VALUE.format(field=text.FILTER_REPORTS, value=plain(value, limit=40)))
    return found


def _remember(filters: Filters, notices: list[str]) -> None:
    """Keep a notice on screen until the filters change: the address is put right at once, the reader needs longer."""
    known, kept = st.session_state.get(_NOTICES, (None, ()))
    if notices or known != filters:
        st.session_state[_NOTICES] = (filters, tuple(dict.fromkeys((*(kept if known == filters else ()), *notices))))
