"""Article text and metadata out of HTML; runs in a child process that may be killed (reliability 1.5)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from typing import Any, TypeAlias

# lxml has no types; its elements are what they are.
HtmlElement: TypeAlias = Any

_MAX_META_CHARS = 500
_EARLIEST, _LATEST = "1900-01-01", "2200-01-01"


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What the mark-up tells; `published` is ISO 8601 or "", from metadata unless `from_text`."""

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    published: str = ""
    from_text: bool = False
    captions: tuple[str, ...] = ()


def limit_child(memory_bytes: int, cpu_seconds: int) -> None:
    """Bound this process's address space, where the system can; then import what parsing needs."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    import htmldate  # noqa: F401
    import trafilatura  # noqa: F401


def parse_html(markup: str) -> HtmlPage | None:
    """The article of a page, or None if there is none.

    trafilatura drops a paragraph that it has met before, and writes escaped mark-up as the characters it stands for:
    offsets count in the text returned here, which is no safe HTML.
    """
    import trafilatura

    tree = _tree(markup)
    if tree is None:
        return None
    captions = _keep_captions(tree)
    found: Any = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, date_extraction_params={"max_date": _LATEST}
    )
    text = (found.text if found else "") or ""
    if not found or not text.strip():
        return None
    published, from_text = _published(markup)
    return HtmlPage(
        text=text,
        title=_short(found.title),
        author=_short(found.author),
        publisher=_short(found.sitename),
        url=_short(found.url, 2_000),
        language=_short(tree.get("lang"), 20).split("-")[0].lower(),
        published=published,
        from_text=from_text,
        captions=captions,
    )


def _tree(markup: str) -> HtmlElement:
    from trafilatura import load_html

    return load_html(markup)


def _short(value: object, limit: int = _MAX_META_CHARS) -> str:
    return " ".join(str(value or "").split())[:limit]


def _keep_captions(tree: HtmlElement) -> tuple[str, ...]:
    """Turn figure captions into paragraphs after their figures, since the extractor drops them; returns their words."""
    captions = []
    for caption in list(tree.iter("figcaption"))[:200]:
        words = " ".join(caption.text_content().split())
        figure = next(caption.iterancestors("figure"), None)
        if not words or figure is None or figure.getparent() is None:
            continue
        caption.clear()
        caption.tag, caption.text = "p", words
        figure.addnext(caption)
        captions.append(words)
    return tuple(captions)


def _published(markup: str) -> tuple[str, bool]:
    """The day of publication, from the page's metadata or else from its visible text, and which of the two."""
    from htmldate import find_date

    # Bounds that do not depend on today's date: the same page reads the same next year.
    limits: dict[str, Any] = {"original_date": True, "min_date": _EARLIEST, "max_date": _LATEST}
    tree, metadata = _tree(markup), _tree("<html><head></head><body></body></html>")
    # An address may name a date too, which is another, weaker basis: it is read by itself.
    for link in list(tree.xpath("//link | //meta[@property='og:url'] | //base")):
        link.drop_tree()
    for element in tree.xpath("//head//meta | //script[@type='application/ld+json'] | //time | //abbr[@title]")[:200]:
        metadata.find("head" if element.tag in {"meta", "script"} else "body").append(copy(element))
    found = _tried(find_date, metadata, extensive_search=False, **limits)
    return (found, False) if found else (_tried(find_date, tree, extensive_search=False, **limits), True)


def _tried(find_date: Callable[..., str | None], tree: HtmlElement, **options: object) -> str:
    try:
        return find_date(tree, **options) or ""
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ""
