"""Rules for what lies on no calendar day: durations and sets; and the macros of all rules."""

from __future__ import annotations

from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._numbers import format_number, read_number
from timeline.times._pattern import Context, Hit, Rule

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
    scale, unit = {"E": (10, "Y"), "C": (100, "Y")}.get(unit, (1, unit))
    number = (number + 0.5 * ("half" in hit)) * scale
    if number % 1 == 0.5:
        return Reading(_and_a_half(int(number), unit, clock), type="DURATION")
    return Reading(f"P{clock}{format_number(number)}{unit}", type="DURATION")


def _and_a_half(whole: int, unit: str, clock: str) -> str:
    """ "a year and a half", "half an hour": the half in the next smaller unit."""
    smaller = {"Y": "6M", "H": "30M", "M": "30S" if clock else "2W", "D": "T12H", "W": "3D"}.get(unit, "")
    return f"P{clock}{whole or ''}{unit if whole else ''}{smaller}"


def _nights(hit: Hit, context: Context) -> Reading | None:
    """ "the next 57 nights": so many days."""
    number = read_number(hit.words("n"), hit.values)
    return Reading(f"P{'X' if number is None else format_number(number)}D", type="DURATION")


def _eve(hit: Hit, context: Context) -> Reading | None:
    return Reading("P1D", type="DURATION")


def _nth_day(hit: Hit, context: Context) -> Reading | None:
    """ "the 40th day" of something: so many days after, the first being the day itself."""
    number = "".join(c for c in hit.word("nth") if c.isdecimal()) or hit.value("nth", "ORD")
    return Reading(f"P{int(number)}D", type="DURATION")


def _some_day(hit: Hit, context: Context) -> Reading | None:
    """ "on the second day": only what it is counted from could name it; "it is the second day" is today."""
    if "today" in hit and context.ref is not None and not context.narrative:
        return cal.day_reading(context.ref)
    return Reading("XXXX-XX-XX")


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
    count = format_number(number) if number is not None else "X"
    return Reading(f"P{clock}{count}{hit.value('u', *_UNITS)}", type="SET")


def _set_times(hit: Hit, context: Context) -> Reading | None:
    """ "twice a week", "three times a month"."""
    clock = "T" if hit.value("u", "TUNIT") else ""
    return Reading(f"P{clock}1{hit.value('u', *_UNITS)}", type="SET")


def _every_other(hit: Hit, context: Context) -> Reading | None:
    clock = "T" if hit.value("u", "TUNIT") else ""
    return Reading(f"P{clock}2{hit.value('u', *_UNITS)}", type="SET")


def _weekends(hit: Hit, context: Context) -> Reading | None:
    return Reading("XXXX-WXX-WE", type="SET")


def _weekday_nights(hit: Hit, context: Context) -> Reading | None:
    return Reading(f"XXXX-WXX-{hit.value('wd', 'WEEKDAY')}T{hit.value('tod', 'TODS')}", type="SET")


OTHER_RULES = (
    Rule(
        "duration.count",
        "@about? @some? (?P<n>@count) '-'? @adj? (?P<u>@anyunit) @tail?",
        _duration,
    ),
    Rule(
        "duration.vague",
        "@about? (@some|RECENT|the RECENT)? (?P<n>VAGUE) '-'? (?P<u>@anyunit)",
        _duration,
    ),
    Rule("duration.vague", "the (NEXT|PAST|@partly) (?P<u>DAYUS|UNITS|TUNITS)", _long),
    Rule("duration.vague", "the (?P<u>DAYUS|UNITS|TUNITS) ahead (?!of)", _long),
    Rule("duration.vague", "(?<=over) the (?P<u>UNITS)", _long),
    Rule("duration.half", "@about? (?P<n>a|an|NUM|NUMW) (?P<u>@anyunit) and a (?P<half>HALF)", _duration),
    Rule("duration.half", "(?P<n>NUM|NUMW) '-' and '-' a '-' (?P<half>HALF) '-' (?P<u>DAYU|UNIT|TUNIT)", _duration),
    Rule("duration.half", "@about? (?P<n>(NUM|NUMW) and a HALF) (?P<u>@anyunit)", _duration),
    Rule("duration.bare", "(?P<u>DAYUS|UNITS|TUNITS) ((or|and) (DAYUS|UNITS|TUNITS))?", _long),
    Rule("anchor.day", "(the|a|one) (?P<u>DAYU) (?=after|before|following)", _duration),
    Rule("relative.nth_day", "(?<=(is|POSS)) (?P<today>the) (ORD|DAYORD) DAYU", _some_day),
    Rule("anchor.nth_day", "the (?P<nth>ORD|DAYORD) (?P<u>DAYU) (?=of)", _nth_day),
    Rule("relative.nth_day", "the? (ORD|DAYORD) DAYU (?!'-'|of)", _some_day),
    Rule("anchor.eve", "(?P<eve>the? eve of) (?!HOLIDAY)", _eve),
    Rule("anchor.anniversary", "(?P<eve>the? ((?P<o>ORD) '-'?)? (year)? anniversary of)", _anniversary),
    Rule("duration.long", "(?P<u>DAYUS|UNITS|TUNITS) '-' (long|old)", _long),
    Rule("duration.old", "(?P<n>NUM|NUMW) '-' (?P<u>DAYU|week|month|decade|century) '-' old (?!CHILD)", _duration),
    Rule("duration.year_ended", "the (?P<u>year) (?=ended|ending)", _duration),
    Rule("duration.around", "the (?P<u>UNIT) (?=after|before|following|preceding|since)", _duration),
    Rule("duration.nights", "@some? (?P<n>@count) (?P<nights>nights)", _nights),
    Rule("duration.long", "(?P<u>DAYU|UNIT) '-' (long|old) (?!CHILD)", _duration),
    Rule("duration.the", "the (LAST|PAST|NEXT)? (?P<n>NUM|NUMW) (?P<u>DAYUS|UNITS|TUNITS)", _duration),
    Rule("duration.the", "the past (?P<u>decade|century)", _duration),
    Rule("set.adverb", "(?P<s>SETADV)", _set_adverb),
    Rule("set.every", "EVERY (?P<n>NUM|NUMW|VAGUE|COUPLE)? (?P<u>@anyunit)", _set_every),
    Rule("set.every", "EVERY ((?P<wd>WEEKDAY)|(?P<m>MONTH)|(?P<s>SEASON)|(?P<tod>TOD))", _set_every),
    Rule("set.times", "(TIMES|(NUM|NUMW|VAGUE) times) (a|EVERY|per) (?P<u>DAYU|UNIT|TUNIT)", _set_times),
    Rule("set.every", "EVERY other (?P<u>DAYU|UNIT|TUNIT)", _every_other),
    Rule("set.weekends", "(EVERY WEEKEND|WEEKENDS)", _weekends),
    Rule("set.plural", "(?P<wd>WEEKDAYS)", _set_every),
    Rule("set.plural", "(?P<wd>WEEKDAY) (?P<tod>TODS)", _weekday_nights),
)

MACROS = {
    "weekday": "(WEEKDAY|WDAB) ','?",
    # "Last" is a verb in "to last two years" and "last a few days".
    "partly": "(EARLY|first|second|last|latter|final|opening|closing|initial|ensuing|intervening|subsequent)",
    "some": (
        "(the (LAST|PAST|NEXT|first|final|latest|initial)|(?<!@verbal) (LAST|PAST|NEXT|first|final|latest|initial) "
        "(?!a|an)|another (?=NUM|NUMW))"
    ),
    "verbal": "(to|will|would|could|can|may|might|should|must|not)",
    "approx": "(APPROX|as early as)",
    "about": (
        "(at least|at most|no? MORE than|no? LESS than|MORE than|LESS than|nearly|almost|over (?=a|an)|up to"
        "|some (?=NUM|NUMW))"
    ),
    "ago": "(at least|MORE than|LESS than|APPROX|over|some (?=NUM|NUMW))",
    "seasonal": "(in|since|until|by|during)",
    # "the" stands before "early part of May", but in "the early May truce" it is the truce's.
    "ofpart": "(the (?=(EARLY|MID|LATE) part of))?",
    "part": "((EARLY|MID|LATE) '-'?)",
    "partof": "(the? (?P<section>SECTION) (part|parts|portion|weeks) of)",
    "partofyear": "(the? (?P<section>SECTION) (part|parts|portion|months|weeks|days) of)",
    "laterin": "((EARLY|LATE) in)",
    "inunit": "(of|in|for|during)",
    "unitend": ("(?=POSS|','|'.'|';'|':'|')'|and|but|as|was|were|had|has|will|he|she|they|it|on|at|by|with|BREAK)"),
    "inpart": "(in|during)",
    "count": (
        "(NUM (NUM '/' NUM)?|NUMW ('-'? NUMW)? (SCALE (and? NUMW)?)?|a VAGUE (?!'-')|VAGUE|a COUPLE of?|COUPLE of"
        "|a? DOZEN|a? SCALE|a|an|another|a? half (a|an)?|NUM (to|or|'-') NUM|NUMW (to|or|'-') NUMW)"
    ),
    "anyunit": "(DAYU|DAYUS|UNIT|UNITS|TUNIT|TUNITS|WEEKENDS)",
    "adj": "(full|more|additional|straight|consecutive|trading|working|business|further|long|whole|whopping|crucial)",
    "tail": "(or so|'-' long|'-'? old|or MORE|or two)",
    "inyear": "(in|of|since|until|by)",
    "on": "(on|since|until|by)",
    "at": "(at|before|by|until|around|since|after)",
}
