"""A case is a folder: its `case.toml`, articles, lexicon additions, decisions and builds."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from timeline.errors import CaseError

CASE_FILE = "case.toml"
DECISIONS_FILE = "decisions.jsonl"
RETIRED_FILE = "retired.json"
ADDED_FILE = "added.jsonl"
SAVED_FILE = "saved.jsonl"
ORIGINALS = "originals"
# What a case folder holds besides articles; in a plain folder these stand right beside them.
# Read as additions to the lexicon where a case names no other folders.
LEXICON_FOLDER = "lexicon"
NOT_ARTICLES = frozenset(
    {
        *(CASE_FILE, DECISIONS_FILE, f"{DECISIONS_FILE}.lock", RETIRED_FILE, ADDED_FILE, LEXICON_FOLDER),
        *(SAVED_FILE, f"{SAVED_FILE}.lock", "builds", ORIGINALS),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What `case.toml` says, with every path absolute; an absent file means a plain folder of articles.

    `parse` is whether a dependency parser, where one is installed, gives a second opinion.
    """

    folder: Path
    title: str
    description: str = ""
    languages: tuple[str, ...] = ("en",)
    default_view: str = "overview"
    timezone: str = "UTC"
    licence: str = ""
    parse: bool = False
    lexicons: tuple[Path, ...] = ()
    editors: tuple[str, ...] = ()

    @property
    def articles(self) -> Path:
        """The folder of articles: `articles/` where there is one, else the case folder itself."""
        inner = self.folder / "articles"
        return inner if inner.is_dir() else self.folder

    @property
    def originals(self) -> Path:
        """The bytes of every article as received, each named by its SHA-256."""
        return self.folder / ORIGINALS

    @property
    def decisions(self) -> Path:
        """The append-only decision log."""
        return self.folder / DECISIONS_FILE

    @property
    def added(self) -> Path:
        """One line for each article that came by the screen or by `add`: its name then, its file, by whom and when."""
        return self.folder / ADDED_FILE

    @property
    def saved(self) -> Path:
        """Views and stories that people keep under a name; no build depends on it."""
        return self.folder / SAVED_FILE

    @property
    def retired(self) -> Path:
        """Ids that a build once published and a later one no longer had, with the reports they stood for."""
        return self.folder / RETIRED_FILE

    def info(self) -> dict[str, str]:
        """What a build keeps of the settings."""
        return {
            "title": self.title,
            "description": self.description,
            "timezone": self.timezone,
            "licence": self.licence,
            "default_view": self.default_view,
            "languages": ", ".join(self.languages),
        }


def read_case(folder: Path) -> Case:
    """The case in `folder`.

    Raises:
        CaseError: if the folder or a setting of its `case.toml` cannot be used; names the setting.
    """
    folder = folder.resolve()
    if not folder.is_dir():
        raise CaseError(str(folder), "is not a folder")
    settings = _read_toml(folder / CASE_FILE)
    known = {
        *("title", "description", "languages", "default_view", "timezone", "licence", "parse", "lexicons", "editors")
    }
    unknown = sorted(set(settings) - known)
    if unknown:
        raise CaseError(f"{CASE_FILE}: {unknown[0]}", f"is no setting; known are {', '.join(sorted(known))}")
    additions = (LEXICON_FOLDER,) if (folder / LEXICON_FOLDER).is_dir() else ()
    return Case(
        folder=folder,
        title=_text(settings, "title", folder.name),
        description=_text(settings, "description", ""),
        languages=_texts(settings, "languages", ("en",)),
        default_view=_text(settings, "default_view", "overview"),
        timezone=_zone(_text(settings, "timezone", "UTC")),
        licence=_text(settings, "licence", ""),
        parse=_flag(settings, "parse", default=False),
        lexicons=tuple(_inside(folder, name) for name in _texts(settings, "lexicons", additions)),
        editors=_texts(settings, "editors", ()),
    )


def _read_toml(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CaseError(CASE_FILE, f"cannot be read: {error}") from error


def _text(settings: dict[str, Any], key: str, default: str) -> str:
    value = settings.get(key, default)
    if not isinstance(value, str):
        raise CaseError(f"{CASE_FILE}: {key}", "must be text in quotes")
    return value


def _texts(settings: dict[str, Any], key: str, default: tuple[str, ...]) -> tuple[str, ...]:
    value = settings.get(key, default)
    if not isinstance(value, list | tuple) or not all(isinstance(part, str) for part in value):
        raise CaseError(f"{CASE_FILE}: {key}", "must be a list of texts")
    return tuple(value)


def _flag(settings: dict[str, Any], key: str, *, default: bool) -> bool:
    value = settings.get(key, default)
    if not isinstance(value, bool):
        raise CaseError(f"{CASE_FILE}: {key}", "must be true or false")
    return value


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:  # ZoneInfoNotFoundError is a KeyError
        raise CaseError(f"{CASE_FILE}: timezone", f"{name!r} is no time zone") from error
    return name


def _inside(folder: Path, name: str) -> Path:
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_dir():
        raise CaseError(f"{CASE_FILE}: lexicons", f"{name!r} is no folder inside the case")
    return path
