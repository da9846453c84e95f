"""Nothing covers anything: stacking and clear places."""

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.figures._place import Box, Item, centred, curve, first_clear, line_boxes, pack, stack

intervals = st.lists(
    st.tuples(st.floats(0, 500), st.floats(0.5, 80), st.integers(1, 2)).map(lambda p: (p[0], p[0] + p[1], p[2])),
    max_size=40,
)


@given(intervals)
@settings(max_examples=80)
def test_stacked_spans_never_overlap(spans):
    """Two spans on one row share no pixel."""
    rows, count = stack(spans)
    for i, (a0, a1, a_need) in enumerate(spans):
        assert rows[i] + a_need <= count
        for j in range(i):
            b0, b1, b_need = spans[j]
            same_rows = rows[i] < rows[j] + b_need and rows[j] < rows[i] + a_need
            assert not (same_rows and a0 < b1 and b0 < a1)


def test_first_marks_get_the_upper_row():
    """Of two marks on one spot, the one to be labelled stands above."""
    offsets, height, _ = pack([Item(10, 10, 10, 10), Item(10, 10, 10, 10, first=True)], most_px=100)
    assert offsets[1] < offsets[0] < height


def test_many_rows_are_squeezed():
    """A band never grows beyond its height, however many marks fall on one day."""
    packed = pack([Item(10, 10, 10, 10)] * 200, most_px=100)
    assert packed.height <= 100.0001
    assert packed.squeeze < 0.1
    assert pack([], most_px=100) == ([], 0.0, 1.0)


def test_a_clear_place_is_inside_and_free():
    """The first candidate that meets nothing and stays inside is taken."""
    inside = Box(0, 0, 100, 100)
    candidates = [Box(-5, 0, 5, 10), Box(40, 40, 60, 60), Box(70, 70, 90, 90)]
    assert first_clear(candidates, [Box(50, 50, 55, 55)], inside) == candidates[2]
    assert first_clear(candidates[:2], [Box(50, 50, 55, 55)], inside) is None


def test_a_curve_joins_its_ends():
    """An arc begins and ends where it is told to, and its boxes cover both ends."""
    points = curve((0, 0), (0, 50), (200, 50), (200, 0))
    assert points[0] == (0, 0)
    assert points[-1] == (200, 0)
    boxes = line_boxes(points)
    assert all(any(box.meets(centred(x, y, 1, 1)) for box in boxes) for x, y in points)
