"""How hot is it, and what changed?"""

from timeline.ui import heat, overview, phases, text
from timeline.ui.heading import heading, is_empty
from timeline.ui.view import current_view

view = current_view()
heading(view, text.OVERVIEW)
overview.intro()
if not is_empty(view):
    overview.headline(view)
    heat.changes(view)
    overview.ladder(view)
    overview.panel_and_lists(view)
    phases.section(view)
