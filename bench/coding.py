"""Figures of the coder on a corpus in the scorer's format, developed and held-out parts apart, and its speed.

    python bench/coding.py --corpus CORPUS.jsonl [--roles both] [--scorer PATH] [--types 15] [--errors 20]
                           [--restrict police] [--ablation] [--speed]

A third of the lines, chosen by a hash of their id, is held out: rules are developed on the rest only; the figures of
each part and of both together are printed. `--roles` says
who reads initiator and target: the rules, the dependency parse (`make parse`), or both; `--ablation` compares the
three, `--speed` times articles made of the corpus's sentences, read as a build reads them.
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

from timeline.coding import Coder, PlaceFinder, load_parser
from timeline.ingest import article_from_record, split_sentences
from timeline.lexicon.actions import load_actions
from timeline.lexicon.actors import load_actors
from timeline.lexicon.confidence import load_confidence
from timeline.lexicon.furniture import load_furniture
from timeline.lexicon.parser_models import load_parser_model
from timeline.lexicon.places import load_places
from timeline.lexicon.status_words import load_status_words
from timeline.lexicon.types import load_types
from timeline.settings import LEXICON_DIR, ROOT

DEFAULT_SCORER = ROOT.parent / "shared" / "score" / "events_score.py"


def held_out(line_id: str) -> bool:
    """Whether a line belongs to the third that rules are never developed on."""
    return int(hashlib.sha256(line_id.encode()).hexdigest(), 16) % 3 == 0


ROLES = ("rules", "parse", "both")
# What the ablation compares: the fields that a second opinion on roles can change.
COMPARED = (
    "type_acc",
    "source_country_acc",
    "target_country_acc",
    "dyad_country_acc",
    "target_span_acc",
    "dyad_swapped_acc",
)
# Sentences to an article when speed is measured: a news report of middling length.
_ARTICLE = 25


def load_coder(roles: str = "rules", lexicon_dir: Path = LEXICON_DIR) -> Coder:
    """The coder with the project's own lexicon, its roles read by one of `ROLES`."""
    actions, status = load_actions(lexicon_dir), load_status_words(lexicon_dir)
    parser = None if roles == "rules" else load_parser(load_parser_model(lexicon_dir))
    if parser is None and roles != "rules":
        raise SystemExit("The dependency parser is not installed: `make parse` installs it.")
    tables = load_actors(lexicon_dir), actions, load_types(lexicon_dir), status, PlaceFinder(load_places(lexicon_dir))
    confidence = load_confidence(lexicon_dir / "confidence.csv")
    return Coder(*tables, confidence=confidence, parser=parser, parse_alone=roles == "parse")


def predict(coder: Coder, rows: list[dict]) -> tuple[list[dict], float]:
    """Predictions for the rows, and sentences per second."""
    began = time.perf_counter()
    lines = [coder.code_line(row["id"], _date(row.get("date")), row["text"]) for row in rows]
    return lines, len(rows) / (time.perf_counter() - began)


def compare(rows: list[dict], scorer, types: int) -> None:
    """Print one line for each way of reading roles."""
    print("  ".join(f"{name.removesuffix('_acc'):>14}" for name in ("roles", *COMPARED)))
    for roles in ROLES:
        lines, _ = predict(load_coder(roles), rows)
        scores = scorer.score_events(rows, lines, types)
        print("  ".join([f"{roles:>14}", *(f"{scores[name]:14.3f}" for name in COMPARED)]))


def time_articles(rows: list[dict]) -> None:
    """Print sentences per second of processor time over articles of the corpus, without and with the parse."""
    furniture = load_furniture(LEXICON_DIR / "furniture.csv")
    texts = ["\n\n".join(row["text"] for row in rows[i : i + _ARTICLE]) for i in range(0, len(rows), _ARTICLE)]
    articles = [article_from_record({"id": str(n), "text": text}, furniture=furniture) for n, text in enumerate(texts)]
    split = [(article, split_sentences(article)) for article in articles]
    total = sum(len(sentences) for _, sentences in split)
    for roles in ("rules", "both"):
        coder = load_coder(roles)
        coder.code_article(*split[0])
        began = time.process_time()
        for article, sentences in split:
            coder.code_article(article, sentences)
        print(f"{roles}: {total / (time.process_time() - began):.0f} sentences/s over {len(articles)} articles")


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
    parser.add_argument("--roles", choices=ROLES, default="rules", help="who reads initiator and target")
    parser.add_argument("--ablation", action="store_true", help="compare the ways of reading roles")
    parser.add_argument("--speed", action="store_true", help="sentences per second without and with the parse")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.corpus.read_text(encoding="utf-8").splitlines() if line.strip()]
    labelled = {event.get("plover", "") for row in rows for event in row["events"]}
    if options.speed:
        time_articles(rows)
        return
    coder, scorer = load_coder(options.roles), load_scorer(options.scorer)
    seen: list[dict] = []
    told: list[dict] = []
    for name, part in (
        ("developed on", [row for row in rows if not held_out(row["id"])]),
        ("held out", [row for row in rows if held_out(row["id"])]),
    ):
        if options.ablation:
            print(f"== {options.corpus.name}, {name}: {len(part)} lines")
            compare(part, scorer, options.types)
            continue
        lines, speed = predict(coder, part)
        lines = restrict(lines, options.restrict, labelled) if options.restrict else lines
        print(f"== {options.corpus.name}, {name}: {len(part)} lines, {speed:.0f} sentences/s")
        scorer.show(scorer.score_events(part, lines, options.types))
        if options.errors and name == "developed on":
            for kind, count in count_errors(scorer, part, lines, options.types).most_common(options.errors):
                print(f"  {count:5} {kind}")
        seen, told = seen + part, told + lines
    if not options.ablation:
        print(f"== {options.corpus.name}, both parts: {len(seen)} lines")
        scorer.show(scorer.score_events(seen, told, options.types))


if __name__ == "__main__":
    main()
