"""Kill a process that decides and builds, again and again: nothing acknowledged may be lost, no build be half made.

    python bench/crash.py [KILLS] [SEED]

A child is killed (SIGKILL) at a random moment between its first decision and some builds later. Afterwards another
child opens the case: every decision that was acknowledged must stand in the log, and the build that is served must be
exactly what the mentions and some first part of the log make, never a mix of two. It ends with 1 at the first failure.
A kill is not a loss of power: that the disk keeps what it was told to sync is its own promise.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
import traceback
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline.access import Visitor  # noqa: E402  (the repository root must be importable first)
from timeline.case import NOT_ARTICLES, read_case  # noqa: E402
from timeline.errors import ConflictError  # noqa: E402
from timeline.ingest import read_folder  # noqa: E402
from timeline.merge import merge_mentions  # noqa: E402
from timeline.model import version_of  # noqa: E402
from timeline.pipeline import Kept, build_case  # noqa: E402
from timeline.reading import reader_for  # noqa: E402
from timeline.reviewing import read_case_log, record, undo  # noqa: E402
from timeline.store import open_build, read_decisions, repair_decisions, table  # noqa: E402

ARTICLES = {
    "one.txt": "Norland, 2 May 2024\n\nIran launched missiles at Israel on 1 May 2024. Seven people were killed.\n",
    "two.txt": "Iran fired rockets at Israel on 1 May 2024. Israel struck Iran on 3 May 2024 in retaliation.\n",
    "three.txt": "Israel bombed a depot in Syria on 9 May 2024. Russia condemned the attack on 10 May 2024.\n",
}
EDITOR = Visitor(local="Ada", near=True)
# Seconds after a child's first word until it is killed.
SOONEST, LATEST = 0.0, 2.5


def main(kills: int, seed: int) -> int:
    """Kill that often and say what was found."""
    chance = random.Random(seed)  # noqa: S311  (a moment, not a secret)
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder)
        for name, words in ARTICLES.items():
            (case / name).write_text(words, encoding="utf-8")
        # Children are forks: what is read once here need not be read by each of them.
        kept: Kept = {article: reader_for(()).read(article) for article in _articles(case)}
        acknowledged: list[str] = []
        for number in range(1, kills + 1):
            acknowledged += _kill_one(case, kept, chance.uniform(SOONEST, LATEST), chance.randrange(1 << 30))
            if _fork(partial(_verify, case, kept, acknowledged)) != 0:
                print(f"kill {number}: FAILED")
                return 1
        print(f"{kills} kills, {len(acknowledged)} decisions acknowledged, 0 lost; every build whole")
    return 0


def _kill_one(case: Path, kept: Kept, seconds: float, seed: int) -> list[str]:
    """Let a child decide and build for that long, then kill it; returns the ids it was told were saved."""
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        _decide_and_build(case, kept, say, seed)
        os._exit(3)
    os.close(say)
    with os.fdopen(hear, "r") as lines:
        first = lines.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        heard = [first, *lines]
    # A last word without its line end was cut off by the kill: nobody heard it.
    return [line.strip() for line in heard if line.endswith("\n") and line.strip() != "ready"]


def _decide_and_build(case: Path, kept: Kept, say: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    reports = [mention.id for reading in kept.values() for mention in reading.mentions]
    os.write(say, b"ready\n")
    while True:
        for _ in range(chance.randrange(1, 6)):
            saved = _decide(case, reports, chance)
            os.write(say, f"{saved}\n".encode())
        build_case(read_case(case), kept=kept)


def _decide(case: Path, known: list[str], chance: random.Random) -> str:
    now = datetime.now(UTC)
    decisions = read_case_log(case).decisions
    if decisions and chance.random() < 0.3:
        return undo(case, EDITOR, chance.choice(decisions), now=now).id
    verdict = chance.choice(["accept", "edit", "merge", "split", "reject", "note", "add"])
    reports = sorted(chance.sample(known, 2))
    if verdict == "add":
        change = {"type": "THREATEN", "initiators": "Iran", "date_start": "2024-05-02"}
        return record(case, EDITOR, verdict="add", subjects=(), version="", now=now, change=change).id
    change = {"killed": str(chance.randrange(9))} if verdict == "edit" else {}
    while True:
        version = version_of(read_case_log(case).decisions, reports)
        try:
            return record(
                case, EDITOR, verdict=verdict, subjects=reports, version=version, now=now, why="bench", change=change
            ).id
        except ConflictError:
            continue


def _verify(case: Path, kept: Kept, acknowledged: list[str]) -> None:
    """Raises where something was lost or mixed."""
    opened = read_case(case)
    repair_decisions(opened.decisions)
    decisions = read_decisions(opened.decisions)
    lost = set(acknowledged) - {decision.id for decision in decisions}
    if lost:
        raise AssertionError(f"lost: {sorted(lost)}")
    if not (case / "builds" / "current").exists():
        return
    with open_build(case) as build:
        rows = build.fetch(table("mention").select("event_id", "mention_id")).to_pylist()
        reviewed = build.fetch(table("events").select("event_id", "reviewed")).to_pylist()
        applied = build.fetch(table("decision").order_by("number").select("decision_id")).to_pylist()
    first = decisions[: len(applied)]
    if [row["decision_id"] for row in applied] != [decision.id for decision in first]:
        raise AssertionError("the build was made of decisions that are not the first of the log")
    readings = list(kept.values())
    merged = merge_mentions(
        [mention for reading in readings for mention in reading.mentions],
        [reading.article for reading in readings],
        weights=reader_for(()).lexicon.weights,
        types=reader_for(()).lexicon.types,
        decisions=first,
    )
    wanted = {(event.id, mention.id) for event in merged.events for mention in event.mentions}
    if {(row["event_id"], row["mention_id"]) for row in rows} != wanted:
        raise AssertionError("the build is not what its decisions make")
    marks = {(event.id, event.reviewed.verdict if event.reviewed else "") for event in merged.events}
    if {(row["event_id"], row["reviewed"]) for row in reviewed} != marks:
        raise AssertionError("the marks of the build are not those of its decisions")


def _articles(case: Path):
    furniture = reader_for(()).lexicon.furniture
    yield from read_folder(read_case(case).articles, furniture=furniture, skip=NOT_ARTICLES)


def _fork(work) -> int:
    """Run in a child, so that this process never holds the threads of a database that a later fork would copy."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    raise SystemExit(main(*(int(word) for word in (*sys.argv[1:3], *("200", "0")[len(sys.argv) - 1 :]))))
