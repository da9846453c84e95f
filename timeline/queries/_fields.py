"""The fields of `Filters`: what each may hold, checked one at a time."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, get_args

from timeline.errors import FilterError
from timeline.model import Precision, Status

Role = Literal["either", "initiator", "target"]
ROLES: tuple[Role, ...] = get_args(Role)
Reviewed = Literal["either", "yes", "no"]
REVIEWED: tuple[Reviewed, ...] = get_args(Reviewed)
STATUSES: tuple[Status, ...] = get_args(Status)
LIST_FIELDS: tuple[str, ...] = ("actors", "against", "types", "statuses", "places", "precisions")
# Bounds on what a link can ask for: far beyond any use, far below what hurts.
MAX_ITEMS = 500
MAX_CHARS = 200
MAX_MINIMUM = 1_000_000
PRECISIONS: tuple[Precision, ...] = get_args(Precision)
# A type, or a type with a mode.
_TYPE = re.compile(r"[A-Z][A-Z_]{0,31}(/[a-z][a-z_-]{0,39})?")
# Control characters and lone surrogates: nothing a reader can type or a database can be asked for.
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def check_field(name: str, value: object) -> object:
    """The value as `Filters` keeps it: lists sorted without repeats, text with single spaces.

    Raises:
        FilterError: naming the field, if it cannot hold the value.
    """
    if name in LIST_FIELDS:
        return _list(name, value)
    if name in ("min_reports", "min_sources"):
        return _minimum(name, value)
    if name in ("start", "end", "known_by"):
        return _day(name, value)
    if name == "role" and value not in ROLES:
        raise FilterError(name, f"must be one of {', '.join(ROLES)}")
    if name == "reviewed" and value not in REVIEWED:
        raise FilterError(name, f"must be one of {', '.join(REVIEWED)}")
    if name == "statements" and not isinstance(value, bool):
        raise FilterError(name, "must be true or false")
    return _text(name, value) if name == "text" else value


def check_item(name: str, value: object) -> str:
    """One value of a list field.

    Raises:
        FilterError: if the field cannot hold it.
    """
    if not isinstance(value, str) or not value or len(value) > MAX_CHARS or _CONTROL.search(value):
        raise FilterError(name, "must hold short plain texts")
    if name == "types" and not _TYPE.fullmatch(value):
        raise FilterError(name, f"{value!r} is no event type")
    if name == "statuses" and value not in STATUSES:
        raise FilterError(name, f"{value!r} is not one of {', '.join(STATUSES)}")
    if name == "precisions" and value not in PRECISIONS:
        raise FilterError(name, f"{value!r} is not one of {', '.join(PRECISIONS)}")
    return value


def _list(name: str, values: object) -> tuple[str, ...]:
    if not isinstance(values, (tuple, list, set, frozenset)):
        raise FilterError(name, "must be a list of texts")
    if len(values) > MAX_ITEMS:
        raise FilterError(name, f"holds {len(values)} values, {MAX_ITEMS} at most")
    return tuple(sorted({check_item(name, value) for value in values}))


def _minimum(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MAX_MINIMUM:
        raise FilterError(name, f"must be a whole number from 1 to {MAX_MINIMUM:,}")
    return value


def _day(name: str, value: object) -> date | None:
    # By exact type: a datetime is a date to isinstance, but brings a clock and perhaps a zone.
    if value is not None and type(value) is not date:
        raise FilterError(name, "must be a date")
    return value


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise FilterError(name, "must be text")
    text = " ".join(_CONTROL.sub(" ", value).split())
    if len(text) > MAX_CHARS:
        raise FilterError(name, f"must be {MAX_CHARS} characters at most")
    return text
