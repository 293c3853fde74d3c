"""Rule instruction: what the notes say about channel, person, address, subject, language and length is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.brief import Instruction
from assistant.checking.context import Context, person_words
from assistant.checking.people import greeted_words, same_name
from assistant.checking.words import plain, table, tokens
from assistant.report import Finding

ONLY = re.compile(
    (
        r"\bonly\b|\bjust (?:to|via|through|by)\b|\bnot\b|\bno\b|\binstead\b|\bthrough me\b|\bvia (?:me|"
        r"her|him|them)\b|\bthrough (?:her|him|them)\b|\bgo(?:es)? (?:through|via|to)\b|\broute|\brather "
        r"than\b|\beverything\b|\ball (?:contact|correspondence|communication)"
    ),
    re.I,
)
CONTRACTION = re.compile(r"\b\w+(?:n't|'(?:ll|ve|re|d|m))\b", re.I)
WAITING = re.compile(r"\bno news\b|\bnot heard\b|n.t heard\b|\bhear(?:d)? nothing\b", re.I)
SHORT_WORDS = 90


@cache
def _pattern(*path: str) -> re.Pattern[str]:
    entry = table("orders")
    for step in path:
        entry = entry[step]
    return re.compile("|".join(f"(?:{part})" for part in entry), re.I)


def instructions(context: Context) -> Iterator[Finding]:
    """A finding for each instruction of the notes that this message breaks."""
    for order in context.brief.instructions:
        yield from _channel(order, context)
        yield from _person(order, context)
        yield from _address(order, context)
        yield from _subject(order, context)
        yield from _timing(order, context)
        yield from _style(order, context)
        yield from _attachments(order, context)
    yield from _unread(context)


def _channel(order: Instruction, context: Context) -> Iterator[Finding]:
    if order.channel is None or WAITING.search(order.text):
        return
    used = context.message.channel
    if order.forbids:
        if used == order.channel:
            yield context.absent("instruction.channel", order=order.text, channel=_name(order.channel))
        yield from _offers(order.channel, order, context)
    elif order.kind == "channel" and used != order.channel and ONLY.search(order.text):
        yield context.absent("instruction.channel", order=order.text, channel=_name(used))
    elif order.kind == "channel" and used in {"phone", "linkedin"} and order.channel not in {used, "linkedin"}:
        yield context.absent("instruction.channel-other", order=order.text, channel=_name(used))
    if not order.forbids and order.kind == "channel" and ONLY.search(order.text):
        for channel in ("phone", "linkedin"):
            if channel != order.channel and channel != used:
                yield from _offers(channel, order, context)


def _name(channel: str) -> str:
    return str(table("orders")["channel_names"].get(channel, channel))


def _offers(channel: str, order: Instruction, context: Context) -> Iterator[Finding]:
    """The text itself announces a call or an invitation that the notes rule out."""
    if channel not in table("orders")["offers"]:
        return
    for start, end in context.matches(_pattern("offers", channel)):
        yield context.about("instruction.offer", start, end, order=order.text, channel=_name(channel))


def _person(order: Instruction, context: Context) -> Iterator[Finding]:
    if order.person is None or order.kind not in {"person", "channel", "other"}:
        return
    person = next((each for each in context.brief.people if each.name == order.person), None)
    known = person_words(person) if person else frozenset(plain(token.text) for token in tokens(order.person))
    greeted = greeted_words(context.layout.greeting) if context.layout.greeting else ()
    named = any(same_name(word.low, known) for word in greeted)
    if order.forbids and (named or context.message.recipient == order.person):
        yield _at_greeting("instruction.person-not", order, context)
    elif (
        not order.forbids
        and order.kind == "person"
        and ONLY.search(order.text)
        and greeted
        and not named
        and context.message.recipient != order.person
    ):
        yield _at_greeting("instruction.person", order, context)


def _at_greeting(key: str, order: Instruction, context: Context) -> Finding:
    found = context.layout.greeting
    if found is None:
        return context.absent(key, order=order.text, name=order.person)
    return context.about(key, found.start, found.end, order=order.text, name=order.person)


def _address(order: Instruction, context: Context) -> Iterator[Finding]:
    address = context.message.to_address
    if order.address and address and not order.forbids and address.lower() != order.address.lower():
        yield context.absent("instruction.address", order=order.text, address=order.address)
    office = order.address and order.kind in {"channel", "person"} and not order.person and not order.forbids
    if office and ONLY.search(order.text) and context.recipient and context.recipient.part == "interviewer":
        own = context.recipient.email
        if own != order.address and _board_closed(context):
            yield _at_greeting("instruction.person-not", order, context)


def _board_closed(context: Context) -> bool:
    return any(order.kind == "person" and order.forbids for order in context.brief.instructions)


def _subject(order: Instruction, context: Context) -> Iterator[Finding]:
    if order.subject and context.message.channel == "email" and context.kind.subject:
        squeezed = re.sub(r"\s", "", context.message.subject or "").lower()
        if re.sub(r"\s", "", order.subject).lower() not in squeezed:
            yield context.absent("instruction.subject", "subject", order=order.text, reference=order.subject)


def _timing(order: Instruction, context: Context) -> Iterator[Finding]:
    day = context.message.send_after or context.situation.today
    if order.not_before and day < order.not_before:
        yield context.absent("instruction.timing", order=order.text, day=order.not_before.isoformat())


def _attachments(order: Instruction, context: Context) -> Iterator[Finding]:
    if re.search(r"\bno attachments?\b|\bwithout attachments?\b", order.text, re.I):
        for start, end in list(context.matches(_pattern("style", "attachment")))[:1]:
            yield context.about("instruction.attachment", start, end, order=order.text)


def _style(order: Instruction, context: Context) -> Iterator[Finding]:
    text = order.text
    if _pattern("style", "formal").search(text):
        for start, end in list(context.matches(CONTRACTION))[:1]:
            yield context.about("instruction.formal", start, end, order=text)
        found = context.layout.greeting
        if found and _pattern("style", "casual_greeting").match(found.text):
            yield context.about("instruction.formal", found.start, found.end, order=text)
    if _pattern("style", "short").search(text):
        count = sum(len(sentence.tokens) for sentence in context.layout.sentences)
        if count > SHORT_WORDS:
            yield context.absent("instruction.short", order=text, words=count)


def _unread(context: Context) -> Iterator[Finding]:
    """Plain orders that stand in the notes and did not reach the brief: no calls, e-mail only, no LinkedIn."""
    if any(order.kind == "channel" for order in context.brief.instructions):
        return
    notes = context.ground.open_notes.replace("’", "'")
    for channel in ("phone", "linkedin"):
        match = _pattern("forbidden", channel).search(notes)
        if match and context.message.channel == channel:
            yield context.absent("instruction.channel", order=match.group().strip(), channel=_name(channel))
