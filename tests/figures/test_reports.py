"""One event's reports: each date as it was said, undated ones kept."""

from datetime import date

import pandas as pd
import pytest

from tests.figures.frames import HOSTILE
from timeline.figures import event_reports_figure, summary_text
from timeline.figures.reports import reports_facts
from timeline.speech import Speech

COLUMNS = [
    "mention_id",
    "article_id",
    "publisher",
    "title",
    "date_start",
    "date_end",
    "date_phrase",
    "date_basis",
    "published_start",
]


def mentions_frame(rows=()):
    return pd.DataFrame(rows, columns=COLUMNS)


def three():
    return mentions_frame([
        ("m1", "a1", "Gazette", "t", date(2034, 7, 31), date(2034, 7, 31), "on Monday", "relative", date(2034, 8, 1)),
        ("m2", "a2", "", "A title", date(2034, 7, 1), date(2034, 7, 31), "last month", "relative", date(2034, 8, 12)),
        ("m3", "a3", "", "", pd.NaT, pd.NaT, "", "none", pd.NaT),
    ])  # fmt: skip


def test_every_report_is_kept():
    """Reports are ordered by what they say, the undated last, each under its source."""
    facts = reports_facts(three(), Speech(), date(2034, 7, 31))
    assert [b.source for b in facts.bars] == ["A title", "Gazette", "a3"]
    assert facts.event is not None
    assert facts.event[0] == facts.event[1]


@pytest.mark.parametrize("narrow", [False, True])
def test_the_words_of_each_date_are_shown(narrow):
    """Every report's own words for the date stand beside its bar, and the band is explained."""
    fig = event_reports_figure(three(), title="T", event_start=date(2034, 7, 31), event_end=date(2034, 7, 31),
                               narrow=narrow)  # fmt: skip
    shown = " ".join(a.text for a in fig.layout.annotations)
    assert "“last month”" in shown
    assert "no date given" in shown
    assert "Together: 31 Jul 2034" in summary_text(fig)
    assert {row[0] for row in fig.data[0].customdata} == {"m1", "m2"}


def test_no_dates_and_no_reports():
    """Without dates or reports the chart says so; many reports are cut in the open; hostile sources are escaped."""
    assert "None of the reports" in summary_text(event_reports_figure(three().iloc[2:], title="T"))
    assert "No report" in summary_text(event_reports_figure(mentions_frame(), title="T"))
    many = pd.concat([three()] * 12, ignore_index=True)
    assert reports_facts(many, Speech()).left_out == 6
    bad = event_reports_figure(three().assign(publisher=HOSTILE, date_phrase=HOSTILE), title="T")
    assert "<script" not in str(bad.layout.yaxis.ticktext) + str(bad.layout.annotations)
