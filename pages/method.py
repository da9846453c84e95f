"""How is each thing known, how often is that right, and what do the words mean?"""

from timeline.ui import method, text
from timeline.ui.heading import heading
from timeline.ui.view import current_view

view = current_view()
heading(view, text.METHOD)
method.show(view, method.part_choice())
