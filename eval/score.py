"""Score: what a scorer found right, missed and added in one unit, with the text it looked at; Measure: how it counts.

A unit is what was drawn independently of the others: a case, a set of messages, a pair of situation and principles.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from assistant.brief import Frozen

Kind = Literal["rate", "recall", "precision", "f1"]
Part = Literal["reading", "drafting", "checking", "retrieval", "trust"]
Counts = tuple[int, int, int]
"""Hits, how many were missed, how many were added."""


class Measure(Frozen):
    """A row of the table: its name, the part of the line that it measures, how it is counted."""

    name: str
    part: Part
    kind: Kind
    detail: bool = False
    """True for a row that only the page shows; it is not in the table and the gate does not ask it."""


@dataclass(frozen=True, slots=True)
class Score:
    """One unit under one scorer. `missed` and `extra` hold the reasons, `text` what the scorer looked at."""

    hits: int = 0
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    text: str = field(default="", compare=False)

    @property
    def counts(self) -> Counts:
        """The score in numbers."""
        return self.hits, len(self.missed), len(self.extra)


def fraction(kind: Kind, counts: Counts) -> tuple[float, float]:
    """The numerator and denominator that counts add to a measure; F1 is hits / (hits + half of missed and added)."""
    hits, missed, extra = counts
    if kind == "f1":
        return hits, hits + (missed + extra) / 2
    return hits, hits + (extra if kind == "precision" else missed)


def value(kind: Kind, score: Score) -> float | None:
    """How good one score is, from 0 to 1; nothing where nothing was counted."""
    over, under = fraction(kind, score.counts)
    return over / under if under else None


def reasons(kind: Kind, score: Score) -> tuple[str, ...]:
    """Why a measure of that kind is not better: `-` before what was missed, `+` before what was added."""
    missed = () if kind == "precision" else score.missed
    extra = score.extra if kind in {"precision", "f1"} else ()
    return (*(f"- {reason}" for reason in missed), *(f"+ {reason}" for reason in extra))


def each(items: Iterable[tuple[str, str | None]], text: str = "") -> Score:
    """The score of many things that are each right or not: pairs of a name and what is wrong with it, if anything."""
    found = list(items)
    missed = tuple(f"{name}: {wrong}" for name, wrong in found if wrong is not None)
    return Score(len(found) - len(missed), missed, text=text)
