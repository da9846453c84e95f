"""What exactly is reported, by whom, and why is it dated and merged like this?"""

from timeline.ui import decisions, event
from timeline.ui.view import current_view

view = current_view()
row = event.wanted_event(view)
event.title(view, row)
event.event_choice(view, row)
if row is not None:
    event.facts(row)
    event.how_known(row)
    event.reports(view, row)
    event.disagreements(view, row)
    event.answers(view, row)
    event.chain(view, row)
    event.merged_because(view, row)
    event.picture(view, row)
    decisions.of_event(view, str(row["event_id"]))
