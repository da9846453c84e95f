"""Where did it happen, and how precisely is that known?"""

import streamlit as st

from timeline.ui import places, text
from timeline.ui.heading import heading, is_empty
from timeline.ui.view import current_view

view = current_view()
heading(view, text.MAP)
# One place whatever stands in it: the button that plays would lose the cursor if it moved.
with st.container(key="map_or_none"):
    filled = not is_empty(view)
    if filled:
        places.the_map(view)
places.brush(view)
if filled:
    places.panel_and_events(view)
