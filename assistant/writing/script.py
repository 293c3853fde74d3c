"""The phone script: a heading before each part, and how long it takes to say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.message import Kind, Part
from assistant.writing import advice
from assistant.writing.draft import Draft
from assistant.writing.moves import written

PACE = 140  # words a minute, where the kind names no other
ANSWERS = "answers"
VOICEMAIL = "voicemail"


def script(draft: Draft) -> tuple[str, tuple[Part, ...]]:
    """The body of a script and its parts; a `|` in a phrase starts a new line."""
    parts, blocks = [], []
    for spec in draft.order.kind.moves:
        if sentences := written(draft, spec.move):
            parts.append(Part(move=spec.move, sentences=tuple(sentences)))
            said = " ".join(sentence.text for sentence in sentences).split("|")
            blocks.append("\n".join([spec.label or spec.move, *(piece.strip() for piece in said)]))
    return "\n\n".join(blocks), tuple(parts)


def spoken_length(kind: Kind, parts: Iterable[Part]) -> str:
    """How long the call and the voicemail take to say, as advice."""
    pace = kind.limits.words_per_minute or PACE
    kept = list(parts)
    call = _seconds((part for part in kept if part.move not in {ANSWERS, VOICEMAIL}), pace)
    return advice.say("spoken", call=call, voicemail=_seconds((p for p in kept if p.move == VOICEMAIL), pace))


def _seconds(parts: Iterable[Part], words_per_minute: int) -> int:
    words = sum(len(re.findall(r"\w[\w'’-]*", sentence.text)) for part in parts for sentence in part.sentences)
    return round(words * 60 / words_per_minute)
