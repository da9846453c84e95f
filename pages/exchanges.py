"""Who answers whom, how hard, how fast?"""

from timeline.ui import exchanges, text
from timeline.ui.heading import heading, is_empty
from timeline.ui.panels import panel
from timeline.ui.view import current_view

view = current_view()
heading(view, text.EXCHANGES)
if not is_empty(view):
    pair = exchanges.pair_choice(view)
    if pair is not None and exchanges.answer(view, pair):
        inferred = exchanges.inferred_choice(view, pair)
        folded = exchanges.fold_choice(view, pair)
        panel(
            lambda: exchanges.two_sides(view, pair, inferred=inferred, folded=folded),
            lambda: exchanges.balance(view, pair, folded=folded),
            lambda: exchanges.panel_and_lists(view, pair, inferred=inferred),
        )
        exchanges.lags(view, pair, inferred=inferred)
