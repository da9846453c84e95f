"""Who says what?"""

from timeline.ui import accounts, text
from timeline.ui.heading import heading, is_empty
from timeline.ui.view import current_view

view = current_view()
heading(view, text.ACCOUNTS)
if not is_empty(view):
    mentions = accounts.subject(view)
    accounts.compare(view, mentions)
    accounts.sentences(mentions)
