"""Figures of status and claimant on single sentences (`gold/README.md` says how they were written and annotated).

    python bench/status.py [--gold GOLD.jsonl] [--errors N]

A found act belongs to the gold act whose trigger it overlaps, else to one of its type. A sentence without acts is
right when nothing is found in it. The first 40 % by a hash of the id are held out: counted, their errors never shown.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from timeline.ingest import article_from_record
from timeline.model import Mention
from timeline.pipeline import Reader, reader_for

GOLD = Path(__file__).parent / "gold" / "status.jsonl"
STATUSES = ("happened", "alleged", "planned", "denied", "threatened")
NONE = "no act"
_HELD_OUT = 0.4
Act = dict[str, Any]


def held_out(id: str) -> bool:
    """Whether a sentence is never looked at when rules are mended."""
    return int(hashlib.sha256(id.encode()).hexdigest()[:8], 16) < _HELD_OUT * 2**32


def allowed(act: Act, field: str) -> tuple[str | None, ...]:
    """The annotated value and its named alternatives."""
    return (act[field], *act.get(f"{field}_also", ()))


def read(reader: Reader, row: dict[str, Any]) -> list[Mention]:
    """The acts found in one sentence, read as an article of its own."""
    record = {"id": row["id"], "published": row["date"], "text": row["text"]}
    article = article_from_record(record, furniture=reader.lexicon.furniture, subject=row["id"])
    return [mention for mention in reader.read(article).mentions if mention.type != "STATEMENT"]


def _overlaps(act: Act, mention: Mention) -> bool:
    spans = [act, *act.get("trigger_also", ())]
    return any(mention.trigger.start < span["end"] and span["start"] < mention.trigger.end for span in spans)


def pair(acts: list[Act], found: list[Mention]) -> tuple[list[tuple[Act, Mention]], list[Act], list[Mention]]:
    """Pairs of one sentence, the gold acts missed and the mentions left over; optional acts take what is theirs."""
    pairs: list[tuple[Act, Mention]] = []
    missed, left = list(acts), list(found)
    by_type = lambda act, mention: mention.type in allowed(act, "type")  # noqa: E731
    for test in (lambda act, mention: _overlaps(act, mention) and by_type(act, mention), _overlaps, by_type):
        for act in list(missed):
            mention = next((one for one in left if test(act, one)), None)
            if mention is not None:
                pairs.append((act, mention))
                missed.remove(act)
                left.remove(mention)
    return pairs, [act for act in missed if not act.get("optional")], left


class Score:
    """Counts and errors of some sentences."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.confusion: Counter[tuple[str, str]] = Counter()
        self.errors: list[str] = []

    def add(self, row: dict[str, Any], found: list[Mention]) -> None:
        """Count one sentence."""
        pairs, missed, left = pair(row["acts"], found)
        quiet = all(act.get("optional") for act in row["acts"])
        self.counts["quiet"] += quiet
        self.counts["quiet right"] += quiet and not left
        for act, mention in pairs:
            if not act.get("optional"):
                self._add_pair(row, act, mention)
        for act in missed:
            self.confusion[act["status"], NONE] += 1
            self._note("missed", row, act, None)
        for mention in left:
            self.confusion[NONE, mention.status] += 1
            self._note("invented", row, None, mention)

    def _add_pair(self, row: dict[str, Any], act: Act, mention: Mention) -> None:
        gold = mention.status if mention.status in allowed(act, "status") else act["status"]
        self.confusion[gold, mention.status] += 1
        checks = {
            "status": gold == mention.status,
            "claimed_by": (mention.claimed_by.name if mention.claimed_by else None) in allowed(act, "claimed_by"),
            "type": mention.type in allowed(act, "type"),
            "initiator": same_actors(act, "initiator", mention.initiators),
            "target": same_actors(act, "target", mention.targets),
        }
        self.counts["pairs"] += 1
        self.counts.update(checks)
        claimed = act["claimed_by"] is not None or mention.claimed_by is not None
        self.counts["claims"] += claimed
        self.counts["claims right"] += claimed and checks["claimed_by"]
        for name in ("status", "claimed_by"):
            if not checks[name]:
                self._note(name, row, act, mention)

    def _note(self, kind: str, row: dict[str, Any], act: Act | None, mention: Mention | None) -> None:
        gold = f"{act['trigger']}: {act['type']} {act['status']} {act['claimed_by']}" if act else NONE
        got = NONE
        if mention is not None:
            claimant = mention.claimed_by.name if mention.claimed_by else None
            words = mention.status_words
            got = f"{mention.trigger.of(row['text'])}: {mention.type} {mention.status} {claimant} [{words}]"
        self.errors.append(f"{kind:10} {row['id']}: {row['text']}\n    gold {gold}\n    got  {got}")

    def rates(self) -> dict[str, tuple[int, int]]:
        """(right, of how many) by the name of each figure."""
        c = self.counts
        missed = sum(n for (_, got), n in self.confusion.items() if got == NONE)
        left = sum(n for (gold, _), n in self.confusion.items() if gold == NONE)
        rates = {
            "status, acts found and sentences without acts": (c["status"] + c["quiet right"], c["pairs"] + c["quiet"]),
            "status, acts found": (c["status"], c["pairs"]),
            "sentences without acts left alone": (c["quiet right"], c["quiet"]),
            "acts found, of those annotated": (c["pairs"], c["pairs"] + missed),
            "acts annotated, of those found": (c["pairs"], c["pairs"] + left),
            "claimant, all acts found": (c["claimed_by"], c["pairs"]),
            "claimant, where either names one": (c["claims right"], c["claims"]),
        }
        return rates | {field: (c[field], c["pairs"]) for field in ("type", "initiator", "target")}

    def of_class(self, status: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of one status, missed and invented acts counted against it."""
        right = self.confusion[status, status]
        found = sum(n for (_, got), n in self.confusion.items() if got == status)
        gold = sum(n for (wanted, _), n in self.confusion.items() if wanted == status)
        return right / max(found, 1), right / max(gold, 1), 2 * right / max(found + gold, 1)


def same_actors(act: Act, role: str, actors: Iterable[Any]) -> bool:
    """Whether a side is the annotated one, or its named alternative."""
    found = {actor.name for actor in actors}
    return any(found == set(filter(None, (name or "").split(";"))) for name in allowed(act, role))


def score_rows(rows: Iterable[dict[str, Any]], reader: Reader) -> dict[str, Score]:
    """The scores of both parts."""
    scores = {"developed on": Score(), "held out": Score()}
    for row in rows:
        scores["held out" if held_out(row["id"]) else "developed on"].add(row, read(reader, row))
    return scores


def show(scores: dict[str, Score]) -> None:
    """Print figures, classes and confusion, one column a part."""
    print(f"{'':48}" + "".join(f"{part:>22}" for part in scores))
    for name in next(iter(scores.values())).rates():
        parts = [score.rates()[name] for score in scores.values()]
        print(f"{name:48}" + "".join(f"{f'{a}/{b}  {a / max(b, 1):.3f}':>22}" for a, b in parts))
    print("\nP R F1, missed and invented acts included")
    for status in STATUSES[:4]:
        parts = [score.of_class(status) for score in scores.values()]
        print(f"{status:48}" + "".join(f"{f'{p:.2f} {r:.2f} {f:.2f}':>22}" for p, r, f in parts))
    columns = (*STATUSES, NONE)
    for part, score in scores.items():
        print(f"\nconfusion, {part} (rows annotated, columns found)")
        print(f"{'':12}" + "".join(f"{name:>12}" for name in columns))
        for gold in columns:
            print(f"{gold:12}" + "".join(f"{score.confusion[gold, got]:12}" for got in columns))


def main() -> None:
    """Read the sentences and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--errors", type=int, default=0, help="errors of the part developed on to print")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()]
    scores = score_rows(rows, reader_for(()))
    show(scores)
    print(*sorted(scores["developed on"].errors)[: options.errors], sep="\n")


if __name__ == "__main__":
    main()
