"""What one message has cost so far, and what it was asked with."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.message import Trace
from assistant.model.chat import Chat, Deadline, Hearing, Reply, Request, Stop, Usage


@dataclass(slots=True)
class Tally:
    """Counts the calls of one message and passes them on."""

    chat: Chat
    deadline: Deadline
    stop: Stop
    labels: dict[str, None] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    calls: int = 0
    model: str = ""
    step: str = ""

    def complete(self, request: Request, heard: Hearing | None = None) -> Reply:
        """The answer to a request; raises ModelError."""
        self.labels[request.label] = None
        reply = self.chat.complete(request, self.deadline, self.stop, heard)
        self.usage += reply.usage
        self.calls += reply.calls
        self.model, self.step = reply.model, reply.step
        return reply

    def trace(self, failure: str | None = None) -> Trace:
        """How the message came about."""
        return Trace(
            model=self.model or self.chat.model,
            endpoint=self.chat.endpoint,
            prompts=tuple(self.labels),
            step=self.step,
            calls=self.calls,
            sent=self.usage.sent,
            received=self.usage.received,
            seconds=round(self.deadline.seconds - self.deadline.left(), 3),
            failure=failure,
        )
