"""Which channel and address a message takes, given what the notes say about contact, and what to tell the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.brief import Brief, Channel, Instruction, Person
from assistant.message import Kind

NAMES = {"email": "e-mail", "phone": "phone", "linkedin": "LinkedIn", "text": "text message", "whatsapp": "WhatsApp", "portal": "the portal", "letter": "letter"}
EXCLUSIVE = re.compile(r"\b(?:only|everything|through|via|all|any|instead|rather|not|don'?t|never|must|route|direct)\b", re.I)
WRITTEN = frozenset({"email", "text", "whatsapp", "portal", "letter"})


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
    channel: Channel = kind.channel
    advice: list[str] = []
    asked = [order for order in brief.instructions if order.kind == "channel" and _concerns(order, reader)]
    wanted = next((order for order in asked if order.channel and not order.forbids), None)
    if wanted and wanted.channel != kind.channel and not any(order.channel == kind.channel and not order.forbids for order in asked):
        if kind.channel in WRITTEN and wanted.channel in WRITTEN and wanted.channel:
            channel = wanted.channel
            advice.append(f"Written for {NAMES[channel]}, because the notes say: “{wanted.text}”.")
        elif wanted.channel and kind.channel != "linkedin":
            advice.append(f"They asked for {NAMES[wanted.channel]} (“{wanted.text}”), so do not use this {kind.title.lower()}; it is here only for reference.")
    for order in asked:
        if order.forbids and order.channel == channel:
            advice.append(f"Do not send this: the notes say “{order.text}”.")
    advice += _person_advice(brief.instructions, reader)
    address = next((order.address for order in brief.instructions if order.address and not order.forbids), None)
    owned = {person.email.lower() for person in brief.interviewers() if person.email}
    shared = bool(address and address.lower() not in owned)
    office = shared and channel == "email" and _closed_to_people(brief.instructions)
    own = reader.email if reader and channel == "email" else None
    return Route(
        channel=channel,
        address=address if office else own or (address if shared and _is_for(address, channel) else None),
        office=office,
        advice=tuple(dict.fromkeys(advice)),
        subject=next((order.subject for order in brief.instructions if order.subject), None),
        linkedin_welcome=not any(order.forbids and order.channel == "linkedin" for order in asked),
    )


def _concerns(order: Instruction, reader: Person | None) -> bool:
    """Whether an instruction is about everybody, or about this reader."""
    return order.person is None or reader is None or order.person == reader.name or order.address is not None


def _is_for(address: str | None, channel: Channel) -> bool:
    return address is not None and ("@" in address) == (channel == "email")


def _closed_to_people(orders: tuple[Instruction, ...]) -> bool:
    """Whether an address is the only way in: the notes close the people or name the address as the only one."""
    for order in orders:
        if order.kind == "person" and order.forbids and order.person is None:
            return True
        if order.address and "@" in order.address and order.person is None and any(word in order.text.lower() for word in ("only", "must", "any correspondence", "all correspondence")):
            return True
    return False


def _person_advice(orders: tuple[Instruction, ...], reader: Person | None) -> list[str]:
    advice = []
    for order in orders:
        if order.kind != "person" or reader is None:
            continue
        if order.forbids and order.person == reader.name:
            advice.append(f"Do not write to {reader.name}: the notes say “{order.text}”.")
        if not order.forbids and order.person and order.person != reader.name and EXCLUSIVE.search(order.text):
            advice.append(f"The notes send everything through {order.person} (“{order.text}”): do not send this to {reader.name} directly.")
    return advice




def reachable(brief: Brief, kind: Kind, readers: Sequence[Person | None]) -> list[Person | None]:
    """Whom to write to of those asked for: one letter where all goes to an office or through one person; nobody who is closed."""
    if len(readers) < 2:
        return list(readers)
    if route(brief, kind, readers[0]).office:
        return [readers[0]]
    orders = [order for order in brief.instructions if order.kind == "person" and order.person]
    through = next((order.person for order in orders if not order.forbids and EXCLUSIVE.search(order.text)), None)
    if through:
        return [person for person in brief.people if person.name == through]
    closed = {order.person for order in orders if order.forbids}
    return [reader for reader in readers if reader is None or reader.name not in closed] or list(readers)
