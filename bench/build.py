"""How fast a folder becomes a build, and what a second process gains: ratios within one run.

    python bench/build.py [--articles 2000] [--spark local[2]]

The articles are the bundled briefs with other days and numbers, so that none is a copy of another.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from timeline.case import read_case
from timeline.engine import Engine, LocalEngine
from timeline.pipeline import build_case
from timeline.settings import DEFAULT_CASE
from timeline.spark import SparkEngine


def write_articles(folder: Path, count: int) -> int:
    """`count` variants of the bundled briefs; returns their words."""
    briefs = [path.read_text(encoding="utf-8") for path in sorted((DEFAULT_CASE / "articles").glob("*.md"))]
    folder.mkdir(parents=True)
    words = 0
    for number in range(count):
        text = briefs[number % len(briefs)] + f"\nPatrol number {number} was reported on {1 + number % 28} May 2024.\n"
        (folder / f"{number:06}.md").write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


def timed_build(folder: Path, engine: Engine) -> tuple[float, int]:
    """Seconds of one build, and its events."""
    shutil.rmtree(folder / "builds", ignore_errors=True)
    began = time.perf_counter()
    report = build_case(read_case(folder), engine=engine, force=True)
    return time.perf_counter() - began, report.events


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--spark", metavar="MASTER", help="Build once more on this Spark master.")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "case"
        words = write_articles(folder / "articles", wanted.articles)
        one, events = timed_build(folder, LocalEngine(1))
        two, _ = timed_build(folder, LocalEngine(2))
        spark = timed_build(folder, SparkEngine(wanted.spark))[0] if wanted.spark else None
    print(f"{wanted.articles} articles, {words} words, {events} events")
    print(f"one process {one:.1f} s ({wanted.articles / one:.0f} articles/s), two {two:.1f} s, ratio {one / two:.2f}")
    if spark is not None:
        print(f"on {wanted.spark} {spark:.1f} s with its start, ratio {one / spark:.2f}")


if __name__ == "__main__":
    main()
