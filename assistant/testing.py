"""Doubles that ship with the product: sample notes, the brief a careful reader makes of them, an embedder, a model."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zlib import crc32

from assistant.brief import Brief, Fact, Instruction, Person, Profile, Span
from assistant.message import Message, Part, Sentence
from assistant.model.chat import Answer, Call, Hearing, Stop, Usage

TODAY = date(2026, 3, 12)
PROFILE = Profile(name="Rosalind Achterberg", email="rosalind@mailbox.example", phone="07700 900123")
NOTES = """\
Lantern Street Library, children's librarian, interview weds 11 March 2026

- Oyelaran Adebisi-Finch, head of service - asked how I would run story time for 40 families
- Marit Solheim, outreach - wants the mobile library back on the estate by June
- I told them about the reading garden I started in my last branch
- promised Marit the garden's planting list by Friday
- Oyelaran: please reply by e-mail only, o.finch@lanternlibrary.example
- they decide by 20 March
- pay is lower than I hoped
"""


def brief() -> Brief:
    """What a careful reader finds in NOTES."""
    return Brief(
        company=_fact("company", "Lantern Street Library"),
        role=_fact("role", "children's librarian"),
        people=(
            Person(
                name="Oyelaran Adebisi-Finch",
                title="head of service",
                email="o.finch@lanternlibrary.example",
                evidence=_spans("Oyelaran Adebisi-Finch"),
                given_name="Oyelaran",
                family_name="Adebisi-Finch",
                aliases=("Oyelaran",),
            ),
            Person(
                name="Marit Solheim",
                title="outreach",
                evidence=_spans("Marit Solheim"),
                given_name="Marit",
                family_name="Solheim",
                aliases=("Marit",),
            ),
        ),
        interview_date=_fact("interview-date", "2026-03-11", "weds 11 March 2026"),
        topics=(
            _fact(
                "topic-1", "how I would run story time for 40 families", said_by="them", person="Oyelaran Adebisi-Finch"
            ),
            _fact("topic-2", "the mobile library back on the estate by June", said_by="them", person="Marit Solheim"),
        ),
        strengths=(_fact("strength-1", "the reading garden I started in my last branch", said_by="me"),),
        promises=(
            Fact(
                id="promise-1",
                value="the garden's planting list by Friday",
                said_by="me",
                evidence=_spans("the garden's planting list by Friday"),
                person="Marit Solheim",
                due=date(2026, 3, 13),
            ),
        ),
        instructions=(
            Instruction(
                kind="channel",
                text="please reply by e-mail only",
                evidence=_spans("please reply by e-mail only"),
                channel="email",
            ),
        ),
        decision_by=_fact("decision-by", "2026-03-20", "they decide by 20 March"),
        private=(_fact("private-1", "pay is lower than I hoped", said_by="me"),),
    )


def message(**changes: object) -> Message:
    """A thank-you to Oyelaran that rests on NOTES, with `changes` to its fields."""
    parts = (
        Part(move="greeting", sentences=(Sentence(text="Dear Oyelaran,"),)),
        Part(
            move="recall",
            sentences=(
                Sentence(text="Thank you for seeing me on Wednesday.", facts=("interview-date",)),
                Sentence(text="You asked how I would run story time for 40 families.", facts=("topic-1",)),
            ),
        ),
        Part(move="sign-off", sentences=(Sentence(text="Kind regards,\nRosalind Achterberg", facts=("profile",)),)),
    )
    whole = Message(
        kind="thank-you",
        channel="email",
        recipient="Oyelaran Adebisi-Finch",
        subject="Thank you – children's librarian interview",
        body="\n\n".join(" ".join(sentence.text for sentence in part.sentences) for part in parts),
        parts=parts,
        to_address="o.finch@lanternlibrary.example",
        send_after=date(2026, 3, 11),
        send_by=date(2026, 3, 12),
    )
    return whole.model_copy(update=changes)


def embed(texts: Sequence[str]) -> list[list[float]]:
    """A small embedder: counts the words of each text in 64 boxes; alike for texts that share words."""
    return [_boxes(text) for text in texts]


Script = Mapping[str, Any] | str | Exception | Callable[[Call], Mapping[str, Any] | str]
"""One answer of a scripted model: an object, a text, an error to raise, or what makes an answer of the call."""


@dataclass(slots=True)
class ScriptedWire:
    """A model that answers from a script, one entry a call, and fails when the script runs out; the last may repeat."""

    script: list[Script]
    repeats: bool = False
    """Whether the last entry answers every further call."""
    endpoint: str = "script.example"
    model: str = "scripted"
    calls: list[Call] = field(default_factory=list)
    """What was asked, in order."""
    finish: str = "stop"
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, call: Call, seconds: float, stop: Stop, heard: Hearing | None) -> Answer:
        """The next answer of the script."""
        with self._lock:
            place = len(self.calls)
            self.calls.append(call)
        if place >= len(self.script) and not self.repeats:
            raise AssertionError(f"the script holds {len(self.script)} answers and was asked for one more: {call.user}")
        entry = self.script[min(place, len(self.script) - 1)]
        if isinstance(entry, Exception):
            raise entry
        said = entry(call) if callable(entry) else entry
        text = said if isinstance(said, str) else json.dumps(said)
        if heard is not None:
            heard.piece(text)
        return Answer(text, self.finish, self.model, Usage(len(call.system) + len(call.user), len(text)))


def _boxes(text: str) -> list[float]:
    boxes = [0.0] * 64
    for word in text.casefold().split():
        boxes[crc32(word.encode()) % 64] += 1.0
    length = sum(count * count for count in boxes) ** 0.5 or 1.0
    return [count / length for count in boxes]


def _spans(words: str) -> tuple[Span, ...]:
    start = NOTES.index(words)
    return (Span(start=start, end=start + len(words), text=words),)


def _fact(name: str, value: str, words: str | None = None, **more: str) -> Fact:
    return Fact.model_validate({"id": name, "value": value, "evidence": _spans(words or value), **more})
