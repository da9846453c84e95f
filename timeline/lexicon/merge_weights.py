"""The numbers, words and type families that decide which reports are one event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from timeline.errors import LexiconError
from timeline.lexicon._actor_rows import ActorRow, OrganRow, PersonRow, StateRow, TitleRow, seats_of
from timeline.lexicon._tables import Row, read_csv_table

WEIGHTS_TABLE = "merge_weights.csv"
WORDS_TABLE = "merge_words.csv"
FAMILIES_TABLE = "merge_families.csv"
_WORD = re.compile(r"[^\W_]+")
# How the table writes that a report has no mode.
_NO_MODE = "-"
_NONE: frozenset[str] = frozenset()
_WITH_BASE = ("thing", "form", "same")


class WeightRow(Row):
    """One number of `merge_weights.csv`."""

    name: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    value: float
    meaning: Annotated[str, Field(min_length=1)]


class MergeWordRow(Row):
    """One word of `merge_words.csv`; `base` only for roles thing, form and same."""

    word: Annotated[str, Field(min_length=1)]
    role: Literal[
        "stop",
        "definite",
        "complement",
        "act",
        "pronoun",
        "no-claim",
        "light",
        "common",
        "further",
        "means",
        "irregular",
        "thing",
        "form",
        "same",
    ]
    base: str = ""


class FamilyRow(Row):
    """The family of one event type, or one more family for its reports of one `mode`.

    `mutual` where who is named first says nothing of who acts, `daily` where such acts are done again within days.
    """

    type: Annotated[str, Field(pattern=r"^[A-Z]+$")]
    mode: str = ""
    family: Annotated[str, Field(min_length=1)]
    mutual: bool = False
    daily: bool = False


@dataclass(frozen=True, slots=True)
class MergeWords:
    """Words by their role; `forms` gives the base of an irregular form, `same` the families a word may belong to,
    `things` the kind of each word for what acts of force hit; `kin` gives the land and the parent
    of each organisation by its id; `people` are surnames of office holders, `seats` words
    of the seats of governments.
    """

    stop: frozenset[str]
    definite: frozenset[str]
    complement: frozenset[str]
    act: frozenset[str]
    pronoun: frozenset[str]
    no_claim: tuple[str, ...]
    light: frozenset[str]
    common: frozenset[str]
    further: frozenset[str]
    means: frozenset[str]
    irregular: frozenset[str]
    kin: dict[str, frozenset[str]]
    people: frozenset[str]
    seats: frozenset[str]
    things: dict[str, str]
    forms: dict[str, str]
    same: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeWeights:
    """Every number of `merge_weights.csv` under its name there, with the words and families merging reads."""

    prior: float
    verbal_prior: float
    link_at: float
    only_one_at: float
    near_at: float
    near_kept: float
    only_one_against: float
    tie_within: float
    vague_days: float
    average_at: float
    date: float
    anchor: float
    recency: float
    recency_days: float
    stale_days: float
    initiators: float
    targets: float
    target_mismatch: float
    initiator_mismatch: float
    one_sided: float
    role_reversal: float
    person: float
    mode: float
    place: float
    place_mismatch: float
    near_km: float
    killed: float
    injured: float
    captured: float
    munitions: float
    words: float
    unseen_sentences: float
    name: float
    names_apart: float
    thing: float
    thing_mismatch: float
    other_kind: float
    further: float
    unshared: float
    unshared_rare: float
    unshared_words: float
    reference: float
    same_article: float
    gone_on: float
    one_sentence: float
    block_cap: float
    block_window: float
    average_sample: float
    answer_at: float
    cluster_topic: float
    cluster_part: float
    cluster_names: float
    cluster_head: float
    cluster_light: float
    cluster_documents: float
    cluster_context: float
    cluster_link: float
    infer_days: float
    copy_at: float
    copy_runs: float
    lexis: MergeWords
    families: dict[str, str]
    further_families: dict[tuple[str, str], frozenset[str]]
    mutual: frozenset[str]
    daily: frozenset[str]

    def family(self, type: str) -> str:
        """The family of a type; a type without a row is a family of its own."""
        return self.families.get(type, type)

    def families_of(self, type: str, mode: str) -> frozenset[str]:
        """The family of a type and those in which reports of this mode are compared too."""
        return self.further_families.get((type, mode or _NO_MODE), _NONE) | {self.family(type)}

    def ways_of(self, type: str, mode: str) -> frozenset[str]:
        """The families of a mode that no type has to itself: ways of acting that news tells in the same words."""
        return self.families_of(type, mode).difference(self.families.values())


def load_merge_weights(lexicon_dir: Path) -> MergeWeights:
    """Read the merge tables of a lexicon folder.

    Raises:
        LexiconError: naming the bad cell, or the weight that is missing, unknown or given twice.
    """
    rows = read_csv_table(lexicon_dir / WEIGHTS_TABLE, WeightRow)
    wanted = {f.name for f in fields(MergeWeights)} - {"lexis", "families", "further_families", "mutual", "daily"}
    given = [row.name for row in rows]
    for name in sorted(wanted ^ set(given)):
        problem = "has no weight" if name in wanted else "has an unknown weight"
        raise LexiconError(WEIGHTS_TABLE, f"{problem} {name!r}")
    if len(given) > len(wanted):
        twice = next(name for name in given if given.count(name) > 1)
        raise LexiconError(WEIGHTS_TABLE, f"gives weight {twice!r} twice")
    kinds = read_csv_table(lexicon_dir / FAMILIES_TABLE, FamilyRow)
    values = {row.name: row.value for row in rows}
    return MergeWeights(
        **values,
        lexis=_load_words(lexicon_dir),
        families={row.type: row.family for row in kinds if not row.mode},
        further_families=_further(kinds),
        mutual=frozenset(row.type for row in kinds if row.mutual),
        daily=frozenset(row.family for row in kinds if row.daily),
    )


def _further(rows: Sequence[FamilyRow]) -> dict[tuple[str, str], frozenset[str]]:
    further: dict[tuple[str, str], frozenset[str]] = {}
    for row in (row for row in rows if row.mode):
        further[row.type, row.mode] = further.get((row.type, row.mode), _NONE) | {row.family}
    return further


def _load_words(lexicon_dir: Path) -> MergeWords:
    rows = read_csv_table(lexicon_dir / WORDS_TABLE, MergeWordRow)
    by_role: dict[str, list[str]] = {}
    same: dict[str, tuple[str, ...]] = {}
    for row in rows:
        if bool(row.base) != (row.role in _WITH_BASE):
            names = ", ".join(map(repr, _WITH_BASE))
            raise LexiconError(WORDS_TABLE, f"word {row.word!r}: a base belongs to roles {names} and only to them")
        by_role.setdefault(row.role, []).append(row.word)
        if row.role == "same":
            same[row.word] = (*same.get(row.word, ()), row.base)
    states = read_csv_table(lexicon_dir / "states.csv", StateRow)
    actors = read_csv_table(lexicon_dir / "actors.csv", ActorRow)
    return MergeWords(
        stop=frozenset(by_role.get("stop", ())),
        definite=frozenset(by_role.get("definite", ())),
        complement=frozenset(by_role.get("complement", ())),
        act=frozenset(by_role.get("act", ())),
        pronoun=frozenset(by_role.get("pronoun", ())),
        no_claim=tuple(by_role.get("no-claim", ())),
        light=frozenset(by_role.get("light", ())),
        common=frozenset(by_role.get("common", ())) | _actor_words(lexicon_dir, states, actors),
        further=frozenset(by_role.get("further", ())),
        means=frozenset(by_role.get("means", ())),
        irregular=frozenset(by_role.get("irregular", ())),
        kin={actor.id: frozenset(filter(None, (actor.country, actor.parent))) for actor in actors},
        people=_surnames(lexicon_dir),
        seats=frozenset(word for row in states for seat in seats_of(row) for word in _WORD.findall(seat.casefold())),
        things={row.word: row.base for row in rows if row.role == "thing"},
        forms={row.word: row.base for row in rows if row.role == "form"},
        same=same,
    )


def _actor_words(lexicon_dir: Path, states: Sequence[StateRow], actors: Sequence[ActorRow]) -> set[str]:
    """The words that name actors and offices, which are compared as actors and not as words."""
    phrases = [name for row in states for name in (row.name, *row.aliases, *row.adjectives, *row.people)]
    phrases += [name for actor in actors for name in (actor.name, *actor.aliases)]
    phrases += [row.phrase for row in read_csv_table(lexicon_dir / "organs.csv", OrganRow)]
    phrases += [row.phrase for row in read_csv_table(lexicon_dir / "titles.csv", TitleRow)]
    return {word for phrase in phrases for word in _WORD.findall(phrase.casefold())}


def _surnames(lexicon_dir: Path) -> frozenset[str]:
    """Words of the names of office holders; capitalised, they name who speaks or decides and no village or ship."""
    people = read_csv_table(lexicon_dir / "persons.csv", PersonRow)
    return frozenset(word for row in people for word in _WORD.findall(row.name.casefold()))
