"""The dateline before a report's first words: where and when it was written, which is no part of what it tells."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.coding.actors import ActorMatch

_HEAD_CHARS = 140
_DASH = r"\s{0,2}(?:--|[–—_-])\s"
_NAME = r"[A-Z][\w.'’/-]{0,30}"
# "Port Tave, May 14 (Agency) - "; only with a digit, because "Norland struck - " looks much the same.
_DATED = re.compile(
    r"\s{0,4}(?:[A-Z][A-Z.'’/ -]{2,40}|[A-Z][A-Za-z.'’ -]{1,40})(?:, [A-Z][A-Za-z.'’ -]{1,30}){0,2},?\s"
    rf"[^\n.;:!?()–—]{{1,20}}\.?[^\n.;:!?()–—]{{0,8}}(?:\([^()\n]{{1,30}}\)\s{{0,2}})?{_DASH}"
)
# "PORT TAVE/NORTHPORT, Norland (Agency) - ", "PORT TAVE: "
_SHOUTED = re.compile(
    r"\s{0,4}(?=[A-Z.'’/ -]{0,40}[A-Z]{4})[A-Z][A-Z.'’/-]{2,30}(?: [A-Z.'’/-]{1,30}){0,4}"
    rf"(?:,? \(?(?:{_NAME}|[0-9]{{1,4}}|of|and|de|del)\)?,?){{0,12}}(?:{_DASH}|:\s)"
)
# "Port Tave (Agency) - "
_SIGNED = re.compile(
    rf"\s{{0,4}}{_NAME}(?: {_NAME}){{0,2}}(?:, {_NAME}(?: {_NAME}){{0,2}})? \({_NAME}(?: {_NAME}){{0,3}}\){_DASH}"
)
# "(Port Tave, May 14, 2024) - "
_BRACKETED = re.compile(rf"\s{{0,4}}\([A-Z][^()\n]{{2,60}}[0-9][^()\n]{{0,12}}\){_DASH}")


# Every form ends with a dash or a colon before a space.
_END = re.compile(r"[–—_:-]\s")


@lru_cache(maxsize=1024)
def dateline_end(text: str) -> int:
    """Where the dateline before a report's first words ends; 0 where it has none."""
    head = text[:_HEAD_CHARS]
    if _END.search(head) is None:
        return 0
    dated = _DATED.match(head)
    found = [form.match(head) for form in (_SHOUTED, _SIGNED, _BRACKETED)]
    if dated is not None and any(char.isdigit() for char in dated.group()):
        found.append(dated)
    return max((match.end() for match in found if match is not None), default=0)


def without_dateline(text: str, people: tuple[ActorMatch, ...]) -> tuple[ActorMatch, ...]:
    """The actors of a sentence without the town, or the state, that its dateline names: nobody acts there.

    "ISLAMABAD: " is a dateline, "NORLAND: " as often says who speaks; before a colon only towns are left out.
    """
    end = dateline_end(text)
    if not end:
        return people
    towns = {"capital"} if text[:end].rstrip().endswith(":") else {"capital", "state"}
    return tuple(match for match in people if match.start >= end or match.kind not in towns)
