"""Rules for what lies on no calendar day (durations, sets, ages) and for times of day."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._forms_explicit import nearest_year
from timeline.times._numbers import format_number, read_number
from timeline.times._pattern import Context, Hit, Rule
from timeline.times._tense import looks_ahead

_UNITS = ("DAYU", "DAYUS", "UNIT", "UNITS", "TUNIT", "TUNITS", "WEEKEND", "WEEKENDS", "SECOND")


def _duration(hit: Hit, context: Context) -> Reading | None:
    unit = hit.value("u", *_UNITS)
    clock = "T" if hit.value("u", "TUNIT", "TUNITS", "SECOND") else ""
    number = read_number(hit.words("n"), hit.values) if hit.words("n") else 1.0
    if unit == "WE":
        return Reading(f"P{format_number(number or 1)}WE", type="DURATION")
    if unit == "F":
        unit, number = "W", None if number is None else number * 2
    if number is None:
        return Reading(f"P{clock}X{unit}", type="DURATION")
    if "half" in hit:
        return Reading(_and_a_half(number, unit, clock), type="DURATION")
    if number % 1 == 0.5:
        return Reading(_and_a_half(number // 1, unit, clock), type="DURATION")
    scale, unit = {"E": (10, "Y"), "C": (100, "Y")}.get(unit, (1, unit))
    return Reading(f"P{clock}{format_number(number * scale)}{unit}", type="DURATION")


def _and_a_half(number: float, unit: str, clock: str) -> str:
    whole = format_number(number)
    smaller = {"Y": "6M", "H": "30M", "M": "30S" if clock else "2W", "D": "T12H", "W": "3D", "E": "5Y"}.get(unit, "")
    return f"P{clock}{whole}{unit}{smaller}"


def _eve(hit: Hit, context: Context) -> Reading | None:
    return Reading("P1D", type="DURATION")


def _anniversary(hit: Hit, context: Context) -> Reading | None:
    """ "the tenth anniversary of": so many years after; how many is open without a number."""
    number = "".join(c for c in hit.word("o") if c.isdecimal()) or hit.value("o", "ORD")
    return Reading(f"P{int(number)}Y" if number else "PXY", type="DURATION")


def _long(hit: Hit, context: Context) -> Reading | None:
    clock = "T" if hit.value("u", "TUNIT", "TUNITS") else ""
    return Reading(f"P{clock}X{hit.value('u', *_UNITS)}", type="DURATION")


def _set_adverb(hit: Hit, context: Context) -> Reading | None:
    return Reading(hit.value("s", "SETADV"), type="SET")


def _set_every(hit: Hit, context: Context) -> Reading | None:
    if "wd" in hit:
        return Reading(f"XXXX-WXX-{hit.value('wd', 'WEEKDAY', 'WEEKDAYS')}", type="SET")
    if "m" in hit:
        return Reading(f"XXXX-{int(hit.value('m', 'MONTH')):02d}", type="SET")
    if "s" in hit:
        return Reading(f"XXXX-{hit.value('s', 'SEASON', 'SEASONS')}", type="SET")
    if "tod" in hit:
        return Reading(f"XXXX-XX-XXT{hit.value('tod', 'TOD', 'TODS')}", type="SET")
    number = read_number(hit.words("n"), hit.values) if hit.words("n") else 1
    clock = "T" if hit.value("u", "TUNIT", "TUNITS") else ""
    return Reading(f"P{clock}{format_number(number or 1)}{hit.value('u', *_UNITS)}", type="SET")


def _weekday_nights(hit: Hit, context: Context) -> Reading | None:
    return Reading(f"XXXX-WXX-{hit.value('wd', 'WEEKDAY')}T{hit.value('tod', 'TODS')}", type="SET")


def _clock(hit: Hit) -> str:
    if "noon" in hit:
        return "T" + hit.value("noon", "NOON")
    written = hit.word("c")
    hour, _, minute = written.rstrip("apm").partition(":")
    number = int(hour) if hour.isdecimal() else int(hit.value("c", "NUMW") or 0)
    half = written[-2:] if written.endswith("m") else (hit.value("ap", "AMPM") or hit.word("ap"))
    half = half.replace(".", "").lower()
    if half == "pm" or hit.value("todc", "TOD") in ("AF", "EV"):
        number = number + 12 if number < 12 else number
    elif half == "am" and number == 12:
        number = 0
    if number > 24 or (minute[:2].isdecimal() and int(minute[:2]) > 59):
        return ""
    return f"T{number:02d}:{minute[:2] or '00'}"


def _time(hit: Hit, context: Context) -> Reading | None:
    """A time of day, on the day written with it, else on the day the text is at."""
    suffix = (
        _clock(hit) if "c" in hit or "noon" in hit else "T" + hit.value("tod", "TOD", "DAWN", "OVERNIGHT", "TONIGHT")
    )
    if not suffix:
        return None
    day = _time_day(hit, context)
    return cal.day_reading(day, suffix) if day is not None else Reading("XXXX-XX-XX" + suffix, type="TIME")


def _time_day(hit: Hit, context: Context) -> date | None:
    if "m" in hit:
        return _written_day(hit, context)
    if context.narrative and not any(group in hit for group in ("wd", "t", "lastnight")):
        return context.last_day.start if context.last_day is not None else None
    if context.ref is None:
        return None
    if "wd" in hit:
        weekday = int(hit.value("wd", "WEEKDAY"))
        direction = int(hit.value("dir", "LAST", "NEXT") or looks_ahead(hit) or _is_deadline(hit))
        ref = context.ref
        if context.narrative and context.last_day is not None and not direction:
            ref = context.last_day.start + timedelta(7)
        days = cal.weekday_reading(ref, weekday, direction).interval
        return days.start if days else None
    if "t" in hit:
        return context.ref + timedelta(int(hit.value("t", "TODAY")))
    if "lastnight" in hit:
        return context.ref - timedelta(1)
    if "thistod" in hit or context.last is None or context.last.days > 1:
        return context.ref
    return context.last.start if "tod" not in hit else context.ref


def _is_deadline(hit: Hit) -> bool:
    """ "until 9 a.m. Tuesday" """
    return hit.start > 0 and hit.tokens.words[hit.start - 1] in ("until", "till", "by")


def _written_day(hit: Hit, context: Context) -> date | None:
    month, day = int(hit.value("m", "MONTH")), int("".join(c for c in hit.word("d") if c.isdecimal()))
    year = int(hit.word("y")) if "y" in hit else nearest_year(month, day, context)
    return cal.month_days(year, month).start.replace(day=day) if year else None


_DAY_TAIL = (
    "(','? on? ((?P<dir>LAST|NEXT)? (?P<wd>WEEKDAY) (?!','? (MONTH|DAYNUM|the? DAYORD))|(?P<t>TODAY)"
    "|@weekday? (?P<m>MONTH) '.'? (?P<d>DAYNUM|DAYORD) (','? (?P<y>YEAR))?))"
)
_DAY_TAIL_DAY_FIRST = "(','? on? @weekday? the? (?P<d>DAYNUM|DAYORD) of? (?P<m>MONTH) '.'? (','? (?P<y>YEAR))?)"

OTHER_RULES = (
    Rule("time.clock", f"@approx? (?P<c>CLOCK|HOURNUM) (?P<ap>AMPM) ('('? ZONE ')'?)? {_DAY_TAIL}?", _time),
    Rule("time.clock", f"@approx? (?P<c>CLOCK) (?!'-') ('('? ZONE ')'?)? {_DAY_TAIL}?", _time),
    Rule(
        "time.clock",
        f"@approx? (?P<c>CLOCK|HOURNUM (?=AMPM)) (?P<ap>AMPM)? ('('? ZONE ')'?)? {_DAY_TAIL_DAY_FIRST}",
        _time,
    ),
    Rule("time.clock_half", f"@approx? (?P<c>CLOCKHALF) ('('? ZONE ')'?)? {_DAY_TAIL}?", _time),
    Rule("time.clock", "(?P<c>CLOCK|HOURNUM|NUMW) in the (?P<todc>TOD)", _time),
    Rule("time.noon", f"@approx? (?P<noon>NOON) ZONE? {_DAY_TAIL}?", _time),
    Rule("time.noon", f"(?P<noon>NOON) {_DAY_TAIL_DAY_FIRST}", _time),
    Rule("time.part", "(EARLY|LATE|MID)? '-'? (?P<wd>WEEKDAY) (?P<tod>TOD)", _time),
    Rule("time.part", "(EARLY|LATE)? (?P<dir>LAST|NEXT) (?P<wd>WEEKDAY) (?P<tod>TOD)", _time),
    Rule("time.part", "(EARLY|LATE|MID)? '-'? (?P<t>TODAY) (?P<tod>TOD)", _time),
    Rule("time.part", "(EARLY|LATE|MID)? '-'? (?P<tod>TOD) (?P<t>TODAY)", _time),
    Rule("time.part", "(EARLY|LATE)? (?P<thistod>this) (?P<tod>TOD)", _time),
    Rule("time.part", "MID '-'? (?P<tod>TOD)", _time),
    Rule("time.part", "(EARLY|LATE)? (?P<lastnight>LAST) (?P<tod>TOD)", _time),
    Rule("time.part", "(?P<tod>TONIGHT)", _time),
    Rule("time.dawn", "(?<=@at) (?P<tod>DAWN) (?!raid|attack|prayer|prayers|to)", _time),
    Rule("time.part", "(?P<tod>OVERNIGHT) (?P<wd>WEEKDAY)?", _time),
    Rule(
        "duration.count",
        "@about? (the? (LAST|PAST|NEXT|first|final|latest|initial))? (?P<n>@count) '-'? @adj? (?P<u>@anyunit) @tail?",
        _duration,
    ),
    Rule(
        "duration.vague",
        "@about? (the? (LAST|PAST|NEXT|first|final|RECENT))? (?P<n>VAGUE) '-'? (?P<u>@anyunit)",
        _duration,
    ),
    Rule("duration.half", "@about? (?P<n>a|an|NUM|NUMW) (?P<u>@anyunit) and a (?P<half>HALF)", _duration),
    Rule("duration.half", "@about? (?P<n>NUM|NUMW and a HALF) (?P<u>@anyunit)", _duration),
    Rule("duration.bare", "(?P<u>DAYUS|UNITS|TUNITS) ((or|and) (DAYUS|UNITS|TUNITS))?", _long),
    Rule("anchor.day", "(the|a|one) (?P<u>DAYU) (?=after|before|following)", _duration),
    Rule("anchor.eve", "(?P<eve>the? eve of) (?!HOLIDAY)", _eve),
    Rule("anchor.anniversary", "(?P<eve>the? ((?P<o>ORD) '-'?)? (year)? anniversary of)", _anniversary),
    Rule("duration.long", "(?P<u>DAYUS|UNITS|TUNITS) '-' long", _long),
    Rule("duration.year_ended", "the (?P<u>year) (?=ended|ending)", _duration),
    Rule("duration.long", "(?P<u>DAYU|UNIT|DAYUS|UNITS) '-' long", _duration),
    Rule("duration.the", "the (LAST|PAST|NEXT)? (?P<n>NUM|NUMW) (?P<u>DAYUS|UNITS|TUNITS)", _duration),
    Rule("set.adverb", "(?P<s>SETADV)", _set_adverb),
    Rule("set.every", "EVERY (?P<n>NUM|NUMW)? (?P<u>@anyunit)", _set_every),
    Rule("set.every", "EVERY ((?P<wd>WEEKDAY)|(?P<m>MONTH)|(?P<s>SEASON)|(?P<tod>TOD))", _set_every),
    Rule("set.plural", "(on)? (?P<wd>WEEKDAYS)", _set_every),
    Rule("set.plural", "(?P<wd>WEEKDAY) (?P<tod>TODS)", _weekday_nights),
)

MACROS = {
    "weekday": "(WEEKDAY|WDAB) ','?",
    "approx": "(APPROX|as early as)",
    "about": "(at least|at most|no? MORE than|no? LESS than|MORE than|LESS than|nearly|almost|over (?=a|an)|up to)",
    "ago": "(at least|MORE than|LESS than|APPROX)",
    "seasonal": "(in|since|until|by|during)",
    "part": "((EARLY|MID|LATE) '-'?)",
    "count": (
        "(NUM (NUM '/' NUM)?|NUMW ('-'? NUMW)? (SCALE (and? NUMW)?)?|a VAGUE (?!'-')|VAGUE|a COUPLE of?|COUPLE of"
        "|a? DOZEN|a? SCALE|a|an|another|a? half a?|NUM (to|or|'-') NUM|NUMW (to|or|'-') NUMW)"
    ),
    "anyunit": "(DAYU|DAYUS|UNIT|UNITS|TUNIT|TUNITS|WEEKENDS)",
    "adj": "(full|more|additional|straight|consecutive|trading|working|business|further|long|whole|whopping|crucial)",
    "tail": "(or so|'-'? old|or MORE|or two)",
    "in": "(in|of|since|until|by|during|this|PREP)",
    "on": "(on|since|until|by)",
    "at": "(at|before|by|until|around|since|after)",
    "notpast": "(in)",
}
