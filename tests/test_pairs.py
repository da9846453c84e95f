"""Promises of merging short reports that the whole reader has read: the pairs of `bench/gold`."""

from __future__ import annotations

from datetime import date

import pytest

from bench import merging

PAIRS = merging.read_pairs()
PARTS = {
    "developed on": [pair for pair in PAIRS if not merging.is_held_out(pair)],
    "held out": [pair for pair in PAIRS if merging.is_held_out(pair)],
}


def test_pairs_are_many_and_of_many_conflicts():
    """Two hundred pairs and more, fifteen families and more, and at least half of them nearly but not the same."""
    families = {pair["id"].rpartition("-")[0] for pair in PAIRS}
    assert len({pair["id"] for pair in PAIRS}) == len(PAIRS) >= 200
    assert len(families) >= 15
    assert sum(not pair["same"] for pair in PAIRS) >= len(PAIRS) / 2


def test_every_report_has_a_day_a_publisher_and_its_act():
    """Reports can be read as they stand, and the act that is meant is in their words."""
    for report in (pair[side] for pair in PAIRS for side in ("a", "b")):
        date.fromisoformat(report["published"])
        assert report["publisher"]
        assert report.get("act", "") in report["text"]


def test_every_pair_says_why():
    """Whoever disagrees with a pair can argue with its reason."""
    assert all(pair["why"] for pair in PAIRS)


@pytest.mark.parametrize(("part", "f1"), [("developed on", 0.88), ("held out", 0.82)])
def test_pairs_of_one_event_merge_and_others_stay_apart(part, f1):
    """Nearly every merge is right, and most that should merge do."""
    figures = merging.pair_figures(PARTS[part])
    assert figures["precision"] >= 0.95
    assert figures["f1"] >= f1


@pytest.mark.parametrize("part", PARTS)
def test_reports_of_all_conflicts_at_once_form_the_right_clusters(part):
    """An archive of every report together does not mix what a pair alone keeps apart."""
    figures = merging.b_cubed(PARTS[part])
    assert figures["p"] >= 0.97
    assert figures["f1"] >= 0.9


def test_every_merge_says_what_the_reports_share():
    """The reports of each event hang together by reasons, and each reason names something both its reports say."""
    for pair in PAIRS:
        assert merging.unexplained(merging.merge_reports([pair["a"], pair["b"]])) == []
