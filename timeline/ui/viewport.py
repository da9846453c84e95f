"""The reader's window: how wide the page is, where the cursor goes, and a step of Back for every filter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer
from streamlit.delta_generator import DeltaGenerator

from timeline.figures import MEDIUM_PX, NARROW_PX, WIDE_PX
from timeline.ui.print_style import SHARE

Band = Literal["wide", "medium", "narrow"]
# Least width of the page's content in pixels at which a chart is planned for that band, and the plan's width.
PLANNED: dict[Band, int] = {"wide": WIDE_PX, "medium": MEDIUM_PX, "narrow": NARROW_PX}

# Width of a letter page on its side between its margins (A4 is longer), at 96 pixels an inch.
PAPER_PX = 960 / SHARE

_KEY = "viewport"
_FOCUS_ASKED = "_focus_asked"

# A constant, never built from data. It tells the band only when it changes: one more run of the page, once.
_JS = """
export default function ({ data, setStateValue, setTriggerValue }) {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (!main) return;
  const tell = () => {
    const style = getComputedStyle(main);
    const room = main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const band = room >= data.wide ? 'wide' : room >= data.medium ? 'medium' : 'narrow';
    if (room > 0 && band !== window.__timelineBand) { window.__timelineBand = band; setStateValue('band', band); }
  };
  if (window.__timelineBand === undefined) window.__timelineBand = data.band;
  let waiting;
  const watch = new ResizeObserver(() => { clearTimeout(waiting); waiting = setTimeout(tell, 150); });
  watch.observe(main);
  tell();
  if (data.focus && data.focus !== window.__timelineFocus) {
    window.__timelineFocus = data.focus;
    // The form may still be on its way; it takes the cursor as soon as it stands.
    const seek = (left) => {
      const form = document.querySelector('[class*="st-key-form_"]');
      const field = form && form.querySelector('input:not([disabled]), textarea, [role=combobox]');
      if (field && !form.contains(document.activeElement)) field.focus();
      if (left > 0 && !(form && form.contains(document.activeElement))) setTimeout(() => seek(left - 1), 150);
    };
    setTimeout(() => seek(20), 150);
  }
  // A link to one chart of a page names it after the "#"; the chart may still be on its way.
  const named = /^#chart-(\\w+)$/.exec(location.hash);
  if (named && window.__timelineAnchor !== location.href) {
    window.__timelineAnchor = location.href;
    const find = (left, again) => {
      const kinds = ['chart', 'medium', 'phone'].map((kind) => `.st-key-${kind}_${named[1]}`);
      const found = document.querySelector(kinds.join(','));
      if (found) found.scrollIntoView({ block: 'start' });
      // Once more when what stands above it has been drawn.
      if (found ? again : left) setTimeout(() => find(left - 1, again - (found ? 1 : 0)), found ? 600 : 200);
    };
    find(100, 2);
  }
  // A first tap on a mark is a click to Plotly but no selection (a mouse has hovered before, a finger has not).
  const touched = (event) => {
    const plot = event.target.closest && event.target.closest('.js-plotly-plot');
    if (!plot || !plot.on) return;
    const frame = plot.closest('[class*="st-key-chart_"], [class*="st-key-medium_"], [class*="st-key-phone_"]');
    const key = frame && frame.className.match(/st-key-(?:chart|medium|phone)_(\\w+)/);
    if (!key) return;
    plot.__timelineTap = (place) => setTriggerValue('tap', { chart: key[1], place });
    if (plot.__timelineHeard) return;
    plot.__timelineHeard = true;
    let selected = 0;
    plot.on('plotly_selected', () => { selected = Date.now(); });
    plot.on('plotly_click', (click) => {
      const place = click.points.length ? [click.points[0].customdata].flat()[0] : undefined;
      const at = Date.now();
      if (place !== undefined) setTimeout(() => { if (selected < at - 50) plot.__timelineTap(Number(place)); }, 120);
    });
  };
  // Streamlit replaces the address when a bound field changes, and adds a step for each that the page itself changes.
  // One step an action lets Back undo it: what follows at once (several fields moved, a key held down) belongs to it,
  // and so does all that is played.
  if (!window.__timelineSteps) {
    window.__timelineSteps = true;
    const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
    let last = 0, played = 0;
    addEventListener('popstate', () => { last = Date.now() + 1500; });
    const move = (other) => (state, title, url) => {
      const next = new URL(url || location.href, location.href);
      const now = Date.now(), plays = window.__timelinePlays ? 1 : 0;
      const filtered = next.pathname === location.pathname && next.search !== location.search;
      const begun = now - last > 400 && !(plays && played);
      if (filtered && begun) { last = now; played = plays; push(state, title, url); return; }
      if (filtered) { replace(state, title, url); return; }
      other(state, title, url);
    };
    history.replaceState = move(replace);
    history.pushState = move(push);
  }
  // Charts and tables are as wide as the window; on paper each shrinks to what is left of its place there.
  if (!window.__timelinePrints) {
    window.__timelinePrints = true;
    addEventListener('beforeprint', () => {
      const room = main.clientWidth, share = Math.min(1, data.paper / room);
      document.querySelectorAll('[data-testid="stPlotlyChart"], [data-testid="stDataFrame"]').forEach((drawn) => {
        drawn.style.setProperty('--on-paper', Math.min(1, share * Math.min(1, room / drawn.scrollWidth)));
      });
    });
  }
  document.addEventListener('touchstart', touched, { capture: true, passive: true });
  return () => {
    watch.disconnect();
    clearTimeout(waiting);
    document.removeEventListener('touchstart', touched, { capture: true });
  };
}
"""


@st.cache_resource(show_spinner=False)
def _component() -> ComponentRenderer:
    return component("timeline_viewport", html="", js=_JS)


def watch(on_tap: Callable[[str, int], None]) -> None:
    """Measure the window and carry out a wish for the cursor; drawn last, when what it looks for stands.

    `on_tap` is told a chart's key and a mark's place when a finger chooses what no mouse has hovered over.
    """

    def tapped() -> None:
        tap = getattr(st.session_state.get(_KEY), "tap", None)
        if isinstance(tap, Mapping):
            on_tap(str(tap.get("chart")), int(tap.get("place", -1)))

    data = {
        "band": band(),
        "wide": WIDE_PX,
        "medium": MEDIUM_PX,
        "paper": PAPER_PX,
        "focus": st.session_state.get(_FOCUS_ASKED, 0),
    }
    _component()(key=_KEY, data=data, default={"band": band()}, on_band_change=_same, on_tap_change=tapped)


def _same() -> None:
    """The value itself is read where charts are drawn."""


def band() -> Band:
    """How wide the page is; before the window has been measured, what the browser says it runs on."""
    measured = getattr(st.session_state.get(_KEY), "band", None)
    if measured in PLANNED:
        return measured
    return "narrow" if _is_telephone() else "wide"


def beside() -> tuple[DeltaGenerator, DeltaGenerator]:
    """A place for the evidence and one for lists: side by side where there is room, else one under the other."""
    if band() == "wide":
        side, lists = st.columns([5, 9], gap="large")
        return side, lists
    return st.container(), st.container()


def focus_form() -> None:
    """Ask that the cursor be put into the first field of the form that this run draws."""
    st.session_state[_FOCUS_ASKED] = st.session_state.get(_FOCUS_ASKED, 0) + 1


def _is_telephone() -> bool:
    headers = st.context.headers
    return headers.get("Sec-CH-UA-Mobile") == "?1" or "Mobi" in (headers.get("User-Agent") or "")
