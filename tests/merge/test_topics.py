"""Promises of grouping documents by what they tell of."""

from __future__ import annotations

from timeline.lexicon.merge_weights import load_merge_weights
from timeline.merge._topics import Documents
from timeline.settings import LEXICON_DIR

WEIGHTS = load_merge_weights(LEXICON_DIR)

_QUAKE = "An earthquake shook the coast of Norland near {town}. Rescuers in {town} searched ruins, said mayor {mayor}."
_STRIKE = "Dock workers in Sudria stopped loading ships over wages, and union leader Orla Venn called for talks."


def _topics(texts: dict[str, str]) -> list[set[str]]:
    found = Documents(texts, WEIGHTS).topics
    return sorted(({doc for doc in found if found[doc] == n} for n in set(found.values())), key=sorted)


def test_documents_of_different_matters_stand_in_different_topics() -> None:
    """An earthquake and a dock strike are two topics."""
    texts = {f"q{i}": _QUAKE.format(town="Ostvik", mayor="Brandt") + f" Report {i}." for i in range(2)}
    texts |= {f"s{i}": _STRIKE + f" Report {i}." for i in range(2)}
    assert _topics(texts) == [{"q0", "q1"}, {"s0", "s1"}]


def test_two_events_of_one_kind_part_by_their_names() -> None:
    """Two earthquakes on one coast part where town and mayor differ."""
    texts = {f"a{i}": _QUAKE.format(town="Ostvik", mayor="Brandt") + f" Bulletin {i}." for i in range(4)}
    texts |= {f"b{i}": _QUAKE.format(town="Lundhavn", mayor="Sorel") + f" Bulletin {i + 4}." for i in range(4)}
    assert _topics(texts) == [{f"a{i}" for i in range(4)}, {f"b{i}" for i in range(4)}]


def test_a_single_document_is_no_part_of_its_own() -> None:
    """A report of one earthquake that names nothing the others name stays with the earthquake it is most like."""
    texts = {f"a{i}": _QUAKE.format(town="Ostvik", mayor="Brandt") + f" Bulletin {i}." for i in range(4)}
    texts |= {f"b{i}": _QUAKE.format(town="Lundhavn", mayor="Sorel") + f" Bulletin {i + 4}." for i in range(4)}
    texts["c"] = "An earthquake shook the coast of Norland. Rescuers searched ruins in Ostvik, said seismologists."
    assert _topics(texts) == [{"c"} | {f"a{i}" for i in range(4)}, {f"b{i}" for i in range(4)}]


def test_a_document_is_wholly_like_itself() -> None:
    """Likeness is one for the same document and less for another."""
    documents = Documents({"a": _STRIKE, "b": _QUAKE.format(town="Ostvik", mayor="Brandt")}, WEIGHTS)
    assert documents.alike("a", "a") == 1.0
    assert documents.alike("a", "b") < 0.5
