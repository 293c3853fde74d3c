"""Instructions: what was asked for about channel, person, time and words, from either reading."""

from __future__ import annotations

from typing import get_args

from assistant.brief import Channel, Instruction, Span
from assistant.model.merging.days import iso
from assistant.model.merging.people import Folk
from assistant.model.merging.table import Table, same
from assistant.model.shapes import Wish
from assistant.reading import addresses


def merged(table: Table, folk: Folk) -> tuple[Instruction, ...]:
    """All instructions, in the order of the notes; those of the rules alone where they change what is done."""
    theirs = [made for wish in table.reading.instructions if (made := _made(wish, table, folk))]
    used = [span for wish in _other_quotes(table) for span in wish]
    ours = [
        order.model_copy(update={"person": folk.name(order.person)})
        for order in table.rules.instructions
        if not any(same(order.evidence, one.evidence) for one in theirs)
        and _changes(order)
        and not same(order.evidence, used)
    ]
    return tuple(sorted((*theirs, *ours), key=lambda order: order.evidence[0].start if order.evidence else 0))


def _made(wish: Wish, table: Table, folk: Folk) -> Instruction | None:
    spans = table.cited(wish.quote)
    if not spans:
        return None
    channel: Channel | None = wish.channel if wish.channel in get_args(Channel) else None  # type: ignore[assignment]
    subject = table.said(wish.subject)
    return Instruction(
        kind=wish.kind,
        text=" … ".join(" ".join(span.text.split()) for span in spans),
        evidence=spans,
        channel=channel if wish.kind == "channel" else None,
        forbids=wish.forbids or wish.kind == "no-contact-before",
        person=folk.name(table.said(wish.person)),
        address=_address(table.said(wish.address), table) if not wish.forbids else None,
        subject=subject if subject and subject in table.quotes.notes else None,
        not_before=iso(wish.not_before) if wish.kind == "no-contact-before" else None,
    )


def _address(said: str, table: Table) -> str | None:
    """An address that the notes hold, or a number that stands in them."""
    held = {address.value for address in addresses.find(table.quotes.notes)}
    return said.lower() if said.lower() in held else said if said and said in table.quotes.notes else None


def _changes(order: Instruction) -> bool:
    """Whether an instruction that only the rules have found has a consequence of its own."""
    return order.kind in {"channel", "person", "no-contact-before"} or order.forbids or order.subject is not None


def _other_quotes(table: Table) -> list[tuple[Span, ...]]:
    """Where the model has read something that is no instruction."""
    reading = table.reading
    quotes = [reading.decision_by.quote, *(matter.quote for matter in reading.facts)]
    return [spans for quote in quotes if (spans := table.cited(quote))]
