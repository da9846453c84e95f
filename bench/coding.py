"""Figures of the coder on a corpus in the scorer's format, developed and held-out parts apart, and its speed.

    python bench/coding.py --corpus CORPUS.jsonl [--scorer PATH] [--types 15] [--errors 20] [--restrict police]

A third of the lines, chosen by a hash of their id, is held out: rules are developed on the rest only.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from timeline.coding import Coder
from timeline.lexicon.actions import load_actions
from timeline.lexicon.actors import load_actors
from timeline.lexicon.status_words import load_status_words
from timeline.lexicon.types import load_types
from timeline.settings import LEXICON_DIR, ROOT

DEFAULT_SCORER = ROOT.parent / "shared" / "score" / "events_score.py"


def held_out(line_id: str) -> bool:
    """Whether a line belongs to the third that rules are never developed on."""
    return int(hashlib.sha256(line_id.encode()).hexdigest(), 16) % 3 == 0


def load_coder(lexicon_dir: Path = LEXICON_DIR) -> Coder:
    """The coder with the project's own lexicon."""
    actions, status = load_actions(lexicon_dir), load_status_words(lexicon_dir)
    return Coder(load_actors(lexicon_dir), actions, load_types(lexicon_dir), status)


def predict(coder: Coder, rows: list[dict]) -> tuple[list[dict], float]:
    """Predictions for the rows, and sentences per second."""
    began = time.perf_counter()
    lines = [coder.code_line(row["id"], _date(row.get("date")), row["text"]) for row in rows]
    return lines, len(rows) / (time.perf_counter() - began)


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None


def load_scorer(path: Path):
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("events_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def restrict(lines: list[dict], word: str, types: set[str]) -> list[dict]:
    """Only predictions whose initiator's words hold this word, of the types that such a corpus labels at all.

    An arrest without an agent counts too: the corpus labels it as the act of the one kind of actor it knows.
    """

    def kept(event: dict) -> bool:
        unnamed_arrest = event["mode"] == "arrest" and not event["source_text"]
        return event["plover"] in types and (unnamed_arrest or word in event["source_text"].lower())

    return [{**line, "events": [event for event in line["events"] if kept(event)]} for line in lines]


def kinds_of(gold: dict | None, got: dict | None) -> list[str]:
    """What is wrong with a prediction, by kind; both in the scorer's normal form."""
    if gold is None or got is None:
        return ["act invented"] if got else [f"act missed: {gold['type']}"]
    found = [] if gold["type"] in (None, got["type"]) else [f"type {gold['type']} > {got['type']}"]
    for side, name in (("source", "initiator"), ("target", "target")):
        if gold[side] and not gold[side] & got[side]:
            other = got[{"source": "target", "target": "source"}[side]]
            how = "missing" if not got[side] else "on the other side" if gold[side] & other else "another state"
            found.append(f"{name} {how}")
        words, mine = gold[f"{side}_text"], got[f"{side}_text"]
        if words and 2 * len(words & mine) < 0.5 * (len(words) + len(mine)):
            how = "missing" if not mine else "too long or short" if words & mine else "others"
            found.append(f"{name}'s words {how}")
    return found


def count_errors(scorer: Any, rows: list[dict], lines: list[dict], types: int) -> Counter[str]:
    """How many lines have an error of each kind, told by the first gold and the first predicted act."""
    found: Counter[str] = Counter()
    for row, line in zip(rows, lines, strict=True):
        gold, got = (next((scorer.norm(event, types) for event in one["events"][:1]), None) for one in (row, line))
        if gold or got:
            found.update(kinds_of(gold, got))
    return found


def main() -> None:
    """Run the predictions and print the scorer's figures for both parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, default=DEFAULT_SCORER)
    parser.add_argument("--types", type=int, choices=(15, 16), default=15)
    parser.add_argument("--errors", type=int, default=0, help="count this many kinds of error in the developed part")
    parser.add_argument("--restrict", default="", help="keep only predictions whose initiator's words hold this word")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.corpus.read_text(encoding="utf-8").splitlines() if line.strip()]
    labelled = {event.get("plover", "") for row in rows for event in row["events"]}
    coder, scorer = load_coder(), load_scorer(options.scorer)
    for name, part in (
        ("developed on", [row for row in rows if not held_out(row["id"])]),
        ("held out", [row for row in rows if held_out(row["id"])]),
    ):
        lines, speed = predict(coder, part)
        lines = restrict(lines, options.restrict, labelled) if options.restrict else lines
        print(f"== {options.corpus.name}, {name}: {len(part)} lines, {speed:.0f} sentences/s")
        scorer.show(scorer.score_events(part, lines, options.types))
        if options.errors and name == "developed on":
            for kind, count in count_errors(scorer, part, lines, options.types).most_common(options.errors):
                print(f"  {count:5} {kind}")


if __name__ == "__main__":
    main()
