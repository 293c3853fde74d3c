"""Score: what a scorer found right, missed and added in one case; and the rates over many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from eval.intervals import wilson

Measure = Literal["f1", "recall", "precision", "rate"]


@dataclass(frozen=True, slots=True)
class Score:
    """One case under one scorer. `missed` and `extra` hold the texts, so that a number can be looked into."""

    hits: int = 0
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate over many cases with its 95 % interval; `count` is what it is a rate of."""

    name: str
    measure: Measure
    value: float
    low: float
    high: float
    hits: int
    count: int


def rate(name: str, measure: Measure, scores: Iterable[Score]) -> Rate:
    """The rate of a measure over scores. F1 is hits / (hits + half of what was missed or added)."""
    kept = list(scores)
    hits = sum(score.hits for score in kept)
    missed = sum(len(score.missed) for score in kept)
    extra = sum(len(score.extra) for score in kept)
    count = {
        "f1": hits + (missed + extra + 1) // 2,
        "recall": hits + missed,
        "rate": hits + missed,
        "precision": hits + extra,
    }[measure]
    exact = hits + (missed + extra) / 2 if measure == "f1" else count
    low, high = wilson(hits, count)
    return Rate(name, measure, hits / exact if exact else 1.0, low, high, hits, count)
