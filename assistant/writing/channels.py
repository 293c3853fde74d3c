"""Which channel and address a message takes, given what the notes say about contact, and what to tell the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.brief import Brief, Channel, Instruction, Person
from assistant.language import lists
from assistant.message import Kind
from assistant.writing import advice

WRITTEN = frozenset({"email", "text", "whatsapp", "portal", "letter"})
CALLED = frozenset({"phone", "text", "whatsapp"})  # reached by a number
MAILED = frozenset({"email", "portal", "letter"})  # with a subject, a sign-off and a full signature


@dataclass(frozen=True, slots=True)
class Route:
    """How the message travels: channel, address, whether to an office and not a person, and advice for the sender."""

    channel: Channel
    address: str | None
    office: bool
    advice: tuple[str, ...]
    subject: str | None
    linkedin_welcome: bool


def route(brief: Brief, kind: Kind, reader: Person | None) -> Route:
    """The route of one message; where the wanted kind should not be sent, the advice says so plainly."""
    asked = [order for order in brief.instructions if order.kind == "channel" and _concerns(order, reader)]
    channel, told = _channel(kind, asked)
    told += [advice.say("forbidden", said=order.text) for order in asked if order.forbids and order.channel == channel]
    told += _person_advice(brief.instructions, reader)
    address, office = _address(brief, channel, reader)
    return Route(
        channel=channel,
        address=address,
        office=office,
        advice=tuple(dict.fromkeys(told)),
        subject=next((order.subject for order in brief.instructions if order.subject), None),
        linkedin_welcome=not any(order.forbids and order.channel == "linkedin" for order in asked),
    )


def _channel(kind: Kind, asked: Sequence[Instruction]) -> tuple[Channel, list[str]]:
    """The channel that the kind's message takes where they asked for one, and what to say about it."""
    welcome = [(order.channel, order.text) for order in asked if order.channel and not order.forbids]
    if not welcome or any(channel == kind.channel for channel, _ in welcome):
        return kind.channel, []
    wanted, said = welcome[0]
    if kind.channel in WRITTEN and wanted in WRITTEN:
        return wanted, [advice.say("other_channel", channel=advice.channel_name(wanted), said=said)]
    if kind.channel == "linkedin":
        return kind.channel, []
    name = advice.channel_name(wanted)
    return kind.channel, [advice.say("reference_only", channel=name, said=said, kind=kind.title.lower())]


def _address(brief: Brief, channel: Channel, reader: Person | None) -> tuple[str | None, bool]:
    """Where the message goes, and whether that is an office and no person."""
    address = next((order.address for order in brief.instructions if order.address and not order.forbids), None)
    owned = {person.email.lower() for person in brief.interviewers() if person.email}
    shared = address if address and address.lower() not in owned else None
    if shared and channel == "email" and _closed_to_people(brief.instructions):
        return shared, True
    own = reader.email if reader and channel == "email" else None
    return own or (shared if shared and _is_for(shared, channel) else None), False


def _concerns(order: Instruction, reader: Person | None) -> bool:
    """Whether an instruction is about everybody, or about this reader."""
    return order.person is None or reader is None or order.person == reader.name


def _is_for(address: str, channel: Channel) -> bool:
    return channel == "email" if "@" in address else channel in CALLED


def _closed_to_people(orders: Sequence[Instruction]) -> bool:
    """Whether an address is the only way in: the notes close the people or name the address as the only one."""
    general = [order for order in orders if order.person is None]
    return any((order.kind == "person" and order.forbids) or _is_only_address(order) for order in general)


def _is_only_address(order: Instruction) -> bool:
    if not order.address or "@" not in order.address:
        return False
    return any(words in order.text.lower() for words in lists.entries("channels", "only_way"))


def _is_exclusive(order: Instruction) -> bool:
    """Whether an instruction to write to somebody closes everybody else."""
    return not order.forbids and bool(lists.pattern("channels", "exclusive").search(order.text))


def _person_advice(orders: Sequence[Instruction], reader: Person | None) -> list[str]:
    if reader is None:
        return []
    told = []
    for order in orders:
        if order.kind != "person":
            continue
        if order.forbids and order.person == reader.name:
            told.append(advice.say("closed_person", name=reader.name, said=order.text))
        if order.person and order.person != reader.name and _is_exclusive(order):
            told.append(advice.say("through_person", through=order.person, said=order.text, name=reader.name))
    return told


def reachable(brief: Brief, kind: Kind, readers: Sequence[Person | None]) -> list[Person | None]:
    """Whom to write to of those asked for: one letter where all goes to an office or one person; nobody closed."""
    if len(readers) < 2:
        return list(readers)
    if route(brief, kind, readers[0]).office:
        return [readers[0]]
    orders = [order for order in brief.instructions if order.kind == "person" and order.person]
    through = next((order.person for order in orders if _is_exclusive(order)), None)
    if through:
        return [person for person in brief.people if person.name == through]
    closed = {order.person for order in orders if order.forbids}
    return [reader for reader in readers if reader is None or reader.name not in closed] or list(readers)
