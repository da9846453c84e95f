"""Invented frames in the shape of the frames contract: countries that do not exist, and hostile words."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pandas as pd

COLUMNS = [
    "event_id",
    "label",
    "type",
    "mode",
    "quad",
    "intensity",
    "level",
    "status",
    "status_words",
    "initiators",
    "targets",
    "initiator",
    "target",
    "symmetric",
    "claimed_by",
    "attribution",
    "date_start",
    "date_end",
    "edtf",
    "precision",
    "date_basis",
    "date_phrase",
    "date_rule",
    "date_reason",
    "lasting",
    "place",
    "country",
    "lat",
    "lon",
    "place_precision",
    "killed_min",
    "killed_max",
    "injured_min",
    "injured_max",
    "munitions_min",
    "munitions_max",
    "n_reports",
    "n_sources",
    "confidence",
    "reasons",
]
RESPONSE_COLUMNS = [
    "event_id",
    "responds_to",
    "basis",
    "cue",
    "mention_id",
    "sentence",
    "lag_days",
    "lag_days_max",
    "rule",
]
HOSTILE = "<script>alert(1)</script> $x^2$ <a href='https://example.org'>here</a> & [l](javascript:1) \u202e\x00 ![](u)"
# type, quad, intensity, level
KINDS = {
    "ASSAULT": (4, -9.5, 4), "MOBILIZE": (4, -5.5, 3), "COERCE": (4, -7.0, 3), "SANCTION": (4, -6.0, 1),
    "THREATEN": (3, -3.5, 2), "ACCUSE": (3, -3.0, 1), "REJECT": (3, -2.0, 1), "REQUEST": (3, 0.0, 1),
    "CONSULT": (1, 2.5, 1), "AID": (2, 10.0, 1),
}  # fmt: skip


def event_row(event_id, start, end=None, *, type="ASSAULT", initiator="Norland", target="Sudria", **changes):
    quad, intensity, level = KINDS[type]
    first = date.fromisoformat(start) if isinstance(start, str) else start
    last = date.fromisoformat(end) if isinstance(end, str) else end
    row = dict.fromkeys(COLUMNS, "")
    row |= {
        "event_id": event_id, "label": f"{initiator} {type.lower()} {target}", "type": type, "quad": quad,
        "intensity": intensity, "level": level, "status": "happened",
        "initiators": [n.strip().lower() for n in initiator.split(";") if n], "targets": [target.lower()],
        "initiator": initiator, "target": target, "symmetric": False, "date_start": first or pd.NaT,
        "date_end": last or first or pd.NaT, "lasting": False, "n_reports": 1, "n_sources": 1, "confidence": 0.8,
        "reasons": [], "lat": None, "lon": None,
    }  # fmt: skip
    row |= dict.fromkeys(c for c in COLUMNS if c.endswith(("_min", "_max")))
    return row | changes


def events_frame(rows):
    frame = pd.DataFrame(rows, columns=COLUMNS)
    counts = [c for c in COLUMNS if c.endswith(("_min", "_max"))]
    return frame.astype(dict.fromkeys(counts, "Int64"))


def responses_frame(rows=()):
    """Rows of (event_id, responds_to, lag) or with the longest lag as a fourth."""
    full = [
        dict(
            zip(RESPONSE_COLUMNS, (e, to, "stated", "in reply to", "m", "s", lag, (more or [lag])[0], "r"), strict=True)
        )
        for e, to, lag, *more in rows
    ]
    return pd.DataFrame(full, columns=RESPONSE_COLUMNS).astype({"lag_days": "Int64", "lag_days_max": "Int64"})


def random_events(n, *, seed=7, days=700, actors=12):
    """A long-tailed synthetic archive of `n` events."""
    rng = random.Random(seed)  # noqa: S311
    names = [f"Country {chr(65 + i)}" for i in range(actors)]
    first = date(2031, 1, 1)
    rows = []
    for i in range(n):
        start = first + timedelta(days=int(rng.triangular(0, days, days / 3)))
        wide = rng.choice((0, 0, 0, 1, 3, 7, 20))
        kind = rng.choice(list(KINDS))
        one, two = (names[min(int(rng.expovariate(0.6)), actors - 1)] for _ in range(2))
        rows.append(event_row(
            f"e{i:06d}", start, start + timedelta(days=wide), type=kind, initiator=one, target=two,
            label=f"{one}: {kind.lower()} against {two} near Place {i}", lasting=wide == 7,
            status=rng.choice(("happened",) * 5 + ("alleged", "planned")), n_reports=1 + int(rng.expovariate(0.7)),
            killed_min=rng.choice((None, None, None, 2, 15)) if kind == "ASSAULT" else None, place=f"Place {i % 9}",
        ))  # fmt: skip
    return events_frame(rows)


def small_war():
    """Twelve events of two invented countries: a strike, its answer, vows, words, an alleged killing, a vague date."""
    rows = [
        event_row("raid", "2033-10-07", initiator="Hill League", label="League: raid", killed_min=900, n_reports=2),
        event_row("strike", "2034-04-01", initiator="Sudria", target="Norland", label="Sudria: strike on consulate",
                  killed_min=7, killed_max=7, n_reports=3),
        event_row("barrage", "2034-04-13", "2034-04-14", label="Norland: drones", lasting=True, n_reports=3),
        event_row("vow", "2034-04-14", type="THREATEN", initiator="Sudria", target="Norland", status="threatened"),
        event_row("blame", "2034-04-01", "2034-04-15", type="ACCUSE", initiator="Union of Ports", target="Norland"),
        event_row("refuse", "2034-08-12", type="REJECT", target="Kestria"),
        event_row("appeal", "2034-08-12", type="REQUEST", initiator="Kestria", target="Norland"),
        event_row("killing", "2034-07-28", "2034-07-31", initiator="Sudria", target="Hill League", status="alleged"),
        event_row("fleet", "2034-08-01", "2034-08-13", type="MOBILIZE", initiator="Union of Ports", target="Norland"),
        event_row("sanction", "2034-08-20", type="SANCTION", initiator="Union of Ports", target="Norland"),
        event_row("general", "2031-01-01", "2031-12-31", initiator="", target="Norland", status="denied"),
        event_row("someday", None),
    ]  # fmt: skip
    return events_frame(rows)


def small_war_responses():
    return responses_frame([("barrage", "strike", 12, 13), ("vow", "barrage", 1), ("vow", "missing", 3)])
