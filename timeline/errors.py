"""Every error this project raises on purpose; each one names the thing it is about."""

from __future__ import annotations


class TimelineError(Exception):
    """Base of all our errors: `subject` is what it is about, `problem` what is wrong with it."""

    def __init__(self, subject: str, problem: str) -> None:
        self.subject = subject
        self.problem = problem
        super().__init__(f"{subject}: {problem}")


class AccessError(TimelineError):
    """Somebody who may not write decisions tried to; `subject` is who."""


class ArticleError(TimelineError):
    """A file, record or upload that cannot become an article."""


class BuildError(TimelineError):
    """A build that cannot be made, published or opened."""


class CaseError(TimelineError):
    """A case folder or its `case.toml` that cannot be used."""


class DateError(TimelineError):
    """A date or EDTF string that names no calendar interval."""


class DecisionError(TimelineError):
    """A line of the decision log that is broken or contradicts the log."""


class ConflictError(TimelineError):
    """Somebody else decided on the same event, or saved the same story, in between; nothing was written."""


class SavedError(TimelineError):
    """A view or story that cannot be saved; `subject` is its name or the field."""


class EngineError(TimelineError):
    """A cluster or pool that cannot do the work; `subject` is its address."""


class ExportError(TimelineError):
    """A download that cannot be made in the format asked."""


class FilterError(TimelineError):
    """A filter value that means nothing."""


class LexiconError(TimelineError):
    """A lexicon table with a bad cell; `subject` is `file:line:column`."""


class ParserError(TimelineError):
    """A parser's model that is installed but is not the pinned one."""


class RecordError(TimelineError):
    """A line of JSON Lines input that does not fit the contract; `subject` is `name:line`."""
