"""The principles that matter for a brief and a kind, or for a situation in somebody's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from assistant.brief import Brief
from assistant.guide import cues, ranking
from assistant.guide.embedder import Embedder
from assistant.guide.index import Index
from assistant.message import Kind
from assistant.principle import Principle


class Retriever(Protocol):
    """Anything that brings principles back."""

    notice: str | None
    """What the person should know about how they were found, in one line; nothing when all is well."""

    def retrieve(self, brief: Brief, kind: Kind, k: int = 6) -> tuple[Principle, ...]:
        """The k principles that matter most for a message of this kind about this brief, most fitting first."""
        ...

    def search(self, situation: str, kind: Kind, k: int = 6) -> tuple[Principle, ...]:
        """The k principles of this kind that matter most in a situation that somebody describes."""
        ...


class GuideRetriever:
    """Ranks the passages of an index by nearness; what is essential to the kind is always among the result."""

    def __init__(
        self, principles: Mapping[str, Principle], embed: Embedder, index: Index, notice: str | None = None
    ) -> None:
        self._principles, self._embed, self._index, self.notice = principles, embed, index, notice
        self._found: dict[tuple[str, tuple[cues.Cue, ...]], tuple[str, ...]] = {}

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
        if (kind, asked) not in self._found:
            queries = self._embed([cue.text for cue in asked])
            hits = self._index.nearest(queries, kind, ranking.CANDIDATES)
            self._found[kind, asked] = ranking.ranked(hits, [cue.weight for cue in asked])
        return self._found[kind, asked]
