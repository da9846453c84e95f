"""Who answers whom, how hard, how fast?"""

from timeline.ui import exchanges, text
from timeline.ui.heading import heading, is_empty
from timeline.ui.view import current_view

view = current_view()
heading(view, text.EXCHANGES)
if not is_empty(view):
    pair = exchanges.pair_choice(view)
    if pair is not None and exchanges.answer(view, pair):
        inferred = exchanges.inferred_choice(view, pair)
        exchanges.two_sides(view, pair, inferred=inferred)
        exchanges.balance(view, pair)
        exchanges.panel_and_lists(view, pair, inferred=inferred)
        exchanges.lags(view, pair, inferred=inferred)
