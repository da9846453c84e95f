"""How a page stands on paper: no controls, nothing cut, dark screens turned light; constants, never built from data."""

from __future__ import annotations

# What works only on a screen.
_CONTROLS = ", ".join(
    f'[data-testid="{name}"]'
    for name in (
        *("stSidebar", "stHeader", "stToolbar", "stExpandSidebarButton", "stElementToolbar", "stStatusWidget"),
        *("stButton", "stButtonGroup", "stLinkButton", "stDownloadButton", "stPopover", "stPageLink", "stPagination"),
        *("stCheckbox", "stSelectbox", "stMultiSelect", "stSlider", "stTextInput", "stNumberInput", "stDateInput"),
        *("stRadio", "stForm", "stFileUploader", "stToast", "stTooltipIcon", "stMetricDelta svg"),
    )
)
# A screen's 15 pixels are 8 points on paper, and a ladder stands on one page with the figures above it.
SHARE = 0.7
# Charts and tables are drawn for the window; `viewport` measures by how much each must shrink to fit the paper.
PRINT_CSS = f"""<style>
.st-key-print_line {{ display: none; }}
@media print {{
  @page {{ size: A4 landscape; margin: 11mm; }}
  html, body, .stApp, [data-testid="stAppViewContainer"], [data-testid="stMain"] {{
    position: static !important; display: block !important; height: auto !important; overflow: visible !important;
    background: #fff !important; print-color-adjust: exact; -webkit-print-color-adjust: exact;
  }}
  .stApp, .stApp :not(svg *) {{ color: #1c2430 !important; }}
  {_CONTROLS}, .modebar, details:not([open]), [role="tab"][aria-selected="false"], [class*="st-key-tools_"],
  .st-key-intro, .st-key-windows, .st-key-lane_switches, .st-key-evidence_none,
  [data-testid="stMainBlockContainer"]:has(.st-key-evidence_none) .st-key-evidence_place {{ display: none !important; }}
  [data-testid="stMainBlockContainer"] {{ max-width: none; padding: 0; zoom: {SHARE}; }}
  [class*="st-key-chart_"], [class*="st-key-medium_"], [class*="st-key-phone_"] {{ overflow: visible; }}
  [class*="st-key-chart_"] > *, [class*="st-key-medium_"] > * {{ min-width: 0 !important; }}
  [data-testid="stPlotlyChart"], [data-testid="stDataFrame"] {{
    zoom: var(--on-paper, 1); break-inside: avoid; overflow: visible !important;
  }}
  h1, h2, h3, [class*="st-key-source_"] {{ break-after: avoid; }}
  [class*="st-key-report_"], [class*="st-key-facts_"], [class*="st-key-answer_"], [data-testid="stMetric"],
  [data-testid="stAlert"] {{
    break-inside: avoid;
  }}
  .st-key-print_line {{ display: block; }}
}}
</style>"""

# A dark chart becomes a light one of nearly the same hues, so that it is legible and spares ink.
PRINT_DARK_CSS = """<style>
@media print {
  [data-testid="stPlotlyChart"], [data-testid="stDataFrame"] { filter: invert(1) hue-rotate(180deg) brightness(1.12); }
}
</style>"""
