"""Values of filters to link parameters and back; whatever a link holds, something sensible comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import unquote

from timeline.errors import FilterError
from timeline.queries._fields import LIST_FIELDS, MAX_ITEMS, check_field, check_item

# "~" survives URL encoding as it is (RFC 3986, unreserved) and hardly ever stands in an id; there it is escaped.
_SEPARATOR = "~"
_SHOWN_CHARS = 40


def encode(value: object) -> str:
    """One value as the text of a parameter."""
    if isinstance(value, tuple):
        return _SEPARATOR.join(item.replace("%", "%25").replace(_SEPARATOR, "%7E") for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def decode(params: Mapping[str, object]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The values a link sets, by field, and a notice for each part left out."""
    # A name that means nothing is said too: a file must not silently hold more than was asked.
    unknown = sorted(set(params) - set(_WORDS) - _OF_PAGES)[:MAX_ITEMS]
    notices = [f"The link's “{_printable(name)}” is no filter and was left out." for name in unknown]
    values: dict[str, Any] = {}
    for name in _WORDS:
        texts = _texts(params.get(name))
        if not texts:
            continue
        value, bad = _several(name, texts) if name in LIST_FIELDS else _single(name, texts[-1])
        notices += bad
        if value is not None:
            values[name] = value
    if "start" in values and "end" in values and values["end"] < values["start"]:
        start, end = values.pop("start"), values.pop("end")
        notices.append(f"The link's last day ({end}) is before its first ({start}): both were left out.")
    return values, tuple(notices)


def _texts(found: object) -> list[str]:
    several = found if isinstance(found, (list, tuple)) else [] if found is None else [found]
    return [text for text in map(str, several) if text]


def _several(name: str, texts: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    good: list[str] = []
    notices: list[str] = []
    items = [unquote(item) for text in texts for item in text.split(_SEPARATOR) if item]
    if len(items) > MAX_ITEMS:
        notices.append(f"The link gives more than {MAX_ITEMS} values for the {_WORDS[name]}: the rest was left out.")
    for item in items[:MAX_ITEMS]:
        try:
            good.append(check_item(name, item))
        except FilterError:
            notices.append(_notice(name, item))
    return tuple(good), notices


def _single(name: str, text: str) -> tuple[object, list[str]]:
    try:
        return check_field(name, _DECODERS.get(name, str)(text)), []
    except (ValueError, KeyError, FilterError):
        return None, [_notice(name, text)]


def _whole(text: str) -> int:
    # Not `int` alone: it takes "1_0", " 7" and digits of any script, and is slow on a million of them.
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise ValueError(text)
    return int(text)


def _notice(name: str, text: str) -> str:
    return f"The link's {_WORDS[name]} “{_printable(text)}” could not be understood and was left out."


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "\ufffd" for char in text[:_SHOWN_CHARS])


_DECODERS: Mapping[str, Callable[[str], object]] = {
    "start": date.fromisoformat,
    "end": date.fromisoformat,
    "known_by": date.fromisoformat,
    "min_reports": _whole,
    "min_sources": _whole,
    "statements": lambda text: {"yes": True, "no": False}[text],
}
# Parameters of pages that choose what is looked at, not which events there are.
_OF_PAGES = frozenset(
    (
        "actor",
        "arrows",
        "article",
        "baseline",
        "compare",
        "event",
        "feed",
        "fold",
        "inferred",
        "lane",
        "one",
        "other",
        "part",
        "period",
        "shape",
        "when",
    )
)
# Every field of `Filters`, in its order, as a notice names it.
_WORDS = {
    "actors": "actor",
    "role": "role",
    "against": "other side",
    "start": "first day",
    "end": "last day",
    "known_by": "day of knowledge",
    "types": "type",
    "statuses": "status",
    "places": "place",
    "precisions": "precision of the date",
    "min_reports": "least number of reports",
    "min_sources": "least number of sources",
    "text": "search text",
    "statements": "switch for statements",
    "reviewed": "choice of reviewed events",
}
