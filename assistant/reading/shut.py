"""What must never reach a message: pay, health, other offers, doubts, gossip, weaknesses, things said in confidence."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.brief import Fact, Span
from assistant.reading.marked import Marked
from assistant.reading.marks import Found


def find(marked: Marked, harmful: Iterable[Found]) -> tuple[Fact, ...]:
    """Every private matter, each as the stretch that carries it, in order; `harmful` are names that stay out too."""
    places = sorted((marked.start(mark), marked.end(mark)) for mark in (*marked.of("x"), *harmful))
    return tuple(_fact(number, marked.notes, *place) for number, place in enumerate(_merged(marked.notes, places), 1))


def _fact(number: int, notes: str, start: int, end: int) -> Fact:
    text = notes[start:end]
    return Fact(id=f"private-{number}", value=text, evidence=(Span(start=start, end=end, text=text),))


def _merged(notes: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping stretches joined into one; nothing empty."""
    merged: list[tuple[int, int]] = []
    for start, end in places:
        start, end = _trimmed(notes, start, end)
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without blanks, bullets and closing commas at its ends."""
    while start < end and text[start] in " \t\n,;:*•>|-–—":
        start += 1
    while end > start and text[end - 1] in " \t\n,;:|–—-":
        end -= 1
    return start, end
