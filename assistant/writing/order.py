"""What is to be written, and what the messages of one set share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.brief import Brief, Person
from assistant.message import Kind, Situation, Style
from assistant.principle import Principle
from assistant.writing.phrasing import Picker


@dataclass(slots=True)
class Material:
    """What a set of messages shares, so that no two take the same: facts already used, and the picker of phrases."""

    picker: Picker
    used: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: for whom, in which style and from which angle."""

    brief: Brief
    kind: Kind
    reader: Person | None
    principles: tuple[Principle, ...]
    style: Style
    situation: Situation
    angle: dict[str, Any]
    alone: bool
    variant: int
    variants: int
    banned: frozenset[str] = frozenset()
    """Sentences that a check has thrown out."""
    barred: frozenset[str] = frozenset()
    """Facts whose every wording a check has thrown out."""
