"""Brief -> messages by a model: every reader and variant side by side, each different, and offline where it fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from langchain_core.runnables import RunnableLambda

from assistant.brief import Brief, Person
from assistant.errors import ModelError
from assistant.message import Kind, Message, Situation, Style, find_person
from assistant.model import alike
from assistant.model.chat import Chat, Deadline
from assistant.model.jobs import Job, jobs
from assistant.model.listening import Listener
from assistant.model.scribe import Scribe
from assistant.model.tally import Tally
from assistant.model.templates import words
from assistant.model.text import Line, Text
from assistant.model.veil import veil
from assistant.principle import Principle
from assistant.writing.order import Material
from assistant.writing.phrasing import Picker
from assistant.writing.repair import Check, written
from assistant.writing.window import window

AT_ONCE = 8
"""Messages that are written side by side."""
Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """Writes with a model; each message that it cannot write is the offline writer's, marked as such."""

    chat: Chat
    check: Check
    seconds: float
    """How long one message may take."""
    private: bool = False
    """Whether names are replaced before anything is sent."""
    listener: Listener | None = None

    def write_all(
        self,
        brief: Brief,
        kind: Kind,
        recipients: Sequence[Person | None],
        principles: tuple[Principle, ...],
        style: Style,
        variants: int,
        situation: Situation,
        listener: Listener | None = None,
    ) -> tuple[Message, ...]:
        """`variants` messages for each recipient, in that order, each with its report and its send window."""
        cover = veil(situation.notes, brief, situation.profile, private=self.private)
        wanted = jobs(brief, kind, recipients, principles, style, variants, situation, cover)
        hearing = listener or self.listener
        messages = _side_by_side(wanted, lambda job: self._one(job, hearing))
        messages = self._apart(wanted, messages, hearing)
        after, by = window(kind, brief, situation.today)
        return tuple(message.model_copy(update={"send_after": after, "send_by": by}) for message in messages)

    def rewrite(
        self,
        message: Message,
        brief: Brief,
        kind: Kind,
        principles: tuple[Principle, ...],
        style: Style,
        situation: Situation,
        listener: Listener | None = None,
    ) -> Message:
        """The message changed to the wishes of the style, with its locked sentences to the letter.

        Raises ModelError where the model cannot do it: the message that was there is still the best one.
        """
        reader = find_person(brief, message.recipient)
        cover = veil(situation.notes, brief, situation.profile, private=self.private)
        (job,) = jobs(brief, kind, (reader,), principles, style, 1, situation, cover)[:1]
        tally = Tally(self.chat, Deadline(self.seconds), (listener or Listener()).stop)
        made = Scribe(job, tally, self.check).rewritten(_text_of(message, kind))
        kept = {"variant": message.variant, "send_after": message.send_after, "send_by": message.send_by}
        return made.model_copy(update={**kept, "trace": tally.trace()})

    def _one(self, job: Job, listener: Listener | None) -> Message:
        """One message by the model, or by the offline writer with the reason."""
        tally = Tally(self.chat, Deadline(self.seconds), (listener or Listener()).stop)
        try:
            return Scribe(job, tally, self.check, listener).written().model_copy(update={"trace": tally.trace()})
        except ModelError as error:
            return self._stand_in(job, tally, error)

    def _stand_in(self, job: Job, tally: Tally, error: ModelError) -> Message:
        seed = f"{job.order.style.seed}|{job.place}|{job.order.situation.notes}"
        message = written(job.order, Material(Picker(seed)), self.check)
        told = words("notices")["stood_in"].format(reason=error)
        return message.model_copy(update={"advice": (told, *message.advice), "trace": tally.trace(str(error))})

    def _apart(self, wanted: list[Job], messages: list[Message], listener: Listener | None) -> list[Message]:
        """The messages with those written anew that came too near to an earlier one of their set, once."""
        if len(messages) < 2 or (listener and listener.stop.is_set):
            return messages
        near = [one for one in alike.offenders(messages) if _is_models(messages[one.place])]
        again = [replace(wanted[one.place], avoid=one.sentences) for one in near]
        for one, message in zip(near, _side_by_side(again, lambda job: self._one(job, None)), strict=True):
            others = [*messages[: one.place], message]
            if _is_models(message) and not any(other.place == one.place for other in alike.offenders(others)):
                messages[one.place] = message
        return messages


def _is_models(message: Message) -> bool:
    return message.trace is not None and message.trace.failure is None


def _side_by_side(wanted: Sequence[Job], make: Callable[[Job], Outcome]) -> list[Outcome]:
    """What `make` gives for each job, several at a time, in their order."""
    if len(wanted) < 2:
        return [make(job) for job in wanted]
    return list(RunnableLambda(make).batch(list(wanted), config={"max_concurrency": AT_ONCE, "callbacks": []}))


def _text_of(message: Message, kind: Kind) -> Text:
    """A message's own sentences, without its frame, a paragraph for each block of its body."""
    moves = {spec.move for spec in kind.moves}
    lines = []
    for part in message.parts:
        if part.move in {"greeting", "sign-off"}:
            continue
        for sentence in part.sentences:
            at = message.body.find(sentence.text)
            paragraph = max(1, message.body[: max(0, at)].count("\n\n"))  # the first block is the greeting
            move = part.move if part.move in moves else "recall"
            lines.append(Line(paragraph, move, sentence.text, sentence.facts, sentence.principles))
    return Text(message.subject or "", tuple(lines))
