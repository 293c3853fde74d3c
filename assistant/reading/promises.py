"""What the candidate said they would do or send: to whom, and by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.brief import Fact, Span
from assistant.language.tidy import Tidier
from assistant.reading import dates
from assistant.reading.scene import Scene
from assistant.reading.speech import Statement

TIME = (
    r"(?:the\s+)?(?:end of\s+(?:the\s+|this\s+|next\s+)?|close of play\s+(?:on\s+)?|cob\s+|eod\s+|lunchtime\s+(?:on\s+)?|noon\s+(?:on\s+)?)?(?:this\s+|next\s+|coming\s+)?"
    r"(?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|today|tonight|tomorrow|tmrw|tmw|week|weekend|month|noon|lunch(?:time)?|evening|morning|eod|cob"
    r"|\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\s+\d{1,2}(?:st|nd|rd|th)?)\b"
    r"(?:\s+(?:morning|afternoon|evening|night|noon|lunch\w*|next week|week|\d{1,2}(?:st|nd|rd|th)?(?:\s+\w{3,9})?))?"
)
DUE = re.compile(
    rf"\b(?:by|before|until|till|no later than|not later than)\s+{TIME}|\bon\s+(?:the\s+\d|(?:mon|tue|wed|thu|fri|sat|sun))\w*"
    r"|\b(?:tonight|today|tomorrow|tmrw|tmw)(?: (?:morning|afternoon|evening|night))?\b|\b(?:this (?:evening|afternoon|week|weekend)|next week|over the weekend|at the weekend|in the morning|first thing)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:tues|weds|thurs|fri)\b",
    re.I,
)
NEXT_THOUGHT = re.compile(
    r",?\s+(?:and|but|so)\s+(?:then\s+)?(?:i|she|he|they|we)\b|,\s*(?:email|mail|his|her|their|its?)\b|\s+because\b|\s*[({].*$|[;!]|,?\s+(?:he|she|they)(?:'ll|'s| will| said)?\b",
    re.I,
)


ASKED_TO = re.compile(
    r"^(?:(?:could|can|would|will) (?:you|u) (?:please )?(?:send|share|email|bring|show|forward|drop)(?: me| us| over)?\s+)|^(?:me )?to (?:see|have|get|read|look at|send|bring|email|show)(?: (?:him|her|them|me))?\s+",
    re.I,
)
OWED_ME = re.compile(r"\b(?:he|she|they) owes? me\b", re.I)


def _value(statement: Statement, words: str) -> str:
    """The promise as a verb phrase: what was only named is something to send."""
    return words if statement.form == "clause" else f"send {words}"


def due_phrase(text: str) -> str | None:
    """The words of a promise that say when, such as `by fri`; nothing where none do."""
    found = list(DUE.finditer(text))
    return found[-1].group().strip(" ,.") if found else None


def find(
    notes: str, statements: Sequence[Statement], scene: Scene, tidier: Tidier, today: date, said_on: date | None
) -> tuple[Fact, ...]:
    """The promises, in the order of the notes; due days count from the day they were made, else from today."""
    facts: list[Fact] = []
    for statement in statements:
        if statement.act != "promise":
            continue
        text = notes[statement.start : statement.end]
        if cut := NEXT_THOUGHT.search(text):
            text = text[: cut.start()]
        end = statement.start + len(text.rstrip())
        if len(text.split()) < 2 or re.match(r"nothing\b|no\b", text, re.I):
            continue
        whole = notes[slice(*statement.clause)]
        phrase = due_phrase(text) or (
            due_phrase(whole[max(0, statement.end - statement.clause[0]) :]) if statement.form == "request" else None
        )
        named = [person for person in scene.mentioned(text) if person.part != "other"]
        start = statement.clause[0]
        if statement.form == "request":
            end = statement.clause[1]
            text = ASKED_TO.sub("", text)
        if OWED_ME.search(notes[start : statement.clause[1] + 60]):
            continue
        facts.append(
            Fact(
                id=f"promise-{len(facts) + 1}",
                value=_value(statement, tidier.tidy(text)),
                said_by="me",
                evidence=(Span(start=start, end=end, text=notes[start:end]),),
                person=named[0].name if named else statement.person,
                due=dates.resolve(phrase, said_on or today) if phrase else None,
                sure=statement.sure,
            )
        )
    return tuple(facts)
