"""A button that walks through time by itself: it presses Later, waits until the page is drawn, and goes on to the end.

It lives in the browser: a step costs what a step by hand costs, and nothing runs once the page is closed.
"""

from __future__ import annotations

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from timeline.ui import text

# How long a step stands before the next, once it is drawn; milliseconds.
_PAUSE_MS = 1_500

_HTML = '<button type="button"><span aria-hidden="true"></span><b></b></button>'
_CSS = """
button {
  display: inline-flex; gap: .5rem; align-items: center; min-height: 2.5rem; padding: .25rem .75rem; cursor: pointer;
  font: inherit; font-size: .875rem; color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, .5rem);
}
button:hover, button[aria-pressed=true] { color: var(--st-primary-color); border-color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
b { font-weight: 400; }
/* Whoever asks for less motion walks by the buttons beside it. */
@media (prefers-reduced-motion: reduce) { button { display: none; } }
"""
# A constant, never built from data. It is called anew with every run of the page; what plays is kept beside it.
_JS = """
export default function ({ parentElement, data }) {
  const button = parentElement.querySelector('button');
  const later = () => document.querySelector('.st-key-step_later button');
  const whole = () => document.querySelector('.st-key-window_whole button');
  const show = () => {
    const playing = Boolean(window.__timelinePlays);
    button.setAttribute('aria-pressed', String(playing));
    button.querySelector('span').textContent = playing ? '\\u25a0' : '\\u25b6';
    button.querySelector('b').textContent = playing ? data.stop : data.play;
  };
  const stop = () => { clearTimeout(window.__timelinePlays); window.__timelinePlays = 0; window.__timelineShow?.(); };
  const resting = () => {
    const app = document.querySelector('[data-testid=stApp]');
    return app && app.dataset.testScriptState === 'notRunning';
  };
  const step = () => {
    if (!later() || document.hidden) { stop(); return; }
    if (!resting()) { window.__timelinePlays = setTimeout(step, 100); return; }
    if (later().disabled) { stop(); return; }
    later().click();
    window.__timelinePlays = setTimeout(step, data.pause);
  };
  window.__timelineShow = show;
  button.onclick = () => {
    if (window.__timelinePlays) { stop(); return; }
    // From the end it begins anew.
    if (later() && later().disabled && whole()) whole().click();
    window.__timelinePlays = setTimeout(step, 100);
    show();
  };
  show();
  // A page without the button plays nothing on.
  return () => setTimeout(() => { if (!later()) stop(); }, 1000);
}
"""


@st.cache_resource(show_spinner=False)
def _component() -> ComponentRenderer:
    return component("timeline_player", html=_HTML, css=_CSS, js=_JS)


def button() -> None:
    """Play through time from the window that is looked at, or from the first period; stop at the last."""
    _component()(
        key="player", data={"play": text.PLAY, "stop": text.PLAY_STOP, "pause": _PAUSE_MS}, width="content",
    )  # fmt: skip
