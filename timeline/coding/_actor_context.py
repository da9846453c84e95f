"""What the words around a name decide: actor or not, government or place."""

from __future__ import annotations

import re

from timeline.coding._actor_scan import Scan, Token
from timeline.coding._line import QUOTES
from timeline.lexicon.actors import ActorLexicon, Caution

_WORD = re.compile(r"[\w'.]+")
# What may stand between a stop and the first word of a sentence.
_BEFORE_A_SENTENCE = " (" + "".join(sorted(QUOTES))
_WORD_AFTER = re.compile(r" ?([A-Za-z][\w']*)")
_NOUN_AFTER = re.compile(r" [A-Za-z]{3,}")
_LAST_WORD = re.compile(r"([A-Za-z][\w'.]*)(['’]s)? $")
_LINK_AFTER = re.compile(r"-([a-z]+)")
_WORD_BESIDE = re.compile(r" ([a-z]+) ")
_LINK_BEFORE = re.compile(r"([a-z]+)-$")
_US_STATE_AFTER = re.compile(r", ((?:[A-Z][a-z]+|[A-Z]{2})(?: [A-Z][a-z]+)?)\b")
_LIST_GOES_ON = re.compile(r",? (?:and|or) |, [A-Z]")
_DATELINE_AFTER = re.compile(r"(?:, [A-Z][\w. ]{2,30})?(?: ?\([A-Z][\w ./-]{1,30}\))? ?(?:--?|–|—|:) ?")
_COMPASS = (
    r"(?:north|south|east|west|northern|southern|eastern|western|"
    r"north-?east|north-?west|south-?east|south-?west|northeastern|northwestern|southeastern|southwestern)"
)
_JOURNEY = (
    r"(?:visits?|visited|visiting|trips?|travel|travels|travell?ed|travell?ing|flew|flights?|fly|flying|return|returned|"
    r"returning|arrived?|went|going|go|heads|headed|heading|drive|drove|moved?|fled|sent|toured?)"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|inside|near|at|outside|around|across|throughout|within|over|into|onto|off|through|via|"
    rf"{_COMPASS}(?: of)?|central|downtown|greater|capital|city|neighbou?ring|occupied|war-torn|"
    r"(?:capital|city|town|suburb|outskirts|streets|parts|areas|cent(?:re|er)|region|province) of|"
    r"arrived in|based in|left for|leave for|leaving for|departed for|bound for|"
    rf"{_JOURNEY} (?:\w+ )?to|visited|visiting|toured|left|leaving|reached|entered|entering|invaded) (?:the )?"
    rf"(?:(?:capital|city|town|central|{_COMPASS}|neighbou?ring|occupied|besieged|war-torn) ){{0,4}}(?:of )?$"
)
_LIST_BEFORE = re.compile(
    r"\b(?:in|at|near|across|inside) (?:the )?[A-Z][\w'-]+"
    r"(?:(?:, (?:and )?| and | or )(?:the )?[A-Z][\w'-]+){0,4}(?:,? and |, | or )(?:the )?$"
)
# "in April Norland": a month behind these is no given name.
_DATED = re.compile(r"\b(?:in|on|since|by|until|till|from|late|early|mid|last|this|next|of) $")
_LOOKBACK = 60
# Characters around an ambiguous name in which clue words are looked for: about two sentences either side.
_CLUE_WINDOW = 400


def is_actor(found: Scan, index: int, lexicon: ActorLexicon) -> bool:
    """Whether a name really means its actor here, by hyphens, US places, personal names and clue words."""
    token = found.tokens[index]
    if _is_linked(found, token, lexicon) or _is_us_town(found, token, lexicon) or _describes(found, index, lexicon):
        return False
    if _is_elsewhere(found, index):
        return False
    name = token.lexeme.name
    if name is None:
        return False
    if name.short and (_given_name_before(found, index, lexicon) or has_family_name_after(found, index, lexicon)):
        return False
    return name.caution is None or _passes(found, index, name.caution, lexicon)


def _is_linked(found: Scan, token: Token, lexicon: ActorLexicon) -> bool:
    folded = found.folded
    if folded[token.end : token.end + 1] == "-":
        after = _LINK_AFTER.match(folded, token.end)
        if after is not None and not lexicon.links.get(("after", after[1]), True):
            return True
    if token.start and folded[token.start - 1] == "-":
        before = _LINK_BEFORE.search(folded[max(0, token.start - 12) : token.start])
        return before is not None and not lexicon.links.get(("before", before[1]), True)
    return False


def _describes(found: Scan, index: int, lexicon: ActorLexicon) -> bool:
    """ "EU member Norland", "Norish ally Sudria": the first name only says who the second is."""
    end = found.tokens[index].end
    link = _WORD_BESIDE.match(found.folded, end)
    if link is None or lexicon.links.get(("beside", link[1]), True) or index + 1 == len(found.tokens):
        return False
    following = found.tokens[index + 1]
    return following.named and following.start == link.end()


def _is_us_town(found: Scan, token: Token, lexicon: ActorLexicon) -> bool:
    """Whether a state of the USA follows: `Lebanon, Ohio` and `Athens, GA` are towns there."""
    name = token.lexeme.name
    after = _US_STATE_AFTER.match(found.text, token.end) if found.case == "mixed" else None
    if after is None or name is None or name.actor_id == "USA":
        return False
    words = {after[1], after[1].split(" ")[0]} - {"Georgia"}
    return not words.isdisjoint(lexicon.us_states)


def _is_elsewhere(found: Scan, index: int) -> bool:
    """Whether another state follows a capital: `Tripoli, Lebanon` is no word for Libya; a list of states is a list."""
    token, following = found.tokens[index], found.tokens[index + 1 : index + 2]
    name, state = token.lexeme.name, following[0].lexeme.name if following else None
    if name is None or state is None or name.kind != "capital" or state.kind != "state":
        return False
    joined = found.text[token.end : following[0].start] == ", " and state.actor_id != name.actor_id
    return joined and _LIST_GOES_ON.match(found.text, following[0].end) is None


def _capitalised(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _given_name_before(found: Scan, index: int, lexicon: ActorLexicon) -> bool:
    """Whether a lone surname follows another capitalised word, so that someone else is meant ("Jeb Bush").

    A word that usually opens sentences tells nothing when it opens this one.
    """
    token = found.tokens[index]
    if found.case != "mixed":
        return False
    before = _LAST_WORD.search(found.text[max(0, token.start - 30) : token.start])
    if before is None or before[2] or not _capitalised(before[1]) or before[1].endswith("."):
        return False
    previous = found.tokens[index - 1] if index else None
    if previous is not None and previous.end == token.start - 1:
        return False
    at = token.start - 1 - len(before[1])
    if before[1].lower() in lexicon.calendar and (before[1].endswith("day") or _DATED.search(found.folded[:at][-12:])):
        return False
    if _opens_sentence(found.text, at):
        return before[1].lower() not in lexicon.openers
    return True


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(_BEFORE_A_SENTENCE)
    return not before or before[-1] in ".!?:;\n—–-"


def _passes(found: Scan, index: int, caution: Caution, lexicon: ActorLexicon) -> bool:
    if caution.rule == "forename":
        return not _is_personal_name(found, index, lexicon)
    if caution.rule == "shared":
        return _only_own_state(found, index) and not _named_more_fully(found, index)
    start = found.tokens[index].start
    words = set(_WORD.findall(found.folded[max(0, start - _CLUE_WINDOW) : start + _CLUE_WINDOW]))
    if words & caution.for_it:
        return True
    return bool(caution.against) and not words & caution.against


def has_family_name_after(found: Scan, index: int, lexicon: ActorLexicon) -> bool:
    """Whether an unknown capitalised word follows, so that the name is only part of someone else's."""
    token = found.tokens[index]
    after = _WORD_AFTER.match(found.text, token.end)
    if found.case != "mixed" or after is None or found.text[token.end] != " " or not _capitalised(after[1]):
        return False
    known = index + 1 < len(found.tokens) and found.tokens[index + 1].start == token.end + 1
    return not known and after[1].lower() not in lexicon.calendar


def _is_personal_name(found: Scan, index: int, lexicon: ActorLexicon) -> bool:
    """Whether capitalised neighbours that are no lexicon words make this a person's name ("Jordan Smith")."""
    return has_family_name_after(found, index, lexicon) or _given_name_before(found, index, lexicon)


def _only_own_state(found: Scan, index: int) -> bool:
    name = found.tokens[index].lexeme.name
    own = name.actor_id if name else ""
    states = {
        token.lexeme.name.actor_id
        for token in found.tokens
        if token.named and token.lexeme.name is not None and token.lexeme.name.kind in ("state", "adjective", "people")
    }
    return not states or own in states or len(own) != 3


def _named_more_fully(found: Scan, index: int) -> bool:
    """Whether an unknown capitalised word before makes it some other body ("Pan Africanist Congress")."""
    start = found.tokens[index].start
    before = _LAST_WORD.search(found.text[max(0, start - 30) : start])
    if found.case != "mixed" or before is None or not _capitalised(before[1]):
        return False
    known = index > 0 and found.tokens[index - 1].end >= start - 3
    return not known and not _opens_sentence(found.text, start - len(before[0]))


def is_place(found: Scan, token: Token, lexicon: ActorLexicon) -> bool:
    """Whether a state or capital is where something is, not who acts ("in Tehran" against "Tehran said")."""
    name = token.lexeme.name
    if name is None or name.kind not in ("state", "capital"):
        return False
    after = _WORD_AFTER.match(found.folded, token.end) if name.kind == "capital" else None
    if after is not None and found.folded[token.end] == " " and after[1] in lexicon.sites:
        return True
    if name.attributive and _NOUN_AFTER.match(found.text, token.end):
        return False
    if _is_dateline(found, token):
        return True
    before = found.folded[max(0, token.start - _LOOKBACK) : token.start]
    cue = _PLACE_BEFORE.search(before)
    if cue is not None:
        return name.kind == "capital" or not cue[0].startswith("at ")
    return _LIST_BEFORE.search(found.text[max(0, token.start - _LOOKBACK) : token.start]) is not None


def _is_dateline(found: Scan, token: Token) -> bool:
    text = found.text[token.start : token.end]
    return token.start == 0 and text.isupper() and _DATELINE_AFTER.match(found.text, token.end) is not None
