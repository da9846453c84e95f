"""Words of a sentence that name acts, with the conditions their context must meet."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.coding._line import QUOTES
from timeline.coding._reading import Reading
from timeline.lexicon.actions import Action, ActionLexicon, Opening, Pattern, WordSet

_RIGHT = 12
# Months that are words of protest or permission as well.
_MONTHS = frozenset(("march", "may"))
_LEFT = 7
_NEAR_LEFT, _NEAR_RIGHT = 4, 7
# Tokens of the subject between a relative pronoun and its verb, and the pronouns.
_SUBJECT = 9
_RELATIVES = frozenset(("that", "which", "whom", "whose"))
# Behind these begins another clause, or what happened all the same: their words say nothing of what stands before.
_OTHER_CLAUSE = frozenset(("as", "while", "although", "though", "because", "whereas"))
_ALL_THE_SAME = frozenset(("despite", "amid", "amidst"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens `first` to `last` name an act; `head` is the verb or the noun's last word."""

    first: int
    last: int
    head: int
    form: str
    action: Action

    @property
    def noun(self) -> bool:
        """Whether the act is named by a noun."""
        return self.action.noun


def find_triggers(reading: Reading, actions: ActionLexicon) -> list[Trigger]:
    """The triggers of a sentence from left to right, without overlap."""
    found: list[Trigger] = []
    openings, low = actions.openings, reading.line.low
    keys: _Keys | None = None
    i, count = 0, len(low)
    while i < count:
        opening = openings.get(low[i])
        trigger = None
        if opening is not None:
            keys = keys or _keys_of(reading, actions)
            trigger = _first_fit(reading, keys, i, opening)
        if trigger is None:
            i += 1
        else:
            found.append(trigger)
            i = trigger.last + 1
    return found


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of a sentence's words in a row (`ActionLexicon.keys_of`); those of token i begin at `start[i]`."""

    all: list[str]
    start: list[int]

    def between(self, first: int, last: int) -> list[str]:
        """The keys of a stretch of tokens, clipped to the sentence."""
        end = len(self.start) - 1
        return self.all[self.start[min(max(0, first), end)] : self.start[min(max(0, last + 1), end)]]


def _keys_of(reading: Reading, actions: ActionLexicon) -> _Keys:
    keys: list[str] = []
    start = [0]
    for word in reading.line.low:
        keys.extend(actions.keys_of(word))
        start.append(len(keys))
    return _Keys(keys, start)


@dataclass(slots=True)
class _Around:
    """The words around a possible trigger; a look at their keys tells that most conditions find none of their words."""

    reading: Reading
    keys: _Keys
    first: int
    last: int
    _near: list[str] | None = None
    _left: list[str] | None = None
    _right: list[str] | None = None
    _end: int = 0
    _object: bool | None = None

    @property
    def object_before(self) -> bool:
        """Whether a verb's object stands before it: in the passive, or in a relative clause."""
        if self._object is None:
            verb = self.reading.line.tag[self.first] == "v"
            self._object = verb and (
                self.reading.passive(self.first) or _object_before(self.reading, self.first, self.last)
            )
        return self._object

    def near(self, words: WordSet) -> bool:
        """Whether a few words on either side, or its own, hold one of these."""
        first, last = self.first - _NEAR_LEFT, self.last + _NEAR_RIGHT
        if self._near is None:
            self._near = self.keys.between(first, last)
        return not words.keys.isdisjoint(self._near) and words.found_in(self.reading.words_between(first, last))

    def left(self, words: WordSet) -> bool:
        """Whether some words before it, or its own, hold one of these."""
        first, last = self.first - _LEFT, self.last
        if self._left is None:
            self._left = self.keys.between(first, last)
        return not words.keys.isdisjoint(self._left) and words.found_in(self.reading.words_between(first, last))

    def right(self, words: WordSet) -> bool:
        """Whether the next words of its clause hold one of these, months that are verbs as well left out."""
        if self._right is None:
            self._end = _clause_end(self.reading, self.last)
            self._right = self.keys.between(self.last + 1, self._end)
        if words.keys.isdisjoint(self._right):
            return False
        low, tag = self.reading.line.low, self.reading.line.tag
        behind = range(self.last + 1, self._end + 1)
        return words.found_in([low[i] for i in behind if tag[i] != "k" or low[i] not in _MONTHS])

    def before(self, words: WordSet) -> bool:
        """Whether the words before it hold one of these."""
        return words.found_in(self.reading.words_between(self.first - _RIGHT, self.first - 1))


def _first_fit(reading: Reading, keys: _Keys, i: int, opening: Opening) -> Trigger | None:
    second = _second_word(reading, i)
    longer = opening.longer.get(reading.line.low[second]) if second < len(reading.line) else None
    trigger = _fitting_phrase(reading, keys, i, second, longer) if longer is not None else None
    return trigger or _fitting_word(reading, keys, i, opening)


def _second_word(reading: Reading, i: int) -> int:
    """Where what is said goes on behind a word: a quotation may begin or end between (is “committed to”)."""
    line = reading.line
    quoted = i + 1 < len(line) and line.words[i + 1] in QUOTES and line.tag[i + 1] != "'"
    return i + 2 if quoted else i + 1


def _fitting_phrase(
    reading: Reading, keys: _Keys, i: int, second: int, candidates: tuple[Pattern, ...]
) -> Trigger | None:
    """The first of several patterns of more than one word, which begin with the same two, that stands here."""
    line, low = reading.line, reading.line.low
    for pattern in candidates:
        last = second + len(pattern.rest) - 1
        if tuple(low[second : last + 1]) != pattern.rest:
            continue
        if pattern.action.noun:
            if line.tag[last] not in "NP" or not _noun_fits(reading, i, last):
                continue
        elif line.tag[i] not in "vmb" or (line.tag[i] == "v" and pattern.form not in line.form[i]):
            continue
        if low[last] == "on" and line.tag[last + 1 : last + 2] == ["k"]:
            continue
        if _context_fits(_Around(reading, keys, i, last), pattern.action):
            head = last if pattern.action.noun or (line.tag[i] == "b" and line.tag[last] == "v") else i
            return Trigger(i, last, head, pattern.form, pattern.action)
    return None


def _fitting_word(reading: Reading, keys: _Keys, i: int, opening: Opening) -> Trigger | None:
    """The first pattern of one word that stands here: a verb in the pattern's form, a modal or a noun."""
    tag, forms = reading.line.tag[i], reading.line.form[i]
    if tag == "v":
        candidates = [pattern for pattern in opening.verbs if pattern.form in forms]
    elif tag == "m":
        candidates = list(opening.verbs)
    else:
        candidates = list(opening.nouns) if tag in "NP" and _noun_fits(reading, i, i) else []
    if candidates:
        around = _Around(reading, keys, i, i)
        for pattern in candidates:
            if _context_fits(around, pattern.action):
                return Trigger(i, i, i, pattern.form, pattern.action)
    return None


def _noun_fits(reading: Reading, first: int, last: int) -> bool:
    """The noun heads its chunk: "attack helicopter" and "ceasefire deal" name no attack and no ceasefire."""
    line = reading.line
    if line.low[last] in _MONTHS and ("#" in line.tag[max(0, last - 1) : last + 2]):
        return False
    if last + 1 < len(line) and line.tag[last + 1] == "N" and line.tag[last] == "N":
        return line.start[last + 1] > line.end[last] + 1 or reading.clauses.at[last] != reading.clauses.at[last + 1]
    return not _named_thing(reading, first, last) and not _named_day(reading, first, last)


def _named_thing(reading: Reading, first: int, last: int) -> bool:
    """Capitalised inside a longer name ("Strike Force", "Operation Attack")."""
    line = reading.line
    if line.tag[last] != "P" or first == 0:
        return False
    return last + 1 < len(line) and line.tag[last + 1] == "P" and line.words[last][0].isupper()


def _named_day(reading: Reading, first: int, last: int) -> bool:
    """ "Martyrs' Day", "Liberation Day", "the Day of Rage": an observance, not what it is named after."""
    words = reading.line.words
    if not words[last][0].isupper():
        return False
    behind = [word for word in words[last + 1 : last + 3] if word not in _POSSESSIVES][:1]
    before = [word for word in words[max(0, first - 3) : first] if word not in ("the", "National")]
    return (behind[:1] in (["Day"], ["Week"])) or before[-2:] == ["Day", "of"]


_POSSESSIVES = frozenset(("'", "’", "'s", "’s"))


def _context_fits(around: _Around, action: Action) -> bool:
    """Whether all conditions of an action hold; first those that fail most."""
    unless, before, needs = action.unless, action.before, action.needs
    if before is not None and not around.left(before):
        return False
    if needs is not None and not around.right(needs) and not _found_elsewhere(around, action, needs):
        return False
    return unless is None or not around.near(unless)


def _found_elsewhere(around: _Around, action: Action, needs: WordSet) -> bool:
    """What an action needs, as any name behind it, or before a noun, a passive and a verb whose object stands there."""
    reading, last = around.reading, around.last
    if needs.names and any(
        word[0].isupper() and reading.line.tag[last + 1 + n] != "k"
        for n, word in enumerate(reading.line.words[last + 1 : last + 6])
    ):
        return True
    return (action.noun or around.object_before) and around.before(needs)


def _object_before(reading: Reading, verb: int, last: int) -> bool:
    """ "the jet that Norland downed", "whom troops took": the object stands before the pronoun and the subject."""
    tag, start = reading.line.tag, reading.group(verb)
    opener = next((i for i in range(start - 1, max(-1, start - _SUBJECT), -1) if tag[i] not in "NPAdxc#'"), -1)
    # "that troops took two days ago", "the night before": what stands behind the verb is its time, no object.
    timed = not reading.line.grammar.classes["span"].isdisjoint(reading.line.low[last + 1 : last + 4])
    if not timed and tag[last + 1 : last + 2] and tag[last + 1] in "dNPAxo#":
        return False
    relative = opener > 0 and tag[opener] in "rs" and reading.line.low[opener] in _RELATIVES
    return relative and opener + 1 < start and tag[opener - 1] in "NP,"


def _another_verb(reading: Reading, last: int, i: int) -> bool:
    """ "suspended an accord and resumed broadcasts": behind its object, "and" opens what another verb says."""
    tag = reading.line.tag
    if tag[i] != "c" or tag[i + 1 : i + 2] != ["v"] or reading.line.form[i + 1] == {"ing"}:
        return False
    return any(t in "NP" for t in tag[last + 1 : i])


def _clause_end(reading: Reading, last: int) -> int:
    """The last token that still says something of an act, or the stop or conjunction that ends its clause."""
    end = min(len(reading.line) - 1, last + _RIGHT)
    for i in range(last + 1, end + 1):
        if reading.line.tag[i] == ";" and reading.line.words[i] not in "()[]":
            return i
        if reading.line.tag[i] == "s" and reading.line.low[i] in _OTHER_CLAUSE:
            return i
        if i > last + 1 and reading.line.low[i] in _ALL_THE_SAME:
            return i
        if _another_verb(reading, last, i):
            return i
    return end
