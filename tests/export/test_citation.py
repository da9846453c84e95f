"""A citation names the view, the build and the day."""

import json
from datetime import date

from tests.export.frames import CONTEXT
from timeline.export import ExportContext, cite, cite_bibtex, cite_csl

DAY, ADDRESS = date(2024, 5, 1), "https://example.org/?actors=Norland"


def test_the_sentence_says_view_build_address_and_day():
    """Someone who reads the footnote can find the same rows."""
    assert cite(CONTEXT, accessed=DAY, address=ADDRESS) == (
        f"A case: 1 event in 1 report. Escalation Timeline, build b1. {ADDRESS}. accessed 2024-05-01."
    )


def test_a_title_cannot_leave_its_field():
    """Braces and backslashes of a title are written as text."""
    entry = cite_bibtex(ExportContext(title="A } b \\ c", filters="50% & more", build_id="b1"))
    assert r"A \} b \textbackslash{} c: 50\% \& more" in entry
    assert entry.startswith("@misc{escalation-timeline-b1,\n")


def test_csl_is_a_dataset():
    """Reference managers read the version, the address and the day."""
    (item,) = json.loads(cite_csl(CONTEXT, accessed=DAY, address=ADDRESS))
    assert (item["type"], item["version"], item["URL"]) == ("dataset", "b1", ADDRESS)
    assert item["accessed"] == {"date-parts": [[2024, 5, 1]]}
