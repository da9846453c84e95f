"""The YAML head of a Markdown article: plain names and values, nothing that grows or runs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from timeline.errors import ArticleError

_MAX_CHARS = 64_000
_MAX_DEPTH = 20
_MAX_TOKENS = 5_000
_OPENING = (
    yaml.tokens.FlowSequenceStartToken,
    yaml.tokens.FlowMappingStartToken,
    yaml.tokens.BlockSequenceStartToken,
    yaml.tokens.BlockMappingStartToken,
)
_CLOSING = (yaml.tokens.FlowSequenceEndToken, yaml.tokens.FlowMappingEndToken, yaml.tokens.BlockEndToken)
# A line as people write it who do not know YAML: "title: UN: dozens killed".
_LINE = re.compile(r"([A-Za-z_][\w-]{0,40})[ \t]{0,8}:[ \t]+(\S.*)")
_NESTED = ("[", "{", "|", ">", "&", "*", "!", "%", "@", "`")
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_UNREADABLE = "is not YAML that can be read ({})"
_OPEN = re.compile(r"\ufeff?---[ \t]*\n")


def split_front_matter(text: str) -> tuple[Mapping[str, Any], str]:
    """The head's values and the body; no head gives no values.

    Raises:
        ArticleError: if a head is open, too large, uses anchors or aliases, or is no mapping.
    """
    opened = _OPEN.match(text)
    if not opened:
        return {}, text
    closed = _FENCE.search(text, opened.end(), opened.end() + _MAX_CHARS)
    if not closed:
        if text.find("\n---", opened.end()) < 0 and not re.match(r"[A-Za-z_]{1,40}[ \t]*:", text[opened.end() :]):
            return {}, text  # a rule above a text, not a head
        raise ArticleError("front matter", f"does not end within {_MAX_CHARS:,} characters")
    head = text[opened.end() : closed.start()]
    return _read(head), text[closed.end() :].lstrip("\n")


def _refuse_bombs(head: str) -> None:
    """Stop at what makes a few lines of YAML cost gigabytes or minutes: aliases ("billion laughs"), depth, number."""
    depth = 0
    for count, token in enumerate(yaml.scan(head, Loader=yaml.SafeLoader)):
        if isinstance(token, yaml.tokens.AnchorToken | yaml.tokens.AliasToken):
            raise ArticleError("front matter", "uses YAML anchors or aliases, which are not read")
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if depth > _MAX_DEPTH or count > _MAX_TOKENS:
            raise ArticleError("front matter", "is larger or deeper than the head of an article may be")


def _plain_lines(head: str) -> dict[str, str] | None:
    """A name and a text on each line, whatever signs the text holds; None where any line is something else."""
    found = [_LINE.fullmatch(line.rstrip()) for line in head.splitlines() if line.strip()]
    values = {match[1]: match[2] for match in found if match is not None and not match[2].startswith(_NESTED)}
    return {name: _unquoted(text) for name, text in values.items()} if len(values) == len(found) else None


def _unquoted(text: str) -> str:
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if quoted else text


def _read(head: str) -> Mapping[str, Any]:
    try:
        _refuse_bombs(head)
        values = yaml.safe_load(head)
    except yaml.scanner.ScannerError as error:
        values = _plain_lines(head)
        if values is None:
            raise ArticleError("front matter", _UNREADABLE.format("ScannerError")) from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise ArticleError("front matter", _UNREADABLE.format(error.__class__.__name__)) from error
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise ArticleError("front matter", "is not a list of names and values")
    return {str(name).strip().lower(): value for name, value in values.items()}
