"""Rules for quarters, halves and fiscal years, as business news tells them."""

from __future__ import annotations

from dataclasses import replace

from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._forms_counted import same_quarter
from timeline.times._pattern import Context, Hit, Rule


def _quarter(hit: Hit, context: Context) -> Reading | None:
    """ "the third quarter [of 1990]", "last year's first half", "second-quarter"."""
    number = int(hit.value("o", "ORD") or 2)
    year = int(hit.word("y")) if "y" in hit else None
    direction = int(hit.value("dir", "LAST", "PAST", "NEXT", "THIS") or 0)
    make = cal.half_reading if "half" in hit else cal.quarter_reading
    count = 2 if "half" in hit else 4
    if not 1 <= number <= count:
        return None
    here = context.here
    if year is None:
        if here is None:
            return Reading(f"XXXX-{'H' if 'half' in hit else 'Q'}{number}")
        year = here.year + direction
        if not context.narrative and not direction and "dir" not in hit and not context.future:
            reading = make(year, number)
            if reading.interval is not None and reading.interval.start > here:
                year -= 1
        if "ago" in hit:
            year -= 1
    return make(year, number)


def _year_ago(hit: Hit, context: Context) -> Reading | None:
    """ "the year-ago quarter", "the year-earlier period": the last full quarter, a year back."""
    if context.ref is None:
        return None
    last_quarter = cal.add_months(context.ref, -3)
    if "o" in hit:
        return cal.quarter_reading(context.ref.year - 1, int(hit.value("o", "ORD")))
    if "q" not in hit and "p" not in hit:
        return same_quarter(context, -1) or cal.year_reading(context.ref.year - 1)
    return cal.quarter_reading(last_quarter.year - 1, (last_quarter.month + 2) // 3)


def _latest_quarter(hit: Hit, context: Context) -> Reading | None:
    if context.ref is None:
        return None
    ref = cal.add_months(context.ref, -3)
    return cal.quarter_reading(ref.year, (ref.month + 2) // 3)


def _this_year(hit: Hit, context: Context) -> Reading | None:
    return cal.year_reading(context.ref.year) if context.ref is not None else None


def _quarter_of(hit: Hit, context: Context) -> Reading | None:
    year = hit.word("y") or hit.word("y2")
    if year:
        number = int(hit.value("o", "ORD"))
        return cal.quarter_reading(int(year), number) if 1 <= number <= 4 else None
    return _quarter(hit, context)


def _named_quarter(hit: Hit, context: Context) -> Reading | None:
    if context.ref is None:
        return None
    quarter = (cal.add_months(context.ref, -3).month + 2) // 3
    return cal.quarter_reading(int(hit.word("y")), quarter)


def _quarter_name(hit: Hit, context: Context) -> Reading | None:
    """ "Q3 2009", "H1"; without a year the last one begun."""
    half, number = "half" in hit, int(hit.value("o", "QNAME", "HNAME"))
    make = cal.half_reading if half else cal.quarter_reading
    if "y" in hit or "y2" in hit:
        return make(int(hit.word("y") or hit.word("y2")), number)
    if context.here is None:
        return Reading(f"XXXX-{'H' if half else 'Q'}{number}")
    if "dir" in hit:
        return make(context.here.year + int(hit.value("dir", "LAST", "THIS", "NEXT")), number)
    reading = make(context.here.year, number)
    ahead = reading.interval is not None and reading.interval.start > context.here and not context.future
    return make(context.here.year - 1, number) if ahead else reading


def _quarter_pair(hit: Hit, context: Context) -> Reading | None:
    """ "Q1-Q3 2023": the year stands once."""
    ends = tuple(cal.quarter_reading(int(hit.word("y")), int(hit.value(group, "QNAME"))) for group in ("o", "o2"))
    return replace(ends[0], ends=ends)


def _fiscal_year(hit: Hit, context: Context) -> Reading | None:
    """ "FY2023", "Q4 FY23": told by calendar years and quarters."""
    digits = hit.word("fy")[2:]
    year = int(digits) if len(digits) == len("2023") else 2000 + int(digits)
    first = hit.tokens.words[hit.start]
    if hit.end - hit.start > 1:
        make = cal.quarter_reading if "QNAME" in hit.values[first] else cal.half_reading
        return make(year, int(next(iter(hit.values[first].values()))))
    return cal.year_reading(year)


QUARTER_RULES = (
    Rule(
        "relative.quarter", "((?P<y>YEAR) '-'?)? (?P<o>QNAME|(?P<half>HNAME)) (','? of? (?P<y2>YEAR))?", _quarter_name
    ),
    Rule(
        "relative.quarter",
        "(?P<a>(?P<o>QNAME)) ('-'|to|and|through) (?P<b>(?P<o2>QNAME) (','? of? (?P<y>YEAR)))",
        _quarter_pair,
    ),
    Rule("explicit.year", "(QNAME|HNAME)? (?P<fy>FISCALYEAR)", _fiscal_year),
    Rule("relative.quarter", "(?P<o>QNAME|(?P<half>HNAME)) of? (?P<dir>LAST|THIS|NEXT) year", _quarter_name),
    Rule(
        "relative.quarter",
        "the? (?P<y>YEAR)? (FISCAL '-'?)? (?P<o>ORD) FISCAL? quarter (of FISCAL? (?P<y2>YEAR))?",
        _quarter_of,
    ),
    Rule("relative.quarter", "FISCAL? (?P<o>ORD) '-' quarter", _quarter),
    Rule("relative.quarter", "(?P<dir>LAST|THIS|NEXT) year POSS (?P<o>ORD) '-'? (quarter|(?P<half>HALF))", _quarter),
    Rule(
        "relative.quarter",
        "the? (?P<o>ORD) '-'? (quarter|(?P<half>HALF)) of? the? (?P<dir>LAST|THIS|NEXT)? year",
        _quarter,
    ),
    Rule("relative.half", "the? (?P<o>ORD|LAST|latter) (?P<half>HALF) of? (?P<y>YEAR)", _quarter),
    Rule("relative.half", "the? (?P<o>first|second) '-'? (?P<half>HALF) (?!of|hour|century)", _quarter),
    Rule(
        "relative.year_ago",
        "(the|a)? (comparable)? (year|month) '-'? (ago|earlier) (?P<o>ORD)? ((?P<q>quarter)|(?P<p>PERIOD))",
        _year_ago,
    ),
    Rule(
        "relative.year_ago",
        "the (same|corresponding|comparable) ((?P<q>quarter)|(?P<p>PERIOD)) (of|in)? (the? LAST year|the previous year"
        "|a year (ago|earlier|before))",
        _year_ago,
    ),
    Rule("relative.year_ago", "year '-' (ago|earlier)", _year_ago),
    Rule("relative.latest_quarter", "the (latest|most recent) ((?P<q>quarter)|(?P<p>PERIOD))", _latest_quarter),
    Rule("relative.quarter_told", "the quarter (?!of|century|final|POSS)", _latest_quarter),
    Rule("relative.full_year", "the (full|FISCAL) year", _this_year),
    Rule("relative.quarter_named", "the (?P<y>YEAR) (quarter|PERIOD)", _named_quarter),
)
