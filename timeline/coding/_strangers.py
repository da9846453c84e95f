"""Names without an actor of the lexicon: who acts in a sentence, and what a case's lexicon would need to know him."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.coding.places import PlaceFinder
from timeline.lexicon.actors import fold
from timeline.model import Candidate, UnknownName

_SHORTEST = 3
_LONGEST = 60
_OWNER = re.compile(r"['’]s?$")
_TABLES = {
    "actors.csv": "id,name,kind,code,country,parent,aliases,since,until,wikidata",
    "persons.csv": "name,short,aliases,role,actor,since,until",
}
# What a person has to put in the place of this: the id or ISO code of whom the office holder stands for.
_FILL_IN = "ACTOR"


def strangers_of(reading: Reading, drafts: Iterable[Draft], places: PlaceFinder | None) -> tuple[tuple[int, int], ...]:
    """Spans of capitalised names that do an act and are no known actor, place, day or month."""
    line = reading.line
    if line.text.isupper():
        return ()
    found: dict[int, tuple[int, int]] = {}
    for draft in drafts:
        index = reading.clauses.at[draft.doer.first] if draft.doer.first >= 0 and not draft.doer.actors else -1
        if index < 0 or draft.doer.pronoun or draft.doer.located:
            continue
        chunk = reading.clauses.chunks[index]
        names = [i for i in range(chunk.first, chunk.last + 1) if line.tag[i] == "P" and line.words[i][:1].isupper()]
        last = next((i for i in names if i + 1 not in names), -1)
        # The first word of a sentence has its capital in any case; alone it is no name.
        if last < 0 or (names[0] == last == 0):
            continue
        start, end = line.start[names[0]], line.end[last]
        words = _OWNER.sub("", line.text[start:end])
        known = places is not None and places.knows(words)
        if _SHORTEST <= len(words) <= _LONGEST and not known:
            found[start] = (start, start + len(words))
    return tuple(found.values())


def gather_candidates(names: Iterable[UnknownName]) -> tuple[Candidate, ...]:
    """Each name once, the most frequent first; the order of the names does not matter."""
    by_name: dict[str, list[UnknownName]] = {}
    for name in sorted(names, key=lambda one: (one.article_id, one.start)):
        by_name.setdefault(fold(name.text), []).append(name)
    return tuple(sorted(map(_candidate, by_name.values()), key=lambda one: (-one.n, one.name)))


def _candidate(names: list[UnknownName]) -> Candidate:
    first = names[0]
    office = next((name.office for name in names if name.office), "")
    slug = re.sub(r"[^a-z0-9]+", "_", fold(first.text)).strip("_") or "name"
    if office:
        file, known = "persons.csv", {"role": office, "actor": _FILL_IN}
    else:
        file, known = "actors.csv", {"id": slug, "kind": "organisation"}
    cells = {"name": first.text, **known}
    return Candidate(
        name=first.text,
        office=office,
        n=len(names),
        n_articles=len({name.article_id for name in names}),
        article_id=first.article_id,
        start=first.start,
        end=first.end,
        sentence=first.sentence,
        file=file,
        header=_TABLES[file],
        line=_line(cells.get(column, "") for column in _TABLES[file].split(",")),
    )


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow([" ".join(cell.split()) for cell in cells])
    return written.getvalue()


def unknown_names(reading: Reading) -> Iterator[UnknownName]:
    """The names of a sentence that act and that the lexicon does not know, where they stand in the article."""
    sentence = reading.sentence
    for (start, end), office in sorted(reading.strangers.items()):
        yield UnknownName(
            article_id=sentence.article_id,
            start=sentence.start + start,
            end=sentence.start + end,
            text=sentence.text[start:end],
            office=office,
            sentence=sentence.text,
        )
