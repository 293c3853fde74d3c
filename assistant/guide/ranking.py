"""Hits of passages -> an order of principles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.guide.index import Hit

CANDIDATES = 48
"""How many passages an index is asked for."""
_ECHO = 0.5


def ranked(hits: Sequence[Iterable[Hit]], weights: Sequence[float]) -> tuple[str, ...]:
    """Ids of principles, best first: each counts with its best passage, and a little with its second best.

    `hits` holds one list for each query and `weights` what that query counts.
    """
    best: dict[str, float] = {}
    for found, weight in zip(hits, weights, strict=True):
        for principle, score in _scores(found).items():
            best[principle] = max(best.get(principle, -1.0), weight * score)
    return tuple(sorted(best, key=lambda principle: (-round(best[principle], 6), principle)))


def with_essential(order: Sequence[str], essential: Iterable[str], k: int) -> tuple[str, ...]:
    """The first k of an order, with the essential ones always among them; they keep their places in it."""
    must = tuple(essential)[:k]
    free = [name for name in order if name not in must][: k - len(must)]
    chosen = {*must, *free}
    return tuple([name for name in order if name in chosen] + [name for name in must if name not in order])


def _scores(found: Iterable[Hit]) -> dict[str, float]:
    nearness: dict[str, list[float]] = {}
    for hit in found:
        nearness.setdefault(hit.principle, []).append(hit.nearness)
    return {name: values[0] + _ECHO * (values[1] if len(values) > 1 else 0.0) for name, values in nearness.items()}
