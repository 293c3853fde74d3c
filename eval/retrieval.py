"""How often the guide brings the right principle back: `python -m eval.retrieval [--misses]`.

The pairs stand in retrieval.toml: a situation in somebody's words or the sketch of a brief, a kind, and the principles
that should be among the first six. Nothing here knows how a retriever works.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import click

from assistant import prompts, wiring
from assistant.brief import Brief
from assistant.guide import Retriever
from assistant.settings import load
from eval.score import Rate, Score, rate

PAIRS = Path(__file__).with_name("retrieval.toml")
FIRST = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """A situation and the principles that it calls for."""

    kind: str
    split: Literal["dev", "test"]
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


def score(retriever: Retriever, asked: Iterable[Pair] | None = None) -> dict[str, Rate]:
    """Recall among the first six: for all pairs of each split, and for those beyond what is essential to a kind."""
    found = [(pair, score_one(retriever, pair)) for pair in (asked or pairs())]
    rates = {}
    for split in ("dev", "test"):
        kept = [(pair, result) for pair, result in found if pair.split == split]
        rates[split] = rate(f"{split}: recall@{FIRST}", "recall", (result for _, result in kept))
        hard = [result for pair, result in kept if pair.beyond_essential]
        rates[f"{split}-beyond-essential"] = rate(f"{split}: beyond essential", "recall", hard)
    return rates


def score_one(retriever: Retriever, pair: Pair) -> Score:
    """Which of the expected principles came back for one pair."""
    kind = prompts.kind(pair.kind)
    if pair.brief is not None:
        got = retriever.retrieve(pair.brief, kind, FIRST)
    else:
        got = retriever.search(pair.situation or "", kind, FIRST)
    back = {principle.id for principle in got}
    missed = tuple(name for name in pair.expect if name not in back)
    return Score(hits=len(pair.expect) - len(missed), missed=missed, extra=tuple(sorted(back - set(pair.expect))))


def _pair(entry: dict[str, Any]) -> Pair:
    brief = Brief(**entry["brief"]) if "brief" in entry else None
    return Pair(entry["kind"], entry["split"], tuple(entry["expect"]), entry.get("situation"), brief)


@click.command()
@click.option("--misses", is_flag=True, help="List the dev pairs whose principle did not come back.")
def main(misses: bool) -> None:
    """Prints recall at six with 95 % intervals."""
    retriever = wiring.retriever(load())
    if misses:
        for pair in pairs():
            missed = score_one(retriever, pair).missed
            if missed and pair.split == "dev":
                click.echo(f"{pair.kind}: {pair.situation or pair.brief!r}\n    missed {', '.join(missed)}")
    else:
        for found in score(retriever).values():
            click.echo(f"{found.name:28} {found.value:.3f}  [{found.low:.3f}, {found.high:.3f}]  of {found.count}")


if __name__ == "__main__":
    main()
