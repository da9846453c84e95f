"""The optional dependency parser: the one module that names spaCy, and the only one of its room that opens files.

It opens nothing but the files of the pinned model, once, when the pipeline loads it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.coding._syntax import Parser, Tree, make_tree
from timeline.errors import ParserError
from timeline.lexicon.parser_models import ParserModel

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Roles need words, tags and heads; what else the model holds is not read.
_UNUSED = ["attribute_ruler", "lemmatizer", "ner", "senter"]


class SpacyParser:
    """spaCy behind the `Parser` protocol."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp = nlp
        self.name = name

    def parse(self, texts: Sequence[str]) -> Sequence[Tree]:
        """One tree for each text, in order; memory for words never seen before is freed after each batch."""
        # spaCy cannot read half of a surrogate pair; "?" keeps every offset.
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        with self._nlp.memory_zone():
            return [_tree_of(doc) for doc in self._nlp.pipe(readable, batch_size=len(readable) or 1)]


def _tree_of(doc: Doc) -> Tree:
    return make_tree([(token.idx, token.head.i, token.dep_, token.tag_, token.text) for token in doc])


def installed_parser(model: ParserModel) -> str:
    """Name and versions of what `load_parser` would load, or "" where spaCy or the model is not installed."""
    if find_spec("spacy") is None or find_spec(model.package) is None:
        return ""
    try:
        return f"{model.package} {model.version}, spaCy {version('spacy')}"
    except PackageNotFoundError:
        return ""


def load_parser(model: ParserModel) -> Parser | None:
    """The parser with the pinned model, or None where spaCy or the model is not installed.

    Raises:
        ParserError: naming the model, if its files are not the pinned ones.
    """
    name = installed_parser(model)
    found = find_spec(model.package) if name else None
    if found is None or not found.submodule_search_locations:
        return None
    folder = Path(found.submodule_search_locations[0]) / f"{model.package}-{model.version}"
    if model_digest(folder) != model.sha256:
        raise ParserError(model.package, f"is not the pinned model {model.version}; `make parse` installs that one")
    import spacy

    return SpacyParser(spacy.load(folder, exclude=_UNUSED), name)


def model_digest(folder: Path) -> str:
    """SHA-256 over the files of a folder in sorted order: of each its path, a NUL and its own SHA-256."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file():
            with path.open("rb") as payload:
                digest = hashlib.file_digest(payload, "sha256").hexdigest()
            total.update(f"{path.relative_to(folder).as_posix()}\0{digest}\n".encode())
    return total.hexdigest()
