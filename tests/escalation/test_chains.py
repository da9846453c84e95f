"""Chains are walks along stated responses."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import make_event
from timeline.escalation import find_chains
from timeline.model import Response


def answering(id, *others, basis="stated"):
    links = tuple(Response(event_id=id, responds_to=other, basis=basis) for other in others)
    return replace(make_event(id), responses=links)


def test_chain_runs_from_cause_to_last_answer():
    """Strike, threat, reprisal: one walk."""
    assert find_chains([answering("c", "b"), answering("a"), answering("b", "a")]) == (("a", "b", "c"),)


def test_branches_are_chains_of_their_own():
    """One act with two answers starts two walks."""
    assert find_chains([answering("a"), answering("b", "a"), answering("c", "a")]) == (("a", "b"), ("a", "c"))


def test_lone_inferred_and_unknown_links_make_no_chain():
    """An event without links, an inferred link and a link to an event out of view are no walk."""
    assert find_chains([answering("a"), answering("b", "a", basis="inferred"), answering("c", "gone")]) == ()


def test_a_ring_ends():
    """Events that answer each other do not walk for ever."""
    events = [answering("root"), answering("a", "root", "b"), answering("b", "a")]
    assert find_chains(events) == (("root", "a", "b"),)


def test_long_chains_are_cut():
    """A walk has at most fifty events."""
    events = [answering("e0"), *(answering(f"e{i}", f"e{i - 1}") for i in range(1, 80))]
    (walk,) = find_chains(events)
    assert len(walk) == 50
