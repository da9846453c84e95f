"""Charts: facts first, then ink. Frames in, Plotly figures out; no queries, no screens, no clock."""

from timeline.figures._layout import MEDIUM_PX, NARROW_PX, WIDE_PX, empty_text, summary_text
from timeline.figures._text import escape
from timeline.figures._time_axis import axis_day, box_days
from timeline.figures.accounts import accounts_figure
from timeline.figures.actor import actor_figure
from timeline.figures.balance import balance_figure
from timeline.figures.brush import brush_figure
from timeline.figures.compare import compare_figure
from timeline.figures.deeds import deeds_figure
from timeline.figures.density import density_figure
from timeline.figures.exchanges import exchanges_figure
from timeline.figures.exchanges_density import exchanges_density_figure
from timeline.figures.ladder import ladder_figure
from timeline.figures.lags import lags_figure
from timeline.figures.map import map_figure
from timeline.figures.matrix import matrix_figure
from timeline.figures.network import network_figure
from timeline.figures.phases import phases_figure
from timeline.figures.render import chart_config, find_browser, image_session, to_html, to_image
from timeline.figures.reports import event_reports_figure
from timeline.figures.timeline import timeline_figure

__all__ = [
    "MEDIUM_PX",
    "NARROW_PX",
    "WIDE_PX",
    "accounts_figure",
    "actor_figure",
    "axis_day",
    "balance_figure",
    "box_days",
    "brush_figure",
    "chart_config",
    "compare_figure",
    "deeds_figure",
    "density_figure",
    "empty_text",
    "escape",
    "event_reports_figure",
    "exchanges_density_figure",
    "exchanges_figure",
    "find_browser",
    "image_session",
    "ladder_figure",
    "lags_figure",
    "map_figure",
    "matrix_figure",
    "network_figure",
    "phases_figure",
    "summary_text",
    "timeline_figure",
    "to_html",
    "to_image",
]
