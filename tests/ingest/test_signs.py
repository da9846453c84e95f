import pytest

from timeline.ingest import _signs


@pytest.mark.parametrize(
    "line",
    [
        "28 October 2024 12:22",
        "Published: May 3, 2024 4:15 pm EDT | Updated: May 4, 2024",
        "Monday, 28 October 2024",
        "By Jane Roe | 28 October 2024",
        "Last updated 2024-05-03T10:00",
        "Karsa, 3 May 2024",
        "May 3, 2024 • 5 min read",
    ],
)
def test_datelines(furniture, line):
    """A date with labels, a time, a byline or a place is a dateline."""
    assert _signs.is_dateline(line, furniture)


@pytest.mark.parametrize(
    "line",
    [
        "On 3 May 2024 the army left",
        "Attack of 7 May 2023",
        "The ship sank on May 3, 2024.",
        "Updated",
        "28 October",
        "May 3, 2024, " + "word " * 60,
    ],
)
def test_lines_with_a_date_that_are_no_dateline(furniture, line):
    """A headline or sentence with a date in it dates its event, not the page."""
    assert not _signs.is_dateline(line, furniture)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("BY JANE ROE", "JANE ROE"),
        ("By Jane Roe and John van Doe", "Jane Roe and John van Doe"),
        ("Author: Jane Q. Roe", "Jane Q. Roe"),
        ("By Jane Roe | The Post", "Jane Roe"),
        ("Written by Jane Roe, 3 May 2024", "Jane Roe"),
        ("By the time they came", ""),
        ("By Friday evening two ships had left", ""),
        ("Bystanders ran", ""),
        ("By Force! Alone!", ""),
        ("By", ""),
    ],
)
def test_bylines(furniture, line, author):
    """A byline is a label and names, nothing else."""
    assert _signs.author_of(line, furniture) == author


@pytest.mark.parametrize(
    "line",
    [
        "Smoke rises over the harbour. [Kofi Boateng/AFP]",
        "The bridge after the blast. (Jane Roe via AP)",
        "President Ada Obi (left) and Minister Ben Ito (right) meet in Karsa on May 2, 2021.",
        "Photo: the dam in spring",
        "The navy says this picture shows its divers at the wreck on 3 May 2020.",
        "In this photo released by the palace, the king waves.",
        "A guard at the gate (Handout from the Ministry of Defence)",
        "FILE - The minister leaves court in 2019.",
        "General Ito, pictured, right, in a file photo",
    ],
)
def test_captions(furniture, line):
    """A line that says it describes a picture, or ends in a photographer's credit, is a caption."""
    assert _signs.is_caption(line, furniture)


@pytest.mark.parametrize(
    "line",
    [
        "The army left the town on Friday.",
        "The Labour (left) party lost its seats.",
        "The ministry denied it on Friday. (Reuters)",
        "They met (again) in May.",
        "Photo: " + "word " * 200,
    ],
)
def test_lines_that_are_no_captions(furniture, line):
    """An agency's name at the end of a report, or one hint alone, makes no caption."""
    assert not _signs.is_caption(line, furniture)


@pytest.mark.parametrize(
    "line",
    ["347 views", "Views: 347", "12", "5 min read", "Shares: 1.2k", "***", "© 2024 The Post", "https://a.example/b",
     "Source: https://a.example/b", "Jane Roe/Reuters", "A+", "3 comments"],
)  # fmt: skip
def test_furniture_lines(furniture, line):
    """Counters, rules, addresses, credits and owners are no part of an article."""
    assert _signs.is_furniture(line, furniture, sentence=False)


@pytest.mark.parametrize(
    "line", ["12 killed in raid", "Two views of the war", "See https://a.example for what was said about it"]
)
def test_lines_that_are_no_furniture(furniture, line):
    """Numbers and addresses inside words of the article stay."""
    assert not _signs.is_furniture(line, furniture, sentence=False)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© 2024 The Coastal Post. All rights reserved.", "The Coastal Post"),
        ("coast.example © 2025. .", "coast.example"),
        ("Copyright 2020-2024 The Coastal Post | Imprint", "The Coastal Post"),
        ("All rights reserved", ""),
        ("© 2024", ""),
        ("The Coastal Post", ""),
        ("© " + "word " * 80, ""),
    ],
)
def test_publishers(line, publisher):
    """A copyright line names the publisher once years and phrases are taken off."""
    assert _signs.publisher_of(line) == publisher


def test_addresses():
    """An address line gives its address; a sentence that mentions one does not."""
    assert _signs.address_in("Source: https://a.example/b.") == "https://a.example/b"
    assert _signs.address_in("They wrote on https://a.example/b that it was over") == ""


def test_labels_of_dates(furniture):
    """A line says whether its date is of publication or of a later change."""
    assert _signs.date_label("Published 3 May 2024", furniture) == "published"
    assert _signs.date_label("Last updated 3 May 2024", furniture) == "updated"
    assert _signs.date_label("3 May 2024", furniture) is None
