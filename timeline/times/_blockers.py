"""What looks like a time expression and is none: amounts, labels, names, verbs."""

from __future__ import annotations

from timeline.times._around import PREPOSITIONS, holds, neighbour, touches, word_at
from timeline.times._blocked_months import is_no_month, is_no_season, is_no_that_month
from timeline.times._names import (
    is_model_year,
    is_named_day,
    is_no_hour,
    is_of_our_times,
    is_particle,
    is_title,
    is_title_word,
    names_event,
)
from timeline.times._pattern import Hit

_CURRENCY = frozenset("$£€¥₹")


def is_blocked(rule: str, hit: Hit) -> bool:
    """Whether the words around a match say that it is no time expression."""
    check = _CHECKS.get(rule)
    return check is not None and check(hit)


# Marks that may stand before a bare year.
_MARKS_BEFORE_YEAR = ("(", ")", ",", "-", "--", "/", ":", ";", ".")


# Words that stand before numbers as well as before years: "and 1200 horses".
_COUNT_LEADS = frozenset(("and", "or", "about", "than", "to", "for", "of", "a", "around", "between", "at", "with"))
_COUNT_LEADS |= {"only", "not", "its"}
# Marks behind a year that stands alone at the head of a paragraph.
_MARKS_AFTER_YEAR = ("", ":", "-", "--", ",")


def _is_amount(hit: Hit, word: str) -> bool:
    return word == "%" or holds(hit, word, "MONEY")


def _is_glued_behind(hit: Hit) -> bool:
    """ "2024:5" is no year, "1812: the army crosses" is one."""
    tokens, index = hit.tokens, hit.end + 1
    return index < len(tokens.words) and tokens.starts[index] == tokens.ends[index - 1]


def _bare_year(hit: Hit) -> bool:
    if hit.end - hit.start > 1 or not hit.tokens.words[hit.start].isdecimal():
        return False
    before, after = neighbour(hit, -1), neighbour(hit, 1)
    if before in _CURRENCY or holds(hit, before, "LABEL") or before in ("#",) or _is_amount(hit, after):
        return True
    if touches(hit, -1) and before in (".", "/", "#", "=", "_", ":", "+", "-"):
        return before != "-" or hit.start < 2 or not hit.tokens.words[hit.start - 2].isalpha()
    if touches(hit, 1) and (after in ("/", "=", "_") or (after == ":" and _is_glued_behind(hit))):
        return True
    year = int(hit.word("y") or 0) if "y" in hit and hit.word("y").isdecimal() else 0
    if 1900 <= year <= 2050 and before:
        return False
    if before in _COUNT_LEADS and after.isalpha() and after.endswith("s") and len(after) > len("was"):
        return True
    if not before.strip():
        return not (after.strip() in _MARKS_AFTER_YEAR or holds(hit, after, "PASTV"))
    return not (holds(hit, before, "YEARLEAD") or before in _MARKS_BEFORE_YEAR)


def _count(hit: Hit) -> bool:
    """A counted unit after money or inside an age ("a 12-year-old") or a rank ("one day")."""
    before, after = neighbour(hit, -1), neighbour(hit, 1)
    words = hit.tokens.words[hit.start : hit.end]
    if words[0] in ("a", "an") and words[2:] == ["-", "long"]:
        return True
    degree = words[0] in ("many", "few") and before in ("as", "so", "how", "too")
    if degree or (hit.start and is_title_word(hit, hit.end - 1)):
        return True
    if after == "-" and word_at(hit, hit.end + 1) in ("ago", "earlier"):
        return True
    if words[-1] == "old" or after == "old" or (after == "-" and word_at(hit, hit.end + 1) == "old"):
        return True
    if words == ["one", "day"] and before not in _BEFORE_COUNT and after not in (".", ","):
        return True
    if words[0] in ("a", "an") and (_is_rate(hit) or (words[1] == hit.word("u") and words[1].endswith("s"))):
        return True
    if words[-1] in ("quarter", "quarters") and (after == "of" or "-" in words):
        return True
    return before in _CURRENCY or (touches(hit, -1) and before in (".", "/", ":"))


# "One day" behind other words is some day.
_BEFORE_COUNT = frozenset(
    ("in", "for", "within", "after", "of", "over", "just", "only", "than", "least", "about", "and", "or", "to", "by")
)


def _counted(hit: Hit) -> bool:
    return _count(hit) or names_event(hit) or _is_rated(hit)


def _is_rated(hit: Hit) -> bool:
    """ "24 hours a day": how much of each day, not how long."""
    return neighbour(hit, 1) in ("a", "per", "each", "every") and _is_unit(hit, word_at(hit, hit.end + 1))


def _is_unit(hit: Hit, word: str) -> bool:
    return any(name in hit.values.get(word, {}) for name in ("DAYU", "UNIT", "TUNIT"))


def _unit(hit: Hit) -> bool:
    """ "the last week of the siege", "its last quarter": the last of several, not last week."""
    if is_title(hit):
        return True
    words = hit.tokens.words[max(hit.start - 1, 0) : hit.end]
    if words[1:] == ["last", "quarter"] and words[0] in _OWN:
        return True
    return words[-3:-1] == ["the", "last"] and neighbour(hit, 1) == "of"


def _decade(hit: Hit) -> bool:
    """ "a man in his fifties": an age."""
    return neighbour(hit, -1) in _OWN


_OWN = ("his", "her", "their", "my", "your", "our", "its")


def _glued(hit: Hit) -> bool:
    """Figures inside a name of a file or a path."""
    return any(touches(hit, step) and neighbour(hit, step) in ("/", "_", "=", "-", "\\") for step in (-1, 1))


def _huge_year(hit: Hit) -> bool:
    """ "on 3 May 10000.": no year of ours, and no count of anything that follows."""
    after, behind = neighbour(hit, 1), word_at(hit, hit.end + 1)
    if after.isdecimal() and len(after) < len("100"):
        after, behind = behind, word_at(hit, hit.end + 2)
    return after.isdecimal() and len(after) > len("9999") and not behind.isalpha()


def _is_rate(hit: Hit) -> bool:
    """ "$1.76 a year", "four flights a week": an amount stands before the article."""
    near = [word_at(hit, hit.start - step) for step in (1, 2)]
    amount = [word[:1].isdecimal() or "NUMW" in hit.values.get(word, {}) for word in near]
    return amount[0] or _is_amount(hit, near[0]) or (amount[1] and near[0].isalpha() and near[0] not in PREPOSITIONS)


def _bare_unit(hit: Hit) -> bool:
    if neighbour(hit, -1) == "of" and word_at(hit, hit.start - 2) == "matter":
        return True
    if neighbour(hit, 1) in ("after", "before", "following", "since") or _follows(hit):
        return False
    return neighbour(hit, -1) not in _BEFORE_UNIT


# Verbs whose object a time without a number can be: "the pact followed months of talks".
_LASTING = ("follow", "follows", "followed", "following", "spend", "spent", "took", "takes", "take", "lasted")
_BEFORE_UNIT = ("for", "in", "within", "after", "of", "over", "recent", "several", "through", *_LASTING)


def _follows(hit: Hit) -> bool:
    """ "in the years that followed"."""
    return [neighbour(hit, 1), word_at(hit, hit.end + 1)] in (["that", "followed"], ["which", "followed"])


# Behind one of these no event is named that it could be before; "the night before the vote" counts from the vote.
_PLACING = (
    "in",
    "at",
    "on",
    "near",
    "by",
    "with",
    "from",
    "outside",
    "inside",
    "across",
    "along",
    "against",
    "over",
    "to",
)
_JOINING = ("and", "but", "that", "as", "while", "when", "where", "because", "after")
_CLAUSE_ENDS = frozenset(("", ",", ".", ";", ":", ")", "”", '"', *_JOINING, *_PLACING))


def _sentence_end_after(hit: Hit) -> bool:
    """ "the day before" counts back from a date only where nothing follows that it could be before."""
    words = hit.tokens.words[hit.start : hit.end]
    return words[-1] in ("before", "after", "previously") and neighbour(hit, 1) not in _CLAUSE_ENDS


def _set_adverb(hit: Hit) -> bool:
    """A term of finance ("quarterly results") or a name ("the Daily Gazette", not "the daily Gazette")."""
    if hit.word("s") == "quarterly":
        return True
    text, starts = hit.tokens.text, hit.tokens.starts
    pair = [text[starts[index]] for index in (hit.start, hit.end) if index < len(starts)]
    return len(pair) == len("aB") and all(letter.isupper() for letter in pair)


_BEFORE_CLOCK = ("at", "around", "by", "from", "to", "until", "about", "before", "after", ",", "since")


def _clock(hit: Hit) -> bool:
    """Scores and verses: a bare 3:16 without a time word before it; 25:10 is no time of day."""
    if is_no_hour(hit.word("c")):
        return True
    if "ap" in hit or "clock" in hit or hit.end - hit.start > 1:
        return False
    return neighbour(hit, -1) not in _BEFORE_CLOCK


_CHECKS = {
    "explicit.year": lambda hit: _bare_year(hit) or is_model_year(hit),
    "explicit.month": lambda hit: is_no_month(hit) or names_event(hit) or _huge_year(hit),
    "explicit.month_day": _huge_year,
    "explicit.day_month": _huge_year,
    "explicit.iso": _glued,
    "explicit.decade": _decade,
    "relative.that_month": is_no_that_month,
    "relative.unit": _unit,
    "relative.weekday": is_named_day,
    "relative.day": lambda hit: is_title(hit) or is_of_our_times(hit),
    "holiday": names_event,
    "duration.count": _counted,
    "duration.the": _counted,
    "duration.long": lambda hit: touches(hit, -1),
    "duration.old": lambda hit: not neighbour(hit, 1).isalpha(),
    "duration.vague": lambda hit: neighbour(hit, -1) in ("as", "so", "how", "too"),
    "duration.half": _count,
    "relative.season": lambda hit: is_no_season(hit) or names_event(hit),
    "relative.season_bare": lambda hit: is_no_season(hit) or names_event(hit),
    "time.clock": _clock,
    "time.noon": lambda hit: neighbour(hit, -1) == "high",
    "duration.bare": _bare_unit,
    "relative.offset": _sentence_end_after,
    "relative.adjacent_day": _sentence_end_after,
    "set.adverb": _set_adverb,
    "vague.present": is_particle,
}
