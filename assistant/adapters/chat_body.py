"""The body of a chat completion, whole or as a stream of events, taken apart piece by piece and believed in nothing.

Endpoints send what they like: other types, no choices, an error with status 200, a web page, half a stream. What can be
an answer becomes an Answer; everything else becomes an error that says what it was.
"""

from __future__ import annotations

import codecs
import json
from dataclasses import dataclass, field
from typing import Any

from assistant.adapters.chat_errors import told
from assistant.errors import BusyError, EndpointError, RefusalError, ReplyError
from assistant.model.chat import Answer, Hearing, Usage

MOST_BYTES = 4_000_000
MOST_BLANKS = 2_000
"""So many blanks at the end of a text, and a model has lost its way: some fill their limit with them."""
_EVENTS = ("data:", "event:", ":", "id:", "retry:")
_LETTERS_A_TOKEN = 4


@dataclass(slots=True)
class Body:
    """A body that is fed as it arrives."""

    asked: int
    """Characters that were sent, to estimate the tokens where the endpoint does not count them."""
    model: str
    """The model that was asked, where the body names none."""
    host: str
    hearing: Hearing | None = None
    streaming: bool | None = None
    """Whether it is a stream of events; nothing as long as that is not known."""
    text: str = ""
    finish: str = ""
    refusal: str = ""
    usage: Usage | None = None
    _size: int = 0
    _rest: str = ""
    _done: bool = False
    _decoder: Any = field(default_factory=lambda: codecs.getincrementaldecoder("utf-8")("strict"))

    def feed(self, data: bytes) -> None:
        """Takes the next bytes; raises ReplyError where they cannot belong to an answer."""
        self._size += len(data)
        if self._size > MOST_BYTES:
            raise ReplyError("the model's answer does not end")
        try:
            self._rest += self._decoder.decode(data)
        except UnicodeDecodeError as error:
            raise ReplyError(f"{self.host} answered with something that is no text") from error
        if self.streaming is None and self._rest.strip():
            self.streaming = self._rest.lstrip().startswith(_EVENTS)
        if self.streaming:
            *lines, self._rest = self._rest.split("\n")
            for line in lines:
                self._line(line.strip())

    def answer(self) -> Answer:
        """The whole answer; raises a ModelError where there is none."""
        if self.streaming:
            self._line(self._rest.strip())
            if not self.finish and not self._done:
                raise BusyError(f"{self.host} broke off in the middle of its answer")
        else:
            self._whole()
        if self.refusal and not self.text.strip():
            raise RefusalError(
                f"the model declines: {_line(self.refusal)!r}; change the notes or the wishes, or the model"
            )
        if self.finish == "content_filter":
            raise RefusalError(
                f"a filter of {self.host} stopped the answer: change the notes or the wishes, or the model"
            )
        usage = self.usage or Usage(self.asked // _LETTERS_A_TOKEN, len(self.text) // _LETTERS_A_TOKEN)
        return Answer(self.text, self.finish or "stop", self.model, usage)

    def _line(self, line: str) -> None:
        if not line.startswith("data:") or self._done:
            return
        data = line.removeprefix("data:").strip()
        if data == "[DONE]":
            self._done = True
            return
        try:
            event = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise ReplyError(f"{self.host} sent an event that is no JSON: {_line(data)!r}") from error
        if event is not None:
            self._take(event, "delta")

    def _whole(self) -> None:
        text = self._rest.strip()
        try:
            found = json.loads(text)
        except (ValueError, RecursionError) as error:
            if text.startswith("<"):
                raise EndpointError(
                    f"{self.host} answered with a web page: check AFTERWORD_ENDPOINT, most addresses end in /v1"
                ) from error
            if text.startswith(("{", "[")):
                raise BusyError(f"{self.host} broke off in the middle of its answer") from error
            raise ReplyError(f"{self.host} answered with something that is no JSON: {_line(text)!r}") from error
        self._take(found, "message")
        if not isinstance(found, dict) or not found.get("choices"):
            raise ReplyError(f"{self.host} answered without any choice")

    def _take(self, found: Any, where: str) -> None:
        """Takes over what an object of the protocol holds: a whole completion, or one piece of a stream."""
        if not isinstance(found, dict):
            raise ReplyError(f"{self.host} answered with {type(found).__name__} and not an object")
        if found.get("error"):
            raise told(self.host, self.model, 0, found)
        if isinstance(found.get("model"), str) and found["model"].strip():
            self.model = _line(found["model"])
        self.usage = _usage(found.get("usage")) or self.usage
        choices = found.get("choices") or []
        if not isinstance(choices, list) or not all(isinstance(choice, dict) for choice in choices):
            raise ReplyError(f"{self.host} answered with choices of a strange type")
        if choices:
            self._choice(choices[0], where)

    def _choice(self, choice: dict[str, Any], where: str) -> None:
        message = choice.get(where) or {}
        if not isinstance(message, dict):
            raise ReplyError(f"{self.host} answered with a message of a strange type")
        if isinstance(choice.get("finish_reason"), str):
            self.finish = choice["finish_reason"]
        if isinstance(message.get("refusal"), str):
            self.refusal += message["refusal"]
        piece = self._piece(message.get("content"))
        self.text += piece
        if len(self.text) - len(self.text.rstrip()) > MOST_BLANKS:
            raise ReplyError("the model's answer trails off into blanks")
        if piece and self.hearing is not None:
            self.hearing.piece(piece)

    def _piece(self, content: Any) -> str:
        """The text of a message's content: a string, nothing, or a list of parts."""
        if content is None:
            return ""
        if isinstance(content, str):
            return content
        if isinstance(content, list) and all(isinstance(part, dict) for part in content):
            return "".join(part["text"] for part in content if isinstance(part.get("text"), str))
        raise ReplyError(f"{self.host} answered with content of a strange type")


def _usage(found: Any) -> Usage | None:
    if not isinstance(found, dict):
        return None
    sent, received = found.get("prompt_tokens"), found.get("completion_tokens")
    if type(sent) is not int or type(received) is not int or sent < 0 or received < 0:
        return None
    return Usage(sent, received)


def _line(text: str) -> str:
    """The beginning of a text on one line."""
    short = " ".join("".join(char if char.isprintable() else " " for char in text[:300]).split())
    return short if len(short) <= 120 else f"{short[:119]}…"
