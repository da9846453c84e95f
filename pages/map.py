"""Where did it happen, and how precisely is that known?"""

from timeline.ui import places, text
from timeline.ui.heading import heading
from timeline.ui.panels import panel
from timeline.ui.view import current_view

view = current_view()
heading(view, text.MAP)
lines = places.choices(view)
panel(lambda: places.map_and_brush(view, lines=lines), lambda: places.panel_and_events(view))
