"""Names, figures and phrases that look like times: wars, newspapers, people, cars, "today's youth", 25:10."""

from __future__ import annotations

from timeline.times._pattern import Hit


def names_event(hit: Hit) -> bool:
    """ "the Six-Day War", "the July Revolution", "the Yom Kippur War": a capitalised noun of events follows."""
    tokens, index = hit.tokens, hit.end
    while index < len(tokens.words) and tokens.words[index] in ("-", "'", "’", "'s", "’s"):
        index += 1
    if index >= len(tokens.words) or "EVENTNAME" not in hit.values.get(tokens.words[index], {}):
        return False
    return tokens.text[tokens.starts[index]].isupper() and not any(group in hit for group in ("y", "d", "d2"))


def is_title(hit: Hit) -> bool:
    """ "USA Today", "the programme This Week": no sentence begins there and the unit has a capital."""
    tokens, last = hit.tokens, hit.end - 1
    if not tokens.text[tokens.starts[last]].isupper() or ("u" not in hit and "t" not in hit):
        return False
    before = tokens.text[tokens.starts[hit.start - 1] : tokens.ends[hit.start - 1]] if hit.start else ""
    if hit.end - hit.start > 1:
        return True
    return len(before) > 1 and before.isalpha() and before.isupper() and hit.tokens.words[hit.start] == "today"


def is_title_word(hit: Hit, index: int) -> bool:
    """ "the Hundred Days", "Seven Years": a unit with a capital is part of a name."""
    tokens = hit.tokens
    word = tokens.text[tokens.starts[index] : tokens.ends[index]]
    return word.istitle() and tokens.text[tokens.starts[index - 1]].isupper()


def surname_after(hit: Hit) -> bool:
    """ "April Jones came": a capitalised word that is none of ours."""
    tokens = hit.tokens
    if hit.end >= len(tokens.words) or tokens.classes[hit.end] != "x":
        return False
    return tokens.text[tokens.starts[hit.end]].isupper() and not _crosses_stop(hit)


def _crosses_stop(hit: Hit) -> bool:
    return hit.tokens.words[hit.end - 1] == "." or hit.tokens.words[hit.end] in (".", ",")


def name_before(hit: Hit) -> bool:
    index = hit.start - 1
    if index < 0:
        return False
    tokens = hit.tokens
    token = tokens.text[tokens.starts[index] : tokens.ends[index]]
    return token.isalpha() and token[0].isupper() and tokens.classes[index] == "x"


def is_named_day(hit: Hit) -> bool:
    """ "Bloody Sunday", "Super Tuesday"."""
    tokens, before = hit.tokens, hit.start - 1
    if before < 0 or "DAYNAME" not in hit.values.get(tokens.words[before], {}):
        return False
    return tokens.text[tokens.starts[before]].isupper()


def is_particle(hit: Hit) -> bool:
    """ "Now, consider the bridge.": at the head of a sentence, cut off by a comma, it leads over and tells no time."""
    words, after = hit.tokens.words, hit.end
    if words[hit.start] != "now" or words[after : after + 1] != [","]:
        return False
    before = words[hit.start - 1].strip() if hit.start else ""
    return before in _BEFORE_SENTENCE


_BEFORE_SENTENCE = frozenset(("", ".", "?", "!", '"', "“", "”", "`", ":"))


def is_model_year(hit: Hit) -> bool:
    """ "the man's 2015 Skoda", "a stolen 2015 Skoda": the year is that of the make of car behind it."""
    tokens, after = hit.tokens, hit.end
    if hit.end - hit.start > 1 or after >= len(tokens.words) or not tokens.text[tokens.starts[after]].isupper():
        return False
    if "MAKE" not in hit.values.get(tokens.words[after], {}):
        return False
    for word in tokens.words[max(hit.start - _ADJECTIVES - 1, 0) : hit.start][::-1]:
        if word in _OWNERS or not word.isalpha() or word in _LEADING_IN:
            return word in _OWNERS
    return False


# Adjectives between an owner or article and the year, and what cannot be one.
_ADJECTIVES = 2
_OWNERS = frozenset(("a", "an", "his", "her", "their", "its", "my", "our", "'s", "’s"))
_LEADING_IN = frozenset(("in", "of", "since", "by", "for", "from", "to", "until", "and", "the", "that"))


_HOURS = 24


def is_no_hour(clock: str) -> bool:
    """ "25:10" is no time of any day."""
    hour = clock.partition(":")[0]
    return hour.isdecimal() and len(hour) == len("24") and int(hour) > _HOURS


# Words behind "today" looked at: its 's, an adjective, the noun.
_REACH = 3


def is_of_our_times(hit: Hit) -> bool:
    """ "today's youth", "today's personal computers"."""
    classes = [hit.values.get(word, {}) for word in hit.tokens.words[hit.end : hit.end + _REACH]]
    if hit.word("t") != "today" or not classes or "POSS" not in classes[0]:
        return False
    return any("ERANOUN" in names for names in classes[1:])
