"""What stands in the slots of a reason: days, counts, acts, roles and quoted words, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from babel import Locale

from timeline.speech import Speech
from timeline.ui.event_names import event_name
from timeline.words import ENGLISH

_DAY = r"\d{4}-\d\d-\d\d"
# Between quoted words, which may hold commas of their own.
_NEXT_QUOTED = re.compile(r", (?=['“])")
_TALLY = r"(?:at least )?\d{1,12}(?: to \d{1,12})?"


@cache
def shapes() -> Mapping[str, str]:
    """What stands in slots that hold no words of an article."""
    speech = Speech()
    month = "|".join(_months())
    spelt = rf"\d{{1,2}} (?:{month}) \d{{1,4}}"
    return {
        "code": r"[A-Z]{3,12}(?:/[a-z][a-z-]{0,30})?",
        "count": r"\d{1,12}",
        "day": _DAY,
        "edtf": r"[^\s()]{0,80}",
        "field": r"[a-z_]{1,30}",
        "ground": "|".join(speech.table("REASON_GROUNDS")),
        "lapse": r"\d{1,9} days",
        "mode": r"[a-z][a-z-]{0,30}",
        "number": r"\d[\d,]{0,15}",
        "role": "|".join(speech.table("REASON_ROLES")),
        "span": rf"(?:{speech.say('SPAN_UNDATED')}|{_DAY}(?: to {_DAY})?)",
        "spelt": f"{spelt}(?: – {spelt})?",
        "status": "|".join(speech.table("STATUSES")),
        "tally": _TALLY,
        "time": r"\S{1,40}",
        "toll": "|".join(speech.table("REASON_TOLLS")),
        "weekday": "|".join(_weekdays(ENGLISH).values()),
    }


def _act(label: str, speech: Speech) -> str:
    code = next((code for code, said in Speech().table("EVENT_ACTS").items() if said == label), "")
    return speech.table("EVENT_ACTS").get(code, label)


def act_of(code: str, speech: Speech) -> str:
    """A type, or a type in one mode (`ASSAULT/drone`), as names of events call it; its code where it has no words."""
    return speech.table("EVENT_ACTS").get(code, code)


def _mode(mode: str, speech: Speech) -> str:
    return speech.table("MODES").get(mode, mode)


def _names(names: str, speech: Speech) -> str:
    """Names of several actors, which the merger joins by semicolons."""
    return names.replace("; ", speech.say("CLAUSES_JOINT")) or speech.say("NOT_NAMED")


def _codes(codes: str, speech: Speech) -> str:
    """Codes of actors, of which the merger makes the first letter small within a sentence."""
    return codes[:1].upper() + codes[1:] if codes[1:2].isupper() else codes


def _span(span: str, speech: Speech) -> str:
    first, _, last = span.partition(" to ")
    if not last:
        return speech.say("SPAN_UNDATED") if first == Speech().say("SPAN_UNDATED") else first
    return speech.say("SPAN", first=first, last=last)


def tally_words(tally: str, language: str) -> str:
    """A count as reports differ on it: `7`, `5 to 7`, `at least 300`; what is no count as it is."""
    return _tally(tally, Speech(language)) if re.fullmatch(_TALLY, tally) else tally


def _tally(tally: str, speech: Speech) -> str:
    low, _, high = tally.partition(" to ")
    if high:
        return speech.table("TALLIES")["range"].format(low=low, high=high)
    number = low.removeprefix("at least ")
    return speech.table("TALLIES")["least"].format(low=number) if number != low else low


def _quoted(words: str, speech: Speech) -> str:
    """Quoted words of a text, and the name of a place before them."""
    told = []
    for one in _NEXT_QUOTED.split(words):
        quoted = len(one) > 1 and (one[0], one[-1]) in (("'", "'"), ("“", "”"))
        told.append(speech.say("QUOTED", words=one[1:-1]) if quoted else one)
    return speech.say("NOTHING_MORE") if words == Speech().say("NOTHING_MORE") else ", ".join(told)


def _others(told: str, speech: Speech) -> str:
    """Other phrases for a date, each with its days."""

    def other(match: re.Match[str]) -> str:
        return speech.say("OTHER_DATE", words=match["words"], span=_span(match["span"], speech))

    return re.sub(rf"(?<![^\s])'(?P<words>[^()]*)' \((?P<span>{shapes()['span']})\)", other, told)


def _spelt(days: str, speech: Speech) -> str:
    """Days written out: `30 July 2024`, or two with a dash."""
    return " – ".join(_spelt_day(day, speech) for day in days.split(" – "))


def _spelt_day(written: str, speech: Speech) -> str:
    day, month, year = written.split(" ")
    try:
        return speech.written(date(int(year), _months().index(month) + 1, int(day)))
    except ValueError:
        return written


@cache
def _months() -> tuple[str, ...]:
    return tuple(Speech().month(date(2000, month, 1), "wide") for month in range(1, 13))


@cache
def _weekdays(language: str) -> Mapping[int, str]:
    return dict(Locale.parse(language).days["format"]["wide"])


def _weekday(name: str, speech: Speech) -> str:
    number = next(number for number, said in _weekdays(ENGLISH).items() if said == name)
    return _weekdays(speech.language)[number]


def _event(label: str, speech: Speech) -> str:
    return event_name(label, speech.language)


# How each slot that is not left as it is is said; the name of a slot says what it holds.
SAYINGS: Mapping[str, Callable[[str, Speech], str]] = {
    "act": _act,
    "code": lambda code, speech: act_of(code, speech),
    "codes": _codes,
    "event": _event,
    "field": lambda field, speech: speech.table("FIELDS").get(field, field).lower(),
    "ground": lambda ground, speech: speech.table("REASON_GROUNDS")[ground],
    "lapse": lambda lapse, speech: speech.count("DAY_NOUN", int(lapse.partition(" ")[0])),
    "mode": _mode,
    "names": _names,
    "number": lambda number, speech: speech.numeral(int(number.replace(",", ""))),
    "others": _others,
    "quoted": _quoted,
    "role": lambda role, speech: speech.table("REASON_ROLES")[role],
    "span": _span,
    "spelt": _spelt,
    "status": lambda status, speech: speech.table("STATUSES")[status].lower(),
    "tally": _tally,
    "toll": lambda toll, speech: speech.table("REASON_TOLLS")[toll],
    "weekday": _weekday,
}
