"""Promises of merging short reports that the whole reader has read: the pairs of `bench/gold`."""

from __future__ import annotations

from datetime import date

import pytest

from bench import merging

PAIRS = merging.read_pairs()
WIRE_PAIRS = merging.read_pairs(merging.WIRE_PAIRS)
PARTS = {
    "developed on": [pair for pair in PAIRS if not merging.is_held_out(pair)],
    "held out": [pair for pair in PAIRS if merging.is_held_out(pair)],
}


def test_pairs_are_many_and_of_many_conflicts():
    """Two hundred pairs and more, fifteen families and more, and at least half of them nearly but not the same."""
    for pairs in (PAIRS, WIRE_PAIRS):
        families = {pair["id"].rpartition("-")[0] for pair in pairs}
        assert len({pair["id"] for pair in pairs}) == len(pairs) >= 200
        assert len(families) >= 15
        assert sum(not pair["same"] for pair in pairs) >= len(pairs) / 2


def test_every_report_has_a_day_a_publisher_and_its_act():
    """Reports can be read as they stand, and the act that is meant is in their words."""
    for report in (pair[side] for pair in PAIRS + WIRE_PAIRS for side in ("a", "b")):
        date.fromisoformat(report["published"])
        assert report["publisher"]
        assert report.get("act", "") in report["text"]


def test_every_pair_says_why():
    """Whoever disagrees with a pair can argue with its reason."""
    assert all(pair["why"] for pair in PAIRS + WIRE_PAIRS)


@pytest.mark.parametrize(("part", "f1"), [("developed on", 0.88), ("held out", 0.82)])
def test_pairs_of_one_event_merge_and_others_stay_apart(part, f1):
    """Nearly every merge is right, and most that should merge do."""
    figures = merging.pair_figures(PARTS[part])
    assert figures["precision"] >= 0.95
    assert figures["f1"] >= f1


def test_reports_in_the_words_of_wires_merge_rightly_if_at_all():
    """Most recaps of agencies are not found yet; what merges is one event."""
    figures = merging.pair_figures(WIRE_PAIRS)
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.3


@pytest.mark.parametrize("part", PARTS)
def test_reports_of_all_conflicts_at_once_form_the_right_clusters(part):
    """An archive of every report together does not mix what a pair alone keeps apart."""
    figures = merging.b_cubed(PARTS[part])
    assert figures["p"] >= 0.97
    assert figures["f1"] >= 0.9


def test_every_merge_says_what_the_reports_share():
    """The reports of each event hang together by reasons, and each reason names something both its reports say."""
    for pair in PAIRS + WIRE_PAIRS:
        assert merging.unexplained(merging.merge_reports([pair["a"], pair["b"]])) == []
