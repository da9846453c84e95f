"""The choice of language, kept in the address, and the choices made in another language carried over to it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from timeline.ui import text
from timeline.words import ENGLISH, languages, say

_PICK = "language_choice"
# Fields whose values are words of the screens, by the address's parameter: the words they choose from.
_WORDED = {
    **{"role": "ROLES", "types": "TYPES", "status": "STATUSES", "precision": "PRECISIONS", "reviewed": "REVIEWED"},
    **{"lane": "LANES", "feed": "CHANGES_PARTS", "part": "METHOD_PARTS", "of": "ACCOUNT_KINDS"},
    **{"baseline": "BASELINES", "period": "PERIODS", "shape": "PAIR_SHAPES", "step": "STEPS"},
}
_SEVERAL = ("types", "status", "precision")


def settle() -> None:
    """Make the address and the session agree on the language, and the fields choose in its words.

    Runs before any widget: only then may a field's value be replaced.
    """
    asked = st.query_params.get(text.LANGUAGE)
    if asked in languages():
        st.session_state[text.LANGUAGE] = asked
    elif text.language() != ENGLISH:
        # A link to another page drops what no widget is bound to.
        st.query_params[text.LANGUAGE] = text.language()
    for key in _WORDED:
        _carry(key)


def in_this_language(key: str, value: str) -> str:
    """A value that the address gives a field, in the words of the session's language."""
    return translated(_WORDED[key], value, text.language()) if key in _WORDED else value


def choice() -> None:
    """The list of languages, each in its own words."""
    st.session_state[_PICK] = text.language()
    st.selectbox(
        text.LANGUAGE_CHOICE, languages(), key=_PICK, on_change=_choose, help=text.LANGUAGE_HELP,
        format_func=lambda code: str(say("LANGUAGE_NAME", code)),
    )  # fmt: skip


def translated(name: str, value: str, language: str) -> str:
    """A word of the mapping `name`, said in any language, in this one; any other value as it is."""
    if value in say(name, language).values():
        return value
    for other in languages():
        code = _code(say(name, other), value)
        if code is not None:
            return str(say(name, language)[code])
    if name == "TYPES" and ":" in value:
        # A type in one mode: `filter_choices.moded`.
        kind, _, mode = (part.strip() for part in value.partition(":"))
        return translated("SHORT_TYPES", kind, language) + say("COLON", language) + translated("MODES", mode, language)
    return value


def _code(words: Mapping[str, str], value: str) -> str | None:
    return next((code for code, said in words.items() if said == value), None)


def _choose() -> None:
    st.session_state[text.LANGUAGE] = code = st.session_state[_PICK]
    if code == ENGLISH:
        st.query_params.pop(text.LANGUAGE, None)
    else:
        st.query_params[text.LANGUAGE] = code


def _carry(key: str) -> None:
    """Say a field's value in the session's language; on a first run it stands in the address only."""
    held = st.session_state[key] if key in st.session_state else st.query_params.get_all(key)
    values = [held] if isinstance(held, str) else list(held or ())
    said = [in_this_language(key, str(value)) for value in values]
    if said != values:
        st.session_state[key] = said if key in _SEVERAL else said[0]
