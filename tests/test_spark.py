"""The same work on a Spark cluster gives the same build, and a cluster that cannot do it says so in one line."""

import shutil
import sys
from importlib.util import find_spec

import pytest

from tests.conftest import copy_case
from timeline.case import read_case
from timeline.downloads import export_build
from timeline.engine import in_batches
from timeline.errors import EngineError
from timeline.pipeline import build_case
from timeline.spark import SparkEngine

with_spark = pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None, reason="needs `make spark` and Java"
)


def double(batch):
    return tuple(2 * number for number in batch)


def stumble(batch):
    raise ValueError("no such batch")


@with_spark
def test_results_come_in_batch_order():
    """A batch a task, and the tasks' order is the batches'."""
    made = list(SparkEngine("local[2]").map_batches(double, in_batches(range(10), 3)))
    assert made == [(0, 2, 4), (6, 8, 10), (12, 14, 16), (18,)]


@with_spark
def test_a_build_on_spark_has_the_bytes_of_a_build_here(tmp_path):
    """Where articles are read never shows in an export."""
    here, there = (copy_case(tmp_path / name) for name in ("here", "there"))
    build_case(read_case(here))
    report = build_case(read_case(there), engine=SparkEngine("local[2]"))
    assert report.events > 0
    assert export_build(there, "jsonl") == export_build(here, "jsonl")


@with_spark
def test_a_task_that_fails_is_one_error_that_names_the_cluster_and_the_reason():
    """Not a screen of Java."""
    with pytest.raises(EngineError) as caught:
        list(SparkEngine("local[1]").map_batches(stumble, [(1,)]))
    assert caught.value.subject == "local[1]"
    assert "no such batch" in caught.value.problem


@with_spark
def test_an_address_that_is_no_cluster_is_named():
    """A master URL with a slip in it."""
    with pytest.raises(EngineError) as caught:
        list(SparkEngine("nowhere").map_batches(double, [(1,)]))
    assert caught.value.subject == "nowhere"


def test_no_work_starts_no_cluster():
    """Nothing to read needs neither Java nor PySpark."""
    assert list(SparkEngine("local[1]").map_batches(double, [])) == []


def test_without_pyspark_the_error_says_how_to_get_it(monkeypatch):
    """The extra is named where it is missed."""
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(EngineError, match="make spark"):
        list(SparkEngine("local[1]").map_batches(double, [(1,)]))
