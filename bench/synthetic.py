"""A made-up case of any number of events: a thousand made by hand, repeated over ten years inside the database.

PYTHONPATH=. python bench/synthetic.py FOLDER --events 1000000
"""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path

import duckdb

from tests.ui.cases import populated, write_case
from timeline.model import Event, Place
from timeline.store import current_build_id

SEED_EVENTS = 1_000
_YEARS_DAYS = 3_650
# So many invented places, spread over a corner of the globe; each event has one, but for one in five.
_PLACES = 200
# Ids of copies are made from these columns, wherever they stand.
_KEYED = {"event_id", "mention_id"}
_REPEATED = ("events", "event_actor", "event_dyad", "mention", "evidence")
_DAYS = {"start_day", "end_day", "mid_day"}
_DATES = {"date_start", "date_end"}
_ORDER = {
    "events": "start_day NULLS LAST, end_day, event_id",
    "event_actor": "actor_id, start_day NULLS LAST, event_id",
}


def make_case(folder: Path, events: int) -> Path:
    """A case in `folder` whose current build has `events` events (a multiple of the seed's thousand, or fewer)."""
    made = populated(min(events, SEED_EVENTS))
    placed = tuple(_placed(event, number) for number, event in enumerate(made.events))
    seed = write_case(folder, replace(made, events=placed))
    if events > SEED_EVENTS:
        _repeat(_build_file(seed), events // SEED_EVENTS)
    return seed


def _placed(event: Event, number: int) -> Event:
    if number % 5 == 4:
        return event
    at = number * 7 % _PLACES
    precision = ("city", "city", "region", "country")[at // 8 % 4]
    place = Place(name=f"Place {at}", lat=30 + at * 7.3 % 25, lon=at * 11.9 % 60, precision=precision)
    return replace(event, place=place)


def _build_file(folder: Path) -> Path:
    return next(folder.rglob(f"*{current_build_id(folder)}*.duckdb"))


def _repeat(path: Path, times: int) -> None:
    """Every row of every event `times` times, each copy under ids of its own and on a day of its own."""
    path.chmod(0o644)
    with duckdb.connect(str(path)) as base:
        base.execute("CREATE TEMP TABLE copy AS SELECT range AS n FROM range(1, ?)", [times])
        for name in _REPEATED:
            columns = [row[0] for row in base.execute(f'DESCRIBE "{name}"').fetchall()]
            shifted = ", ".join(_shifted(column) for column in columns)
            base.execute(f'INSERT INTO "{name}" SELECT {shifted} FROM "{name}" t, copy')  # noqa: S608 (our own names)
            if name in _ORDER:
                base.execute(f'CREATE TABLE sorted AS SELECT * FROM "{name}" ORDER BY {_ORDER[name]}')  # noqa: S608
                base.execute(f'DROP TABLE "{name}"')
                base.execute(f'ALTER TABLE sorted RENAME TO "{name}"')
        _roll_up(base)
    os.sync()


def _shifted(column: str) -> str:
    days = f"((hash(t.event_id, copy.n) % {_YEARS_DAYS})::INTEGER - {_YEARS_DAYS // 2})"
    if column in _KEYED:
        return f"t.\"{column}\" || '-' || copy.n"
    if column in _DAYS:
        return f't."{column}" + {days}'
    if column in _DATES:
        return f't."{column}" + {days}'
    return f't."{column}"'


_ROLLUPS = {
    "day_type": """SELECT start_day, end_day, mid_day, type, status, count(*), sum(n_reports)
        FROM events GROUP BY ALL""",
    "day_dyad_type": """SELECT initiator_id, target_id, start_day, end_day, mid_day, type, status,
        count(*), sum(n_reports), sum(intensity) FROM event_dyad JOIN events USING (event_id) GROUP BY ALL""",
}


def _roll_up(base: duckdb.DuckDBPyConnection) -> None:
    for name, select in _ROLLUPS.items():
        base.execute(f'DELETE FROM "{name}"')  # noqa: S608 (our own names)
        base.execute(f'INSERT INTO "{name}" {select}')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=1_000_000)
    wanted = parser.parse_args()
    print(make_case(wanted.folder, wanted.events))


if __name__ == "__main__":
    main()
