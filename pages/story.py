"""What happened, told step by step, and taken away as a page?"""

import streamlit as st

from timeline.ui import story, text
from timeline.ui.heading import heading
from timeline.ui.view import current_view

view = current_view()
heading(view, text.STORY)
reading, writing = st.tabs(
    [text.STORY_READ, text.STORY_WRITE], default=text.STORY_READ if story.steps() else text.STORY_WRITE
)
with writing:
    story.write(view)
with reading:
    story.read(view)
story.publish(view)
