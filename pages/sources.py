"""What was read, when was it published, and what was left out?"""

from timeline.ui import intake, sources, text
from timeline.ui.heading import heading
from timeline.ui.view import current_view

view = current_view()
heading(view, text.SOURCES, sources.sentence(view))
intake.section()
sources.article_list(view)
row = sources.article_choice(view)
if row is not None:
    sources.article(view, row)
sources.candidates(view)
sources.rejects(view)
