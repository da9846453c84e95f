"""Every word the screens say, read from `data/words`: one folder a language, one file a part of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from timeline.errors import LexiconError
from timeline.settings import WORDS_DIR

ENGLISH = "en"


class _Once(yaml.SafeLoader):
    """YAML as it is safe to read, that refuses a key which stands twice: the first would be lost without a word."""


def _mapping(loader: _Once, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise yaml.constructor.ConstructorError(None, None, f"{twice} stands twice", node.start_mark)
    return loader.construct_mapping(node, deep=True)


_Once.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages there are words for, English first."""
    found = sorted(folder.name for folder in WORDS_DIR.iterdir() if folder.is_dir())
    return (ENGLISH, *(code for code in found if code != ENGLISH))


@cache
def read_words(language: str) -> Mapping[str, Any]:
    """Name to words: a string, a list of strings or a mapping of code to string.

    Raises:
        LexiconError: naming the file that cannot be read or that says a name a second time.
    """
    table: dict[str, Any] = {}
    for path in sorted((WORDS_DIR / language).glob("*.yaml")):
        entries = _read(path)
        twice = next((name for name in entries if name in table), None)
        if twice is not None:
            raise LexiconError(f"{language}/{path.name}:{twice}", "is said in another file too")
        table |= entries
    return MappingProxyType(table)


def say(name: str, language: str = ENGLISH) -> Any:  # noqa: ANN401 (a string, a list or a mapping)
    """The words of a name in a language, in English where it has none.

    Raises:
        AttributeError: where no language has the name.
    """
    known = read_words(language) if language in languages() else {}
    if name in known:
        return known[name]
    if name in read_words(ENGLISH):
        return read_words(ENGLISH)[name]
    raise AttributeError(f"data/words has no {name}")


def _read(path: Path) -> dict[str, Any]:
    try:
        entries = yaml.load(path.read_text(encoding="utf-8"), Loader=_Once)  # noqa: S506 (a safe loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise LexiconError(path.name, f"cannot be read ({error.__class__.__name__})") from error
    if not isinstance(entries, dict):
        raise LexiconError(path.name, "must hold one mapping of names to words")
    return entries
