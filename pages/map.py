"""Where did it happen, and how precisely is that known?"""

from timeline.ui import places, text
from timeline.ui.heading import heading, is_empty
from timeline.ui.view import current_view

view = current_view()
heading(view, text.MAP)
if not is_empty(view):
    places.the_map(view)
    places.panel_and_events(view)
