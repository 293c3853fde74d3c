"""Rule instruction: what the notes say about channel, person, address, subject, language and length is kept.

An order binds only where its own words do: a ban speaks of one channel, mostly of one person, sometimes of one time of
day or one document, and what the notes allow elsewhere takes it back. What is only disliked is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.brief import Instruction, Person
from assistant.checking.context import Context, person_words
from assistant.checking.people import greeted_words, honorifics, same_name
from assistant.checking.words import plain, table, tokens
from assistant.report import Finding

CONTRACTION = re.compile(r"\b\w+(?:n't|'(?:ll|ve|re|d|m))\b", re.I)
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
    yield from _panel(context)
    yield from _unread(context)


def _spoken_of(order: Instruction, context: Context) -> list[Person]:
    """The people whom the order names, or whose line it stands on, or whom the reading took it to mean."""
    people = context.brief.people
    if named := _named(order.text, people):
        return named
    for span in order.evidence:
        line = context.situation.notes.rfind("\n", 0, span.start) + 1
        if heads := _named(context.situation.notes[line : span.start], people):
            return heads[-1:]
    return [each for each in people if each.name == order.person]


def _named(text: str, people: tuple[Person, ...]) -> list[Person]:
    """The people whom a text names, in the order of the text."""
    words = [plain(token.text).removesuffix("'s") for token in tokens(text)]
    places = {
        each.name: max(place for place, word in enumerate(words) if word in person_words(each) - honorifics())
        for each in people
        if (person_words(each) - honorifics()) & set(words)
    }
    return sorted((each for each in people if each.name in places), key=lambda each: places[each.name])


def _names_somebody(order: Instruction, context: Context) -> bool:
    return bool(_named(order.text, context.brief.people))


def _about_another(order: Instruction, context: Context) -> bool:
    """Whether the order speaks of somebody, and this message goes to somebody else."""
    people = _spoken_of(order, context)
    return bool(people) and not any(_reads(person, context) for person in people)


def _reads(person: Person, context: Context) -> bool:
    if context.message.recipient:
        return context.message.recipient == person.name
    greeted = greeted_words(context.layout.greeting) if context.layout.greeting else ()
    return not greeted or any(same_name(word.low, person_words(person)) for word in greeted)


def _allowed(channel: str, context: Context) -> bool:
    """Whether the notes say in plain words that this channel is fine."""
    return channel in table("orders")["allowed"] and bool(
        _pattern("allowed", channel).search(context.ground.open_notes.replace("’", "'"))
    )


def _channel(order: Instruction, context: Context) -> Iterator[Finding]:
    text = order.text.replace("’", "'")
    if order.channel is None or _pattern("partial").search(text):
        return
    used, elsewhere = context.message.channel, _about_another(order, context)
    only = order.kind == "channel" and not order.forbids and bool(_pattern("only").search(text))
    broken = used in _banned(order, text) if order.forbids else only and used != order.channel
    if broken and not _allowed(used, context) and not (elsewhere and _names_somebody(order, context)):
        soft = elsewhere or (_pattern("soft").search(text) and used not in {"phone", "linkedin"})
        key = "instruction.channel-other" if soft else "instruction.channel"
        yield context.absent(key, order=order.text, channel=_name(used))
    if elsewhere:
        return
    for channel in _banned(order, text) if order.forbids else ():
        yield from _offers(channel, order, context)
    for channel in ("phone", "linkedin") if only else ():
        if channel not in {order.channel, used} and not _allowed(channel, context):
            yield from _offers(channel, order, context)


def _banned(order: Instruction, text: str) -> frozenset[str]:
    """The channels that a ban speaks of: `he doesnt text or mail` means both."""
    words = table("orders")["channel_words"]
    joined = re.search(r"(\w[\w-]*)(?:,| or| nor| and|/) (?:no |by )?(\w[\w-]*)", text)
    named = {channel for channel in words for word in (joined.groups() if joined else ()) if word in words[channel]}
    return frozenset({*named, *([order.channel] if order.channel else [])})


def _name(channel: str) -> str:
    return str(table("orders")["channel_names"].get(channel, channel))


def _offers(channel: str, order: Instruction, context: Context) -> Iterator[Finding]:
    """The text itself announces a call or an invitation that the notes rule out."""
    if channel not in table("orders")["offers"]:
        return
    for start, end in context.matches(_pattern("offers", channel)):
        yield context.about("instruction.offer", start, end, order=order.text, channel=_name(channel))


def _person(order: Instruction, context: Context) -> Iterator[Finding]:
    """Only to this person, not to that one, not to the panel."""
    if order.channel is not None or order.kind != "person":
        return
    text = order.text.replace("’", "'")
    person = next((each for each in context.brief.people if each.name == order.person), None)
    if person is None or context.layout.greeting is None:
        return
    reads = _reads(person, context)
    if order.forbids and reads and not _pattern("soft").search(text):
        yield _at_greeting("instruction.person-not", order, context)
    elif not order.forbids and not reads and _through(order, person, context):
        yield _at_greeting("instruction.person", order, context)


def _panel(context: Context) -> Iterator[Finding]:
    """The notes say not to write to the panel, or only through somebody, and this goes to one of the panel."""
    reader = context.recipient
    if reader is None or reader.part != "interviewer" or context.message.channel == "linkedin":
        return
    if reader.title and _pattern("arranges").search(reader.title):
        return
    clauses = re.split(r"[.;\n]", context.ground.open_notes.replace("’", "'"))
    if any(_pattern("through").search(clause) and _named(clause, (reader,)) for clause in clauses):
        return
    for clause in clauses:
        if _pattern("not_the_panel").search(clause) and not _named(clause, (reader,)):
            yield _at_greeting("instruction.person-not", Instruction(kind="person", text=clause.strip(" -*•")), context)
            return


def _through(order: Instruction, person: Person, context: Context) -> bool:
    """Whether the order sends all writing on this channel to one person whom it names, or who only arranges."""
    text = order.text.replace("’", "'")
    if context.message.channel != "email" or _pattern("ban").search(text) or not _pattern("through").search(text):
        return False
    reader = context.recipient
    words = {token.low.rstrip(".") for token in tokens(text)} & honorifics()
    if reader is None or any(token.low in words for token in tokens(f"{reader.honorific or ''} {reader.name}")):
        return False
    return _names_somebody(order, context) or person.part != "interviewer"


def _at_greeting(key: str, order: Instruction, context: Context) -> Finding:
    found = context.layout.greeting
    if found is None:
        return context.absent(key, order=order.text, name=order.person)
    return context.about(key, found.start, found.end, order=order.text, name=order.person)


def _address(order: Instruction, context: Context) -> Iterator[Finding]:
    address = context.message.to_address
    if order.address and address and not order.forbids and address.lower() != order.address.lower():
        yield context.absent("instruction.address", order=order.text, address=order.address)
    office = order.address and not order.person and not order.forbids and _pattern("through").search(order.text)
    reader = context.recipient
    closed = any(each.kind == "person" and each.forbids and not each.person for each in context.brief.instructions)
    if office and closed and reader and reader.part == "interviewer" and reader.email != order.address:
        yield _at_greeting("instruction.person-not", order, context)


def _subject(order: Instruction, context: Context) -> Iterator[Finding]:
    if order.subject and context.message.channel == "email" and context.kind.subject:
        squeezed = re.sub(r"\s", "", context.message.subject or "").lower()
        if re.sub(r"\s", "", order.subject).lower() not in squeezed:
            yield context.absent("instruction.subject", "subject", order=order.text, reference=order.subject)


def _timing(order: Instruction, context: Context) -> Iterator[Finding]:
    if order.channel not in {None, context.message.channel} or _about_another(order, context):
        return
    if context.kind.window.anchor == "interview" and _pattern("chasing").search(order.text):
        return
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
    used = context.message.channel
    if used not in {"phone", "linkedin"} or any(order.channel == used for order in context.brief.instructions):
        return
    for line in re.split(r"\n|(?<=\w{3})[.!?]\s", context.ground.open_notes.replace("’", "'")):
        match = _pattern("forbidden", used).search(line)
        if not match or _pattern("partial").search(line):
            continue
        order = Instruction(kind="channel", text=line.strip())
        if not _about_another(order, context) and not _allowed(used, context):
            yield context.absent("instruction.channel", order=match.group().strip(), channel=_name(used))
            return
