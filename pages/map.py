"""Where did it happen, and how precisely is that known?"""

from timeline.ui import places, text
from timeline.ui.heading import heading
from timeline.ui.view import current_view

view = current_view()
heading(view, text.MAP)
filled = places.map_or_none(view)
places.brush(view)
if filled:
    places.panel_and_events(view)
