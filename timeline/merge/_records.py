"""Mention lines of any coder, clustered by the words for the act and the rare words around it.

Lines carry no actors or dates to rely on, so this is apart from the merging of our own mentions: documents are first
grouped into topics, then lines of one topic whose trigger means the same are joined where their contexts are alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from timeline.errors import RecordError
from timeline.lexicon.merge_weights import MergeWeights
from timeline.merge._linkage import average_linkage
from timeline.merge._senses import Senses, Vocabulary, read_senses
from timeline.merge._topics import Documents, Vector, cosine, even_vector
from timeline.merge._words import content_words

# Words of text on either side of a trigger that tell which act it is.
_REACH = 5
_STOPS = frozenset(".!?")
# A shorter word with a stop is an abbreviation ("no.", "a.m.").
_SHORTEST_END = 3
# Lines of one topic and word compared at once; beyond this the work would grow with the square.
_BLOCK = 400
_MEANT_BY_DOCUMENT = 0.5


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    doc: str
    head: str
    called: str
    context: Vector
    words: Mapping[str, str]
    family: str
    actors: frozenset[str]
    place: str


def cluster_records(records: Iterable[Mapping[str, Any]], weights: MergeWeights) -> list[dict[str, Any]]:
    """For each line, in input order, `id`, `cluster` (the id of the cluster's first line) and `because`.

    Raises:
        RecordError: naming the line that lacks a field or repeats an id.
    """
    given = list(records)
    _check(given)
    documents = Documents(_texts_of(given), weights)
    vocabulary = Vocabulary(weights.lexis)
    heads = {str(record["id"]): vocabulary.head(str(record["trigger"]), *_around(record)) for record in given}
    senses = read_senses(
        vocabulary, ((documents.topics[str(record["doc"])], heads[str(record["id"])][1]) for record in given)
    )
    blocks: dict[tuple[int, str], list[_Line]] = defaultdict(list)
    for record in given:
        called, head = heads[str(record["id"])]
        topic = documents.topics[str(record["doc"])]
        line = _line(record, called, senses.meaning(head, topic), documents)
        blocks[topic, line.head].append(line)
    found: dict[str, dict[str, Any]] = {}
    for block in blocks.values():
        lines = {line.id: line for line in sorted(block, key=lambda line: (line.doc, line.id))}
        for group in _groups(lines, documents, senses):
            found |= {name: _answer(name, group, lines) for name in group}
    return [found[str(record["id"])] for record in given]


def _check(records: Sequence[Mapping[str, Any]]) -> None:
    seen: set[str] = set()
    for number, record in enumerate(records, 1):
        for field in ("id", "doc", "text", "trigger"):
            if field not in record:
                raise RecordError(f"line {number}", f"has no {field!r}")
        if str(record["id"]) in seen:
            raise RecordError(f"line {number}", f"repeats the id {record['id']!r}")
        seen.add(str(record["id"]))


def _texts_of(records: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Each document's text: its lines' texts, each once and in a fixed order."""
    texts: dict[str, set[str]] = defaultdict(set)
    for record in records:
        texts[str(record["doc"])].add(str(record["text"]))
    return {doc: "\n".join(sorted(texts[doc])) for doc in sorted(texts)}


def _line(record: Mapping[str, Any], called: str, head: str, documents: Documents) -> _Line:
    weights = documents.weights
    before, after = _around(record)
    near = content_words(" ".join(before + after), weights.lexis)
    actors = record.get("actors") or ()
    return _Line(
        id=str(record["id"]),
        doc=str(record["doc"]),
        head=head,
        called=called,
        context=even_vector(near, documents.rarity),
        words=near,
        family=weights.families.get(str(record.get("type") or ""), ""),
        actors=frozenset([actors] if isinstance(actors, str) else map(str, actors)),
        place=str(record.get("place") or "").casefold(),
    )


def _around(record: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Words of the sentence before and after the trigger.

    The trigger is found by `tokens` (indices between spaces) or by its first occurrence.
    """
    text, trigger = str(record["text"]), str(record["trigger"])
    where = record.get("tokens")
    if isinstance(where, list) and where and all(isinstance(index, int) for index in where):
        words = text.split(" ")
        before, after = words[: where[0]], words[where[-1] + 1 :]
    else:
        left, _, right = text.partition(trigger) if trigger else (text, "", "")
        before, after = left.split(), right.split()
    before, after = before[-_REACH:], after[:_REACH]
    start = max((i + 1 for i, word in enumerate(before) if _ends_sentence(word)), default=0)
    end = next((i + 1 for i, word in enumerate(after) if _ends_sentence(word)), len(after))
    return before[start:], after[:end]


def _ends_sentence(word: str) -> bool:
    """A stop of its own or behind a whole word; not that of "U.S." or "Mr."."""
    return word[-1:] in _STOPS and (len(word) == 1 or (word[:-1].islower() and len(word) > _SHORTEST_END))


def _groups(lines: Mapping[str, _Line], documents: Documents, senses: Senses) -> list[list[str]]:
    groups: list[list[str]] = []
    names = list(lines)
    for start in range(0, len(names), _BLOCK):
        part = names[start : start + _BLOCK]
        similar = {
            (a, b): _similarity(lines[a], lines[b], documents, senses)
            for a, b in combinations(part, 2)
            if not _differ(lines[a], lines[b])
        }
        groups += average_linkage(part, similar, documents.weights.cluster_link)
    return groups


def _differ(a: _Line, b: _Line) -> bool:
    """What another coder said of type, actors or place keeps two lines apart."""
    pairs = ((a.family, b.family), (a.place, b.place))
    if any(left and right and left != right for left, right in pairs):
        return True
    return bool(a.actors and b.actors and not a.actors & b.actors)


def _similarity(a: _Line, b: _Line, documents: Documents, senses: Senses) -> float:
    weights = documents.weights
    return (
        weights.cluster_head
        - (weights.cluster_light if a.head in senses.vocabulary.light else 0.0)
        + weights.cluster_documents * min(_MEANT_BY_DOCUMENT, documents.alike(a.doc, b.doc))
        + weights.cluster_context * cosine(a.context, b.context)
    )


def _answer(name: str, group: Sequence[str], lines: Mapping[str, _Line]) -> dict[str, Any]:
    others = [other for other in group if other != name]
    because = ""
    if others:
        line = lines[name]
        nearest = max(others, key=lambda other: (cosine(line.context, lines[other].context), other))
        both = line.context.keys() & lines[nearest].context.keys()
        shared = sorted(both, key=lambda word: (-line.context[word], word))[:3]
        words = f" and both stand near {_quote(line.words[word] for word in shared)}" if shared else ""
        because = f"'{line.called}' here and '{lines[nearest].called}' in {nearest} name one kind of act{words}."
    return {"id": name, "cluster": group[0], "because": because}


def _quote(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
