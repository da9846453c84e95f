"""Counts beside the choices: a tree of types, and rows that put a choice in or take it out."""

import pandas as pd

from timeline.ui.facets import flat, toggled, type_tree

FOUND = pd.DataFrame(
    [("type", "ASSAULT", 9), ("type", "COERCE", 2), ("type", "CONSULT", 4), ("mode", "ASSAULT/aerial", 5),
     ("status", "alleged", 3), ("status", "unheard", 1)],
    columns=["facet", "value", "n_events"],
)  # fmt: skip
LABELS = {"Force": "ASSAULT", "Force: aerial": "ASSAULT/aerial", "Coercion": "COERCE", "Talks": "CONSULT"}
QUADS = {"ASSAULT": 4, "COERCE": 4, "CONSULT": 1}


def test_types_stand_under_their_class_and_modes_under_their_type():
    """A class counts all of its types and stands for them."""
    tree = type_tree(FOUND, LABELS, QUADS)
    assert [(option.name.strip(), option.events) for option in tree] == [
        ("Hostile deeds", 11), ("Arrest or coercion", 2), ("Use of force", 9), ("aerial", 5),
        ("Cooperative words", 4), ("Talks and visits", 4),
    ]  # fmt: skip
    assert set(tree[0].labels) == {"Force", "Coercion"}
    assert next(option for option in tree if option.name.strip() == "aerial").labels == ("Force: aerial",)


def test_only_what_the_filter_offers_is_counted():
    """A value without a label cannot be chosen."""
    assert [(o.name, o.events) for o in flat(FOUND, "status", {"alleged": "Alleged"})] == [("Alleged", 3)]


def test_a_row_puts_a_choice_in_and_takes_it_out():
    """A class goes in and out whole."""
    assert toggled([], ("a", "b")) == ["a", "b"]
    assert toggled(["b", "c"], ("a", "b")) == ["b", "c", "a"]
    assert toggled(["a", "b", "c"], ("a", "b")) == ["c"]
