import pytest

from timeline.ingest._lines import MAX_LINES, read_units


def looks(text):
    return [unit.look for unit in read_units(text)]


def test_lines_are_units():
    """Each line that is not blank is a unit, and knows whether a blank line stands before it."""
    units = read_units("One here\nTwo here\r\n\r\nThree here")
    assert [(unit.look, unit.gap) for unit in units] == [("One here", False), ("Two here", False), ("Three here", True)]


def test_a_hard_wrapped_paragraph_is_one_unit():
    """Lines that an editor broke are joined, also where a sentence happens to end at the break."""
    text = (
        "The convoy left the town of Harun at dawn and\nreached the border by noon, the governor told us.\n"
        "Nobody stopped it on the way there, and it was\nback before night.\n\nThe next day it rained."
    )
    assert len(looks(text)) == 2


def test_separate_long_lines_stay_apart():
    """A list of headlines without stops is not a wrapped paragraph."""
    text = "Army retakes the airport after a night of heavy fire\nMinister resigns over the dam that broke in spring"
    assert len(looks(text)) == 2


def test_list_items_and_headings_start_anew():
    """A wrapped list item is joined with its own lines only."""
    text = (
        "- the first item goes on over the end of its line\n  and ends here\n- the second item stands alone\n# Head\nx"
    )
    assert [look.split()[0] for look in looks(text)] == ["-", "-", "#", "x"]


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("He died on Friday.", True),
        ("Why now?", False),
        ("The army left. The town is quiet now and shops open", True),
        ("Army leaves the town after nine weeks", False),
        ("These are the main points of the talks between them:", True),
        ("Key points:", False),
        ("word " * 40, True),
        ("Will they stop? Nobody in the valley knows that today!", True),
    ],
)
def test_prose_is_told_from_headlines(line, prose):
    """A stop, a sentence inside, or very many words make prose."""
    (unit,) = read_units(line)
    assert unit.is_prose is prose


def test_markers_are_measured():
    """List, heading and quotation marks have a length, words have none."""
    assert [read_units(line)[0].marker for line in ("- a", "## a", "> a", "a")] == [2, 3, 2, 0]


def test_very_many_lines_end_in_one_unit():
    """Beyond the limit of lines the rest is one unit, so memory stays bounded."""
    units = read_units("a\n" * (MAX_LINES + 50))
    assert len(units) == MAX_LINES + 1
    assert units[-1].end - units[-1].start == 2 * 50 - 1
    assert len(read_units("a\n" * MAX_LINES + "\n \n")) == MAX_LINES
