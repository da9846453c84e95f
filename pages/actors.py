"""What did one actor do, and what was done to it?"""

from timeline.ui import actor_profile, actors, text
from timeline.ui.heading import heading, is_empty
from timeline.ui.panels import panel
from timeline.ui.view import current_view

view = current_view()
heading(view, text.ACTORS)
if not is_empty(view):
    actor_id = actors.actor_choice(view)
    if actor_id is not None:
        panel(lambda: actors.over_time(view, actor_id))
        actor_profile.profile(view, actor_id)
        actor_profile.compare(view, actor_id)
        actors.pairs(view)
