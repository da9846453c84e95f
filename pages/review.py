"""Is this right? One event at a time, with its sentences, for a person to decide."""

from timeline.ui import review, text
from timeline.ui.heading import heading
from timeline.ui.view import current_view

view = current_view()
heading(view, text.REVIEW)
desk = review.desk(view)
review.progress(view)
review.steps(view, desk)
review.actions(view, desk)
review.looked_at(view, desk)
