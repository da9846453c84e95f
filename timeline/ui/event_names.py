"""Names of events in the reader's language: the merger makes them of known parts, so they can be taken apart."""

from __future__ import annotations

import re
from functools import cache

import pandas as pd
from babel import Locale

from timeline.speech import Speech
from timeline.words import ENGLISH

_NAMES = 20_000
# Columns of frames of events that hold their names.
_COLUMNS = ("label", "other_label", "answered_label")


@cache
def _known() -> dict[str, re.Pattern[str]]:
    """What an English name of each form looks like."""
    speech = Speech()
    acts = sorted(speech.table("EVENT_ACTS").values(), key=len, reverse=True)
    parts = {
        "doers": "(?P<doers>.+?)",
        "others": "(?P<others>.+?)",
        "act": f"(?P<act>(?i:{'|'.join(map(re.escape, acts))}))",
        "place": "(?P<place>.+?)",
        "status": f"(?P<status>{'|'.join(speech.table('STATUSES'))})",
    }
    tails = "".join(f"(?:{_pattern(tail, parts)})?" for tail in speech.table("EVENT_TAILS").values())
    # The fullest first: a pair is also two names that the plainest form would take for one.
    order = ("against", "to", "together", "suffered", "received", "alone")
    forms = speech.table("EVENT_FORMS")
    return {form: re.compile(_pattern(forms[form], parts) + tails) for form in order}


def _pattern(words: str, parts: dict[str, str]) -> str:
    return "".join(parts[bit[1:-1]] if bit[:1] == "{" else re.escape(bit) for bit in re.split(r"(\{\w+\})", words))


@cache
def _and_inside() -> frozenset[str]:
    """States whose own English name joins two."""
    names = Locale.parse(ENGLISH).territories.values()
    return frozenset(name.replace("&", "and") for name in names if "&" in name)


# Bounded, because names come from articles.
_SAID: dict[tuple[str, str], str] = {}


def event_name(name: str, language: str) -> str:
    """The name in a language; in English, and where a person has named the event, as it is."""
    if language == ENGLISH:
        return name
    if (name, language) not in _SAID:
        if len(_SAID) >= _NAMES:
            _SAID.clear()
        _SAID[name, language] = _translate(name, Speech(language))
    return _SAID[name, language]


def with_names(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """A frame with its events called in a language; one that holds no events as it is."""
    if language == ENGLISH or "event_id" not in frame:
        return frame
    held = [column for column in _COLUMNS if column in frame]
    return frame.assign(**{column: [event_name(str(name), language) for name in frame[column]] for column in held})


def _translate(name: str, speech: Speech) -> str:
    for form, pattern in _known().items():
        match = pattern.fullmatch(name)
        if match:
            return _said(form, match.groupdict(), speech)
    return name


def _said(form: str, found: dict[str, str | None], speech: Speech) -> str:
    english = Speech().table("EVENT_ACTS")
    act = next(code for code, said in english.items() if said.lower() == (found["act"] or "").lower())
    parts = {"act": speech.table("EVENT_ACTS")[act]}
    parts |= {role: _names(found[role] or "", speech) for role in ("doers", "others") if role in found}
    told = speech.table("EVENT_FORMS")[form].format(**parts)
    tails = speech.table("EVENT_TAILS")
    if found["place"]:
        told += tails["place"].format(place=found["place"])
    if found["status"]:
        told += tails["status"].format(status=speech.table("STATUSES")[found["status"]].lower())
    return told[:1].upper() + told[1:]


def _names(names: str, speech: Speech) -> str:
    """Names joined in the language; a state whose own name joins two is left whole."""
    joint = Speech().say("EVENT_AND")
    first, found, last = names.rpartition(joint)
    if not found or any(names.endswith(whole) for whole in _and_inside()):
        return names
    return first + speech.say("EVENT_AND") + last
