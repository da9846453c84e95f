"""Figures of the whole reader on articles with gold events (`gold/README.md` says how they were annotated).

    python bench/extract.py [--gold GOLD.jsonl] [--errors N] [--parse]

A found event belongs to the gold sentence it lies in; inside a sentence, events are paired by type first, then by
actors and dates. `any type` counts every pair, `same type` those whose types agree; accuracies are over the latter.
A gold event marked `optional` counts for nothing, found or left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from timeline.reading import reader_for
from timeline.streams import extract_line

GOLD = Path(__file__).parent / "gold" / "articles.jsonl"
CONFLICT = {"ASSAULT", "COERCE", "MOBILIZE"}
ROLES = {"initiator": "source", "target": "target"}
VERDICTS = ("same", "overlap", "disjoint", "missing", "invented")
Event = dict[str, Any]


def names(event: Event, role: str) -> frozenset[str]:
    """The actors of one side; order says nothing."""
    return frozenset(filter(None, (event[f"{role}_actor"] or "").split(";")))


def agrees(gold: Event, got: Event, field: str) -> bool:
    """Whether a field is the annotated one or its named alternative."""
    return got[field] in (gold[field], *gold.get(f"{field}_also", ()))


def same_actor(gold: Event, got: Event, role: str) -> bool:
    """Whether a side is right: an inferred one may stay unnamed, a mutual act may have one party on either side."""
    wanted, found = names(gold, role), names(got, role)
    if len(wanted) > 1 and names(gold, "source") == names(gold, "target"):
        found = names(got, "source") | names(got, "target")
    inferred = f"{role}_may_be_unnamed" in gold and found <= wanted
    return inferred or found == wanted or agrees(gold, got, f"{role}_actor")


def date_verdict(gold: Event, got: Event) -> str:
    """One of `VERDICTS`: missing is nothing found, invented is a date where the article allows none."""
    wanted, found = (gold["date_start"], gold["date_end"]), (got["date_start"], got["date_end"])
    if wanted == found:
        return "same"
    if wanted[0] is None or found[0] is None:
        return "invented" if wanted[0] is None else "missing"
    return "overlap" if found[0] <= wanted[1] and wanted[0] <= found[1] else "disjoint"


def affinity(gold: Event, got: Event) -> float:
    """How well two events of one sentence fit; an optional gold event takes only one of its type and initiator."""
    if gold.get("optional") and not (agrees(gold, got, "type") and same_actor(gold, got, "source")):
        return 0.0
    score = 8.0 * agrees(gold, got, "type") + 3.0 * ({gold["type"], got["type"]} <= CONFLICT) + 0.5
    score += sum(same_actor(gold, got, role) for role in ROLES.values()) + agrees(gold, got, "status")
    score += {"same": 1.0, "overlap": 0.5}.get(date_verdict(gold, got), 0.0)
    return score - 0.25 * bool(gold.get("optional"))


def pair(golds: list[Event], gots: list[Event]) -> list[tuple[Event, Event]]:
    """Best-first pairs within one sentence, each event at most once."""
    scored = [(affinity(gold, got), i, j) for i, gold in enumerate(golds) for j, got in enumerate(gots)]
    pairs: dict[int, int] = {}
    for score, i, j in sorted(scored, key=lambda row: (-row[0], *row[1:])):
        if score > 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(golds[i], gots[j]) for i, j in pairs.items()]


def by_sentence(article: Event, found: list[Event]) -> list[tuple[str, list[Event], list[Event]]]:
    """(sentence, gold, found) of each annotated sentence; what lies outside them comes under its own text."""
    groups: dict[tuple[int, int], tuple[str, list[Event], list[Event]]] = {}
    for event in article["events"]:
        groups.setdefault((event["start"], event["end"]), (event["text"], [], []))[1].append(event)
    for text in article["not_events"]:
        start = article["text"].index(text)
        groups.setdefault((start, start + len(text)), (text, [], []))
    for event in found:
        middle = (event["start"] + event["end"]) // 2
        home = next((span for span in groups if span[0] <= middle < span[1]), (event["start"], event["end"]))
        groups.setdefault(home, (event["text"], [], []))[2].append(event)
    return [groups[span] for span in sorted(groups)]


class Score:
    """Counts and errors of some articles."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.errors: dict[str, list[str]] = defaultdict(list)

    def add_article(self, article: Event, found: list[Event]) -> None:
        """Count one article."""
        for sentence, golds, gots in by_sentence(article, found):
            where = f"[{article['id']}] {' '.join(sentence.split())}"
            pairs = pair(golds, gots)
            paired = {id(event) for both in pairs for event in both}
            for gold, got in (both for both in pairs if not both[0].get("optional")):
                self._add_pair(where, gold, got)
            for side, kind, events in (("gold", "missed", golds), ("found", "spurious", gots)):
                for event in (event for event in events if id(event) not in paired and not event.get("optional")):
                    self._count(side, event)
                    self._note(kind, where, {side: event})
            if sentence in article["not_events"]:
                wrong = [got for got in gots if got["type"] in CONFLICT and got["status"] in {"happened", "alleged"}]
                self.counts.update({"nothing": 1, "broken": bool(wrong), "false": len(wrong)})
                for got in wrong:
                    self._note("false conflict", where, {"found": got})

    def _count(self, side: str, event: Event) -> None:
        self.counts.update({side: 1, f"{side} conflict": event["type"] in CONFLICT})

    def _add_pair(self, where: str, gold: Event, got: Event) -> None:
        both = {"gold": gold, "found": got}
        self._count("gold", gold)
        self._count("found", got)
        self.counts["paired"] += 1
        if not agrees(gold, got, "type"):
            self._note("type", where, both)
            return
        self._count("hit", gold)
        verdict, sides = date_verdict(gold, got), [names(gold, role) for role in ROLES.values()]
        swapped = sides[0] != sides[1] and sides[::-1] == [names(got, role) for role in ROLES.values()]
        checks = {name: same_actor(gold, got, role) for name, role in ROLES.items()}
        checks |= {"status": agrees(gold, got, "status"), "not swapped": not swapped}
        checks |= {name: gold[name] == got[name] for name in ("mode", "killed_min") if name in gold}
        for name, right in checks.items():
            self.counts.update({name: right, f"{name} stated": 1})
            if not right and not (swapped and name in ROLES):
                self._note(name, where, both)
        self.counts[f"date {verdict}"] += 1
        if verdict != "same":
            self._note(f"date {verdict}", where, both)

    def _note(self, kind: str, where: str, events: dict[str, Event]) -> None:
        self.errors[kind].append(
            "\n".join([where, *(f"    {side:5} {brief(event)}" for side, event in events.items())])
        )

    def show(self, title: str) -> None:
        """Print one line of retrieval figures."""
        c, rates = self.counts, ""
        for hit, kind in (("paired", ""), ("hit", ""), ("hit conflict", " conflict")):
            hits, found, gold = c[hit], c[f"found{kind}"], c[f"gold{kind}"]
            rates += f"  {hits / max(found, 1):.2f} {hits / max(gold, 1):.2f} {2 * hits / max(found + gold, 1):.2f}"
        print(f"{title:24}{c['gold']:5}{c['found']:6}{rates}{c['false']:7}")

    def show_accuracies(self) -> None:
        """Print the accuracies over pairs of one type."""
        c = self.counts
        rows = [("type of pairs", c["hit"], c["paired"])]
        rows += [
            (name, c[name], c[f"{name} stated"]) for name in (*ROLES, "not swapped", "status", "mode", "killed_min")
        ]
        rows += [(f"date {verdict}", c[f"date {verdict}"], c["hit"]) for verdict in VERDICTS]
        rows += [("sentences that report no conflict event, wrongly given one", c["broken"], c["nothing"])]
        print(*(f"{name} {part}/{whole} = {part / max(whole, 1):.3f}" for name, part, whole in rows), sep="\n")


def brief(event: Event) -> str:
    """One event on one line."""
    mode = f".{event['mode']}" if event.get("mode") else ""
    dates = (
        f"{event['date_start']}..{event['date_end']} {event.get('date_rule') or ''} {event.get('date_phrase') or ''!r}"
    )
    actors = f"{event['source_actor']} > {event['target_actor']}"
    return f"{event['type']}{mode} | {actors} | {event['status']} | {dates} | killed {event.get('killed_min')}"


def main() -> None:
    """Read the gold articles and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--errors", type=int, default=0, help="errors of each kind to print")
    parser.add_argument("--parse", action="store_true", help="with the dependency parser's second opinion on roles")
    options = parser.parse_args()
    reader, total = reader_for((), parse=options.parse), Score()
    print(f"{'P, R, F1 of each':24} gold found  any type        same type       conflict        false")
    for article in map(json.loads, options.gold.read_text(encoding="utf-8").splitlines()):
        score, found = Score(), extract_line(reader, article, article["id"])["events"]
        score.add_article(article, found)
        score.show(article["id"])
        total.add_article(article, found)
    total.show("all")
    total.show_accuracies()
    for kind, errors in sorted(total.errors.items(), key=lambda item: -len(item[1])) if options.errors else ():
        print(f"\n== {kind}: {len(errors)}", *errors[: options.errors], sep="\n")


if __name__ == "__main__":
    main()
