"""Every error of ours names what it is about."""

import inspect

import pytest

from timeline import errors

KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.TimelineError)]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_prints_its_subject_and_its_problem(kind):
    """One line with the thing and what is wrong with it."""
    error = kind("notes.txt", "is empty")
    assert str(error) == "notes.txt: is empty"
    assert (error.subject, error.problem) == ("notes.txt", "is empty")


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_says_in_its_docstring_when_it_is_raised(kind):
    """No error class without a stated purpose."""
    assert kind.__doc__
