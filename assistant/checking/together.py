"""Compares the messages of a panel, or the variants of one message: what they share that they should not."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from assistant import prompts
from assistant.brief import Span
from assistant.checking.findings import finding
from assistant.checking.layout import Layout, Piece, take_apart
from assistant.checking.words import Token
from assistant.message import Message
from assistant.report import Finding

RUN = 8
OPEN_MOVES = frozenset(
    {
        "greeting",
        "close",
        "sign-off",
        "promise",
        "thanks",
        "introduction",
        "purpose",
        "answers",
        "voicemail",
        "status-question",
    }
)


def compare(messages: Sequence[Message]) -> dict[int, tuple[Finding, ...]]:
    """Findings by the index of the message, each against the messages before it; messages without any are left out."""
    layouts = [take_apart(message.body, frozenset()) for message in messages]
    found: dict[int, tuple[Finding, ...]] = {}
    for later in range(len(messages)):
        findings = [each for earlier in range(later) for each in _shared(messages, layouts, earlier, later)]
        unique = {(each.rule, each.span.start if each.span else -1, each.message): each for each in findings}
        if unique:
            found[later] = tuple(unique.values())
    return found


def _shared(messages: Sequence[Message], layouts: Sequence[Layout], earlier: int, later: int) -> list[Finding]:
    message, kind = messages[later], prompts.kind(messages[later].kind)
    other = messages[earlier].recipient or f"variant {messages[earlier].variant}"
    found = []
    first, second = layouts[earlier].sentences, layouts[later].sentences
    told: set[int] = set()
    for sentence in second:
        if len(sentence.tokens) >= 5 and any(_same(sentence, each) for each in first if len(each.tokens) >= 5):
            told.add(sentence.start)
            found.append(
                finding("repetition.panel-sentence", kind, _span(message, sentence.start, sentence.end), other=other)
            )
    runs = {run for sentence in first for run, _ in _runs(sentence.tokens)}
    for sentence in second:
        place = next((window for run, window in _runs(sentence.tokens) if run in runs), None)
        if place and sentence.start not in told:
            found.append(
                finding("repetition.panel-phrase", kind, _span(message, place[0].start, place[-1].end), other=other)
            )
    if messages[earlier].recipient != message.recipient and (anchor := _anchor(messages[earlier]) & _anchor(message)):
        found.append(finding("repetition.panel-anchor", kind, None, other=other, facts=", ".join(sorted(anchor))))
    return found


def _span(message: Message, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=message.body[start:end])


def _same(first: Piece, second: Piece) -> bool:
    return fuzz.ratio(first.text.lower(), second.text.lower()) >= 88


def _runs(words: tuple[Token, ...]) -> list[tuple[tuple[str, ...], tuple[Token, ...]]]:
    return [
        (tuple(word.low for word in words[place : place + RUN]), words[place : place + RUN])
        for place in range(len(words) - RUN + 1)
    ]


def _anchor(message: Message) -> set[str]:
    """Ids of the facts that the message's recall and fit rest on."""
    return {
        fact
        for part in message.parts
        if part.move not in OPEN_MOVES
        for line in part.sentences
        for fact in line.facts
        if fact.startswith(("topic", "strength"))
    }
