"""Pasted drafts become a Message: plain text with an optional `Subject:` first line, or an .eml file."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError as MailError
from email.message import EmailMessage
from email.utils import getaddresses

from assistant.brief import Brief, Channel, Person
from assistant.checking.context import person_words
from assistant.checking.layout import Layout, Piece, take_apart
from assistant.checking.people import greeted_words, honorifics, same_name
from assistant.errors import MessageError
from assistant.message import Kind, Message, Part, Sentence

LIMIT = 200_000
SUBJECT = re.compile(
    r"\A\s*(?:\*\*)?(?:subject|betreff|objet|asunto|re)(?:\*\*)?\s*:(?:\*\*)?[ \t]*(?P<text>[^\n]*)\n?", re.I
)


def from_text(text: str, brief: Brief, kind: Kind) -> Message:
    """The message in a plain text; raises MessageError where it is empty, too long or not text."""
    _readable(text)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    subject, body = None, text
    if match := SUBJECT.match(text):
        subject, body = match.group("text").strip().strip("*").strip(), text[match.end() :]
    body = body.strip("\n").rstrip()
    if not body.strip():
        raise MessageError("the message holds a subject and no text: paste the whole message")
    return _message(subject, body, brief, kind, None)


def from_eml(data: bytes, brief: Brief, kind: Kind) -> Message:
    """The message in an .eml file; raises MessageError where it cannot be read or holds no text."""
    if len(data) > 4 * LIMIT:
        raise MessageError(f"the message has {len(data):,} bytes: at most {4 * LIMIT:,} can be checked")
    try:
        mail = message_from_bytes(data, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        part = mail.get_body(preferencelist=("plain", "html"))
        content = part.get_content() if part else ""
        text = _without_markup(content) if part and part.get_content_type() == "text/html" else str(content)
        subject = mail["Subject"]
        to = [address for _, address in getaddresses([str(mail["To"] or "")]) if address]
    except (MailError, LookupError, ValueError, AssertionError, AttributeError) as error:
        raise MessageError(f"the .eml file cannot be read ({error}): save it again from your mail program") from error
    _readable(text)
    body = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
    return _message(
        " ".join(str(subject).split()) if subject is not None else None, body, brief, kind, to[0] if to else None
    )


def _readable(text: str) -> None:
    if not text.strip():
        raise MessageError("the message is empty: paste the text that you want to send")
    if len(text) > LIMIT:
        raise MessageError(f"the message has {len(text):,} characters: at most {LIMIT:,} can be checked")
    if "\x00" in text:
        raise MessageError("the message is not text: paste it as plain text")


def _without_markup(html: str) -> str:
    text = re.sub(r"(?is)<(script|style).*?</\1>", "", html)
    text = re.sub(r"(?i)<br\s*/?>", "\n", text)
    text = re.sub(r"(?i)</p\s*>", "\n\n", text)
    return (
        re.sub(r"<[^>]+>", "", text)
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
    )


def _message(subject: str | None, body: str, brief: Brief, kind: Kind, address: str | None) -> Message:
    layout = take_apart(body, frozenset())
    return Message(
        kind=kind.id,
        channel=channel_of(brief, kind, subject, address),
        recipient=recipient(layout, brief, address),
        subject=subject,
        body=body,
        parts=_parts(layout),
        writer="pasted",
        to_address=address,
    )


def channel_of(brief: Brief, kind: Kind, subject: str | None, address: str | None) -> Channel:
    """The channel a pasted draft is for: the kind's, or the one that the notes ask for where nothing says e-mail."""
    if kind.channel != "email" or subject is not None or address:
        return kind.channel
    if any(order.channel == "email" and order.forbids for order in brief.instructions):
        return "text"
    wanted = [
        order.channel for order in brief.instructions if order.kind == "channel" and order.channel and not order.forbids
    ]
    return next((channel for channel in wanted if channel in {"text", "whatsapp", "portal", "letter"}), kind.channel)


def recipient(layout: Layout, brief: Brief, address: str | None) -> str | None:
    """The person the message is for: by the address it goes to, else by its greeting."""
    by_address = next(
        (
            person.name
            for person in brief.people
            if address and person.email and person.email.lower() == address.lower()
        ),
        None,
    )
    return by_address or _greeted(layout.greeting, brief.people)


def _greeted(greeting: Piece | None, people: tuple[Person, ...]) -> str | None:
    if greeting is None:
        return None
    names = [word for word in greeted_words(greeting) if word.low not in honorifics()]
    if not names:
        return None
    for person in people:
        if all(same_name(word.low, person_words(person)) for word in names):
            return person.name
    return None


def _parts(layout: Layout) -> tuple[Part, ...]:
    def part(move: str, pieces: tuple[Piece, ...]) -> Part:
        return Part(move=move, sentences=tuple(Sentence(text=piece.text) for piece in pieces))

    found = [part("greeting", (layout.greeting,))] if layout.greeting else []
    if layout.sentences:
        found.append(part("body", layout.sentences))
    closing = tuple(piece for piece in (layout.sign_off, layout.signature) if piece)
    if closing:
        found.append(part("sign-off", closing))
    return tuple(found)
