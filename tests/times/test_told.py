"""Time counted from events that the article dates itself."""

import pytest

AMBUSH = "Gunmen ambushed a convoy near Keld on 3 May 2024, killing four."


@pytest.mark.parametrize(
    ("sentence", "phrase", "edtf"),
    [
        ("Two days after the ambush, the road was shut.", "Two days", "2024-05-05"),
        ("The day before the deadly ambush, a warning came.", "The day", "2024-05-02"),
        ("Hours after the ambush, the road was shut.", "Hours", "[2024-05-03..2024-05-04]"),
        ("Three weeks after the ambush, the road was shut.", "Three weeks", "[2024-05-21..2024-05-27]"),
        ("On the eve of the ambush he fled.", "the eve of", "2024-05-02"),
        ("On the first anniversary of the ambush they met.", "the first anniversary of", "2025-05-03"),
        ("On the anniversary of the ambush they met.", "the anniversary of", "2025-05-03"),
    ],
)
def test_counts_from_an_act_told_earlier(tagger, sentence, phrase, edtf):
    """A count from an act is resolved by the date in the earlier sentence that tells of it, with the chain."""
    from datetime import date

    from timeline.model import DateInterval

    published = DateInterval(date(2025, 4, 20), date(2025, 4, 20))
    found = next(e for e in tagger.tag(f"{AMBUSH} {sentence}", document_date=published) if e.text == phrase)
    assert (found.when.edtf, found.when.basis) == (edtf, "anchored")
    assert "ambush" in found.when.reason
    assert "“3 May 2024”" in found.when.reason


@pytest.mark.parametrize(
    "text",
    [
        "It rained on 3 May 2024. Two days after the ambush, the road was shut.",
        "Gunmen ambushed a convoy in May 2024. Two days after the ambush, the road was shut.",
        f"{AMBUSH} Two days after the storm. An ambush came.",
        "Two days after the ambush of 3 May 2024, the road was shut.",
        "The anniversary of the ambush is near.",
    ],
)
def test_what_is_not_told_with_a_day_gives_none(tagger, tuesday, text):
    """An act without a written day in an earlier sentence of its own gives no date."""
    assert all(e.when is None or e.when.basis != "anchored" for e in tagger.tag(text, document_date=tuesday))


def test_the_nearest_telling_counts(tagger, tuesday):
    """Of several dated tellings of such an act the last one before counts."""
    text = f"{AMBUSH} An ambush of 9 June 2024 failed. Two days after the ambush, the road was shut."
    assert tagger.tag(text, document_date=tuesday)[-1].when.edtf == "2024-06-11"


def test_an_uncounted_anniversary_needs_publication(tagger):
    """Without a publication date, and far from any, an anniversary without a number is no day."""
    assert tagger.tag(f"{AMBUSH} On the anniversary of the ambush they met.", document_date=None)[-1].rule != (
        "anchor.anniversary.told"
    )
