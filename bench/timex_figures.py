"""TempEval-3 figures of predicted time expressions: strict and relaxed spans, values, and the days they name.

Strict wants the same tokens (outer punctuation aside), relaxed one shared token, each expression matched once; value
is relaxed F1 times the share of matches with the gold value (UzZaman et al. 2013). Same days is for dates and times:
both values name the same calendar days; gold that names none is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

from timeline.errors import DateError
from timeline.times import parse_edtf

_TOKEN = re.compile(r"\w+|[^\w\s]")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-(WE|[1-7]))?")
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24", **{f"Q{n}": str(32 + n) for n in range(1, 5)}}
_GROUPS = {**_SEASONS, "H1": "40", "H2": "41"}


def figures(docs, rows):
    """F1 in % of predictions against the gold of these documents: strict, relaxed, value, days."""
    tally, by_doc = Counter(), {}
    for row in rows:
        by_doc.setdefault(row["doc"], []).append(row)
    for doc in docs:
        tally += _count(doc, by_doc.get(doc["doc"], []))
    strict, relaxed = (_f1(tally[name], tally["predicted"], tally["gold"]) for name in ("strict", "relaxed"))
    value = relaxed * tally["value"] / tally["relaxed"] if tally["relaxed"] else 0.0
    days = _f1(tally["days"], tally["days_predicted"], tally["days_gold"])
    return {"strict": strict, "relaxed": relaxed, "value": value, "same days": days}


def _f1(right, predicted, gold):
    return 200 * right / (predicted + gold) if predicted + gold else 0.0


def _count(doc, rows):
    golds = doc.get("timex", [])
    pairs = _match(doc["text"], golds, rows)
    counts = Counter(gold=len(golds), predicted=len(rows), relaxed=len(pairs))
    counts["strict"] = sum(exact for _, _, exact in pairs)
    counts["value"] = sum(_plain(gold) == _plain(row) for gold, row, _ in pairs)
    of = {id(row): gold for gold, row, _ in pairs}
    counts["days_gold"] = sum(_is_day(gold) and days_of(gold["value"]) is not None for gold in golds)
    for row in filter(_is_day, rows):
        days, gold = days_of(row["value"]), of.get(id(row))
        true = days_of(gold["value"]) if gold is not None and _is_day(gold) else None
        if days is None or (gold is not None and _is_day(gold) and true is None):
            continue
        counts["days_predicted"] += 1
        counts["days"] += days == true
    return counts


def _plain(row):
    return re.sub(r"\s", "", row["value"] or "").upper().rstrip("Z")


def _is_day(row):
    return row["type"] in ("DATE", "TIME")


def _match(text, golds, rows):
    """Pairs (gold, prediction, exact), the best overlaps first."""
    tokens = [(found.start(), found.end(), found.group()) for found in _TOKEN.finditer(text)]
    held = [[_tokens(tokens, row) for row in side] for side in (golds, rows)]
    options = []
    for g, true in enumerate(held[0]):
        for r, told in enumerate(held[1]):
            if shared := len(true & told):
                options.append((true != told, -shared, abs(len(true) - len(told)), g, r))
    pairs, used_golds, used_rows = [], set(), set()
    for inexact, _, _, g, r in sorted(options):
        if g not in used_golds and r not in used_rows:
            used_golds.add(g)
            used_rows.add(r)
            pairs.append((golds[g], rows[r], not inexact))
    return pairs


def _tokens(tokens, row):
    inside = [n for n, (start, end, _) in enumerate(tokens) if start < row["end"] and end > row["start"]]
    words = [n for n in inside if re.match(r"\w", tokens[n][2])]
    return frozenset(range(words[0], words[-1] + 1)) if words else frozenset()


def days_of(value):
    """First and last calendar day that a TIMEX3 value names, or None."""
    text = (value or "").upper().partition("T")[0]
    try:
        if (week := _WEEK.fullmatch(text)) is not None:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            first, last = {"WE": (5, 6), None: (0, 6)}.get(week[3]) or (int(week[3]) - 1,) * 2
            return monday + timedelta(first), monday + timedelta(last)
        text = re.sub(r"^(\d{4}(?:-\d\d)?)(?:-XX){1,2}$", r"\1", text)
        for code, group in _GROUPS.items():
            text = text.replace(code, group)
        digits = text.rstrip("X")
        days = parse_edtf(text if not digits.isdecimal() else digits.ljust(4, "X"))[0]
    except (ValueError, DateError):
        return None
    return days.start, days.end
