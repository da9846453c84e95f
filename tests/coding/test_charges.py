"""What people are arrested for or accused of is a charge; a named victim or doer makes it an act."""

import pytest

from tests.builders import make_sentence


def types(coder, text):
    return [m.type for m in coder.code(make_sentence(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya arrested 75 soldiers for looting and murder.",
        "Kenya arrested two Ugandans over an assault.",
    ],
)
def test_a_charge_is_no_act(coder, text):
    """Who was murdered, and by whom, is not said."""
    assert types(coder, text) == ["COERCE"]


def test_an_attack_with_a_victim_is_an_act(coder):
    """The dead or the side that was hit are named."""
    assert types(coder, "Kenya arrested two men over an attack on Ugandan soldiers.") == ["COERCE", "ASSAULT"]


@pytest.mark.parametrize("text", ["Suppose Kenya attacks Somalia.", "Imagine that Kenya bombs Somalia tomorrow."])
def test_what_is_only_supposed_is_no_act(coder, text):
    """An imperative that opens its sentence opens a condition."""
    assert "ASSAULT" not in types(coder, text)


def test_volunteers_agree_to_nothing(coder):
    """Only "volunteered to" promises anything."""
    assert "AGREE" not in types(coder, "Five Red Crescent volunteers were killed in Uganda.")
