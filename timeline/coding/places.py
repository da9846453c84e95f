"""Where something happened: places of the gazetteer in a position that says where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.lexicon.actors import fold
from timeline.lexicon.places import KnownPlace, PlaceLexicon
from timeline.model import Place

__all__ = ["PlaceFinder", "PlaceMatch"]

_DIRECTION = (
    r"(?:central|downtown|greater|northern|southern|eastern|western|north|south|east|west|north-?eastern|north-?western|"
    r"south-?eastern|south-?western|north-?east|north-?west|south-?east|south-?west|occupied|besieged|war-torn|"
    r"neighbou?ring|nearby|disputed|historic|coastal|border|strategic)"
)
_KIND = (
    r"(?:capital|city|town|village|port|province|region|district|governorate|state|area|enclave|island|suburb|"
    r"neighbou?rhood|outskirts|capital city|port city|border town|border city|refugee camp|county|municipality|"
    r"territory|peninsula)"
)
_PARTS = r"(?:[Rr]esidents|parts|areas|streets|outskirts|suburbs|[Ss]iege|[Cc]apture|[Ff]all|north|south|east|west)"
_NAME_WORD = r"(?:[A-Z][\w'’.-]*|(?:al|el|ez|ad|ed|as|es)-[A-Z][\w'’-]*)"
_NAME = rf"{_NAME_WORD}(?: (?:(?:de|del|la|of|el|al|the|and) )?{_NAME_WORD}){{0,4}}"
_CUE = re.compile(
    r"\b(?P<cue>[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Oo]utside|[Oo]ver|[Aa]cross|[Aa]round|[Ii]nside|[Aa]long|[Oo]ff|"
    rf"[Tt]hroughout|[Aa]bove|[Ww]ithin|[Ii]nto|{_PARTS} of|{_KIND} of|capital,?)"
    rf" (?:the |its |their )?(?:{_DIRECTION} ){{0,3}}"
    rf"(?:(?:[A-Z][a-z]+(?:'s|’s)? )?(?:{_DIRECTION} )?{_KIND},? (?:of )?)?(?:the )?(?=[A-Z]|(?:al|el|ez|ad)-)"
)
_NAME_AT = re.compile(_NAME)
_MORE = re.compile(r"(?P<gap>, and |, | and | or )(?:in |the |near )?(?=[A-Z])")
_OWNER = re.compile(rf"(?:'s|’s|'|’) (?:(?:{_DIRECTION}|{_KIND}|largest|second|main|of|and) ){{0,4}}(?=[A-Z])")
_PLACE_NOUN = re.compile(
    r"(?:'s|’s) (?:[\w-]+ ){0,2}(?:region|province|capital|south|north|east|west|city|airport|outskirts|suburbs?|port|"
    r"border|countryside|airspace|territory|coast|district|streets|centre|center|waters|governorate|mountains|desert)\b"
)
_AREA = (
    r"(?:province|region|governorate|district|oblast|county|airport|air ?base|refugee camp|border crossing|crossing|"
    r"city|International Airport|Airport|prefecture|township|airspace)\b"
)
_AREA_AFTER = re.compile(rf"\b(?P<name>[A-Z][\w'’-]{{0,40}}(?: [A-Z][\w'’-]{{0,40}}){{0,2}}) {_AREA}")
_SOME_AREA = re.compile(f" {_AREA}")
_DATELINE = re.compile(
    r"\s*(?P<name>[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,2})(?:, [A-Z][\w.]+(?: [A-Z0-9][\w.]{0,20})?){0,2}"
    r"(?: \([A-Z][\w/ -]{1,20}\))? ?(?:--|-|–|—) "
)
# "Tripoli, Lebanon", "Kaya village in Nigeria".
_KIND = r"(?:village|town|city|district|province|state|region|camp)"
_STATED_AFTER = re.compile(rf"(?P<way>,| (?:{_KIND} )?in) (?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+)?)")
_DIRECTION_BEFORE = re.compile(rf"({_DIRECTION}) $")
_NOUN_AFTER = re.compile(r"\.? [A-Za-z]{3,}")
_MAX_LIST = 8
_LONGEST_ACRONYM = 6
_WORD, _GENITIVE = re.compile(r"[\w'.-]+"), re.compile(r"['’]s\b")
_ENDING = re.compile(r"(?:['’]s?|[.,])$")
_SAME_COUNTRY = 1e13
# "on X" is a place for reviewed places and very large cities only: else X is as often a person or a topic.
_MIN_WEIGHT_AFTER_ON = 500_000
# A smaller city is believed only where its country is named as well: most share their name with people.
_MIN_WEIGHT_ALONE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMatch:
    """A place named in the text (`text == source[start:end]`) and the word that makes it a place."""

    start: int
    end: int
    text: str
    place: Place
    cue: str = ""


@dataclass(frozen=True, slots=True)
class _Hit:
    """Candidates for one name in the text, before the country is decided."""

    start: int
    end: int
    known: tuple[KnownPlace, ...]
    cue: str


class PlaceFinder:
    """Finds places by the gazetteer; a name that is shared goes to a country the text names, else to the largest."""

    def __init__(self, lexicon: PlaceLexicon) -> None:
        self._lexicon = lexicon

    def find(self, text: str, *, countries: Iterable[str] = ()) -> tuple[PlaceMatch, ...]:
        """The places of a text in order; `countries` are ISO codes that the rest of the article names."""
        hits = self._hits(text)
        if not hits:
            return ()
        near = self._countries_in(text)
        far = frozenset(countries) - near
        found = (_match(text, self._in_stated_country(text, hit), near, far) for hit in hits)
        return tuple(match for match in found if match is not None)

    def read(
        self,
        text: str,
        start: int,
        end: int,
        *,
        certain: bool = True,
        disputed: bool = False,
        countries: Iterable[str] = (),
    ) -> PlaceMatch | None:
        """The place that exactly these words name, whatever stands before them; `disputed` lets it have two masters.

        A place that is not `certain` to be a whole name must be one of our own table or a large city; `countries` are
        ISO codes that the rest of the article names.
        """
        name = _without_ending(text[start:end])
        known = tuple(one for one in self._known(name) if one.place.precision != "country")
        if not known or (fold(name) in self._lexicon.contested and not disputed):
            return None
        if not certain and known[0].weight < _MIN_WEIGHT_AFTER_ON:
            return None
        hit = self._in_stated_country(text, _Hit(start, start + len(name), known, ""))
        near = self._countries_in(text)
        return _match(text, hit, near, frozenset(countries) - near) if hit.known else None

    def disputed(self, match: PlaceMatch) -> bool:
        """Whether those who act in a place need not be of the state that the gazetteer has it in."""
        return fold(match.text) in self._lexicon.contested

    def knows(self, name: str) -> bool:
        """Whether a name is one of the gazetteer."""
        return bool(self._known(name))

    def _in_stated_country(self, text: str, hit: _Hit) -> _Hit:
        """Keep only the candidates in the country or US state that follows a comma ("Tripoli, Lebanon")."""
        after = _STATED_AFTER.match(text, hit.end)
        if after is None:
            return hit
        stated = _without_ending(after["name"])
        names = {fold(stated), fold(stated.split(" ")[0])}
        code = next((self._lexicon.country_words[name] for name in names if name in self._lexicon.country_words), "")
        code = "USA" if names & self._lexicon.us_states and code in ("", "GEO") else code
        known = tuple(one for one in hit.known if one.place.country == code)
        # "Gaza, Israel said" goes on; "the village of Kaya in Norland" is no namesake elsewhere.
        if code == "USA" or known or (code and after["way"] != ","):
            return _Hit(hit.start, hit.end, known, hit.cue)
        return hit

    def _hits(self, text: str) -> list[_Hit]:
        found: dict[int, _Hit] = {}
        for cue in _CUE.finditer(text):
            self._read_list(text, cue.end(), cue["cue"].lower(), found)
        for area in _AREA_AFTER.finditer(text) if _SOME_AREA.search(text) else ():
            self._read_area(text, area, found)
        dateline = _DATELINE.match(text)
        if dateline is not None:
            known = self._known(dateline["name"].title())
            if known:
                found.setdefault(dateline.start("name"), _Hit(*dateline.span("name"), known, "dateline"))
        return _without_overlap(found)

    def _read_list(self, text: str, start: int, cue: str, found: dict[int, _Hit]) -> None:
        """Read the name at `start` and those listed after it ("in Aleppo, Homs and Hama")."""
        last: _Hit | None = None
        for _ in range(_MAX_LIST):
            hit = self._name_at(text, start, cue)
            if hit is None or (last is not None and not _continues(text, last, hit)):
                return
            if not _is_owner(text, hit):
                found.setdefault(hit.start, hit)
            owner, more = _OWNER.match(text, hit.end), _MORE.match(text, hit.end)
            following = owner or more
            if following is None:
                return
            start, last = following.end(), hit if owner is None else None

    def _read_area(self, text: str, area: re.Match[str], found: dict[int, _Hit]) -> None:
        words = area["name"].split(" ")
        for first in range(len(words)):
            start = area.start("name") + sum(len(word) + 1 for word in words[:first])
            known = self._known(area["name"][start - area.start("name") :])
            if known:
                found.setdefault(start, _Hit(start, area.end("name"), known, "area"))
                return

    def _name_at(self, text: str, start: int, cue: str) -> _Hit | None:
        match = _NAME_AT.match(text, start)
        if match is None:
            return None
        words = match[0].split(" ")
        for count in range(min(len(words), self._lexicon.longest), 0, -1):
            name = _without_ending(" ".join(words[:count]))
            known = self._known(name)
            if known and _stands_after(cue, known[0]):
                end = start + len(name)
                if _runs_on(text, end, count, len(words), self._lexicon.allowed_after) or _is_adjective(
                    text, name, end
                ):
                    return None
                return self._with_direction(text, _Hit(start, end, known, cue))
        return None

    def _with_direction(self, text: str, hit: _Hit) -> _Hit:
        """Prefer a region whose name begins with the direction before it ("southern Lebanon")."""
        direction = _DIRECTION_BEFORE.search(text[max(0, hit.start - 20) : hit.start])
        if direction is None:
            return hit
        start = hit.start - len(direction[0])
        known = self._known(text[start : hit.end])
        return _Hit(start, hit.end, known, hit.cue) if known else hit

    def _known(self, name: str) -> tuple[KnownPlace, ...]:
        folded = fold(name).removeprefix("the ")
        return () if folded in self._lexicon.stopwords else self._lexicon.places.get(folded, ())

    def _countries_in(self, text: str) -> frozenset[str]:
        words = _WORD.findall(_GENITIVE.sub("", text))
        folded, known = fold(" ".join(words)).split(" "), self._lexicon.country_words
        found = set()
        for first in (n for n, word in enumerate(words) if word[0].isupper()):
            for size in (1, 2, 3):
                code = known.get(" ".join(folded[first : first + size]))
                if code:
                    found.add(code)
        return frozenset(found)


def _without_ending(name: str) -> str:
    """The name without its genitive or full stop; an abbreviation ("U.S.") keeps its last point."""
    return name if name.count(".") > 1 and name.endswith(".") else _ENDING.sub("", name)


def _stands_after(cue: str, known: KnownPlace) -> bool:
    """Whether the preposition makes it a place: "at Russia" is an aim, "on X" often a person or a topic."""
    if cue not in ("on", "at"):
        return True
    return known.place.precision != "country" and (cue == "at" or known.weight >= _MIN_WEIGHT_AFTER_ON)


def _continues(text: str, last: _Hit, hit: _Hit) -> bool:
    """Whether a comma leads on in a list or to the country of the place before, not to another clause."""
    gap = text[last.end : hit.start].strip()
    if gap.startswith("and") or gap.startswith(("or", ", and")):
        return True
    countries = {known.place.country for known in last.known}
    return hit.known[0].place.country in countries or _MORE.match(text, hit.end) is not None


def _runs_on(text: str, end: int, count: int, words: int, allowed: frozenset[str]) -> bool:
    """Whether another capitalised word makes the name part of a longer one we do not know ("Nice Smith")."""
    if count == words or text[end : end + 1] != " ":
        return False
    following = re.match(r" ([A-Za-z][\w'’-]*)", text[end : end + 40])
    return following is not None and following[1][0].isupper() and fold(following[1]) not in allowed


def _is_adjective(text: str, name: str, end: int) -> bool:
    """Acronyms of states before a noun qualify it ("in US custody")."""
    letters = name.replace(".", "")
    return letters.isupper() and len(letters) <= _LONGEST_ACRONYM and _NOUN_AFTER.match(text, end) is not None


def _is_owner(text: str, hit: _Hit) -> bool:
    """A genitive is a place only before a noun of place or another name ("Syria's Idlib", not "Iran's view")."""
    return text[hit.end : hit.end + 2] in ("'s", "’s") and _PLACE_NOUN.match(text, hit.end) is None


def _without_overlap(found: dict[int, _Hit]) -> list[_Hit]:
    kept: list[_Hit] = []
    for hit in sorted(found.values(), key=lambda one: (one.start, -one.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _match(text: str, hit: _Hit, near: frozenset[str], far: frozenset[str]) -> PlaceMatch | None:
    if not hit.known:
        return None
    best = max(hit.known, key=lambda known: _score(known, near, far))
    if _score(best, near, far) < _MIN_WEIGHT_ALONE and hit.cue not in ("dateline", "area"):
        return None
    return PlaceMatch(start=hit.start, end=hit.end, text=text[hit.start : hit.end], place=best.place, cue=hit.cue)


def _score(known: KnownPlace, near: frozenset[str], far: frozenset[str]) -> float:
    country = known.place.country
    return known.weight + (2 * _SAME_COUNTRY if country in near else _SAME_COUNTRY if country in far else 0)
