"""A message that somebody hands in for checking: plain text, an .eml file or the JSON of one message."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from assistant.brief import Brief, Span
from assistant.checking import parse
from assistant.errors import MessageError, NotesError
from assistant.message import Kind, Message
from assistant.reading import source
from assistant.report import Finding, Report

KindFor = Callable[[str | None], Kind]
LOOKS_LIKE_JSON = re.compile(r'\s*\{\s*"|\s*\[\s*\{')
MAIL_HEADER = re.compile(rb"(?:mime-version|content-type|message-id|received|return-path|x-unsent)\s*:", re.IGNORECASE)
ANY_HEADER = re.compile(rb"[!-9;-~]+:|[ \t]")


@dataclass(frozen=True, slots=True)
class Opened:
    """A message taken out of what was handed in."""

    message: Message
    kind: Kind
    text: str | None
    """The plain text it was handed in as; nothing for .eml and JSON."""

    def in_text(self, report: Report) -> Report:
        """The report with spans that count in the plain text as it was handed in."""
        if self.text is None:
            return report
        places = _Places(self.text)
        findings = tuple(self._moved(finding, places) for finding in report.findings)
        return report.model_copy(update={"findings": findings})

    def _moved(self, finding: Finding, places: _Places) -> Finding:
        if finding.span is None:
            return finding
        start = places.subject(self.message) if finding.where == "subject" else places.body(self.message)
        span = places.span(start + finding.span.start, start + finding.span.end)
        return finding.model_copy(update={"span": span})


class _Places:
    """Where the subject and the body of a plain text stand in it; reading it made one character of each line end."""

    def __init__(self, text: str) -> None:
        self._text = text
        dropped = {0} if text.startswith("\ufeff") else set()
        dropped |= {match.start() for match in re.finditer("\r\n", text)}
        self._kept = [at for at in range(len(text)) if at not in dropped]
        self._plain = "".join(text[at] for at in self._kept).replace("\r", "\n")

    def subject(self, message: Message) -> int:
        """Index of the subject in the plain text."""
        return self._plain.index(message.subject or "", self._plain.find(":") + 1)

    def body(self, message: Message) -> int:
        """Index of the body in the plain text, of which it is the end."""
        return len(self._plain.rstrip()) - len(message.body)

    def span(self, start: int, end: int) -> Span:
        """The span of the text as handed in that shows as these characters of the plain text."""
        first, last = self._kept[start], self._kept[end - 1] + 1
        return Span(start=first, end=last, text=self._text[first:last])


def open_message(text: str | bytes, brief: Brief, kind_for: KindFor) -> Opened:
    """The message in `text` and its kind; bytes are an .eml file. Raises MessageError where there is none."""
    if isinstance(text, bytes):
        kind = kind_for(None)
        return Opened(parse.from_eml(text, brief, kind), kind, None)
    if not text.strip():
        raise MessageError("the message is empty: paste the text that you want checked")
    if len(text) > parse.LIMIT:
        raise MessageError(f"the message is longer than {parse.LIMIT:,} characters: paste one message")
    if LOOKS_LIKE_JSON.match(text):
        message = _from_json(text)
        return Opened(message, kind_for(message.kind), None)
    kind = kind_for(None)
    return Opened(parse.from_text(text, brief, kind), kind, text)


def decode(data: bytes) -> str:
    """The text of a message from the bytes of a file or a pipe; raises MessageError where it is no text."""
    if not data.strip():
        raise MessageError("the message is empty: paste or pipe in the text that you want checked")
    try:
        return source.decode(data)
    except NotesError as error:
        raise MessageError("the message is too long or not text: give plain text, an .eml file or JSON") from error


def looks_like_mail(data: bytes) -> bool:
    """True where the first lines are the headers of a mail rather than the text of one."""
    lines = data.lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0].split(b"\n")
    return all(map(ANY_HEADER.match, lines)) and any(map(MAIL_HEADER.match, lines))


def _from_json(text: str) -> Message:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise MessageError(f"the message looks like JSON but is not: {error}") from error
    try:
        return Message.model_validate_json(json.dumps(_single(found)))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        reason = f"{field}: {first['msg']}"
        raise MessageError(f"the JSON is not one message: {reason}; see afterword schema message") from error


def _single(found: Any) -> Any:
    messages = found.get("messages") if isinstance(found, dict) else None
    if not isinstance(messages, list):
        return found
    if len(messages) != 1:
        raise MessageError(f"the JSON holds {len(messages)} messages: hand in one of them")
    return messages[0]
