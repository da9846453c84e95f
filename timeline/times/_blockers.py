"""What looks like a time expression and is none: amounts, labels, names, verbs."""

from __future__ import annotations

from timeline.times._names import (
    is_model_year,
    is_named_day,
    is_no_hour,
    is_of_our_times,
    is_particle,
    is_title,
    is_title_word,
    name_before,
    names_event,
    surname_after,
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


def _is(hit: Hit, word: str, name: str) -> bool:
    return name in hit.values.get(word, {})


def _is_amount(hit: Hit, word: str) -> bool:
    return word == "%" or _is(hit, word, "MONEY")


def _neighbour(hit: Hit, step: int) -> str:
    index = hit.start - 1 if step < 0 else hit.end
    words = hit.tokens.words
    return words[index] if 0 <= index < len(words) else ""


def _touches(hit: Hit, step: int) -> bool:
    """Whether the neighbouring token stands without a blank between."""
    tokens = hit.tokens
    if step < 0:
        return hit.start > 0 and tokens.ends[hit.start - 1] == tokens.starts[hit.start]
    return hit.end < len(tokens.words) and tokens.ends[hit.end - 1] == tokens.starts[hit.end]


def _is_glued_behind(hit: Hit) -> bool:
    """ "2024:5" is no year, "1812: the army crosses" is one."""
    tokens, index = hit.tokens, hit.end + 1
    return index < len(tokens.words) and tokens.starts[index] == tokens.ends[index - 1]


def _bare_year(hit: Hit) -> bool:
    if hit.end - hit.start > 1 or not hit.tokens.words[hit.start].isdecimal():
        return False
    before, after = _neighbour(hit, -1), _neighbour(hit, 1)
    if before in _CURRENCY or _is(hit, before, "LABEL") or before in ("#",) or _is_amount(hit, after):
        return True
    if _touches(hit, -1) and before in (".", "/", "#", "=", "_", ":", "+", "-"):
        return before != "-" or hit.start < 2 or not hit.tokens.words[hit.start - 2].isalpha()
    if _touches(hit, 1) and (after in ("/", "=", "_") or (after == ":" and _is_glued_behind(hit))):
        return True
    year = int(hit.word("y") or 0) if "y" in hit and hit.word("y").isdecimal() else 0
    if 1900 <= year <= 2050 and before:
        return False
    if before in _COUNT_LEADS and after.isalpha() and after.endswith("s") and len(after) > len("was"):
        return True
    if not before.strip():
        return not (after.strip() in _MARKS_AFTER_YEAR or _is(hit, after, "PASTV"))
    return not (_is(hit, before, "YEARLEAD") or before in _MARKS_BEFORE_YEAR)


def _count(hit: Hit) -> bool:
    """A counted unit after money or inside an age ("a 12-year-old") or a rank ("one day")."""
    before, after = _neighbour(hit, -1), _neighbour(hit, 1)
    words = hit.tokens.words[hit.start : hit.end]
    if words[0] in ("a", "an") and words[2:] == ["-", "long"]:
        return True
    degree = words[0] in ("many", "few") and before in ("as", "so", "how", "too")
    if degree or (hit.start and is_title_word(hit, hit.end - 1)):
        return True
    if after == "-" and _word_at(hit, hit.end + 1) in ("ago", "earlier"):
        return True
    if words[-1] == "old" or after == "old" or (after == "-" and _word_at(hit, hit.end + 1) == "old"):
        return True
    if words == ["one", "day"] and before not in _BEFORE_COUNT and after not in (".", ","):
        return True
    if words[0] in ("a", "an") and (_is_rate(hit) or (words[1] == hit.word("u") and words[1].endswith("s"))):
        return True
    if words[-1] in ("quarter", "quarters") and (after == "of" or "-" in words):
        return True
    return before in _CURRENCY or (_touches(hit, -1) and before in (".", "/", ":"))


# "One day" behind other words is some day.
_BEFORE_COUNT = frozenset(
    ("in", "for", "within", "after", "of", "over", "just", "only", "than", "least", "about", "and", "or", "to", "by")
)


def _counted(hit: Hit) -> bool:
    return _count(hit) or names_event(hit) or _is_rated(hit)


def _is_rated(hit: Hit) -> bool:
    """ "24 hours a day": how much of each day, not how long."""
    return _neighbour(hit, 1) in ("a", "per", "each", "every") and _is_unit(hit, _word_at(hit, hit.end + 1))


def _is_unit(hit: Hit, word: str) -> bool:
    return any(name in hit.values.get(word, {}) for name in ("DAYU", "UNIT", "TUNIT"))


def _unit(hit: Hit) -> bool:
    """ "the last week of the siege": the last of several, not last week."""
    if is_title(hit):
        return True
    words = hit.tokens.words[max(hit.start - 1, 0) : hit.end]
    return words[-3:-1] == ["the", "last"] and _neighbour(hit, 1) == "of"


def _decade(hit: Hit) -> bool:
    """ "a man in his fifties": an age."""
    return _neighbour(hit, -1) in ("his", "her", "their", "my", "your", "our", "its")


def _glued(hit: Hit) -> bool:
    """Figures inside a name of a file or a path."""
    return any(_touches(hit, step) and _neighbour(hit, step) in ("/", "_", "=", "-", "\\") for step in (-1, 1))


def _huge_year(hit: Hit) -> bool:
    """ "on 3 May 10000.": no year of ours, and no count of anything that follows."""
    after, behind = _neighbour(hit, 1), _word_at(hit, hit.end + 1)
    if after.isdecimal() and len(after) < len("100"):
        after, behind = behind, _word_at(hit, hit.end + 2)
    return after.isdecimal() and len(after) > len("9999") and not behind.isalpha()


def _that_month(hit: Hit) -> bool:
    """ "said that May was": a conjunction; "that November" stands at the head of a clause or behind a preposition."""
    before = _neighbour(hit, -1)
    return before.isalpha() and before not in (*_PREPOSITIONS, "until", "since", "during", "late", "early", "later")


def _word_at(hit: Hit, index: int) -> str:
    words = hit.tokens.words
    return words[index] if 0 <= index < len(words) else ""


def _is_rate(hit: Hit) -> bool:
    """ "$1.76 a year", "four flights a week": an amount stands before the article."""
    near = [_word_at(hit, hit.start - step) for step in (1, 2)]
    amount = [word[:1].isdecimal() or "NUMW" in hit.values.get(word, {}) for word in near]
    return amount[0] or _is_amount(hit, near[0]) or (amount[1] and near[0].isalpha() and near[0] not in _PREPOSITIONS)


_PREPOSITIONS = frozenset(
    ("in", "for", "after", "within", "of", "over", "to", "by", "and", "or", "than", "from", "with", "on")
)


def _bare_unit(hit: Hit) -> bool:
    if _neighbour(hit, -1) == "of" and _word_at(hit, hit.start - 2) == "matter":
        return True
    if _neighbour(hit, 1) in ("after", "before", "following", "since") or _follows(hit):
        return False
    return _neighbour(hit, -1) not in _BEFORE_UNIT


# Verbs whose object a time without a number can be: "the pact followed months of talks".
_LASTING = ("follow", "follows", "followed", "following", "spend", "spent", "took", "takes", "take", "lasted")
_BEFORE_UNIT = ("for", "in", "within", "after", "of", "over", "recent", "several", "through", *_LASTING)


def _follows(hit: Hit) -> bool:
    """ "in the years that followed"."""
    return [_neighbour(hit, 1), _word_at(hit, hit.end + 1)] in (["that", "followed"], ["which", "followed"])


_CLAUSE_ENDS = ("", ",", ".", ";", ":", ")", "and", "but", "that", "”", '"')


def _sentence_end_after(hit: Hit) -> bool:
    """ "the day before" counts back from a date only where nothing follows that it could be before."""
    words = hit.tokens.words[hit.start : hit.end]
    return words[-1] in ("before", "after", "previously") and _neighbour(hit, 1) not in _CLAUSE_ENDS


def _set_adverb(hit: Hit) -> bool:
    """A term of finance ("quarterly results") or a name ("the Daily Gazette", not "the daily Gazette")."""
    if hit.word("s") == "quarterly":
        return True
    text, starts = hit.tokens.text, hit.tokens.starts
    pair = [text[starts[index]] for index in (hit.start, hit.end) if index < len(starts)]
    return len(pair) == len("aB") and all(letter.isupper() for letter in pair)


def _is_attribute(hit: Hit) -> bool:
    """ "the March ceasefire": a lower-case noun or participle follows the month."""
    after = hit.end
    tokens = hit.tokens
    if after >= len(tokens.words) or _is(hit, tokens.words[after], "PASTV"):
        return False
    return tokens.text[tokens.starts[after] : tokens.ends[after]].islower() and tokens.words[after] not in _NO_NOUNS


# Behind "the March" these tell that it is a movement.
_NO_NOUNS = frozenset(("is", "was", "were", "has", "had", "will", "would", "and", "or", "in", "at", "by", "that"))
_NO_NOUNS |= {"which", "who", "to", "from", "towards", "toward", "into", "across", "with", "back"}


def _month(hit: Hit) -> bool:
    """ "May" and "March" alone: no month after a first name, or before a verb, or as "March on"."""
    first = hit.groups["m"][0]
    word = hit.tokens.words[first]
    if hit.end - hit.start > 1 or word not in ("may", "march", "april", "june", "august", "jan", "mar", "dec", "jun"):
        return False
    before, after = _neighbour(hit, -1), _neighbour(hit, 1)
    if word == "may":
        return before in ("", ".", "?", "!", '"', "”", "“", ":", ";") or name_before(hit)
    if before in ("in", "since", "until", "by", "last", "next", "during", "from", "of", "early", "late", "this"):
        return False
    if word == "march":
        return (
            after in ("on", "for", "through", "of", "against")
            or name_before(hit)
            or (before in ("the", "a") and not _is_attribute(hit))
        )
    if word in ("jan", "mar", "dec", "jun") and after[:1].isalpha() and hit.tokens.classes[hit.end] == "x":
        return True
    return name_before(hit) or surname_after(hit)


def _season(hit: Hit) -> bool:
    """ "fall" and "spring" as verbs or things: "the fall of Kabul", "Arab Spring"."""
    word = hit.word("s")
    if "dir" in hit or "y" in hit or "ry" in hit:
        return False
    after = _neighbour(hit, 1)
    return (word == "fall" and after in ("of", "in", "from", "to")) or (
        word == "spring" and after in ("a", "from", "up")
    )


_BEFORE_CLOCK = ("at", "around", "by", "from", "to", "until", "about", "before", "after", ",", "since")


def _clock(hit: Hit) -> bool:
    """Scores and verses: a bare 3:16 without a time word before it; 25:10 is no time of day."""
    if is_no_hour(hit.word("c")):
        return True
    if "ap" in hit or "clock" in hit or hit.end - hit.start > 1:
        return False
    return _neighbour(hit, -1) not in _BEFORE_CLOCK


_CHECKS = {
    "explicit.year": lambda hit: _bare_year(hit) or is_model_year(hit),
    "explicit.month": lambda hit: _month(hit) or names_event(hit) or _huge_year(hit),
    "explicit.month_day": _huge_year,
    "explicit.day_month": _huge_year,
    "explicit.iso": _glued,
    "explicit.decade": _decade,
    "relative.that_month": _that_month,
    "relative.unit": _unit,
    "relative.weekday": is_named_day,
    "relative.day": lambda hit: is_title(hit) or is_of_our_times(hit),
    "holiday": names_event,
    "duration.count": _counted,
    "duration.the": _counted,
    "duration.long": lambda hit: _touches(hit, -1),
    "duration.old": lambda hit: not _neighbour(hit, 1).isalpha(),
    "duration.vague": lambda hit: _neighbour(hit, -1) in ("as", "so", "how", "too"),
    "duration.half": _count,
    "relative.season": lambda hit: _season(hit) or names_event(hit),
    "relative.season_bare": lambda hit: _season(hit) or names_event(hit),
    "time.clock": _clock,
    "time.noon": lambda hit: _neighbour(hit, -1) == "high",
    "duration.bare": _bare_unit,
    "relative.offset": _sentence_end_after,
    "relative.adjacent_day": _sentence_end_after,
    "set.adverb": _set_adverb,
    "vague.present": is_particle,
}
