"""A message beside the notes, as the checker's network takes them: the message's words first, then what is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.reading import pieces
from assistant.reading.edits import Word

SIZE = 500
"""Word pieces that the network takes at once, message and notes together."""
_MOST_OF_MESSAGE = 300
_OVERLAP = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch of the message beside a stretch of the notes; word `start + i` of the message begins at `first[i]`."""

    start: int
    ids: list[int]
    shapes: list[int]
    texts: list[int]
    first: list[int]


def known(today: date, me: str | None, name: str | None, title: str | None) -> str:
    """What is known beside the notes, as their first line: the day, the candidate, whom the message is to."""
    reader = ", ".join(filter(None, (name, title))) or "an office"
    return f"{today:%A} {today.day} {today:%B} {today.year} | from {me or 'me'} | to {reader}\n"


def pairs(message: Sequence[Word], notes: Sequence[Word]) -> Iterator[Pair]:
    """Every stretch of the message beside every stretch of the notes."""
    told, held = pieces.of_words(message), pieces.of_words(notes)
    for begin, end in pieces.stretches(told, _MOST_OF_MESSAGE, 0):
        room = SIZE - 3 - sum(map(len, told[begin:end]))
        for left, right in pieces.stretches(held, room, _OVERLAP):
            yield _pair(message, told, (begin, end), notes, held, (left, right))


def _pair(
    message: Sequence[Word], told: Sequence[list[int]], mine: tuple[int, int],
    notes: Sequence[Word], held: Sequence[list[int]], theirs: tuple[int, int],
) -> Pair:  # fmt: skip
    ids, shapes, first = pieces.framed(message, told, *mine)
    more, their_shapes, _ = pieces.framed(notes, held, *theirs)
    texts = [0] * len(ids) + [1] * (
        len(more) - 1
    )  # the notes follow the message's closing piece without an opening one
    return Pair(mine[0], ids + more[1:], shapes + their_shapes[1:], texts, first)
