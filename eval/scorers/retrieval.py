"""Whether the guide brings the right principles back.

The pairs stand in eval/retrieval.toml: a situation in somebody's words or the sketch of a brief, a kind, and the
principles that should be among the first six. Nothing here knows how a retriever works.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant import prompts
from assistant.brief import Brief
from assistant.guide import Retriever
from eval.cases import Split
from eval.score import Score
from eval.scorers.crash import told

PAIRS = Path(__file__).parents[1] / "retrieval.toml"
FIRST = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """A situation and the principles that it calls for."""

    kind: str
    split: Split
    expect: tuple[str, ...]
    situation: str | None
    brief: Brief | None

    @property
    def beyond_essential(self) -> bool:
        """True where nothing that is expected comes back whatever is asked."""
        return not set(self.expect) & set(prompts.kind(self.kind).essential)


def pairs(path: Path = PAIRS) -> tuple[Pair, ...]:
    """The labelled pairs of a file."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    return tuple(_pair(entry) for entry in entries)


def scores(retriever: Retriever, pair: Pair) -> dict[str, Score]:
    """Which of the expected principles came back among the first six, and whether all that are essential did."""
    kind = prompts.kind(pair.kind)
    try:
        back = _first(retriever, pair)
    except Exception as error:
        back = {told(error)}
    missed = tuple(name for name in pair.expect if name not in back)
    text = f"{pair.kind}: {pair.situation or pair.brief!r}\ncame back: {', '.join(sorted(back))}"
    recall = Score(len(pair.expect) - len(missed), missed, text=text)
    absent = tuple(name for name in kind.essential[:FIRST] if name not in back)
    always = Score(0 if absent else 1, (", ".join(absent),) if absent else (), text=text)
    return {
        f"recall@{FIRST}": recall,
        "beyond-essential": recall if pair.beyond_essential else Score(),
        "essentials-always": always,
    }


def _first(retriever: Retriever, pair: Pair) -> set[str]:
    kind = prompts.kind(pair.kind)
    if pair.brief is not None:
        return {principle.id for principle in retriever.retrieve(pair.brief, kind, FIRST)}
    return {principle.id for principle in retriever.search(pair.situation or "", kind, FIRST)}


def _pair(entry: dict[str, Any]) -> Pair:
    brief = Brief(**entry["brief"]) if "brief" in entry else None
    return Pair(entry["kind"], entry["split"], tuple(entry["expect"]), entry.get("situation"), brief)
