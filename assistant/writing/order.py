"""What is to be written, and what the messages of one set share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from assistant import prompts
from assistant.brief import Brief, Person
from assistant.message import Kind, Situation, Style
from assistant.principle import Principle
from assistant.writing.phrasing import Picker
from assistant.writing.window import Days, window


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
    variant: int
    variants: int
    days: Days
    """The first and the last day for sending."""
    banned: frozenset[str] = frozenset()
    """Sentences that a check has thrown out."""
    barred: frozenset[str] = frozenset()
    """Facts whose every wording a check has thrown out."""

    @property
    def angle(self) -> dict[str, Any]:
        """How this variant goes about it, as prompts/phrases/angles.toml has it."""
        angles: list[dict[str, Any]] = prompts.phrases()["angles"]["angle"]
        return angles[(self.variant - 1) % len(angles)]

    @property
    def alone(self) -> bool:
        """Whether the reader is the only one who interviewed."""
        return len(self.brief.interviewers()) < 2


def orders(
    brief: Brief,
    kind: Kind,
    readers: Iterable[Person | None],
    principles: tuple[Principle, ...],
    style: Style,
    variants: int,
    situation: Situation,
) -> Iterator[Order]:
    """An order for every variant for every reader, in that order."""
    days = window(kind, brief, situation.today)
    for reader in readers:
        for variant in range(1, variants + 1):
            yield Order(brief, kind, reader, principles, style, situation, variant, variants, days)
