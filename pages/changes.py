"""What changed since the last build, and who decided what?"""

from timeline.ui import changes, decisions, text
from timeline.ui.heading import heading, section_choice
from timeline.ui.view import current_view

view = current_view()
heading(view, text.CHANGES)
if section_choice() == "decisions":
    decisions.section(view)
else:
    changes.section(view)
