"""What happened when, and how sure is the date?"""

from timeline.ui import lanes, text
from timeline.ui.heading import heading, is_empty
from timeline.ui.panels import panel
from timeline.ui.view import current_view

view = current_view()
heading(view, text.TIMELINE)
if not is_empty(view):
    chosen = lanes.choices(view)
    panel(lambda: lanes.lanes(view, chosen), lambda: lanes.panel_tray_and_table(view))
