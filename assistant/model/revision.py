"""Changes that a model makes to a text: only where it may, and what is locked to the letter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from assistant.message import Kind
from assistant.model.shapes import Revision
from assistant.model.templates import say
from assistant.model.text import Line, Text, in_order, open_move
from assistant.model.veil import Veil

MOST_ADDED = 2
"""Sentences that one revision may add: more would be another message."""


def revised(
    text: Text,
    revision: Revision,
    made: Sequence[Line | None],
    kind: Kind,
    *,
    may: Collection[int],
    add: bool,
    subject: bool,
) -> Text:
    """The text with the sentences of a revision, which `made` holds as lines, where it may change and add."""
    lines: dict[int, Line | None] = dict(enumerate(text.lines, 1))
    added: list[Line] = []
    for change, one in zip(revision.sentences, made, strict=True):
        if change.number in may:
            lines[change.number] = _in_place(one, text.lines[change.number - 1], change.move) if one else None
        elif change.number == 0 and add and one and len(added) < MOST_ADDED:
            added.append(one)
    kept = [one for one in lines.values() if one is not None]
    return Text(
        revision.subject if subject and revision.subject else text.subject, in_order(_joined(kept, added), kind)
    )


def numbered(text: Text, cover: Veil) -> str:
    """The text as a model gets to see it: each sentence with its number, its move and what it rests on."""
    lines = [f"subject: {cover.cover(text.subject)}"] if text.subject else []
    for number, one in enumerate(text.lines, 1):
        rests = f", rests on {', '.join(one.facts)}" if one.facts else ""
        lines.append(f"{number} ({one.move}, paragraph {one.paragraph}{rests}): {cover.cover(one.text)}")
    return "\n".join(lines) or say("missing")


def with_locks(text: Text, locked: Iterable[str], kind: Kind) -> Text:
    """The text with each locked sentence to the letter: where the model put it, else before its last paragraph ends."""
    lines = list(text.lines)
    for sentence in filter(str.strip, locked):
        at = next((place for place, one in enumerate(lines) if _bare(one.text) == _bare(sentence)), None)
        if at is None:
            after = lines[-1] if lines else Line(1, open_move(kind), "")
            lines.append(replace(after, text=sentence, facts=(), principles=(), strange=(), locked=True))
        else:
            lines[at] = replace(lines[at], text=sentence, locked=True)
    return replace(text, lines=tuple(lines))


def _in_place(one: Line, before: Line, move: str) -> Line:
    """The new sentence where the old one stood, unless it names another move."""
    return replace(one, paragraph=before.paragraph, move=one.move if move else before.move)


def _joined(kept: list[Line], added: list[Line]) -> list[Line]:
    """The lines with those added, each behind the last of its move or else of its paragraph."""
    for one in added:
        places = [at for at, line in enumerate(kept) if line.move == one.move]
        places = places or [at for at, line in enumerate(kept) if line.paragraph <= one.paragraph]
        at = places[-1] + 1 if places else 0
        kept.insert(at, replace(one, paragraph=kept[at - 1].paragraph) if places else one)
    return kept


def _bare(text: str) -> str:
    return "".join(re.findall(r"\w", text.casefold()))
