"""The few rules of layout that Streamlit's theme cannot express; a constant, never built from data."""

from __future__ import annotations

from timeline.figures import MEDIUM_PX, WIDE_PX

# One blue that keeps 3:1 as a line on both papers (WCAG 2.2, 1.4.11); washes of it keep the text above 4.5:1.
_LINE, _WASH, _QUIET = "#4f8cc4", "rgba(79, 140, 196, .13)", "rgba(128, 138, 150, .55)"
# Before the window is measured a chart may be wider than its box, which then scrolls.
_WIDE, _MEDIUM = f"{WIDE_PX}px", f"{MEDIUM_PX}px"

CSS = f"""<style>
[data-testid="stMainBlockContainer"] {{ max-width: 1480px; padding-inline: 2.4rem; padding-bottom: 3rem; }}
[data-testid="stText"], [data-testid="stText"] span {{
  white-space: pre-wrap; overflow-wrap: anywhere; font-family: inherit; line-height: 1.5;
}}
.st-key-case_title {{ margin-bottom: -.9rem; }}
.st-key-case_title p {{ font-size: .8rem; letter-spacing: .05em; text-transform: uppercase; }}
.st-key-view_sentence p {{ font-size: 1.02rem; }}
.st-key-view_sentence {{ margin-top: -.6rem; }}
[data-testid="stMain"] h1 {{ padding-bottom: .4rem; }}
[data-testid="stMetric"] label p {{ font-size: .82rem; }}
[class*="st-key-quote_"] [data-testid="stText"] {{
  border-left: 3px solid {_LINE}; background: {_WASH}; padding: .3rem .6rem .35rem .8rem; font-weight: 500;
}}
[class*="st-key-context_"] [data-testid="stText"] {{
  border-left: 3px solid {_QUIET}; padding: 0 0 0 .8rem; font-size: .88rem;
}}
[class*="st-key-report_"] {{ gap: .3rem; }}
[class*="st-key-links_"] {{ row-gap: 0; }}
/* Where links stand under one another they begin at one edge, as a link to a page does. */
[class*="st-key-links_"] [data-testid="stLinkButton"] a {{ padding-inline: .5rem; }}
[class*="st-key-facts_"] {{ gap: .5rem 1.4rem; }}
[class*="st-key-facts_"] [data-testid="stText"] {{ font-size: .95rem; }}
[class*="st-key-source_"] [data-testid="stText"] {{ font-weight: 600; font-size: .92rem; }}
[data-testid="stCaptionContainer"] {{ color: inherit; opacity: .8; }}
.stApp kbd {{ color: inherit; opacity: .8; }}
[data-testid="stPageLink"] p {{ white-space: normal; overflow-wrap: anywhere; }}
[data-testid="stPageLink-NavLink"] {{ height: auto; }}
[data-testid="stSidebar"] label p {{ font-size: .85rem; font-weight: 600; }}
[class*="st-key-chart_"], [class*="st-key-medium_"] {{ overflow-x: auto; }}
[class*="st-key-chart_"] > [data-testid="stElementContainer"] {{ min-width: {_WIDE}; }}
[class*="st-key-medium_"] > [data-testid="stElementContainer"] {{ min-width: {_MEDIUM}; }}
.st-key-viewport_place, .st-key-sight_place {{ display: none; }}
@media (max-width: 640px) {{
  [data-testid="stMainBlockContainer"] {{ padding-left: .9rem; padding-right: .9rem; }}
  /* A table's tools always show there: they get a line of their own. */
  [data-testid="stElementContainer"]:has(> [data-testid="stFullScreenFrame"] [data-testid="stDataFrame"]) {{
    margin-top: 1.6rem;
  }}
}}
</style>"""

# A chart in somebody else's page: no sidebar, no air around it.
EMBEDDED_CSS = """<style>
[data-testid="stSidebar"], [data-testid="stExpandSidebarButton"], [data-testid="stHeader"] { display: none; }
[data-testid="stMainBlockContainer"] { padding: .6rem .8rem; }
</style>"""
