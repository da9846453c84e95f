"""Where did it happen, and how precisely is that known?"""

from timeline.ui import places, text
from timeline.ui.heading import heading, is_empty
from timeline.ui.view import current_view

view = current_view()
heading(view, text.MAP)
filled = not is_empty(view)
if filled:
    places.the_map(view)
places.brush(view)
if filled:
    places.panel_and_events(view)
