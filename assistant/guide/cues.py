"""What to ask the guide: a brief and a kind, or a text, as a few short situations with weights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant import prompts
from assistant.brief import Brief, Instruction
from assistant.message import Kind

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_CROWD = 8
_FEW = 3
_ANOTHER_OFFER = re.compile(r"\boffer", re.IGNORECASE)
_MUST_ANSWER = re.compile(r"\b(?:answer|decide|reply|sign|accept|let them know|by|until|deadline)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """One situation to look up."""

    text: str
    """The situation as a person would put it."""
    weight: float = 1.0
    """How strongly it counts against the other cues."""


def of_text(situation: str) -> tuple[Cue, ...]:
    """The cues of a described situation: the whole, and each sentence where there are several."""
    sentences = [part.strip() for part in _SENTENCE_END.split(situation) if part.strip()]
    parts = tuple(Cue(part, 0.9) for part in sentences) if len(sentences) > 1 else ()
    return (Cue(situation), *parts)


def of_brief(brief: Brief, kind: Kind) -> tuple[Cue, ...]:
    """The cues of a brief for a kind: its purpose, and one for each thing in the brief that calls for advice."""
    found = (
        _cue("purpose", purpose=kind.purpose),
        *_standing(brief, kind),
        *_people(brief),
        *(cue for instruction in brief.instructions for cue in _instruction(instruction)),
        *_content(brief),
        *_discretion(brief),
    )
    return tuple(dict.fromkeys(found))


def _standing(brief: Brief, kind: Kind) -> Iterator[Cue]:
    if brief.status in ("offer", "rejected"):
        yield _cue(brief.status)
    elif kind.window.anchor == "decision":
        if brief.status == "silent":
            yield _cue("silent")
            yield _cue("silent-past-date" if brief.decision_by else "awaiting-no-date")
        else:
            yield _cue("awaiting-date" if brief.decision_by else "awaiting-no-date")


def _people(brief: Brief) -> Iterator[Cue]:
    interviewers = brief.interviewers()
    if not interviewers:
        yield _cue("nobody")
    if len(interviewers) > 1:
        yield _cue("crowd" if len(interviewers) >= _CROWD else "several")
    if any(person.part == "recruiter" for person in brief.people):
        yield _cue("recruiter")
    if any(" " not in person.name for person in interviewers):
        yield _cue("half-name")
    if interviewers and not any(person.email for person in interviewers):
        yield _cue("no-address")


def _instruction(instruction: Instruction) -> Iterator[Cue]:
    yield _cue(_aspect(instruction), group="instruction")
    yield _cue("said", text=instruction.text)


def _aspect(instruction: Instruction) -> str:
    if instruction.subject:
        return "subject"
    if instruction.forbids and instruction.channel in ("phone", "linkedin"):
        return f"no-{instruction.channel}"
    if not instruction.forbids and instruction.kind == "channel" and instruction.channel in ("phone", "email"):
        return f"channel-{instruction.channel}"
    return instruction.kind


def _content(brief: Brief) -> Iterator[Cue]:
    if brief.promises:
        yield _cue("promise")
    for name, facts in (("strength", brief.strengths), ("topic", brief.topics)):
        if facts:
            yield _cue(name, text="; ".join(fact.value for fact in facts[:_FEW]))
    if brief.missing:
        yield _cue("gaps", text=" ".join(question.question for question in brief.missing))


def _discretion(brief: Brief) -> Iterator[Cue]:
    offers = [fact.value for fact in brief.private if _ANOTHER_OFFER.search(fact.value)]
    if len(offers) < len(brief.private):
        yield _cue("private")
        yield from (_cue("said", text=fact.value) for fact in brief.private if fact.value not in offers)
    if offers:
        yield _cue("other-offer")
    if any(map(_MUST_ANSWER.search, offers)):
        yield _cue("other-deadline")
    if brief.other_companies and not offers:
        yield _cue("other-companies")


def _cue(name: str, group: str | None = None, **inputs: str) -> Cue:
    table = _table()[group] if group else _table()
    text = table[name]["text"]
    for key, value in inputs.items():
        text = text.replace("{" + key + "}", _plain(value))
    return Cue(text, table[name]["weight"])


def _plain(value: str) -> str:
    return " ".join(value.split())


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = prompts.read_toml(prompts.folder() / "embedding" / "cues.toml")["cue"]
    return table
