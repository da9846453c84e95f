"""The method page: how each thing is known, how often that is right, and what the words mean."""

from __future__ import annotations

import re
from collections.abc import Callable

import streamlit as st

from timeline.settings import DOCS_DIR
from timeline.ui import text
from timeline.ui.plain import plain
from timeline.ui.view import View

# A link from one of our documents to another leads nowhere on a page: its words stay.
_NEIGHBOUR = re.compile(r"\[([^\]\n]{1,80})\]\((?!https?:)[^)\n]{1,120}\)")


def part_choice() -> str:
    """Which part is read; kept in the address."""
    names = text.METHOD_PARTS
    picked = st.segmented_control(
        text.METHOD_PART, list(names.values()), key="part", default=names["rules"], required=True,
        bind="query-params", label_visibility="collapsed",
    )  # fmt: skip
    return str(next(part for part, words in names.items() if words == picked))


def show(view: View, part: str) -> None:
    """One part of the method."""
    parts: dict[str, Callable[[], None]] = {"rules": lambda: _rules(view), "glossary": _glossary}
    parts.get(part, lambda: _document(part))()


def _rules(view: View) -> None:
    for step in text.METHOD_STEPS:
        st.markdown(f"- {step}")
    st.subheader(text.METHOD_LIMITS_TITLE, anchor=False)
    for limit in text.METHOD_LIMITS:
        st.markdown(f"- {limit}")
    st.subheader(text.METHOD_BUILD, anchor=False)
    facts = {
        text.METHOD_BUILD_ID: view.build.id,
        text.METHOD_BUILD_LANGUAGES: view.build.info.get("languages") or text.NOT_GIVEN,
        text.METHOD_BUILD_ZONE: view.build.info.get("timezone") or text.NOT_GIVEN,
        text.METHOD_BUILD_PARSER: view.build.info.get("parser") or text.METHOD_BUILD_NO_PARSER,
    }
    for name, value in facts.items():
        st.markdown(f"- {name}{text.COLON}{plain(value)}")


def _glossary() -> None:
    for term, meaning in sorted(text.GLOSSARY.items()):
        st.markdown(f"**{plain(term)}**  \n{plain(meaning, limit=600)}")


def _document(part: str) -> None:
    """One of our own documents, as the repository has it."""
    document = (DOCS_DIR / f"{_DOCUMENTS[part]}.md").read_text(encoding="utf-8")
    _title, _, body = document.partition("\n")
    st.markdown(_NEIGHBOUR.sub(r"\1", body))


_DOCUMENTS = {"accuracy": "accuracy", "dates": "dating", "merging": "merging"}
