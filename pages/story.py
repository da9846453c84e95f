"""What happened, told step by step, and taken away as a page?"""

from timeline.ui import saved_stories, story, story_steps, text
from timeline.ui.heading import heading
from timeline.ui.view import current_view

view = current_view()
heading(view, text.STORY)
story_steps.settle(view)
saved_stories.notices(view)
reading, writing, saved = story.tabs()
with writing:
    story.write(view)
    saved_stories.save(view)
with reading:
    story.read(view)
with saved:
    saved_stories.shelf(view)
story.publish(view)
