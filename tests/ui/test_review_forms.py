"""A reviewer's forms: fields stand in one order, however wide the screen."""

from streamlit.testing.v1 import AppTest

from timeline.ui.review_forms import _WRITTEN


def form():

    from timeline.ui.review_forms import _WRITTEN, _cells

    for field, cell in zip(_WRITTEN, _cells(), strict=False):
        cell.text_input(field, key=field)


def test_fields_stand_in_the_order_of_the_form():
    """The first day before the last and the initiators before the targets, also on a telephone, where each column
    stands under the one before: a row is closed before the next begins, and none is left without a field."""
    app = AppTest.from_function(form).run()
    assert not app.exception
    assert [one.label for one in app.text_input] == list(_WRITTEN)
    assert len(app.columns) == -(-len(_WRITTEN) // 3) * 3
