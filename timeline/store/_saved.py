"""What a case keeps under names: append-only JSON Lines; of the lines with one id the last one counts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated
from uuid import uuid4

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from timeline.errors import AccessError, ConflictError, SavedError
from timeline.model import Access, Saved, SavedView, Shelf, Story, StoryStep
from timeline.store._lines import append_line, lock_of, mend_tail

# No reader needs more, and a file that grew by mistake or malice is not taken in whole.
MAX_NAME, MAX_WORDS, MAX_STEPS = 120, 600, 40
_MAX_LINE_BYTES = 200_000


def _visible(name: str) -> str:
    if not name.strip():
        raise ValueError("is empty")
    return name


_Short = Annotated[str, Field(max_length=MAX_NAME)]
_Name = Annotated[str, Field(max_length=MAX_NAME), AfterValidator(_visible)]
_Words = Annotated[str, Field(max_length=MAX_WORDS)]
_Value = Annotated[str, Field(max_length=2_000)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _View(_Record):
    page: Annotated[str, Field(pattern=r"^[a-z]{1,20}$")]
    params: Annotated[list[tuple[_Short, _Value]], Field(max_length=200)]


class _Step(_Record):
    event_id: _Name
    words: _Words
    label: _Value


class _Story(_Record):
    opening: _Words
    steps: Annotated[list[_Step], Field(max_length=MAX_STEPS)]


class _Line(_Record):
    """One line; neither a view nor a story means that the thing was deleted."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    revision: Annotated[int, Field(ge=1)]
    name: _Name
    who: _Name
    when: _Short
    view: _View | None = None
    story: _Story | None = None


def read_saved(path: Path) -> Shelf:
    """Everything the case keeps, each as last saved; a damaged line is named and the rest goes on.

    A last line that a crash left unfinished, which nobody was told was saved, is no problem.
    """
    lines, problems = _read(path)
    kept = [saved for line in lines.values() if (saved := _saved(line)) is not None]
    return Shelf(items=tuple(sorted(kept, key=lambda one: (one.name.casefold(), one.id))), problems=problems)


def append_saved(path: Path, draft: Saved, access: Access, *, deleted: bool = False) -> Saved:
    """Keep a thing, or the next revision of one, and return it as it is kept; `deleted` takes it off the shelf.

    This is the one place that writes the file, so here it is asked who may. An `id` of "" is a new thing; `revision`
    is the last one that its author saw, 0 for none.

    Raises:
        AccessError: if `access` does not allow it, or is somebody else's than the draft's.
        ConflictError: if somebody saved or deleted the thing since that revision.
        SavedError: if another thing of its kind has the name, or something in it is too long or not text.
    """
    if not access.may_edit or access.name != draft.who:
        raise AccessError(access.name or "a reader", f"may not save in the case ({access.ground})")
    path.parent.mkdir(parents=True, exist_ok=True)
    with lock_of(path):
        mend_tail(path, lambda tail: not isinstance(_line(tail), str))
        lines, _ = _read(path)
        _check(lines.values(), draft)
        last = lines.get(draft.id)
        if draft.revision != (last.revision if last else 0):
            raise ConflictError(draft.name, "was saved by somebody else since you opened it; nothing was saved")
        line = _written(draft, deleted=deleted)
        encoded = line.model_dump_json(exclude_none=True, ensure_ascii=True).encode("ascii")
        if len(encoded) > _MAX_LINE_BYTES:
            raise SavedError(draft.name, "is too long to be saved")
        append_line(path, encoded + b"\n")
    return _saved(line) or draft


def _check(lines: Iterable[_Line], draft: Saved) -> None:
    """Two views, or two stories, never share a name: a reader could not tell them apart."""
    for line in lines:
        other = _saved(line)
        if (
            other is not None
            and other.id != draft.id
            and type(other.content) is type(draft.content)
            and other.name.casefold() == draft.name.casefold()
        ):
            raise SavedError(draft.name, "is the name of another one")


def _written(draft: Saved, *, deleted: bool) -> _Line:
    content = draft.content
    record = {
        "id": draft.id or f"s-{uuid4().hex[:12]}",
        "revision": draft.revision + 1,
        "name": draft.name,
        "who": draft.who,
        "when": draft.when,
    }
    if not deleted and isinstance(content, SavedView):
        record["view"] = {"page": content.page, "params": [tuple(pair) for pair in content.params]}
    elif not deleted and isinstance(content, Story):
        steps = [{"event_id": s.event_id, "words": s.words, "label": s.label} for s in content.steps]
        record["story"] = {"opening": content.opening, "steps": steps}
    try:
        return _Line.model_validate(record)
    except ValidationError as error:
        raise SavedError(_place(error), error.errors()[0]["msg"].removeprefix("Value error, ").lower()) from error


def _read(path: Path) -> tuple[dict[str, _Line], tuple[str, ...]]:
    """The last line of each id, and what is wrong with the lines that cannot be read."""
    whole, _, tail = (path.read_bytes() if path.exists() else b"").rpartition(b"\n")
    found: dict[str, _Line] = {}
    problems: list[str] = []
    for number, content in enumerate(filter(None, [*whole.split(b"\n"), tail]), 1):
        line = _line(content)
        if not isinstance(line, str):
            found[line.id] = line
        elif content is not tail:
            problems.append(f"{path.name}:{number} {line}")
    return found, tuple(problems)


def _line(content: bytes) -> _Line | str:
    """The line, or what is wrong with it."""
    if len(content) > _MAX_LINE_BYTES:
        return "is too long"
    try:
        return _Line.model_validate_json(content)
    except ValidationError as error:
        return f"has something wrong in {_place(error)}"


def _place(error: ValidationError) -> str:
    """The field an error is about, "the line" where it is no JSON; never the value, which is anybody's."""
    return ".".join(str(part) for part in error.errors()[0]["loc"])[:80] or "the line"


def _saved(line: _Line) -> Saved | None:
    """What the line keeps; None where it deletes."""
    content: SavedView | Story
    if line.view is not None:
        content = SavedView(page=line.view.page, params=tuple(line.view.params))
    elif line.story is not None:
        steps = tuple(StoryStep(event_id=s.event_id, words=s.words, label=s.label) for s in line.story.steps)
        content = Story(title=line.name, opening=line.story.opening, steps=steps)
    else:
        return None
    return Saved(id=line.id, revision=line.revision, name=line.name, who=line.who, when=line.when, content=content)
