"""What exactly is reported, by whom, and why is it dated and merged like this?"""

from timeline.ui import event, text
from timeline.ui.heading import heading
from timeline.ui.view import current_view

view = current_view()
heading(view, text.EVENT)
row = event.event_choice(view)
if row is not None:
    event.title(row)
    event.facts(row)
    event.how_known(row)
    event.reports(view, row)
    event.disagreements(view, row)
    event.answers(view, row)
    event.merged_because(view, row)
    event.picture(view, row)
