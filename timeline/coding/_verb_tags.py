"""Which of the words that may be verbs are verbs here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.coding._marks import next_word, verb_before
from timeline.coding._noun_number import is_plural, is_singular

if TYPE_CHECKING:
    from timeline.coding._line import Line

_LONGEST_GLOSS = 9
# Tokens in which a sentence that opens with a participle has its verb.
_OPENING = 10
# Words of a name that opens a headline.
_LONGEST_NAME = 3
# What stands before a deed that something was done in, and behind its name.
_IN = frozenset(("in", "during", "amid"))
_OF_A_DEED = frozenset(("with", "between", "near", "at", "around", "against", "over", "along"))


def settle_verbs(line: Line) -> None:
    """Tag every word that may be a verb as verb, noun or adjective; behind "to" a base form makes it an infinitive."""
    tag, nouns = line.tag, line.grammar.nouns
    count = len(tag)
    for i in range(count):
        if tag[i] == "p" and line.low[i] == "to":
            j = next_word(line, i)
            if j < count and "base" in line.form[j] and tag[j] in "?hbD":
                following = tag[j + 1] if j + 1 < count else ";"
                noun_reading = (
                    line.low[j] in nouns and following in ";,c" and j == i + 1 and "N" in tag[max(0, i - 1) : i]
                )
                tag[i] = "p" if noun_reading else "t"
    _settle_behind_auxiliaries(line)
    for i in range(count):
        if tag[i] in {"?", "P?"}:
            tag[i] = _settle(line, i, nouns, proper=tag[i] == "P?")
        elif tag[i] == "!":
            tag[i] = _settle_unknown(line, i)


def _settle_behind_auxiliaries(line: Line) -> None:
    """ "has given X leave", "has neither confirmed nor denied": no preposition and no determiner stands there."""
    for i in range(1, len(line.tag) - 1):
        if line.tag[i - 1] not in "hbmn" or line.tag[i] not in "pd":
            continue
        if line.low[i] == "neither" and line.form[i + 1]:
            line.tag[i] = "n"
        elif line.form[i] & {"participle", "ing"} and "base" not in line.form[i]:
            line.tag[i] = "v"


def _before(line: Line, i: int) -> tuple[str, int]:
    j = i - 1
    while j >= 0 and (line.tag[j] in 'an"' or line.words[j] in ")]"):
        j = _opening(line, j) - 1 if line.words[j] in ")]" else j - 1
    return (line.tag[j], j) if j >= 0 else (";", -1)


def _opening(line: Line, close: int) -> int:
    """The bracket that a short gloss opens with ("the ministry (MoD) says"), else the closing one."""
    return next((j for j in range(close - 1, max(-1, close - _LONGEST_GLOSS), -1) if line.words[j] in "(["), close)


def _settle(line: Line, i: int, nouns: frozenset[str], *, proper: bool) -> str:
    tag, form = line.tag, line.form[i]
    before, at = _before(line, i)
    after = tag[i + 1] if i + 1 < len(tag) else ";"
    if (
        before in "tmD"
        or (before == "h" and "participle" in form)
        or (before == "b" and ("participle" in form or "ing" in form))
    ):
        return "v"
    if proper and before != "o" and line.words[i][1:].islower() and not _headline(line):
        return "P"
    if "ing" in form:
        return _settle_ing(before, line, i, nouns)
    if "past" in form or "participle" in form:
        return _settle_past(before, after, at, line, i, nouns)
    return _settle_present(before, after, at, line, i, nouns)


def _settle_unknown(line: Line, i: int) -> str:
    """A word with the ending of a past tense is a verb between a noun and what it governs, else an adjective."""
    before, at = _before(line, i)
    after = line.tag[i + 1] if i + 1 < len(line.tag) else ";"
    auxiliary = before in "bh" and at == i - 1
    verb = auxiliary or (before in "NPo" and at == i - 1 and after in "dx#PAopat")
    if not verb:
        line.form[i] = frozenset()
    return "v" if verb else "N"


def _headline(line: Line) -> bool:
    """Most words capitalised: capitals then say nothing about names."""
    letters = [word for word in line.words if word[0].isalpha()]
    return sum(word[0].isupper() for word in letters) * 10 > len(letters) * 6


def _settle_ing(before: str, line: Line, i: int, nouns: frozenset[str]) -> str:
    governs = line.tag[i + 1 : i + 2] in (["P"], ["A"], ["d"], ["x"])
    if (
        line.low[i] in nouns
        and before in "NA"
        and any(t in "dx'A" for t in line.tag[max(0, i - 3) : i])
        and not governs
    ):
        return "N"
    following = line.low[i + 1] if i + 1 < len(line.low) else ""
    low_noun = line.low[i] in nouns
    if low_noun and before in ";,scp" and _heads_clause(line, i, following):
        return "N"
    if before in "NP" and line.is_a(i - 1, "collective") and _governed(line, i - 1):
        return "v" if i + 1 < len(line) and (line.tag[i + 1] in "dxo#NPA" or following in {"to", "into"}) else "N"
    if low_noun and _within(line, i) and following in _OF_A_DEED:
        return "N"
    if before == "p" and (following == "by" or (low_noun and line.tag[i + 1 : i + 2] == ["t"])):
        return "N"
    if before in "dx'A" or (following == "of" and before not in "b,"):
        return "N"
    if before in "#" or (before in "NP" and following in {"in", "on", "against", "by", "at"} and before == "N"):
        return "N" if line.low[i - 1].endswith(("al", "ic", "ive", "ous", "ish", "an", "i", "ful", "ble")) else "v"
    return "v"


def _within(line: Line, i: int) -> bool:
    """ "in fighting with X", "in hand-to-hand fighting with X": a deed that something was done in."""
    at = i - 1 - ("-" in line.low[i - 1])
    return at >= 0 and line.low[at] in _IN


def _governed(line: Line, i: int) -> bool:
    """Whether the noun phrase that ends here stands behind a preposition or begins with a determiner."""
    while i > 0 and line.tag[i] in "NPA":
        i -= 1
    return line.tag[i] in "pd"


def _heads_clause(line: Line, i: int, following: str) -> bool:
    """ "Shelling in the town killed", "when fighting broke out": the -ing word is the subject of a verb behind it."""
    if i + 1 >= len(line.tag):
        return False
    tag, form = line.tag[i + 1], line.form[i + 1]
    if tag in "bhm" or (tag in {"?", "v"} and ("past" in form or "s" in form)):
        return True
    places = {"in", "on", "at", "near", "between", "around", "by", "across", "along", "over", "inside"}
    if tag != "p" or following not in places:
        return False
    behind = range(i + 2, min(len(line.tag), i + 16))
    verb = next((j for j in behind if line.tag[j] in {"?", "v", "b", "h", "m"} or line.tag[j] == ";"), -1)
    return verb > 0 and line.tag[verb] != ";" and "base" not in line.form[verb] and "ing" not in line.form[verb]


def _settle_past(before: str, after: str, at: int, line: Line, i: int, nouns: frozenset[str]) -> str:
    if before in "dx'#A" and at == i - 1 and line.low[at] not in {"neither", "both"}:
        return "v" if _without_a_noun(before, after, at, line, i) or _by_a_national(line, i, at) else "N"
    noun = after == "N" or (after == "?" and line.low[i + 1] in nouns)
    if before == "v" and noun and at == i - 1:
        return "N"
    if noun and at == i - 1 and _counts_exactly(line, at):
        return "N"
    if (
        line.low[i] in nouns
        and "base" not in line.form[i]
        and before == "N"
        and (after in ";,bh" or line.low[i + 1] == "in")
    ):
        return "N"
    if before == "N" and noun and at == i - 1 and at > 0 and line.tag[at - 1] in "vp" and _describes(line, at):
        return "N"
    if "base" in line.form[i] and line.low[i] in nouns and before in "pNP" and after in "p;,c":
        particle = line.low[i + 1 : i + 2] in (["up"], ["off"], ["out"], ["down"])
        return "v" if before in "NP" and (after != "p" or particle) else "N"
    if at < 0 and after in "NPA" and "participle" in line.form[i] and _verb_follows(line, i):
        return "N"
    if before == "p" and after in "NP" and line.low[at] not in {"after", "before", "as", "than", "when", "since"}:
        return "N"
    if before in "pN" and at < i - 1 and after in "N" and line.low[i - 1].endswith("ly"):
        return "N"
    return "v"


def _counts_exactly(line: Line, i: int) -> bool:
    """Behind an exact count a noun is due ("two alleged rebels"); "hundreds chanted slogans" tells what they did."""
    return line.is_a(i, "number") and (line.low[i] == "six" or not line.low[i].endswith("s"))


def _verb_follows(line: Line, i: int) -> bool:
    """ "Armed rebels seized …": another finite verb stands behind the noun that opens the sentence with this word."""
    for j in range(i + 2, min(len(line.tag), i + _OPENING)):
        if line.tag[j] in ",;s":
            return False
        if line.tag[j] in "bh" or (line.tag[j] == "?" and "past" in line.form[j]):
            return True
    return False


def _without_a_noun(before: str, after: str, at: int, line: Line, i: int) -> bool:
    """ "Nine died in the raid", "those arrested": no noun follows that the past form would describe."""
    if before == "#":
        opens = at == 0 or line.tag[at - 1] in ",;sv"
        return line.tag[at - 1 : at] == ["k"] or (opens and after in "ps" and line.low[at] != "one")
    return line.low[at] == "those" and "participle" in line.form[i]


def _by_a_national(line: Line, i: int, at: int) -> bool:
    """ "A Kenyan stabbed a guard": behind the name of a people an article opens what a verb governs."""
    alone = line.tag[at] == "A" and at > 0 and line.low[at - 1] in {"a", "the", "one", "another"}
    if not alone or "past" not in line.form[i] or i + 1 == len(line):
        return False
    return line.tag[i + 1] in "dx#AoP" or line.is_a(i + 1, "number")


def _describes(line: Line, i: int) -> bool:
    """Whether a word can be an adjective rather than the plural or collective subject of what follows."""
    return not line.low[i].endswith(("s", "men", "women")) and not line.is_a(i, "collective")


def _settle_present(before: str, after: str, at: int, line: Line, i: int, nouns: frozenset[str]) -> str:
    low = line.low[i]
    if before == "c" and "base" in line.form[i] and _is_led(line, at, after):
        return "v"
    if before in "dx'#pkA" or (before == "c" and low in nouns and after not in "dxoP"):
        return "N"
    made_to = "base" in line.form[i] and before in "NP" and at == i - 1 and after in "dxPNo#A"
    if made_to and causing_verb(line, at) >= 0:
        return "v"
    collective = at >= 0 and line.is_a(at, "collective")
    if before == "N" and line.form[i] == {"base"} and not collective and at == i - 1 and is_singular(line, at):
        return "N"
    if before in "or" or low not in nouns:
        return "v" if before not in "bh" else "N"
    plural_before = is_plural(line, at)
    if at < i - 1 and line.tag[i - 1] == "a" and "s" in line.form[i] and before in "NP":
        return "v"
    if collective and at == i - 1 and line.form[i] == {"base"} and after in "dxo#t?":
        return "v"
    if before in "NP" and "base" in line.form[i]:
        return "v" if plural_before and after in "dxPoNpa#t?" else "N"
    if before == "P" and "s" in line.form[i] and after == "?" and line.low[i + 1] in nouns and not line.is_a(i, "deed"):
        return "v"
    if before == "P" and "s" in line.form[i] and after in 'N"A' and _heads_line(line, i):
        return "v"
    if before in "NP)":
        return "v" if after in "dxo#t" or (after == "P" and line.words[at][0].isupper()) or _only_verb(line, i) else "N"
    return "v" if before in ";,c" and after in "dxo" else "N"


def _is_led(line: Line, conjunction: int, after: str) -> bool:
    """ "will retaliate and [strike X]", "will bomb X and [shell Y]": it shares a modal or "to" with the verb before it.

    Behind an object only a name or a determiner shows that it is no second object ("will meet envoys and aid groups").
    """
    verb = verb_before(line, conjunction - 1, ";,srbh")
    led = verb >= 0 and "base" in line.form[verb] and _before(line, verb)[0] in "mt"
    return led and (verb == conjunction - 1 or after in "dxP")


def causing_verb(line: Line, at: int) -> int:
    """ "let Norland [use]": the verb of causing before the phrase that ends here, or -1."""
    start = at
    while at > 0 and line.tag[at] in "NPAdx":
        at -= 1
    return at if 0 <= at < start and line.tag[at] == "v" and line.lemma[at] in line.grammar.classes["cause"] else -1


def _heads_line(line: Line, i: int) -> bool:
    """ "Norland hits base, army says": a name alone opens the headline, and no other verb stands before a stop."""
    start = i
    while start > 0 and line.tag[start - 1] not in ";":
        start -= 1
    stop = next((j for j in range(i + 1, len(line.tag)) if line.tag[j] in ",;"), len(line.tag))
    verbs = (j for j in range(i + 1, stop) if line.tag[j] in "bhmD?v" and "participle" not in line.form[j])
    return all(tag == "P" for tag in line.tag[start:i]) and i - start <= _LONGEST_NAME and not any(verbs)


def _only_verb(line: Line, i: int) -> bool:
    """Whether no other word of the sentence can be its verb."""
    return all(t not in "vbhmD?" or j == i for j, t in enumerate(line.tag))
