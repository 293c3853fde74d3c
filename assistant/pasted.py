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
MAX_CHARS = 100_000
LOOKS_LIKE_JSON = re.compile(r'\s*\{\s*"|\s*\[\s*\{')
MAIL_HEADER = re.compile(rb"(?:mime-version|content-type|message-id|received|return-path|x-unsent)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opened:
    """A message taken out of what was handed in."""

    message: Message
    kind: Kind
    text: str | None
    """The plain text it was handed in as; nothing for .eml and JSON."""

    def in_text(self, report: Report) -> Report:
        """The report with spans that count in the plain text as handed in."""
        if self.text is None:
            return report
        findings = tuple(self._moved(finding, self.text) for finding in report.findings)
        return report.model_copy(update={"findings": findings})

    def _moved(self, finding: Finding, text: str) -> Finding:
        if finding.span is None:
            return finding
        within = self.message.subject or "" if finding.where == "subject" else self.message.body
        start = text.find(within, 0 if finding.where == "subject" else len(text) - len(text.lstrip()))
        if within != text and finding.where == "body" and self.message.subject is not None:
            start = text.find(within, text.find("\n") + 1)
        at = start + finding.span.start if start >= 0 else text.find(finding.span.text)
        if at < 0:
            return finding.model_copy(update={"span": None})
        span = Span(start=at, end=at + len(finding.span.text), text=finding.span.text)
        return finding.model_copy(update={"span": span})


def open_message(text: str | bytes, brief: Brief, kind_for: KindFor) -> Opened:
    """The message in `text` and its kind; bytes are an .eml file. Raises MessageError where there is none."""
    if isinstance(text, bytes):
        kind = kind_for(None)
        return Opened(parse.from_eml(text, brief, kind), kind, None)
    if not text.strip():
        raise MessageError("the message is empty: paste the text that you want checked")
    if len(text) > MAX_CHARS:
        raise MessageError(f"the message is longer than {MAX_CHARS:,} characters: paste one message")
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
    head = data.lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return any(MAIL_HEADER.match(line) for line in head.split(b"\n"))


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
