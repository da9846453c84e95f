"""What happened, told step by step, and taken away as a page?"""

from timeline.ui import story, text
from timeline.ui.heading import heading
from timeline.ui.view import current_view

view = current_view()
heading(view, text.STORY)
reading, writing = story.tabs()
with writing:
    story.write(view)
with reading:
    story.read(view)
story.publish(view)
