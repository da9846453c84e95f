"""Tables in the shape of GDELT 2.0 and POLECAT: their column names as published, our own ids.

What they have a column for and we do not know stays empty. A day is written only where the event has one: both shapes
have room for a single day, and a guessed one could not be told from a known one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

from timeline.export._context import ExportContext
from timeline.export._records import Record
from timeline.export._text import cell, one_line

_ACTOR_PARTS = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
_GEO_PARTS = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
# The GDELT Event Database codebook, version 2.0 (2015).
GDELT_COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{n}{part}" for n in (1, 2) for part in _ACTOR_PARTS),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{what}Geo_{part}" for what in ("Actor1", "Actor2", "Action") for part in _GEO_PARTS),
    *("DATEADDED", "SOURCEURL"),
)
# Header of the yearly files of POLECAT (Harvard Dataverse, doi:10.7910/DVN/AJGVIT).
POLECAT_COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"),
    *("Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations"),
    *("Language", "Version"),
)
# GDELT's geographic resolution: 1 country, 4 world city, 5 world state.
_GEO_TYPE = {"country": 1, "region": 5}
_WORLD_CITY = 4


def write_gdelt(records: Sequence[Record], context: ExportContext) -> bytes:
    """Tab-separated, a row for each pair of initiator and target, under the names of GDELT's event table.

    `GoldsteinScale` holds PLOVER's intensity, which has the same range of -10 to +10.
    """
    rows = (row for record in records for row in _gdelt_rows(record, context))
    return _tab_separated(GDELT_COLUMNS, rows)


def write_polecat(records: Sequence[Record], context: ExportContext) -> bytes:
    """Tab-separated, a row an event with its sides joined by "; ", under the names of POLECAT's files."""
    return _tab_separated(POLECAT_COLUMNS, (_polecat_row(record, context) for record in records))


def _gdelt_rows(record: Record, context: ExportContext) -> list[dict[str, Any]]:
    sides = [
        list(zip_longest(record[ids] or [""], _names(record[names]), fillvalue=""))
        for ids, names in (("source_ids", "source_actor"), ("target_ids", "target_actor"))
    ]
    evidence = record.get("evidence", [])
    shared = {
        "GLOBALEVENTID": record["event_id"],
        **_gdelt_date(record),
        "IsRootEvent": 1,
        "EventRootCode": _root(record, context),
        "QuadClass": record["quad"],
        "GoldsteinScale": record["intensity"],
        "NumMentions": record["n_reports"],
        "NumSources": record["n_sources"],
        "NumArticles": len({report["article_id"] for report in evidence}) or None,
        "SOURCEURL": next((report["url"] for report in evidence if report["url"]), None),
        **_gdelt_place(record),
    }
    return [
        shared | _gdelt_actor(1, one, context) | _gdelt_actor(2, two, context) for one in sides[0] for two in sides[1]
    ]


def _root(record: Record, context: ExportContext) -> str:
    """The CAMEO root of the event's mode, or of its type."""
    of_type = context.cameo.get((record["type"], ""), "")
    return context.cameo.get((record["type"], record["mode"] or ""), of_type)


def _gdelt_date(record: Record) -> dict[str, Any]:
    """As much of the date as is one day, one month or one year."""
    if not record["date_start"]:
        return {}
    start, end = date.fromisoformat(record["date_start"]), date.fromisoformat(record["date_end"])
    same_year = start.year == end.year
    same_month = same_year and start.month == end.month
    return {
        "SQLDATE": start.strftime("%Y%m%d") if start == end else None,
        "MonthYear": start.strftime("%Y%m") if same_month else None,
        "Year": start.year if same_year else None,
    }


def _gdelt_place(record: Record) -> dict[str, Any]:
    if not record["place"]:
        return {}
    return {
        "ActionGeo_Type": _GEO_TYPE.get(record["place_precision"], _WORLD_CITY),
        "ActionGeo_Fullname": record["place"],
        "ActionGeo_CountryCode": record["country"],
        "ActionGeo_Lat": record["lat"],
        "ActionGeo_Long": record["lon"],
    }


def _gdelt_actor(number: int, actor: tuple[str, str], context: ExportContext) -> dict[str, Any]:
    actor_id, name = actor
    code = context.actor_codes.get(actor_id, "")
    return {
        f"Actor{number}Code": code,
        f"Actor{number}Name": name.upper(),
        f"Actor{number}CountryCode": _country(code),
    }


def _polecat_row(record: Record, context: ExportContext) -> dict[str, Any]:
    evidence = record.get("evidence", [])
    one_day = record["date_start"] == record["date_end"]
    return {
        "Event ID": record["event_id"],
        "Event Date": record["date_start"] if one_day else None,
        "Event Type": record["type"],
        "Event Mode": record["mode"],
        "Intensity": record["intensity"],
        "Quad Code": record["quad"],
        "Actor Name": record["source_actor"],
        "Actor Country": _countries(record["source_ids"], context),
        "Recipient Name": record["target_actor"],
        "Recipient Country": _countries(record["target_ids"], context),
        "Placename": record["place"],
        "Country": record["country"],
        "Latitude": record["lat"],
        "Longitude": record["lon"],
        "Raw Placename": record["place"],
        "Feature Type": record["place_precision"] if record["place"] else None,
        "Source": "; ".join(sorted({report["publisher"] for report in evidence if report["publisher"]})),
        "Publication Date": min((r["published"] for r in evidence if r["published"]), default=None),
        "Story People": "; ".join(sorted({report["person"] for report in evidence if report["person"]})),
        "Version": context.build_id,
    }


def _names(joined: str | None) -> list[str]:
    return joined.split(";") if joined else [""]


def _country(code: str) -> str:
    """The state of an actor's code: the first three letters, where it begins with a state (CAMEO, section 1.2)."""
    return code[:3] if code[:3].isupper() and code[:3].isalpha() else ""


def _countries(actor_ids: Sequence[str], context: ExportContext) -> str:
    return "; ".join(filter(None, (_country(context.actor_codes.get(actor_id, "")) for actor_id in actor_ids)))


def _tab_separated(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return out.getvalue().encode("utf-8")


def _cell(value: Any) -> Any:  # noqa: ANN401
    return cell(one_line(value)) if isinstance(value, str) else value
