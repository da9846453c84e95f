"""The words of the screens in the session's language: `text.OVERVIEW` is the entry OVERVIEW of `data/words`."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from timeline.words import ENGLISH, languages, say

# The address parameter and session key that hold the language.
LANGUAGE = "lang"


def language() -> str:
    """The session's language; English outside a session and where there are no words for the one asked for."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return ENGLISH
    asked = st.session_state.get(LANGUAGE) or st.query_params.get(LANGUAGE)
    return str(asked) if asked in languages() else ENGLISH


def __getattr__(name: str) -> Any:  # noqa: ANN401 (a string, a list or a mapping)
    if not name.isupper():
        raise AttributeError(name)
    return say(name, language())
