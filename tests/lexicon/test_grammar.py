"""The table of function words says one thing of each tag."""

import pytest

from timeline.errors import LexiconError
from timeline.lexicon.grammar import load_grammar
from timeline.settings import LEXICON_DIR


def test_a_tag_given_twice_is_refused(tmp_path):
    """Its second row would silently replace the first."""
    for name in ("grammar.csv", "irregular_verbs.csv"):
        (tmp_path / name).write_bytes((LEXICON_DIR / name).read_bytes())
    with (tmp_path / "grammar.csv").open("a", encoding="utf-8") as table:
        table.write("d,that\n")
    with pytest.raises(LexiconError, match=r"grammar\.csv: gives tag 'd' twice"):
        load_grammar(tmp_path)
