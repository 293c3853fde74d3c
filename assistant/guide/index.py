"""What is searched: the passages of the principles, and an index over their vectors.

A principle is several passages, its text and each situation of its `when`, so that it is found by whichever lies
nearest to what somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from assistant.guide.embedder import Vectors
from assistant.principle import Principle


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a principle."""

    principle: str
    """Id of the principle."""
    text: str
    """The advice itself, or one situation in which it matters."""
    kinds: tuple[str, ...]
    """Kinds that the principle serves."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found near to a query."""

    principle: str
    """Id of its principle."""
    nearness: float
    """Cosine of the angle between the two: 1 says the same, 0 has nothing in common."""


class Index(Protocol):
    """Passages that can be searched by vector."""

    @property
    def notice(self) -> str | None:
        """What the person should know about this index, in one line; nothing when all is well."""
        ...

    def nearest(self, queries: Vectors, kind: str, count: int) -> list[list[Hit]]:
        """For each row of `queries` the nearest passages that serve the kind, at most `count`, nearest first."""
        ...


class MemoryIndex:
    """An index that needs nothing but numpy: it compares with every passage."""

    notice = None

    def __init__(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        self._passages, self._vectors = tuple(passages), vectors

    def nearest(self, queries: Vectors, kind: str, count: int) -> list[list[Hit]]:
        """For each query the nearest passages of the kind, nearest first."""
        serving = [at for at, passage in enumerate(self._passages) if kind in passage.kinds]
        cosines = queries @ self._vectors[serving].T
        order = np.argsort(-cosines, axis=1, kind="stable")[:, :count]
        return [
            [Hit(self._passages[serving[at]].principle, float(row[at])) for at in best]
            for row, best in zip(cosines, order, strict=True)
        ]


def passages(principles: Iterable[Principle]) -> tuple[Passage, ...]:
    """Every passage of the principles, in their order."""
    return tuple(
        Passage(principle.id, text, principle.kinds)
        for principle in principles
        for text in (principle.text, *principle.when)
    )
