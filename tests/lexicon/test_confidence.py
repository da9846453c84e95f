"""Confidence is a probability, every sign has a weight, and what is suspicious lowers it."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.coding import _confidence
from timeline.errors import LexiconError
from timeline.lexicon.confidence import load_confidence
from timeline.settings import LEXICON_DIR

TABLE = load_confidence(LEXICON_DIR / "confidence.csv")
SIGNS = sorted(set(TABLE.weights) - {"base"})


@given(st.sets(st.sampled_from(SIGNS)))
def test_confidence_is_never_certain(signs):
    """Whatever signs hold, the confidence is a probability strictly between nought and one."""
    assert 0 < TABLE.probability(signs) < 1


def test_every_sign_of_the_coder_has_a_weight_and_no_other():
    """The table and the code know the same signs."""
    source = inspect.getsource(_confidence.signs_of)
    assert {name for name in SIGNS if f'"{name}":' in source} == set(SIGNS)
    assert source.count('":') == len(SIGNS)


@pytest.mark.parametrize("sign", ["disguised", "one_case", "no_stops", "weak", "background", "located"])
def test_what_is_suspicious_lowers_confidence(sign):
    """Disguised names, bad typography and weak readings never raise confidence."""
    assert TABLE.probability([sign]) < TABLE.probability([])


def test_a_table_without_its_base_is_refused(tmp_path):
    """A missing base is named, not taken for nought."""
    path = tmp_path / "confidence.csv"
    path.write_text("sign,weight,why\ntarget,1,x\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="base"):
        load_confidence(path)
