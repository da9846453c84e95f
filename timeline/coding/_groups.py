"""Verb groups: where they begin, and whether they stand in the passive."""

from __future__ import annotations

from timeline.coding._line import Line
from timeline.coding._marks import verb_before

# "police fired at": behind a verb of shooting or entering these name an aim, not a place.
_AIMS = frozenset(("at", "on", "into", "upon", "towards"))
# Behind these words stands another act, or its time.
OTHER_ACT = frozenset(("after", "before", "since", "following", "amid", "despite", "because", "during", "while"))
_OTHERS = frozenset(("others", "more", "people", "another", "other"))
# "those arrested", "the others held": a participle without an object says what befell them.
THOSE = frozenset(("those", "others"))
# Tokens of an aside that a bare participle opens.
_ASIDE = 14
# Tokens between two verbs of which the second shares the "be" of the first.
_JOINED = 14
_GROUP = frozenset('bhDmnat"')


def group_start(line: Line, verb: int) -> int:
    """First token of the verb group that ends with this verb (its auxiliaries, negation, adverbs and "to")."""
    i = verb
    while i > 0 and line.tag[i - 1] in _GROUP and verb - i < 12:
        if line.tag[i - 1] == '"' and (i < 2 or line.tag[i - 2] not in "bhmDt"):
            break
        i -= 1
    return i


def shared_lead(line: Line, verb: int) -> int:
    """ "will bomb X and invade Y": the verb whose modal, "did" or "to" a bare verb shares, or -1.

    A base form beside it can be no tense of its own.
    """
    if line.form[verb] != {"base"}:
        return -1
    i = group_start(line, verb) - 1
    if i < 0 or line.tag[i] not in "c," or any(t in "bhmDt" for t in line.tag[i:verb]):
        return -1
    while (lead := verb_before(line, i, ";rsbh")) >= 0:
        first = group_start(line, lead)
        if "base" in line.form[lead] and any(t in "mtD" for t in line.tag[first:lead]):
            return lead
        if not line.form[lead] <= {"base", "participle", "ing"}:
            return -1
        i = first - 1
    return -1


def is_passive(line: Line, verb: int, start: int) -> bool:
    """A participle after a form of "be" (or "get"), or a bare participle after a noun with "by" soon behind it."""
    if "participle" not in line.form[verb]:
        return False
    if any(line.tag[i] == "b" for i in range(start, verb)):
        return True
    if start == 0 or _goes_on_perfect(line, verb):
        return False
    if start < verb:  # "men recently arrested in the town"
        adverbs = all(line.tag[i] == "a" for i in range(start, verb))
        return adverbs and line.tag[start - 1] in "NP" and _reduced(line, verb, start - 1)
    return _reduced(line, verb, verb - 1) or _elliptic(line, verb) or _shares_be(line, verb)


def _shares_be(line: Line, verb: int) -> bool:
    """ "was brought to court and sent to jail": a participle without an object behind "and" shares its "be"."""
    if line.tag[verb - 1] != "c" or line.tag[verb + 1 : verb + 2] not in (["p"], [";"], [","], ["t"]):
        return False
    first = verb_before(line, verb - 2, ";rs,", _JOINED)
    return first >= 0 and "participle" in line.form[first] and "b" in line.tag[group_start(line, first) : first]


def _goes_on_perfect(line: Line, verb: int) -> bool:
    """ "has cut off trade and frozen the assets": the participle behind "and" shares "has"."""
    if line.tag[verb - 1] != "c":
        return False
    first = verb_before(line, verb - 2, ";rs")
    tags = line.tag[group_start(line, first) : first] if first >= 0 else ()
    return "h" in tags and "b" not in tags and "participle" in line.form[first]


def _elliptic(line: Line, verb: int) -> bool:
    """ "Two were killed and five injured": a number and a participle that go on with a passive."""
    i = verb - 1
    while i > 0 and (line.tag[i] == "#" or line.is_a(i, "number") or line.low[i] in _OTHERS):
        i -= 1
    before = i - 1
    if i == verb - 1 or before < 1 or line.tag[i] != "c":
        return False
    before -= line.tag[before] in "aN"
    if line.tag[before] != "v":
        return False
    auxiliary = any(line.tag[j] == "b" for j in range(group_start(line, before), before))
    return "participle" in line.form[before] and auxiliary


def _reduced(line: Line, verb: int, left: int) -> bool:
    """A bare participle: "the men killed in the raid"; a following object shows a past tense instead."""
    before = line.tag[left]
    behind = verb + 1 + (line.low[verb + 1 : verb + 2] in (["there"], ["dead"]))
    after = line.tag[behind] if behind < len(line) else ";"
    following = line.low[behind] if behind < len(line) else ""
    if line.low[left] in THOSE:
        return after not in "dxoNPA#'"
    if following == "by" and before in "NPA#'ck,)":
        return True
    if behind > verb + 1 and line.low[verb + 1] == "dead":
        # "Mayor shot dead in Norport": whoever shoots somebody dead names him.
        return after not in "dxoNPA#'" and not line.is_a(left, "collective")
    if following in _AIMS and line.is_a(left, "collective"):
        return False
    if "past" not in line.form[verb] or (after in ",;ps" and _counted(line, verb)):
        return True
    if before == "," and after == "p" and verb > 1 and line.tag[verb - 2] in "NP":
        # "Name, sentenced to death by a court, fled": set off by commas.
        stop = next((i for i in range(verb, min(len(line), verb + _ASIDE)) if line.tag[i] in ",;"), -1)
        return stop > 0 and line.tag[stop] == "," and "v" not in line.tag[verb + 1 : stop] and _goes_on(line, stop)
    return before in "N#" and after == "p" and following != "to" and _finite_behind(line, verb)


def _goes_on(line: Line, comma: int) -> bool:
    """Whether a finite verb stands right behind the comma that ends an aside."""
    i = comma + 1
    while i < len(line) and line.tag[i] == "a":
        i += 1
    return i < len(line) and (line.tag[i] in "bhmD" or (line.tag[i] in {"v", "?"} and "past" in line.form[i]))


def _counted(line: Line, verb: int) -> bool:
    """ "Two soldiers killed in a raid", "two killed, six hurt": counted people before a bare participle."""
    i = verb - 1
    while i > 0 and line.tag[i - 1] in "N#":
        i -= 1
    return line.lemma[verb] in line.grammar.classes["befall"] and (line.tag[i] == "#" or line.is_a(i, "number"))


def _finite_behind(line: Line, verb: int) -> bool:
    """Whether the clause goes on to a verb of its own, before the clause or the time of another act opens."""
    for i in range(verb + 1, min(len(line.tag), verb + 14)):
        told = line.is_a(i, "said") and "," in line.tag[verb:i]
        if line.tag[i] in ";s" or line.low[i] in OTHER_ACT or told:
            return False
        dependent = line.form[i] == {"ing"} or line.tag[i - 1] == "t" or line.low[i + 1 : i + 2] == ["by"]
        if line.tag[i] in "vbhm" and not dependent:
            return True
    return False
