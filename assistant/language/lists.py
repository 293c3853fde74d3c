"""The word lists in prompts/language/: read once, checked, and joined into patterns.

A list is named by its file and its key; `measure.units` is the key `units` in the table `measure`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from assistant import prompts
from assistant.errors import ContentError


@cache
def _file(name: str) -> Mapping[str, Any]:
    return prompts.read_toml(prompts.folder() / "language" / f"{name}.toml")


def _value(file: str, key: str) -> Any:
    value: Any = _file(file)
    for part in key.split("."):
        if not isinstance(value, Mapping) or part not in value:
            raise ContentError(f"language/{file}.toml: {key!r} is missing")
        value = value[part]
    return value


@cache
def entries(file: str, key: str) -> tuple[str, ...]:
    """The entries of a list in their order; raises ContentError where it is missing, empty or no list of strings."""
    value = _value(file, key)
    if not isinstance(value, list) or not value or not all(isinstance(entry, str) for entry in value):
        raise ContentError(f"language/{file}.toml: {key!r} must be a list of strings")
    return tuple(value)


@cache
def words(file: str, key: str) -> frozenset[str]:
    """The entries of a list as a set."""
    return frozenset(entries(file, key))


@cache
def either(file: str, key: str) -> str:
    """The entries of a list as one group of a regular expression; raises ContentError where one is no pattern."""
    for entry in entries(file, key):
        try:
            re.compile(entry)
        except re.error as error:
            raise ContentError(f"language/{file}.toml: {key!r}: {entry!r} is no pattern: {error}") from error
    return f"(?:{'|'.join(entries(file, key))})"


@cache
def pattern(file: str, key: str) -> re.Pattern[str]:
    """A pattern that finds any entry of a list as a whole word, in capitals or not."""
    return re.compile(rf"\b{either(file, key)}\b", re.I)
