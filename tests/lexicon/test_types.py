"""The table of types and modes."""

import pytest

from timeline.errors import LexiconError
from timeline.lexicon.types import load_types
from timeline.settings import LEXICON_DIR

HEADER = "type,mode,quad,intensity,level,cameo,label\n"


def test_sixteen_types_and_the_statement():
    """All PLOVER types are there, with the explicit non-event."""
    table = load_types(LEXICON_DIR)
    assert len(table.types) == 17
    assert ("ASSAULT", "aerial") in table
    assert ("ASSAULT", "aerial").__class__ is tuple


def test_a_mode_without_a_row_is_its_type():
    """An unknown mode falls back to the type, an unknown type is an error."""
    table = load_types(LEXICON_DIR)
    assert table.row("ASSAULT", "no-such") == table.row("ASSAULT")
    with pytest.raises(LexiconError, match="PICNIC"):
        table.row("PICNIC")


def test_hostile_modes_are_never_friendlier_than_words():
    """Material conflict has negative intensity, cooperation positive."""
    for row in load_types(LEXICON_DIR).rows.values():
        assert (row.intensity < 0) == (row.quad == 4) or row.quad in {0, 3}


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("ASSAULT,,9,-9,4,18,attack\n", r"types.csv:2:quad"),
        ("ASSAULT,,4,-11,4,18,attack\n", r"types.csv:2:intensity"),
        ("ASSAULT,aerial,4,-9,4,18,attack\n", "no row for the type"),
    ],
)
def test_bad_cells_are_named(tmp_path, rows, problem):
    """A wrong value, or a mode without its type, names the place."""
    (tmp_path / "types.csv").write_text(HEADER + rows, encoding="utf-8")
    with pytest.raises(LexiconError, match=problem):
        load_types(tmp_path)


@pytest.mark.parametrize(
    ("type_", "mode", "level"),
    [("CONSULT", "", 1), ("THREATEN", "", 2), ("MOBILIZE", "troops", 3), ("ASSAULT", "drone", 4)],
)
def test_acts_stand_on_the_rung_of_their_kind(type_, mode, level):
    """Words, threats, displays and uses of force stand on their rungs."""
    assert load_types(LEXICON_DIR).row(type_, mode).level == level


def test_an_unknown_type_is_an_error():
    """A type outside the table has no rung."""
    with pytest.raises(LexiconError):
        load_types(LEXICON_DIR).row("DANCE")
