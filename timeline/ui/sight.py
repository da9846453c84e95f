"""Bringing into sight what a click has opened: the evidence may stand below the chart that was clicked."""

from __future__ import annotations

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

_ASKED = "_scroll_asked"

# A constant, never built from data. It scrolls once for each wish, and not where the evidence is in sight already.
_JS = """
export default function ({ data }) {
  if (!data.scroll || data.scroll === window.__timelineScroll) return;
  window.__timelineScroll = data.scroll;
  const bring = () => {
    const found = document.querySelector('.st-key-evidence_place');
    if (!found) return;
    const top = found.getBoundingClientRect().top;
    if (top > 40 && top < innerHeight * 0.5) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let box = found.parentElement;
    while (box && !(/auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight)) {
      box = box.parentElement;
    }
    (box || window).scrollBy({ top: top - innerHeight * 0.3, behavior: calm ? 'auto' : 'smooth' });
  };
  setTimeout(bring, 250);
}
"""


@st.cache_resource(show_spinner=False)
def _component() -> ComponentRenderer:
    return component("timeline_sight", html="", js=_JS)


def show_evidence() -> None:
    """Ask that the evidence be brought into sight once this run is drawn."""
    st.session_state[_ASKED] = st.session_state.get(_ASKED, 0) + 1


def bring() -> None:
    """Carry the wish out; drawn with the evidence, so that a click need not run anything else."""
    with st.container(key="sight_place"):
        _component()(key="sight", data={"scroll": st.session_state.get(_ASKED, 0)})
