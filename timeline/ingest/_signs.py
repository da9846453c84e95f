"""What one line says about itself: a dateline, a byline, a caption, a counter, an address, a copyright."""

from __future__ import annotations

import re

from timeline.ingest._dates import find_dates
from timeline.lexicon.furniture import FurnitureClass, FurnitureLexicon, bare_line, fold_line

_MAX_DATELINE = 200
_MAX_CAPTION = 600
# "Updated 2 hours ago": dates the page by a clock that we do not have.
_MAX_AGE = 60
_AGE = re.compile(r"\b(?:ago|today|yesterday|just now)\b", re.IGNORECASE)
_TIME = re.compile(r"(?<![0-9])[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:[ \u00a0]?[ap]\.?m\b\.?)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")
_URL = re.compile(r"https?://[^\s<>\"'()]{4,1000}", re.IGNORECASE)
_MARKS = "|•·–—-/,;()[]\t"
_NAME_LINKS = {
    "and",
    "de",
    "del",
    "della",
    "di",
    "da",
    "dos",
    "van",
    "von",
    "der",
    "den",
    "bin",
    "ibn",
    "al",
    "el",
    "la",
    "le",
    "&",
    "in",
}
_CREDIT_TAIL = re.compile(r"(?:\((?P<round>[^()]{2,120})\)|\[(?P<square>[^\[\]]{2,120})\])[.)\s]{0,4}$")
_COPYRIGHT = re.compile(r"©|\(c\)|copyright|\ball rights reserved\b", re.IGNORECASE)
_NOT_NAME = re.compile(r"©|\([cC]\)|(?i:copyright|all rights reserved|by)\b|[0-9]{4}(?:[-–][0-9]{2,4})?")

_FURNITURE: frozenset[FurnitureClass] = frozenset(
    {
        "advertising", "comments", "cookie", "copyright", "counter", "credit",
        "follow", "navigation", "see_also", "share", "social", "subscribe",
    }
)  # fmt: skip


def is_dateline(text: str, furniture: FurnitureLexicon) -> bool:
    """Whether a line holds a full date and beside it only labels, a time, a byline or a short name set apart."""
    if len(text) > _MAX_DATELINE:
        return False
    dates = find_dates(text)
    if not dates:
        return False
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + "|" + rest[found.end :]
    rest = _TIME.sub(" ", rest)
    words = [word for word in _WORD.findall(rest) if "dateline_word" not in furniture.line_classes(word)]
    if not words:
        return True
    if any(author_of(part, furniture) for part in _parts(rest)):
        return True
    named = len(words) <= 4 and all(word[0].isupper() for word in words)
    before, after = text[: dates[0].start].rstrip(" \u00a0"), text[dates[-1].end :].lstrip(" \u00a0")
    return named and (before[-1:] in set(_MARKS) if before else after[:1] in set(_MARKS) - {","})


def _parts(text: str) -> list[str]:
    return [part.strip(" ,;:-–—") for part in re.split(r"[|•·–—/\t]| - ", text) if part.strip(" ,;:-–—")]


def date_label(text: str, furniture: FurnitureLexicon) -> FurnitureClass | None:
    """ "published" or "updated" if the line says which of the two its first date is."""
    labels: tuple[FurnitureClass, ...] = ("published", "updated")
    return next((label for label in labels if furniture.start_of(text[:_MAX_DATELINE], label)), None)


def author_of(text: str, furniture: FurnitureLexicon) -> str:
    """The name in a line that is a byline and nothing else ("By Jane Roe"), else ""."""
    skip = furniture.start_of(text, "byline")
    if not skip or len(text) > _MAX_DATELINE:
        return ""
    name = re.split(r"[|•·–—/\t,;(]| - |[0-9]", text[skip:].lstrip(" :\u00a0"))[0].strip(" .:-*_")
    words = name.split()
    named = [word for word in words if word[0].isupper()]
    others = [word for word in words if not word[0].isupper()]
    if not named or len(words) > 8 or any(word not in _NAME_LINKS for word in others):
        return ""
    sentence = re.search(r"[a-z]{3,}[.!?] ", name) or text.rstrip()[-1:] in "!?"
    return "" if sentence else name


def is_caption(text: str, furniture: FurnitureLexicon) -> bool:
    """Whether a line describes a photo: it says so, tells left from right, or ends in a photographer's credit."""
    if len(text) > _MAX_CAPTION:
        return False
    folded = fold_line(text)
    if "caption" in furniture.classes(text, sentence=True) or furniture.count_inside(text, "caption_hint") > 1:
        return True
    credit = _CREDIT_TAIL.search(folded)
    if not credit:
        return False
    inner = (credit["square"] or credit["round"]).strip()
    if not furniture.has_word(inner, "agency"):
        return False
    alone = "agency" in furniture.line_classes(inner)
    return bool(credit["square"]) or not alone or furniture.count_inside(text, "caption_hint") > 0


def is_furniture(text: str, furniture: FurnitureLexicon, *, sentence: bool) -> bool:
    """Whether a line alone shows that it is no part of the article."""
    if not any(c.isalnum() for c in text):
        return True
    if is_counter(text, furniture) or (len(text) <= _MAX_DATELINE and "©" in text) or is_address(text):
        return True
    if len(text) <= _MAX_AGE and _AGE.search(text) and date_label(text, furniture):
        return True
    classes = furniture.classes(text, sentence=sentence)
    if classes == {"counter"} and not text.rstrip().endswith(":") and len(text.split()) > 4:
        return False
    return bool(classes & _FURNITURE) or _is_photo_credit(text, furniture)


def is_counter(text: str, furniture: FurnitureLexicon) -> bool:
    """Whether a short line counts something about the page ("347 views", "5 min read")."""
    if len(text) > 60 or not any(c.isdigit() for c in text):
        return False
    words = bare_line(re.sub(r"[0-9][0-9.,]*[km]?\b", " ", fold_line(text)))
    return not words or "counter" in furniture.line_classes(words)


def _is_photo_credit(text: str, furniture: FurnitureLexicon) -> bool:
    return "/" in text and len(text.split()) <= 6 and furniture.has_word(text, "agency") and text[-1:] not in ".!?"


def is_address(text: str) -> bool:
    """Whether a line is a web address with at most a label before it."""
    found = _URL.search(text[:1_200])
    return found is not None and len(text[: found.start()].split()) <= 2 and not text[found.end() :].strip(" .)>]")


def address_in(text: str) -> str:
    """The web address of a line that is one, else ""."""
    found = _URL.search(text[:1_200]) if is_address(text) else None
    return found.group().rstrip(".,)") if found else ""


def publisher_of(text: str) -> str:
    """The owner that a copyright line names, else ""."""
    if len(text) > _MAX_DATELINE or not _COPYRIGHT.search(text):
        return ""
    sentence = re.split(r"(?<=[a-z0-9])\. |\|", text)[0]
    name = " ".join(_NOT_NAME.sub(" ", sentence).split()).strip(" .,;:-–—")
    return name if 1 <= len(name.split()) <= 6 and any(c.isalpha() for c in name) else ""
