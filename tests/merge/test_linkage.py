"""Groups join while their members are alike on average."""

from __future__ import annotations

from timeline.merge._linkage import average_linkage


def test_alike_names_join():
    """Two names above the threshold are a group; a third below it stays alone."""
    assert average_linkage(["a", "b", "c"], {("a", "b"): 0.9, ("b", "c"): 0.2}, 0.5) == [["a", "b"], ["c"]]


def test_a_chain_is_not_a_group():
    """Where the ends of a chain are unlike, its middle goes with the nearer end only."""
    assert average_linkage(["a", "b", "c"], {("a", "b"): 0.9, ("b", "c"): 0.8}, 0.5) == [["a", "b"], ["c"]]


def test_average_lets_a_group_grow():
    """A name that fits every member well enough joins the group."""
    pairs = {("a", "b"): 0.9, ("b", "c"): 0.7, ("a", "c"): 0.6}
    assert average_linkage(["c", "b", "a"], pairs, 0.5) == [["a", "b", "c"]]
