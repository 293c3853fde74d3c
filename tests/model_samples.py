"""What the tests of the model stand on: the sample notes, a writer over real HTTP, the shortest way to a message."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from model_server import Behave, Server, serving
from pydantic import SecretStr

from assistant import prompts, testing
from assistant.adapters.openai_chat import OpenAIWire
from assistant.brief import Brief
from assistant.checking import check
from assistant.message import Message, Situation, Style
from assistant.model.chat import Wire
from assistant.model.endpoints import Endpoint
from assistant.model.ladder import Habits, Ladder
from assistant.model.listening import Listener
from assistant.model.writer import ModelWriter

KEY = "sk-secret-0123456789"
SITUATION = Situation(notes=testing.NOTES, today=testing.TODAY, profile=testing.PROFILE)
AS_USUAL = Style()
FRAME = frozenset({"greeting", "sign-off"})


@contextmanager
def wired(*behaviours: Behave, silence: float = 30.0, **more: Any) -> Iterator[tuple[Server, OpenAIWire]]:
    """A server with these behaviours and a wire to it."""
    with serving(*behaviours) as server:
        wire = OpenAIWire(Endpoint(server.url, "test-model", SecretStr(KEY), **more), silence)
        try:
            yield server, wire
        finally:
            wire.close()


def writer(wire: Wire, seconds: float = 5.0, *, private: bool = False, **habits: Any) -> ModelWriter:
    """A writer over a wire, with the rules as its checks."""
    return ModelWriter(Ladder(wire, Habits(**habits)), check, seconds, private)


def write(
    by: ModelWriter,
    kind: str = "thank-you",
    *,
    to: int | None = 0,
    variants: int = 1,
    style: Style = AS_USUAL,
    brief: Brief | None = None,
    situation: Situation = SITUATION,
    listener: Listener | None = None,
) -> tuple[Message, ...]:
    """Messages on the sample notes: to one of its people by number, or to everyone."""
    found = brief or testing.brief()
    people = found.interviewers() if to is None else (found.people[to],)
    principles = prompts.principles()[:3]
    return by.write_all(found, prompts.kind(kind), people, principles, style, variants, situation, listener)


def own(message: Message) -> list[str]:
    """The sentences of a message beside its frame."""
    return [sentence.text for part in message.parts if part.move not in FRAME for sentence in part.sentences]


def said(*sentences: str | tuple[str, str], subject: str = "Story time for 40 families", **more: Any) -> dict[str, Any]:
    """What a model answers to the write prompt: sentences, each alone or with its move."""
    pairs = [("recall", one) if isinstance(one, str) else one for one in sentences]
    entry = {"paragraph": 1, "facts": ["topic-1"], "principles": []} | more
    return {"subject": subject, "sentences": [entry | {"move": move, "text": text} for move, text in pairs]}


def changed(*changes: tuple[int, str], **more: Any) -> dict[str, Any]:
    """What a model answers to a repair or rewrite prompt: numbers and the sentences that take their place."""
    entry = {"paragraph": 1, "move": "recall", "facts": ["topic-1"], "principles": []} | more
    return {"subject": "", "sentences": [entry | {"number": number, "text": text} for number, text in changes]}
