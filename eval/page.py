"""The page: one HTML file that holds everything it shows. Of the test split it only ever shows sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eval import charts, measures
from eval.cases import Case, Split
from eval.compare import SPLITS, Row
from eval.gate import Gate, catches
from eval.messages import MessageSet
from eval.record import Rate, Run
from eval.run import Evaluation
from eval.score import Measure, Score, reasons, value
from eval.scorers import checking, sameness
from eval.scorers.drafting import whole
from eval.scorers.retrieval import Pair
from eval.table import cell, why
from eval.work import Unit

WORST, SHOWN = 12, 40
"""How many cases are shown at length, and how many of the runs of words that too many send."""


@dataclass(frozen=True, slots=True)
class Found:
    """One rule of the checker in one split."""

    error: Rate
    any: Rate
    alarms: str
    warnings: str


def page(done: Evaluation, rows: Mapping[str, Row], gate: Gate | None) -> str:
    """The page of an evaluation, with how it differs from the baseline where there is one."""
    run = done.run
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    shown = [measure for measure in run.measures if not measure.detail]
    parts = [(part, [measure for measure in shown if measure.part == part]) for part in measures.PARTS]
    parts = [(part, held) for part, held in parts if held]
    shared = sameness.common(unit.drafted for unit in done.dev if unit.drafted)
    return environment.get_template("report.html.jinja").render(
        run=run,
        counts=_counts(done),
        splits=SPLITS,
        parts=parts,
        rows=rows,
        charts=[(part, charts.forest(run, held, part)) for part, held in parts],
        gate=str(gate) if gate else "",
        asked=len(shown),
        catches=catches(len(shown), gate.level) if gate else 0,
        rules=_rules(run),
        trust=[measure for measure in run.measures if _independent(measure)],
        shared=[(" ".join(words), held) for words, held in list(shared.items())[:SHOWN]],
        runs=len(shared),
        share=sameness.SHARE,
        worst=worst(done),
        missed=_missed(done),
        cell=cell,
        reasons=reasons,
        why=why,
        whole=whole,
    )


def worst(done: Evaluation) -> list[Unit]:
    """The dev cases that lose most over all measures, worst first."""
    cases = [unit for unit in done.dev if unit.drafted]
    return sorted(cases, key=lambda unit: (-_lost(unit, done.run), unit.name))[:WORST]


def _lost(unit: Unit, run: Run) -> float:
    asked = [measure for measure in run.measures if not measure.detail and measure.name in unit.scores]
    found = (value(measure.kind, unit.scores[measure.name]) for measure in asked)
    return sum(1 - share for share in found if share is not None)


def _missed(done: Evaluation) -> list[tuple[Measure, list[Unit]]]:
    """For each measure the dev units with a reason, leaving out what is said more than once."""
    held = []
    for measure in done.run.measures:
        units = [unit for unit in done.dev if reasons(measure.kind, unit.scores.get(measure.name, Score()))]
        if units and (not measure.detail or _independent(measure)):
            held.append((measure, units))
    return held


def _independent(measure: Measure) -> bool:
    """Whether a measure says how good an independent scorer is, or is one that only the page shows."""
    return measure.part == "trust" or measure.name == measures.HARPER


def _rules(run: Run) -> list[dict[str, object]]:
    known = {measure.name: measure for measure in run.measures}
    rules = [rule for rule in checking.RULES if f"planted {rule} as error" in known]
    return [{"name": rule, "splits": [_found(run, known, rule, split) for split in SPLITS]} for rule in rules]


def _found(run: Run, known: Mapping[str, Measure], rule: str, split: Split) -> Found:
    rates = [run.rate(known[f"planted {rule} {level}"], split) for level in ("as error", "at any level")]
    calm = [run.rate(known[f"calm {rule} {level}"], split) for level in ("error", "warning")]
    error, warning = (f"{round((1 - rate.value) * rate.count)}/{rate.count}" for rate in calm)
    return Found(rates[0], rates[1], error, warning)


def _counts(done: Evaluation) -> dict[str, int]:
    kinds = {"cases": Case, "sets": MessageSet, "pairs": Pair}
    found = {name: sum(isinstance(unit.source, kind) for unit in done.units) for name, kind in kinds.items()}
    return found | {"dev_drafted": sum(unit.drafted is not None for unit in done.dev)}
