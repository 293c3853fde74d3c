"""Sentences while they are written: what a model streams, as soon as each sentence of it is whole."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from assistant.model.chat import Stop
from assistant.model.shapes import Said

_LIST = re.compile(r'"sentences"\s*:\s*\[')


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that has just been written; the checks have not seen it yet."""

    recipient: str | None
    variant: int
    move: str
    text: str
    anew: bool = False
    """Whether the message begins anew, so that what was heard of it before is void."""


def _to_nobody(heard: Heard) -> None:
    """Where nobody listens."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody who watches messages being written, and may stop it."""

    hear: Callable[[Heard], None] = _to_nobody
    """Is called from the threads that write, one sentence at a time for each message."""
    stop: Stop = field(default_factory=Stop)


@dataclass(slots=True)
class Sentences:
    """Takes the text of a reply while it arrives, and gives each of its sentences as soon as it is whole."""

    take: Callable[[Said, bool], None]
    """Gets each sentence, and whether it is the first of a reply."""
    _text: str = ""
    _at: int = -1
    _first: bool = True

    def begin(self) -> None:
        """A reply begins; what came before belongs to one that was given up."""
        self._text, self._at, self._first = "", -1, True

    def piece(self, text: str) -> None:
        """The next piece of the reply."""
        self._text += text
        if self._at < 0:
            opening = _LIST.search(self._text)
            if opening is None:
                return
            self._at = opening.end()
        while "}" in text and (found := self._next()) is not None:
            self._give(found)

    def _next(self) -> Any:
        """The next whole object of the list; nothing where it is not whole yet."""
        start = self._text.find("{", self._at)
        if start < 0:
            return None
        try:
            found, self._at = json.JSONDecoder().raw_decode(self._text, start)
        except (ValueError, RecursionError):
            return None
        return found

    def _give(self, found: Any) -> None:
        try:
            said = Said.model_validate(found)
        except ValidationError:
            return
        self.take(said, self._first)
        self._first = False
