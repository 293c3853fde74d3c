"""The principles that matter for a brief and a kind, or for a situation in somebody's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Protocol

from assistant.brief import Brief
from assistant.guide import cues, ranking
from assistant.guide.embedder import Embedder
from assistant.guide.index import Hit, Index
from assistant.message import Kind
from assistant.principle import Principle

_REMEMBERED = 2000
"""Cues whose hits are kept; most recur from brief to brief."""


class Retriever(Protocol):
    """Anything that brings principles back."""

    @property
    def notice(self) -> str | None:
        """What the person should know about how principles are found, in one line; nothing when all is well."""
        ...

    def retrieve(self, brief: Brief, kind: Kind, k: int = 6) -> tuple[Principle, ...]:
        """The k principles that matter most for a message of this kind about this brief, most fitting first."""
        ...

    def search(self, situation: str, kind: Kind, k: int = 6) -> tuple[Principle, ...]:
        """The k principles of this kind that matter most in a situation that somebody describes."""
        ...


class GuideRetriever:
    """Ranks the passages of an index by nearness; what is essential to the kind is always among the result."""

    def __init__(self, principles: Mapping[str, Principle], embed: Embedder, index: Index) -> None:
        self._principles, self._embed, self._index = principles, embed, index
        self._hits: dict[tuple[str, str], list[Hit]] = {}

    @property
    def notice(self) -> str | None:
        """What the index has to say for itself."""
        return self._index.notice

    def retrieve(self, brief: Brief, kind: Kind, k: int = 6) -> tuple[Principle, ...]:
        """The k principles that matter most for a message of this kind about this brief, most fitting first."""
        return self._chosen(cues.of_brief(brief, kind), kind, k)

    def search(self, situation: str, kind: Kind, k: int = 6) -> tuple[Principle, ...]:
        """The k principles of this kind that matter most in a situation that somebody describes."""
        return self._chosen(cues.of_text(situation), kind, k)

    def _chosen(self, asked: Sequence[cues.Cue], kind: Kind, k: int) -> tuple[Principle, ...]:
        ranked = self._ranked(tuple(asked), kind.id)
        chosen = ranking.with_essential(ranked, kind.essential, k)
        return tuple(self._principles[name] for name in chosen)

    def _ranked(self, asked: tuple[cues.Cue, ...], kind: str) -> tuple[str, ...]:
        if len(self._hits) > _REMEMBERED:
            self._hits.clear()
        new = [cue.text for cue in asked if (kind, cue.text) not in self._hits]
        if new:
            found = self._index.nearest(self._embed(new), kind, ranking.CANDIDATES)
            self._hits.update(zip(((kind, text) for text in new), found, strict=True))
        return ranking.ranked([self._hits[kind, cue.text] for cue in asked], [cue.weight for cue in asked])


class LazyRetriever:
    """A retriever that is opened at the first question, so that nobody waits for what they do not ask."""

    def __init__(self, open_retriever: Callable[[], Retriever]) -> None:
        self._open, self._lock = open_retriever, Lock()
        self._opened: Retriever | None = None

    @property
    def notice(self) -> str | None:
        """The notice of the retriever; nothing before it was opened."""
        return self._opened.notice if self._opened else None

    def retrieve(self, brief: Brief, kind: Kind, k: int = 6) -> tuple[Principle, ...]:
        """The k principles that matter most for a message of this kind about this brief, most fitting first."""
        return self._retriever().retrieve(brief, kind, k)

    def search(self, situation: str, kind: Kind, k: int = 6) -> tuple[Principle, ...]:
        """The k principles of this kind that matter most in a situation that somebody describes."""
        return self._retriever().search(situation, kind, k)

    def _retriever(self) -> Retriever:
        with self._lock:
            if self._opened is None:
                self._opened = self._open()
            return self._opened
