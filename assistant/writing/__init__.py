"""Brief -> messages: for every recipient, every variant from its own angle; each is checked and repaired."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from assistant.brief import Brief, Person
from assistant.message import Kind, Length, Message, Situation, Style
from assistant.principle import Principle
from assistant.writing.channels import reachable
from assistant.writing.order import Material, orders
from assistant.writing.phrasing import Picker
from assistant.writing.repair import Check, written

LENGTHS: dict[Length, tuple[Length, ...]] = {
    "short": ("short",),
    "standard": ("standard", "standard", "short"),
    "full": ("full", "standard", "full"),
}


def write_all(
    brief: Brief,
    kind: Kind,
    recipients: Sequence[Person | None],
    principles: tuple[Principle, ...],
    style: Style,
    variants: int,
    situation: Situation,
    check: Check,
) -> tuple[Message, ...]:
    """`variants` messages for each recipient, in that order, each with its report and its send window.

    The same brief, notes and seed give the same text.
    """
    lengths = LENGTHS[style.length]
    found: list[Message] = []
    material = Material(Picker(_seed(situation.notes, style.seed)))
    for order in orders(brief, kind, reachable(brief, kind, recipients), principles, style, variants, situation):
        length = lengths[(order.variant - 1) % len(lengths)]
        own = replace(order, style=style.model_copy(update={"length": length}))
        after, by = order.days
        message = written(own, material, check)
        found.append(message.model_copy(update={"send_after": after, "send_by": by}))
    return tuple(found)


def _seed(notes: str, seed: int) -> str:
    """The seed of one set of messages: other notes, other wording, so that two candidates do not send the same."""
    return hashlib.sha256(f"{seed}|{notes}".encode()).hexdigest()
