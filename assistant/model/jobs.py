"""The messages of one set as jobs: for each reader and variant its angle, the fact that leads, and what others take."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.brief import Brief, Fact, Person
from assistant.message import Kind, Situation, Style
from assistant.model.briefing import Briefing
from assistant.model.choice import Choice, choose
from assistant.model.templates import say, words
from assistant.model.veil import Veil
from assistant.principle import Principle
from assistant.writing.channels import reachable
from assistant.writing.draft import Draft
from assistant.writing.order import Material, Order, orders
from assistant.writing.phrasing import Picker

OPENINGS = ("moment", "thanks-first")
"""Angles that a single message may take."""


@dataclass(frozen=True, slots=True)
class Job:
    """One message to be written."""

    briefing: Briefing
    angle: str
    lead: Fact | None
    taken: tuple[str, ...] = ()
    """Ids of the facts that other variants lead with."""
    beside: tuple[str, ...] = ()
    """Names of those who get a message at the same time."""
    avoid: tuple[str, ...] = ()
    """Sentences of other messages that this one came too near to."""

    @property
    def order(self) -> Order:
        """What is to be written."""
        return self.briefing.draft.order

    @property
    def place(self) -> tuple[str | None, int]:
        """Reader and variant, by which a message is known in its set."""
        return (self.order.reader.name if self.order.reader else None, self.order.variant)

    def aims(self, lift: Veil) -> dict[str, str]:
        """The inputs that set this message apart from the others of its set."""
        lead = say("lead", fact=self.lead.id) if self.lead else say("lead_none")
        avoid = [say("avoid", leads=", ".join(self.taken))] if self.taken else []
        if self.beside:
            avoid.append(say("panel", others=lift.cover(" and ".join(self.beside))))
        if self.avoid:
            avoid.append("\n".join([say("avoid_texts"), *(f"- {lift.cover(text)}" for text in self.avoid)]))
        return {"angle": self.angle, "lead": lead, "avoid": "\n".join(avoid)}


def jobs(
    brief: Brief,
    kind: Kind,
    recipients: Sequence[Person | None],
    principles: tuple[Principle, ...],
    style: Style,
    variants: int,
    situation: Situation,
    cover: Veil,
) -> list[Job]:
    """A job for every variant for every reader, in that order."""
    readers = reachable(brief, kind, recipients)
    compared = kind.window.anchor == "interview"
    choices = {reader: choose(brief, situation.notes, reader, readers, compared=compared) for reader in readers}
    found = []
    for order in orders(brief, kind, readers, principles, style, variants, situation):
        name = order.reader.name if order.reader else ""
        material = Material(Picker(f"{style.seed}|{order.variant}|{name}|{situation.notes}"))
        choice = choices[order.reader]
        found.append(_job(Briefing(Draft(order, material), choice, cover), choice, readers))
    return found


def _job(briefing: Briefing, choice: Choice, readers: Sequence[Person | None]) -> Job:
    order = briefing.draft.order
    first = 1 + order.style.seed
    lead = choice.lead(first + order.variant - 1)
    others = (choice.lead(first + at) for at in range(order.variants) if at != order.variant - 1)
    taken = dict.fromkeys(fact.id for fact in others if fact is not None and fact != lead)
    beside = (reader.name for reader in readers if reader is not None and reader != order.reader)
    return Job(briefing, _angle(order, choice), lead, tuple(taken), tuple(beside))


def _angle(order: Order, choice: Choice) -> str:
    """How a variant goes about it, in words; nothing for kinds whose order is given."""
    moves = {spec.move for spec in order.kind.moves}
    if not {"thanks", "recall"} <= moves or order.kind.channel != "email" or "rejected" in order.kind.status:
        return ""
    turn = int(hashlib.sha256(order.situation.notes.encode()).hexdigest(), 16) % len(OPENINGS)
    openings = (*OPENINGS[turn:], *OPENINGS[:turn])
    fitting = [*openings, *(name for name in words("angles") if name not in OPENINGS and _fits(name, choice))]
    return words("angles")[fitting[(order.variant - 1 + order.style.seed) % len(fitting)]]


def _fits(angle: str, choice: Choice) -> bool:
    """Whether the facts hold what an angle opens with."""
    acts = {fact.act for fact in choice.facts}
    if angle == "next-step":
        return bool(choice.promises) or "news" in acts
    return "wants" in acts if angle == "need" else True
