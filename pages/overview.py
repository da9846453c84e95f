"""How hot is it, and what changed?"""

from timeline.ui import heat, overview, phases, text
from timeline.ui.heading import heading, is_empty
from timeline.ui.panels import panel
from timeline.ui.view import current_view

view = current_view()
heading(view, text.OVERVIEW)
overview.intro()
if not is_empty(view):
    overview.headline(view)
    heat.changes(view)
    folded = overview.fold_choice(view)
    panel(lambda: overview.ladder(view, folded=folded), lambda: overview.panel_and_lists(view))
    phases.section(view)
