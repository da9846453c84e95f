"""Batches read on a Spark cluster; the only module that names PySpark, an optional extra (`make spark`)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from timeline.errors import EngineError
from timeline.settings import ROOT

if TYPE_CHECKING:
    from pyspark import SparkContext

Item = TypeVar("Item")
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class SparkEngine:
    """The cluster behind a Spark master URL: `local[2]`, `spark://host:7077`, `yarn`, `k8s://…`.

    Every worker needs this project in the same folder as here, or installed, and a Python of the same version, which
    `PYSPARK_PYTHON` names as for any Spark job; on this machine (`local`) it is the one that runs this.
    """

    master: str

    @property
    def spreads(self) -> bool:
        """Always: a task costs tens of milliseconds before it reads anything."""
        return True

    def map_batches(
        self, read_batch: Callable[[tuple[Item, ...]], tuple[Row, ...]], batches: Iterable[tuple[Item, ...]]
    ) -> Iterator[tuple[Row, ...]]:
        """`read_batch` of every batch, in order, a batch a task.

        Raises:
            EngineError: no PySpark, no Java, no cluster, or a task that failed there.
        """
        waiting = list(batches)
        if not waiting:
            return
        with _context(self.master) as context, _failures_of(self.master):
            done = context.parallelize(waiting, len(waiting)).map(read_batch).collect()
        yield from done


@contextmanager
def _context(master: str) -> Iterator[SparkContext]:
    """A Spark context for one pass, stopped after it, so that a waiting build holds no worker."""
    try:
        from pyspark import SparkConf, SparkContext
    except ImportError as error:
        raise EngineError(master, "needs PySpark, which is not installed: `make spark` installs it") from error
    conf = SparkConf().setMaster(master).setAppName("escalation-timeline")
    conf.set("spark.ui.enabled", "false").set("spark.ui.showConsoleProgress", "false")
    conf.setExecutorEnv("PYTHONPATH", str(ROOT))
    if master.startswith("local"):
        # Nothing outside this machine has to reach the driver, so nothing can.
        conf.set("spark.driver.bindAddress", "127.0.0.1").set("spark.driver.host", "127.0.0.1")
        # PySpark reads its workers' Python from the environment only.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with _failures_of(master):
        context = SparkContext(conf=conf)
    context.setLogLevel("OFF")  # what failed is told once, by the error
    try:
        yield context
    finally:
        context.stop()


@contextmanager
def _failures_of(master: str) -> Iterator[None]:
    """Spark's errors, many screens of Java, as one of ours with the line that says what happened."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
        told = next((line for line in reversed(lines) if "Error:" in line and not line.startswith("at ")), lines[0])
        raise EngineError(master, f"Spark could not do the work: {told[:300]}") from error
