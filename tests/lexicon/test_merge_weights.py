"""The merge tables as shipped, and what loading refuses."""

from __future__ import annotations

import shutil

import pytest

from timeline.errors import LexiconError
from timeline.lexicon.merge_weights import load_merge_weights
from timeline.lexicon.scales import load_scales
from timeline.lexicon.types import load_types
from timeline.settings import LEXICON_DIR

TABLES = ("merge_weights.csv", "merge_words.csv", "merge_families.csv", "scales.csv")


@pytest.fixture
def lexicon_dir(tmp_path):
    for name in TABLES:
        shutil.copy(LEXICON_DIR / name, tmp_path / name)
    return tmp_path


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_shipped_tables_load():
    """The tables we ship are valid, and every event type has a family."""
    weights = load_merge_weights(LEXICON_DIR)
    assert set(load_types(LEXICON_DIR).types) <= set(weights.families)
    assert weights.lexis.forms["struck"] == "strike"


def test_type_without_family_stands_alone():
    """A type that the table does not know is only ever compared with itself."""
    assert load_merge_weights(LEXICON_DIR).family("NEWTYPE") == "NEWTYPE"


def test_a_mode_may_have_one_more_family():
    """Reports of one way of acting are compared beyond their type's family; others of that type are not."""
    weights = load_merge_weights(LEXICON_DIR)
    assert weights.families_of("COERCE", "arrest") >= {"coercion", "taking"}
    assert weights.families_of("COERCE", "curfew") == {"coercion"}
    assert weights.ways_of("COERCE", "arrest") == {"taking"}


def test_missing_weight_is_named(lexicon_dir):
    """A weight that the table lacks is named."""
    edit(lexicon_dir / "merge_weights.csv", "person,2,", "#person,2,")
    (lexicon_dir / "merge_weights.csv").write_text(
        "\n".join(
            line
            for line in (lexicon_dir / "merge_weights.csv").read_text(encoding="utf-8").splitlines()
            if not line.startswith("#person")
        ),
        encoding="utf-8",
    )
    with pytest.raises(LexiconError, match="has no weight 'person'"):
        load_merge_weights(lexicon_dir)


def test_unknown_weight_is_named(lexicon_dir):
    """A weight that the code does not read is an error, not a silent no-op."""
    with (lexicon_dir / "merge_weights.csv").open("a", encoding="utf-8") as table:
        table.write("luck,1,a number nobody reads\n")
    with pytest.raises(LexiconError, match="unknown weight 'luck'"):
        load_merge_weights(lexicon_dir)


def test_weight_given_twice_is_named(lexicon_dir):
    """Two values for one weight are refused."""
    with (lexicon_dir / "merge_weights.csv").open("a", encoding="utf-8") as table:
        table.write("person,3,again\n")
    with pytest.raises(LexiconError, match="'person' twice"):
        load_merge_weights(lexicon_dir)


def test_bad_number_is_named_by_cell(lexicon_dir):
    """A value that is no number is named by file, line and column."""
    edit(lexicon_dir / "merge_weights.csv", "person,2,", "person,two,")
    with pytest.raises(LexiconError, match=r"merge_weights\.csv:\d+:value"):
        load_merge_weights(lexicon_dir)


def test_form_needs_a_base(lexicon_dir):
    """An irregular form without the word it counts as is refused."""
    edit(lexicon_dir / "merge_words.csv", "struck,form,strike", "struck,form,")
    with pytest.raises(LexiconError, match="'struck'"):
        load_merge_weights(lexicon_dir)


def test_scales_run_from_one_to_five():
    """The ladder has five levels in order."""
    assert [row.level for row in load_scales(LEXICON_DIR)] == [1, 2, 3, 4, 5]


def test_missing_level_is_refused(lexicon_dir):
    """A ladder without one of its rungs is refused."""
    edit(lexicon_dir / "scales.csv", "5,war", "4,war")
    with pytest.raises(LexiconError, match="levels 1 to 5"):
        load_scales(lexicon_dir)
