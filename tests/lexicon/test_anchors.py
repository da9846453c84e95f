"""The anchors table is read and validated."""

import pytest

from timeline.errors import LexiconError
from timeline.lexicon.anchors import load_anchors
from timeline.times import parse_edtf

ENTRY = """
- id: norland-strike
  label: strike on Norland
  edtf: "{edtf}"
  kind: [ASSAULT]
  phrases:
    - all: {groups}
  source: {source}
"""
GOOD = {"edtf": "2024-04-01", "groups": "[[strike], [norland]]", "source": "https://example.org/a"}


def load(tmp_path, **changes):
    table = tmp_path / "anchors.yaml"
    table.write_text(ENTRY.format(**(GOOD | changes)), encoding="utf-8")
    return load_anchors(table)


def test_shipped_table_loads():
    """Every shipped anchor has a date, a source, lower-case words and an id of its own."""
    anchors = load_anchors()
    assert len(anchors) >= 80
    assert len({anchor.id for anchor in anchors}) == len(anchors)
    for anchor in anchors:
        parse_edtf(anchor.edtf)
        words = [word for phrase in anchor.phrases for group in (*phrase.all, phrase.none) for word in group]
        assert all(word == word.lower() for word in words)


def test_entry_is_read(tmp_path):
    """An entry is read as written."""
    (anchor,) = load(tmp_path)
    assert anchor.phrases[0].all == (("strike",), ("norland",))


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [
        ("edtf", "1 April", "edtf"),
        ("source", "example.org", "source"),
        ("groups", "[]", "phrases.0.all"),
        ("groups", "[[strike], []]", "phrases.0.all"),
    ],
)
def test_bad_value_is_named(tmp_path, field, value, column):
    """A bad value is named by file, entry and key."""
    with pytest.raises(LexiconError) as error:
        load(tmp_path, **{field: value})
    assert error.value.subject == f"anchors.yaml:entry 1:{column}"
