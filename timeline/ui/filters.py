"""The sidebar: every filter, bound to the address, and the `Filters` value they make together."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import cast

import streamlit as st

from timeline.queries import Filters, Reviewed, Role
from timeline.ui import text
from timeline.ui.filter_choices import Choices
from timeline.ui.language import in_this_language
from timeline.ui.plain import plain

# Widget keys are the names of the address's parameters.
ACTORS, ROLE, FROM, TO, KNOWN = "actors", "role", "from", "to", "known"
TYPES, STATUS, PLACES, PRECISION = "types", "status", "place", "precision"
REPORTS, SOURCES, WORDS, STATEMENTS, REVIEWED = "reports", "sources", "text", "statements", "reviewed"
_EMPTY: dict[str, object] = {
    ACTORS: [],
    FROM: "",
    TO: "",
    TYPES: [],
    STATUS: [],
    PLACES: [],
    PRECISION: [],
    REPORTS: 1,
    SOURCES: 1,
    WORDS: "",
    STATEMENTS: False,
}
MAX_LEAST = 999
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)
_NOTICES = "_notices"


def _empty() -> dict[str, object]:
    """Every field as it is with no filter set, in the session's language."""
    return {**_EMPTY, ROLE: text.ROLES["either"], REVIEWED: text.REVIEWED["either"]}


def fields() -> tuple[str, ...]:
    """What stands in the fields now: whether two are the same tells whether the page shows what they ask."""
    return tuple(str(st.session_state.get(key)) for key in (*_empty(), KNOWN))


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
    for key, value in _empty().items():
        st.session_state[key] = value
    st.session_state.pop(KNOWN, None)


def clear_button(key: str) -> None:
    """The button that clears every filter, for the sidebar and for empty pages."""
    st.button(text.CLEAR, key=key, on_click=clear)


def read_sidebar(choices: Choices, on_top: Callable[[Filters], None]) -> Filters:
    """Draw the filters and return their value; what the address asks in vain is said above the page.

    `on_top` draws what stands above the fields and needs their value.
    """
    notices = _junk_in_address(choices)
    with st.sidebar:
        st.subheader(text.FILTERS)
        top = st.container()
        _draw(choices)
        clear_button("clear_sidebar")
    filters = _value(choices, notices)
    _remember(filters, notices)
    with top:
        on_top(filters)
    return filters


def show_notices() -> None:
    """What the address asked for and could not be given."""
    for notice in st.session_state.get(_NOTICES, (None, ()))[1]:
        st.warning(notice)


def note_unknown(key: str, field: str, known: Iterable[str]) -> None:
    """Say that a page's field cannot take what the address asks of it; before the field is drawn."""
    value = str(st.query_params.get(key, ""))
    if not value or in_this_language(key, value) in set(known):
        return
    words = text.NOTICE_BAD_VALUE.format(field=field, value=plain(value, limit=40))
    filters, kept = st.session_state.get(_NOTICES, (None, ()))
    if words not in kept:
        st.warning(words)
        st.session_state[_NOTICES] = (filters, (*kept, words))


def _draw(choices: Choices) -> None:
    roles, statuses = list(text.ROLES.values()), list(text.STATUSES.values())
    _several(ACTORS, text.FILTER_ACTORS, list(choices.actors), text.FILTER_ACTORS_HINT)
    st.segmented_control(
        text.FILTER_ROLE, roles, key=ROLE, default=roles[0], required=True, bind="query-params", width="stretch"
    )
    _dates(choices)
    _several(TYPES, text.FILTER_TYPES, list(choices.types), text.FILTER_TYPES_HINT)
    _several(STATUS, text.FILTER_STATUS, statuses, text.FILTER_STATUS_HINT)
    st.text_input(text.FILTER_TEXT, key=WORDS, bind="query-params", placeholder=text.FILTER_TEXT_HINT, max_chars=200)
    with st.expander(text.FILTER_MORE, expanded=_any_more(), key="more_filters"):
        _several(PLACES, text.FILTER_PLACES, list(choices.places), text.FILTER_PLACES_HINT)
        _several(PRECISION, text.FILTER_PRECISION, list(choices.precisions), text.FILTER_PRECISION_HINT)
        st.number_input(text.FILTER_REPORTS, 1, MAX_LEAST, 1, key=REPORTS, bind="query-params")
        st.number_input(text.FILTER_SOURCES, 1, MAX_LEAST, 1, key=SOURCES, bind="query-params")
        seen = list(text.REVIEWED.values())
        st.segmented_control(
            text.FILTER_REVIEWED, seen, key=REVIEWED, default=seen[0], required=True, bind="query-params",
            width="stretch",
        )  # fmt: skip
        st.toggle(text.FILTER_STATEMENTS, key=STATEMENTS, bind="query-params")


def _several(key: str, label: str, options: list[str], hint: str) -> None:
    st.multiselect(label, options, key=key, bind="query-params", placeholder=hint, select_all=False)


def _any_more() -> bool:
    """Whether one of the folded filters is set, in the fields or, on a first run, in the address."""
    empty = _empty()
    keys = (PLACES, PRECISION, REPORTS, SOURCES, REVIEWED, STATEMENTS)
    return any(st.session_state.get(key, empty[key]) != empty[key] or key in st.query_params for key in keys)


def _dates(choices: Choices) -> None:
    first, last = st.columns(2)
    # Left empty they reach as far as the case does: the days that stand there say that, and how to write one.
    hints = [day.isoformat() for day in choices.reach] if choices.reach else [text.FILTER_DATE_HINT] * 2
    first.text_input(text.FILTER_FROM, key=FROM, bind="query-params", placeholder=hints[0], help=text.FILTER_DATE_HELP)
    last.text_input(text.FILTER_TO, key=TO, bind="query-params", placeholder=hints[1])
    if choices.reach:
        st.selectbox(
            text.FILTER_PRESET, list(text.PRESETS.values()), index=None, key="preset", on_change=_preset,
            args=(choices.reach[1],), placeholder=text.FILTER_PRESET_HINT, label_visibility="collapsed",
        )  # fmt: skip
    _known(choices)


def _preset(latest: date) -> None:
    """Write a named window into the two date fields, counted back from the case's latest day."""
    code = _key_of(text.PRESETS, st.session_state["preset"])
    st.session_state["preset"] = None
    if code is None:
        return
    first, last = preset_window(code, latest)
    st.session_state[FROM], st.session_state[TO] = first, last


def preset_window(code: str, latest: date) -> tuple[str, str]:
    """What a preset writes into the two fields; "all" empties them."""
    if code == "all":
        return "", ""
    if code in ("this_year", "last_year"):
        year = str(latest.year - (code == "last_year"))
        return year, year
    return (latest - timedelta(days=int(code.removeprefix("days_")) - 1)).isoformat(), latest.isoformat()


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
        places=tuple(sorted(choices.places[name] for name in state[PLACES])),
        precisions=tuple(sorted(choices.precisions[name] for name in state[PRECISION])),
        min_reports=int(state[REPORTS] or 1),
        min_sources=int(state[SOURCES] or 1),
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
        PLACES: (text.FILTER_PLACES, set(choices.places)),
        PRECISION: (text.FILTER_PRECISION, set(choices.precisions)),
    }
    found = [
        text.NOTICE_BAD_VALUE.format(field=field, value=plain(value, limit=40))
        for key, (field, known) in allowed.items()
        for value in st.query_params.get_all(key)
        if value and in_this_language(key, value) not in known
    ]
    for key, field in ((REPORTS, text.FILTER_REPORTS), (SOURCES, text.FILTER_SOURCES)):
        for value in st.query_params.get_all(key):
            if not (value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= MAX_LEAST):
                found.append(text.NOTICE_BAD_VALUE.format(field=field, value=plain(value, limit=40)))
    return found


def _remember(filters: Filters, notices: list[str]) -> None:
    """Keep a notice on screen until the filters change: the address is put right at once, the reader needs longer."""
    known, kept = st.session_state.get(_NOTICES, (None, ()))
    if notices or known != filters:
        st.session_state[_NOTICES] = (filters, tuple(dict.fromkeys((*(kept if known == filters else ()), *notices))))
