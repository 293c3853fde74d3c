"""Whether the messages of a set really differ: variants of one message, and the messages of a panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from assistant.checking import together
from assistant.message import Message

FRAME = frozenset({"greeting", "sign-off", "close"})
NEAR = 78
"""Two variants whose own sentences are so alike (rapidfuzz, 0 to 100) are one variant."""


@dataclass(frozen=True, slots=True)
class Offender:
    """A message that comes too near to an earlier one of its set, by its place in it, and the sentences it nears."""

    place: int
    sentences: tuple[str, ...]


def offenders(messages: Sequence[Message]) -> list[Offender]:
    """The messages that share a sentence, a run of words or their whole gist with an earlier one; the later is one."""
    shared = together.compare(messages)
    found = []
    for later, message in enumerate(messages):
        near = [other for other in messages[:later] if _is_near(message, other)]
        runs = [finding for finding in shared.get(later, ()) if finding.span is not None]
        if near or runs:
            others = [other for other in messages[:later] if other.recipient == message.recipient or runs]
            found.append(Offender(later, tuple(dict.fromkeys(text for other in others for text in _own(other)))))
    return found


def _is_near(one: Message, other: Message) -> bool:
    if one.recipient != other.recipient:
        return False
    return fuzz.token_sort_ratio(" ".join(_own(one)), " ".join(_own(other))) >= NEAR


def _own(message: Message) -> list[str]:
    """The sentences of a message that its kind does not prescribe."""
    return [sentence.text for part in message.parts if part.move not in FRAME for sentence in part.sentences]
