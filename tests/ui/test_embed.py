"""A chart stands alone by its address, and says which do."""

import pytest

from timeline.ui.addresses import STANDING
from timeline.ui.embed import CHARTS


def test_every_chart_that_stands_alone_has_its_page():
    """What offers the code and what draws the chart agree."""
    assert set(CHARTS) == set(STANDING)


@pytest.mark.parametrize("chart", sorted(STANDING))
def test_a_chart_is_drawn_alone(open_page, chart):
    """One chart, the sentence of what it shows, no failure."""
    app = open_page("populated", "embed", embed="true", chart=chart)
    assert not app.exception
    assert any("40 events" in caption.value for caption in app.caption)


@pytest.mark.parametrize("chart", ["", "nothing", "<script>"])
def test_another_name_is_answered_with_those_there_are(open_page, chart):
    """Junk in the address lists the charts instead of failing."""
    app = open_page("populated", "embed", chart=chart)
    assert not app.exception
    assert "ladder" in app.info[0].value
