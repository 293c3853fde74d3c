"""Loads and checks the files in prompts/: all the language of the product is data there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assistant.errors import ContentError, UnknownKindError
from assistant.message import Kind
from assistant.principle import Principle

Phrases = Mapping[str, Any]


def folder() -> Path:
    """The folder of the language files: inside the installed package, else beside it in a checkout."""
    here = Path(__file__).parent
    installed = here / "_prompts"
    return installed if installed.is_dir() else here.parent / "prompts"


def read_toml(path: Path) -> dict[str, Any]:
    """The content of one TOML file; raises ContentError with the file and the reason."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"{path.name}: cannot be read: {error}") from error


def load_kinds(root: Path) -> dict[str, Kind]:
    """All kinds below `root`/kinds, by id, in the order of their file names."""
    kinds = {}
    for path in sorted((root / "kinds").glob("*.toml")):
        try:
            kind = Kind(**read_toml(path))
        except ValidationError as error:
            raise ContentError(f"{path.name}: {error.errors()[0]['loc']}: {error.errors()[0]['msg']}") from error
        kinds[kind.id] = kind
    if not kinds:
        raise ContentError(f"{(root / 'kinds').name}: no kinds found")
    return kinds


def load_principles(root: Path) -> tuple[Principle, ...]:
    """All principles below `root`/guide, in file order; raises ContentError on a wrong or repeated entry."""
    principles: dict[str, Principle] = {}
    for path in sorted((root / "guide").glob("*.toml")):
        for entry in read_toml(path).get("principle", []):
            try:
                principle = Principle(**entry)
            except ValidationError as error:
                raise ContentError(f"{path.name}: {entry.get('id')!r}: {error.errors()[0]['msg']}") from error
            if principle.id in principles:
                raise ContentError(f"{path.name}: {principle.id!r} stands twice")
            principles[principle.id] = principle
    return tuple(principles.values())


def load_phrases(root: Path) -> dict[str, Phrases]:
    """The wording files below `root`/phrases, by file stem."""
    return {path.stem: read_toml(path) for path in sorted((root / "phrases").glob("*.toml"))}


@cache
def kinds() -> dict[str, Kind]:
    """The kinds that ship with the product."""
    return load_kinds(folder())


@cache
def principles() -> tuple[Principle, ...]:
    """The principles that ship with the product."""
    return load_principles(folder())


@cache
def phrases() -> dict[str, Phrases]:
    """The wording that ships with the product: file stem -> its tables."""
    return load_phrases(folder())


def kind(name: str) -> Kind:
    """The kind of that id; raises UnknownKindError naming those that exist."""
    try:
        return kinds()[name]
    except KeyError:
        raise UnknownKindError(f"unknown kind {name!r}: choose one of {', '.join(kinds())}") from None
