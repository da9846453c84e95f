"""Who says what: reports of one event, or of a view, gathered by source or by the side whose word it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import pandas as pd

from timeline.queries._columns import ACCOUNT_COLUMNS

By = Literal["source", "claimant"]


def accounts(mentions: pd.DataFrame, *, by: By) -> pd.DataFrame:
    """One row a source or claimant of a frame with MENTION_COLUMNS, the most reports first. Columns: ACCOUNT_COLUMNS.

    An article without a publisher is a source of its own, by its title. `who` is "" for what the articles assert in
    their own voice.
    """
    voice = mentions["publisher"].mask(mentions["publisher"] == "", mentions["title"])
    key = voice if by == "source" else mentions["claimed_by"]
    rows = [_account(str(who), group) for who, group in mentions.groupby(key, sort=True)]
    rows.sort(key=lambda row: (-row["n_reports"], row["who"]))
    frame = pd.DataFrame(rows, columns=list(ACCOUNT_COLUMNS))
    return frame.astype({"killed_min": "Int64", "killed_max": "Int64"})


def _account(who: str, group: pd.DataFrame) -> dict[str, Any]:
    reports = group.drop_duplicates(["article_id", "start", "end"])
    low, high = group["killed_min"].min(), group["killed_max"].max()
    return {
        "who": who,
        "n_reports": len(reports),
        "n_events": int(group["event_id"].nunique()),
        "dates": _most(group["edtf"]),
        "killed_min": low,
        # A toll without an upper bound ("at least 7") reaches at least as far as its lower one.
        "killed_max": max(
            (value for value in (low, high, group["killed_min"].max()) if not pd.isna(value)), default=low
        ),
        "initiators": _most(group["initiator"]),
        "statuses": _most(group["status"]),
        "act_words": _most(_act(row) for row in group.to_dict("records")),
        "initiator_words": _most(group["initiator_words"]),
        "target_words": _most(group["target_words"]),
    }


def _act(row: Mapping[Any, Any]) -> str:
    """The words that tell of the act, cut out of the sentence; the trigger counts from the start of the article."""
    start = int(row["start"])
    return " ".join(str(row["text"])[int(row["trigger_start"]) - start : int(row["trigger_end"]) - start].split())


def _most(values: Iterable[str]) -> list[str]:
    counts = Counter(value for value in values if value)
    return [value for value, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
