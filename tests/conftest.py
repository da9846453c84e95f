"""Named situations that several test modules stand in."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import settings

from timeline.case import read_case
from timeline.pipeline import build_case
from timeline.settings import DEFAULT_CASE

settings.register_profile("timeline", deadline=None)
settings.load_profile("timeline")


def copy_case(target):
    """The bundled case without its builds, somewhere a test may write."""
    return shutil.copytree(DEFAULT_CASE, target, ignore=shutil.ignore_patterns("builds", "originals"))


@pytest.fixture(scope="session")
def bundled_case(tmp_path_factory):
    """A copy of the bundled case, built once for all tests that only look at it."""
    case = read_case(copy_case(tmp_path_factory.mktemp("cases") / "iran-israel"))
    build_case(case)
    return case
