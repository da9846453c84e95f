"""Designations built around an actor's name: organs, offices, persons, and what the words around it decide."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from timeline.coding._actor_context import has_family_name_after, is_actor, is_place
from timeline.coding._actor_scan import Scan
from timeline.lexicon.actors import ActorLexicon, Lexeme, Name

_JOINED = frozenset({" ", "'s ", "' ", " - "})
_WITHIN = frozenset({" ", " and ", "-", " & ", "'s "})
_OF = frozenset({" of ", " of the "})
_FOR = frozenset({" for ", " for the "})
_EXPLAINS = frozenset({", ", ", the ", ", a ", ", an "})
_IN = frozenset({" in ", " in the "})
_STATE_KINDS = frozenset({"state", "adjective", "people", "capital", "metonym"})
_GROUP_KINDS = frozenset({"armed_group", "party", "organisation", "media"})
_OFFICES = frozenset({"title", "voice", "civil"})
# A person's name after an office: one to four capitalised words, with the particles of name-giving in between.
_PARTICLE = r"(?:al|el|bin|ibn|ben|van|de|der|den|von|da|dos|del|di|la|le|abu|ould|ag|ud|ul)"
_ARTICLE = r"(?:al-|el-|ez-|ash-|as-|ar-|an-|at-)?"
_PERSON_NAME = re.compile(
    rf"(?:[A-Z]\.? ){{0,2}}[A-Z][\w'’.-]*(?: (?:{_PARTICLE}[ -]){{0,2}}{_ARTICLE}[A-Z][\w'’-]*){{0,3}}"
)
_NAME_BEFORE = re.compile(
    rf"((?:[A-Z][\w'’-]+ )(?:{_PARTICLE} )?{_ARTICLE}[A-Z][\w'’-]*(?: {_ARTICLE}[A-Z][\w'’-]*){{0,2}}), "
    r"(?:(?:the|a|an|who is|one of) )?$"
)
_NAME_AFTER = re.compile(r", (?:(?:Gen|Lt|Maj|Col|Mr|Dr|Brig)\.? )*")
_LONGEST_NAME = 80
_WINDOW = 300
# A headline in title case: at least this many words of more than four letters, and this share of them capitalised.
_SHORT_WORD, _MIN_HEADLINE, _HEADLINE_SHARE = 4, 5, 0.9


class Phrase(NamedTuple):
    """A designation: its span, whom it stands for (an actor, or a person of the lexicon) and as what."""

    start: int
    end: int
    actor_id: str
    kind: str
    person: str = ""
    role: str = ""
    head: str = ""
    as_place: bool = False


class _Tail(NamedTuple):
    """What follows a name: up to which token it belongs to the designation, and what it makes of it."""

    following: int
    end: int
    kind: str = ""
    head: str = ""
    titled: bool = False


def read_phrases(found: Scan, lexicon: ActorLexicon) -> tuple[Phrase, ...]:
    """The designations of a scanned text, in order and without overlap."""
    tokens = found.tokens
    phrases: list[Phrase] = []
    index, reached = 0, 0
    while index < len(tokens):
        token = tokens[index]
        if not token.named or not is_actor(found, index, lexicon):
            index += 1
            continue
        phrase, index = _read_one(found, index, reached, lexicon)
        if phrases and _is_apposition(found, phrases[-1], phrase):
            # The office that the text gives beats those of the lexicon.
            phrase = phrases.pop()._replace(end=phrase.end, role=phrase.role, actor_id=phrase.actor_id)
        elif phrases and _is_home(found, phrases[-1], phrase, lexicon):
            phrase = phrase._replace(start=phrases.pop().start)
        phrases.append(phrase)
        reached = phrase.end
    return tuple(phrases)


def _is_apposition(found: Scan, person: Phrase, office: Phrase) -> bool:
    """Whether an office directly explains the person before it ("X, the president of Y")."""
    gap = found.folded[person.end : office.start]
    return person.kind == "person" and bool(office.role) and not office.person and gap in _EXPLAINS


def _is_home(found: Scan, state: Phrase, group: Phrase, lexicon: ActorLexicon) -> bool:
    """Whether a state only says where the group after it is at home ("Yemen's Houthis")."""
    if state.kind not in ("state", "adjective", "people") or group.kind not in _GROUP_KINDS:
        return False
    at_home = lexicon.actors[group.actor_id].country == state.actor_id != group.actor_id
    return at_home and found.folded[state.end : group.start] in _JOINED


def _read_one(found: Scan, index: int, reached: int, lexicon: ActorLexicon) -> tuple[Phrase, int]:
    token = found.tokens[index]
    name = token.lexeme.name
    assert name is not None  # noqa: S101 - the caller checked `named`
    tail = _tail(found, index)
    phrase = Phrase(
        start=token.start,
        end=tail.end,
        actor_id=name.actor_id,
        kind=tail.kind or name.kind,
        person=name.person,
        role=_role_words(found.folded[token.end : tail.end]) if tail.titled else "",
        head=tail.head,
    )
    following = tail.following
    if name.person:
        return _extend_left(found, index, phrase, reached, lexicon), following
    if tail.titled:
        phrase, following = _add_person(found, following, phrase, lexicon)
    elif tail.end == token.end and name.kind in _STATE_KINDS:
        phrase, following = _add_own_person(found, index, phrase, lexicon)
    phrase = _extend_left(found, index, phrase, reached, lexicon)
    place = phrase.start == token.start and phrase.end == token.end and is_place(found, token, lexicon)
    return (phrase._replace(as_place=True) if place else phrase), following


def _role_words(words: str) -> str:
    return words.removeprefix("'s").strip(" '")


def _tail(found: Scan, index: int) -> _Tail:
    """Absorb organs, offices and modifiers that follow a name; modifiers only where something follows them."""
    tokens, folded = found.tokens, found.folded
    name = tokens[index].lexeme.name
    best = _Tail(index + 1, tokens[index].end)
    end, gaps = tokens[index].end, _JOINED
    for position in range(index + 1, len(tokens)):
        token = tokens[position]
        gap = folded[end : token.start]
        lexeme = token.lexeme
        if gap not in gaps or lexeme.blocked or (token.named and not lexeme.organ):
            break
        if not (lexeme.organ or lexeme.title) or _is_told_deed(found, position):
            break
        bare = position == index + 1 and gap == " " and name is not None and _is_bare_noun(name)
        if bare and not lexeme.after_noun:
            break
        end, gaps = token.end, _WITHIN
        if lexeme.organ:
            kind = _organ_kind(name.kind if name else "", lexeme.organ)
            best = _Tail(position + 1, end, kind, lexeme.phrase)
        elif lexeme.title in _OFFICES:
            best = _Tail(position + 1, end, "people" if lexeme.title == "civil" else "government", lexeme.phrase, True)
        elif lexeme.title == "rank" and (best.titled or position == index + 1):
            best = best._replace(following=position + 1, end=end, kind=best.kind or "government", titled=True)
    return _group_kind(best, name.kind if name else "")


def _is_bare_noun(name: Name) -> bool:
    return name.kind in ("state", "capital", "person") and not name.attributive


def _organ_kind(base: str, organ: str) -> str:
    if base in _STATE_KINDS or base == "person":
        return "people" if organ == "group" else organ
    return ""


def _group_kind(tail: _Tail, base: str) -> _Tail:
    keeps = not tail.kind or base in _STATE_KINDS or base == "person"
    return tail if keeps else tail._replace(kind="")


def _add_own_person(found: Scan, index: int, phrase: Phrase, lexicon: ActorLexicon) -> tuple[Phrase, int]:
    """Add a person of the lexicon named directly after their state ("Iran's X", "Saudi King X")."""
    following = index + 1
    token = found.tokens[following] if following < len(found.tokens) else None
    name = token.lexeme.name if token is not None and token.named else None
    if token is None or name is None or not name.person or found.folded[phrase.end : token.start] not in _JOINED:
        return phrase, following
    if all(role.actor_id != phrase.actor_id for role in lexicon.persons[name.person].roles):
        return phrase, following
    return phrase._replace(end=token.end, person=name.person, kind="person"), following + 1


def _add_person(found: Scan, index: int, phrase: Phrase, lexicon: ActorLexicon) -> tuple[Phrase, int]:
    """Add the name that follows an office: one of the lexicon, else capitalised words."""
    tokens = found.tokens
    start = phrase.end
    comma = _NAME_AFTER.match(found.text, start)
    gap_end = start + 1 if found.text[start : start + 1] == " " else (comma.end() if comma else -1)
    if gap_end < 0:
        return phrase, index
    following = index
    while following < len(tokens) and tokens[following].start < gap_end:
        following += 1
    while following < len(tokens) and tokens[following].start == gap_end and tokens[following].lexeme.title == "rank":
        gap_end, following = tokens[following].end + 1, following + 1
    name = tokens[following].lexeme.name if following < len(tokens) and tokens[following].start == gap_end else None
    if (
        name is not None
        and tokens[following].named
        and not (name.short and has_family_name_after(found, following, lexicon))
    ):
        if not name.person:
            return phrase, index
        return phrase._replace(end=tokens[following].end, person=name.person, kind="person"), following + 1
    if found.case != "mixed" or _is_headline(found.text[max(0, start - _WINDOW) : start + _WINDOW]):
        return phrase, index
    return _add_unknown(found, index, phrase, gap_end, closed=comma is not None)


def _is_headline(text: str) -> bool:
    """Whether nearly every longer word has a capital, so that capitals do not tell a name."""
    longer = [word for word in text.split() if len(word) > _SHORT_WORD]
    return len(longer) >= _MIN_HEADLINE and sum(word[0].isupper() for word in longer) >= len(longer) * _HEADLINE_SHARE


def _add_unknown(found: Scan, index: int, phrase: Phrase, start: int, *, closed: bool) -> tuple[Phrase, int]:
    match = _PERSON_NAME.match(found.text, start, start + _LONGEST_NAME)
    if match is None:
        return phrase, index
    end = match.end()
    for token in islice(found.tokens, index, None):
        if token.start >= end:
            break
        name = token.lexeme.name
        if token.named and start < token.start < end and name is not None and not name.person:
            end = token.start
            break
    person = re.sub(r"['’]s$", "", found.text[start:end].rstrip(" ,.'’"))
    end = start + len(person)
    if not person or (closed and (" " not in person or found.text[end : end + 1] not in {",", ".", ""})):
        return phrase, index
    while index < len(found.tokens) and found.tokens[index].start < end:
        index += 1
    return phrase._replace(end=end, person=person, kind="person"), index


def _extend_left(found: Scan, index: int, phrase: Phrase, reached: int, lexicon: ActorLexicon) -> Phrase:
    """Add the office before a name ("President X", "spokesman for X") and the person before an apposition."""
    start, role = _office_before(found, index, phrase, reached)
    if role:
        kind = phrase.kind if phrase.person or phrase.kind in ("military", "armed_group") else "government"
        phrase = phrase._replace(start=start, role=phrase.role or role, kind=kind)
    if phrase.person or not phrase.role or found.case != "mixed":
        return phrase
    before = found.text[max(reached, phrase.start - _LONGEST_NAME) : phrase.start]
    match = _NAME_BEFORE.search(before)
    if match is None or match[1].split()[0].lower() in lexicon.openers:
        return phrase
    offset = phrase.start - len(before) + match.start(1)
    return phrase._replace(start=offset, person=match[1], kind="person")


def _office_before(found: Scan, index: int, phrase: Phrase, reached: int) -> tuple[int, str]:
    """Where the run of office words before a name begins, and the office; (start, "") where there is none."""
    tokens, folded = found.tokens, found.folded
    start, role, linked = phrase.start, "", bool(phrase.person)
    for position in range(index - 1, -1, -1):
        token = tokens[position]
        lexeme = token.lexeme
        if token.start < reached or (token.named and not lexeme.organ):
            break
        gap = folded[token.end : start]
        if not (_joins(gap, phrase) if linked else _links(gap, lexeme, phrase, found)):
            break
        if not (lexeme.title or (lexeme.organ and not phrase.person)) or _is_told_deed(found, position):
            break
        start, linked = token.start, True
        role = f"{lexeme.phrase} {role}".strip()
    return start, role


def _is_told_deed(found: Scan, position: int) -> bool:
    """ "The army ousted President X", "Norland jailed President X": behind who did it, the word is their verb."""
    token = found.tokens[position]
    before = found.tokens[position - 1] if position else None
    if token.lexeme.title != "modifier" or not token.lexeme.phrase.endswith("ed") or before is None:
        return False
    name = before.lexeme.name
    doer = bool(before.lexeme.organ) or (before.named and name is not None and name.kind in ("state", "capital"))
    return doer and found.folded[before.end : token.start] == " "


def _joins(gap: str, phrase: Phrase) -> bool:
    return gap in ({" ", "-"} if phrase.person else _WITHIN)


def _links(gap: str, lexeme: Lexeme, phrase: Phrase, found: Scan) -> bool:
    """Whether "president of", "spokesman for" or "police in" ties the word before to the name after."""
    if phrase.kind == "adjective" or found.folded[phrase.end : phrase.end + 2] == "'s":
        return False
    if gap in _OF:
        return lexeme.title in _OFFICES or lexeme.organ in ("government", "military", "people")
    if gap in _FOR:
        return lexeme.title == "voice" or (lexeme.title == "title" and phrase.kind == "organisation")
    return gap in _IN and lexeme.local
