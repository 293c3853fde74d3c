"""Every measure there is, in the order of the table, and the scorers of drafts behind them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import get_args

from eval.score import Kind, Measure, Part, Score
from eval.scorers import checking, distinct, drafting, reading, retrieval, trust
from eval.scorers.drafting import Drafted

PARTS: tuple[Part, ...] = get_args(Part)
READS = "reads-at-all"
OWN_WORDS = "own-words"
HARPER = "harper"

DRAFTS: Mapping[str, Callable[[Drafted], Score]] = {
    "written": drafting.written,
    "no-leak": drafting.no_leak,
    "no-error": drafting.no_error,
    "ready": drafting.ready,
    "right-person": drafting.right_person,
    "anchored": drafting.anchored,
    "covers": drafting.covers,
    "grounded": drafting.grounded,
    "grammatical": drafting.grammatical,
    "variants-differ": distinct.variants_differ,
    "variants-apart": distinct.variants_apart,
    "panel-apart": distinct.panel_apart,
}


def chosen(parts: Collection[Part]) -> tuple[Measure, ...]:
    """The measures of some parts."""
    return tuple(measure for measure in ALL if measure.part in parts)


def _rows(part: Part, names: Mapping[str, Kind], *, detail: bool = False) -> tuple[Measure, ...]:
    return tuple(Measure(name=name, part=part, kind=kind, detail=detail) for name, kind in names.items())


def _planted(rule: str) -> dict[str, Kind]:
    return {f"planted {rule} as error": "recall", f"planted {rule} at any level": "recall"}


def _calm(rule: str) -> dict[str, Kind]:
    return {f"calm {rule} error": "rate", f"calm {rule} warning": "rate"}


ALL: tuple[Measure, ...] = (
    *_rows("reading", {READS: "rate"}),
    *_rows("reading", {field.name: field.kind for field in reading.FIELDS}),
    *_rows("drafting", dict.fromkeys((*DRAFTS, OWN_WORDS), "rate")),
    *_rows("drafting", {HARPER: "rate"}, detail=True),
    *_rows("checking", {f"{group}-faults as error": "recall" for group in ("hard", "soft")}),
    *_rows("checking", {f"{group}-faults at any level": "recall" for group in ("hard", "soft")}),
    *_rows("checking", {"no-false-error": "rate", "no-false-warning": "rate"}),
    *_rows("checking", {name: kind for rule in checking.RULES for name, kind in _planted(rule).items()}, detail=True),
    *_rows("checking", {name: kind for rule in checking.RULES for name, kind in _calm(rule).items()}, detail=True),
    *_rows("retrieval", dict.fromkeys((f"recall@{retrieval.FIRST}", "beyond-essential"), "recall")),
    *_rows("retrieval", {"essentials-always": "rate"}),
    *_rows("trust", dict.fromkeys(("grammar calm", "grounding calm", f"{HARPER} calm"), "rate"), detail=True),
    *_rows("trust", {f"grounding {rule}": "recall" for rule in trust.PLANTED}, detail=True),
    *_rows("trust", {f"grammar {rule}": "recall" for rule in trust.SLIPS}, detail=True),
)
