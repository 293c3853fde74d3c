"""The gate: whether a run is significantly worse than the accepted one, and how often it would say so of nothing.

Every measure of the table is tested on the units that both runs have, one-sided, and the p values are corrected for
their number. The level is chosen when a baseline is accepted, such that two runs of the same quality fail at most one
time in twenty; `false_alarms` measures it, by drawing such runs from the baseline itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.brief import Frozen
from assistant.errors import OptionError
from eval import record
from eval.compare import common, paired
from eval.record import Run, split_of
from eval.score import Measure
from eval.statistics import Fractions, corrected, p_value, ratio, wilson

BASELINE = Path(__file__).with_name("baseline.json")
LEVELS = (0.05, 0.04, 0.03, 0.02, 0.01, 0.005)
BOUND = 0.05
"""The share of runs that may fail without reason."""
CHURNS = (0.1, 0.3, 1.0)
"""The shares of units that come out anew, in the runs that are drawn."""
DRAWS = 300


class Alarms(Frozen):
    """How many of the drawn pairs of runs failed at the gate's level, where a share of the units came out anew."""

    churn: float
    alarms: int
    draws: int

    @property
    def bounds(self) -> tuple[float, float]:
        """The 95 % interval of their share."""
        return wilson(self.alarms, self.draws)

    def __str__(self) -> str:
        low, high = self.bounds
        return f"{self.alarms} of {self.draws} (95 % {low:.1%} to {high:.1%}) with {self.churn:.0%} of the units anew"


class Gate(Frozen):
    """The level that was chosen, and the false alarms that were measured at it."""

    level: float
    false_alarms: tuple[Alarms, ...]

    def __str__(self) -> str:
        shares = "; ".join(map(str, self.false_alarms))
        return f"level {self.level}; false alarms on pairs of runs drawn from the baseline: {shares}"


@dataclass(frozen=True, slots=True)
class Loss:
    """A measure that got significantly worse: its value before and after, how many units moved which way, and p."""

    measure: Measure
    before: float
    after: float
    better: int
    worse: int
    units: int
    p: float

    def __str__(self) -> str:
        moved = f"{self.worse} of {self.units} units worse, {self.better} better"
        return f"{self.measure.name}: {self.before:.3f} -> {self.after:.3f} ({moved}, p {self.p:.2g})"


def losses(baseline: Run, fresh: Run, level: float) -> list[Loss]:
    """The measures in which a fresh run is significantly worse than the baseline."""
    found = [(measure, *paired(baseline, fresh, measure)[1:]) for measure in _asked(baseline, fresh)]
    p_values = corrected([p_value(before, after, "less") for _, before, after in found])
    return [
        Loss(measure, ratio(before), ratio(after), *_moved(measure, before, after), len(before), p)
        for (measure, before, after), p in zip(found, p_values, strict=True)
        if p <= level
    ]


def catches(measures: int, level: float) -> int:
    """How many units must be lost in one measure, with none won, for the gate to see it among so many measures."""
    return int(np.ceil(np.log2(measures / level)))


def measured(run: Run, draws: int = DRAWS) -> Gate:
    """The highest level at which runs of the same quality fail at most one time in twenty, with what was counted."""
    worst = {churn: np.array(list(_drawn(run, churn, draws))) for churn in CHURNS}
    for level in LEVELS:
        found = tuple(Alarms(churn=churn, alarms=int((p <= level).sum()), draws=draws) for churn, p in worst.items())
        if all(each.bounds[1] <= BOUND for each in found):
            break
    return Gate(level=level, false_alarms=found)


def load(path: Path = BASELINE) -> tuple[Run, Gate]:
    """The accepted run and its gate; raises OptionError, saying what to do, where there is none."""
    if not path.is_file():
        raise OptionError("there is no eval/baseline.json yet: look at the report, then run `afterword eval --accept`")
    run = record.load(path)
    try:
        return run, Gate.model_validate(json.loads(path.read_text(encoding="utf-8"))["gate"])
    except (KeyError, ValueError) as error:
        raise OptionError(f"{path.name} has no gate: run `afterword eval --accept`") from error


def comparable(baseline: Run, fresh: Run) -> None:
    """Raises OptionError where the baseline is of other engines, or less than half of its units are still there."""
    if baseline.engines != fresh.engines:
        was = ", ".join(f"{name} {value}" for name, value in baseline.engines.model_dump().items())
        raise OptionError(f"the baseline is of {was}: run the gate with these, or accept a new one with --accept")
    left = len(baseline.outcomes.keys() & fresh.outcomes.keys())
    if 2 * left < len(baseline.outcomes):
        of = len(baseline.outcomes)
        raise OptionError(f"only {left} of the {of} units of the baseline are left: accept a new one with --accept")


def accept(run: Run, path: Path = BASELINE) -> Gate:
    """Writes a run as the baseline, with the level that its own false alarms allow."""
    gate = measured(run)
    path.write_text(run.to_json(gate=gate.model_dump()), encoding="utf-8")
    return gate


def _asked(baseline: Run, fresh: Run) -> list[Measure]:
    return [measure for measure in common(baseline, fresh) if not measure.detail]


def _moved(measure: Measure, before: Fractions, after: Fractions) -> tuple[int, int]:
    """How many units have a better share than before, and how many a worse one."""
    old, new = (np.divide(f[:, 0], f[:, 1], out=np.ones(len(f)), where=f[:, 1] > 0) for f in (before, after))
    return int((new > old).sum()), int((new < old).sum())


def _drawn(run: Run, churn: float, draws: int) -> Iterator[float]:
    """The smallest corrected p value of each of so many pairs of runs drawn from one.

    Units are drawn with replacement, and of each the second run holds either the same outcomes or, for a share of them,
    those of another unit: neither run is better than the other.
    """
    random = np.random.default_rng(0)
    asked = [measure for measure in run.measures if not measure.detail]
    held = {measure.name: (run.units(measure), run.fractions(measure, run.units(measure))) for measure in asked}
    groups = {tuple(keys) for keys, _ in held.values()}
    for _ in range(draws):
        drawn = {keys: _pair_of_draws(keys, churn, random) for keys in sorted(groups)}
        p_values = []
        for keys, fractions in held.values():
            first, second = drawn[tuple(keys)]
            before, after = fractions[first], fractions[second]
            counted = (before[:, 1] > 0) | (after[:, 1] > 0)
            p_values.append(p_value(before[counted], after[counted], "less"))
        yield min(corrected(p_values))


def _pair_of_draws(
    keys: tuple[str, ...], churn: float, random: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Indices of units for two runs; within each split, and the same for both save where they come out anew."""
    first = np.zeros(len(keys), np.int64)
    second = np.zeros(len(keys), np.int64)
    for split in ("dev", "test"):
        places = np.array([place for place, key in enumerate(keys) if split_of(key) == split], np.int64)
        if len(places):
            first[places] = random.choice(places, len(places))
            anew = random.random(len(places)) < churn
            second[places] = np.where(anew, random.choice(places, len(places)), first[places])
    return first, second
