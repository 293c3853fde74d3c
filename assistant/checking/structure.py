"""Rules about what a message must hold: thanks, specific, interest, close, subject, signature, length, over-limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.checking.context import Context
from assistant.checking.figures import figures
from assistant.checking.ground import contact_form, contacts
from assistant.checking.words import frequency, is_function, keys, plain, table, tokens, word_set
from assistant.report import Finding

COMMON = 5.1  # one word of the notes at least this frequent is no anchor by itself


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in table("lexicon")["moves"][name]), re.IGNORECASE)


def moves(context: Context) -> Iterator[Finding]:
    """Thanks, a question about the state, an open door, a wish to connect: what the kind cannot do without."""
    layout = context.layout
    parts = [*layout.sentences, *(part for part in (layout.sign_off,) if part)]
    text = "\n".join(re.sub(r"^[A-Z][\w ]{2,30}:\s", "", part.text.replace("’", "'")) for part in parts)
    required = {spec.move for spec in context.kind.moves if spec.required}
    wanted = [spec.move for spec in context.kind.moves]
    if "thanks" in required and not _pattern("thanks").search(text):
        yield context.absent("thanks.faint" if _pattern("faint").search(text) else "thanks.none")
    if ("interest" in wanted or "enthusiasm" in wanted) and not _pattern("interest").search(text):
        yield context.absent("interest.none")
    if "status-question" in required and not _pattern("status").search(text):
        yield context.absent("order.question")
    if context.message.channel == "email" and context.message.subject is not None and not layout.sign_off:
        yield context.absent("close.none")
    yield from _unfinished(context)
    if "voicemail" in required and not re.search(r"voice\s?mail|message|machine|beep", context.body, re.I):
        yield context.absent("order.voicemail")
    if "open-door" in required and not _pattern("open_door").search(text):
        yield context.absent("interest.door")


def _unfinished(context: Context) -> Iterator[Finding]:
    """The last sentence of an e-mail ends in no end mark."""
    if context.message.channel != "email" or context.message.subject is None or not context.layout.sentences:
        return
    last = context.layout.sentences[-1]
    if not re.search(r"[.!?:;,…)\"'”’]\s*$|\d$|@\S+$", last.text) and len(last.tokens) > 4:
        yield context.about("close.unfinished", last.tokens[-1].start, last.end)


def anchors(context: Context) -> frozenset[str]:
    """The message's words that the notes hold and that do more than name people, company, role, day and courtesy."""
    ordinary = word_set("lexicon", "courtesy")
    words = {token.low for _, part in context.stretches() for token in part.tokens}
    return frozenset(
        word
        for word in words
        if not is_function(word)
        and len(word) > 2
        and not word[0].isdecimal()
        and word not in ordinary
        and context.ground.knows(word)
        and context.ground.name_keys.isdisjoint(keys(word))
        and not any(part in ordinary for part in keys(word))
        and plain(word) not in context.ground.profile_names
        and word.removesuffix("'s") not in word_set("calendar", "all_names")
    )


def specific(context: Context) -> Iterator[Finding]:
    """At least one thing that could only come from this conversation: a word, a number, or several everyday words."""
    if not context.requires("recall"):
        return
    found = anchors(context)
    telling = {word for word in found if word not in word_set("lexicon", "light")}
    if len(telling) > 1 or len(found) > 2 or any(frequency(word) < COMMON for word in telling) or _figure(context):
        return
    topics = [fact for fact in (*context.brief.topics, *context.brief.strengths) if fact.sure > 0.3]
    hint = topics[0].value if topics else ""
    yield context.absent("specific.none" if len(context.ground.words) > 12 else "specific.thin", topic=hint)


def _figure(context: Context) -> bool:
    """Whether the message takes up a number of the notes that counts something."""
    held = {figure.value for figure in context.ground.figures if figure.value > 2}
    return any(
        figure.value in held and (figure.noun or figure.unit)
        for sentence in context.layout.sentences
        for figure in figures(sentence.text)
        if figure.unit not in {"day", "week", "month"}
    )


def subject(context: Context) -> Iterator[Finding]:
    """The subject line: there, short, and saying what the message is about."""
    if not context.kind.subject or context.message.channel != "email":
        return
    text = context.message.subject
    if text is None:
        by_mail = context.message.writer != "pasted" or _letter(context)
        yield context.absent("subject.none" if by_mail else "subject.unsure", "subject")
    elif not text.strip():
        yield context.absent("subject.empty", "subject")
    elif len(text) > context.kind.limits.max_subject_chars and not _carries_reference(context, text):
        yield context.about("subject.long", 0, len(text), "subject", limit=context.kind.limits.max_subject_chars)
    elif _vague(text):
        yield context.about("subject.vague", 0, len(text), "subject")
    elif text.isupper() and len(text) > 12:
        yield context.about("subject.shouting", 0, len(text), "subject")


def _letter(context: Context) -> bool:
    """Whether a pasted text without a subject has the form of an e-mail, and the notes know of no other channel."""
    if not context.layout.sign_off or "\n\n" not in context.message.body or not context.situation.profile.email:
        return False
    return not re.search(r"\b(?:text|texts|sms|whatsapp|signal|messenger)\b", context.ground.open_notes, re.I)


def _carries_reference(context: Context, text: str) -> bool:
    return any(order.subject and order.subject in text for order in context.brief.instructions)


def _vague(text: str) -> bool:
    vague = word_set("lexicon", "vague_subjects")
    return re.sub(r"[^\w\s]", "", text.lower()).strip() in vague


def signature(context: Context) -> Iterator[Finding]:
    """A name at the end and a way to answer, both the candidate's own."""
    profile, layout = context.situation.profile, context.layout
    tail_start = layout.sign_off.start if layout.sign_off else layout.signature.start if layout.signature else None
    tail = context.message.body[tail_start:] if tail_start is not None else _last_line(context.message.body)
    offset = len(context.message.body) - len(tail)
    words = tokens(tail, offset)
    own = context.ground.profile_names
    named = any(plain(word.text) in own or any(plain(piece) in own for piece in word.text.split("-")) for word in words)
    named = named or _introduced(context)
    if profile.name and not named:
        wrong = layout.signature and [word for word in layout.signature.tokens if word.text[:1].isupper()]
        if wrong and not context.spoken and layout.signature:
            line = layout.signature.text.splitlines()[0]
            yield context.about(
                "signature.other", layout.signature.start, layout.signature.start + len(line), name=profile.name
            )
        elif not context.spoken or not any(plain(token.text) in own for token in tokens(context.message.body)):
            yield context.absent("signature.none", name=profile.name)
    elif named:
        yield from _misspelt(context, words, own)
    if not named and not profile.name:
        return
    yield from _contact(context)


def _introduced(context: Context) -> bool:
    """A text or a call in which the candidate says who they are."""
    if context.layout.sign_off:
        return False
    own = "|".join(map(re.escape, context.ground.profile_names)) or "(?!)"
    return bool(
        re.search(
            (
                rf"\b(?:it'?s|this is|it is|i'?m|i am|my name is|here'?s)\s+(?:{own})\b|\b(?:{own})\s+(?:\S+\s+)"
                rf"?here\b"
            ),
            plain(context.body),
        )
    )


def _misspelt(context: Context, words: tuple[object, ...], own: frozenset[str]) -> Iterator[Finding]:
    layout, name = context.layout, context.situation.profile.name or ""
    if not layout.signature or not layout.signature.text:
        return
    line = layout.signature.text.splitlines()[0]
    found = tokens(line, layout.signature.start)
    strange = [
        word
        for word in found
        if plain(word.text) not in own and word.text[:1].isupper() and not context.ground.knows(word.low)
    ]
    if strange and len(found) <= 5 and len(strange) < len(found):
        yield context.about("signature.other", strange[0].start, strange[-1].end, name=name)


def _last_line(body: str) -> str:
    return "\n".join(body.rstrip().splitlines()[-2:])[-160:]


def _contact(context: Context) -> Iterator[Finding]:
    profile = context.situation.profile
    if context.message.channel != "email" or not (profile.phone or profile.email):
        return
    own = {contact_form(value) for value in (profile.phone, profile.email, profile.linkedin) if value}
    body = context.message.body
    found = {contact_form(body[start:end]) for _, start, end in contacts(body)}
    if not own & found:
        yield context.absent("signature.contact", contact=profile.phone or profile.email)


def length(context: Context) -> Iterator[Finding]:
    """Words against the kind's limits, characters against the channel's, and what the notes ask for."""
    limits, body = context.kind.limits, context.message.body.strip()
    if limits.max_chars is not None and len(body) > limits.max_chars:
        cut = len(context.message.body) - len(context.message.body.lstrip()) + limits.max_chars
        yield context.about(
            "over-limit.channel", cut, len(context.message.body.rstrip()), chars=len(body), limit=limits.max_chars
        )
    count = sum(len(sentence.tokens) for sentence in context.layout.sentences)
    if count > limits.max_words:
        yield context.absent("length.long", words=count, limit=limits.max_words)
    elif count < limits.min_words and context.message.channel == context.kind.channel:
        yield context.absent("length.short", words=count, limit=limits.min_words)
