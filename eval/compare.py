"""Two runs, unit by unit: how each measure differs, and whether that can be chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from eval.cases import Split
from eval.record import Run, split_of
from eval.score import Measure
from eval.statistics import Difference, Fractions, corrected, difference

LEVEL = 0.05
Verdict = Literal["better", "worse", ""]
SPLITS: tuple[Split, ...] = ("dev", "test")


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of two runs: the difference in each split and over both, and the corrected p value."""

    measure: Measure
    splits: dict[Split, Difference]
    both: Difference
    p: float

    @property
    def verdict(self) -> Verdict:
        """Whether it is significantly better or worse."""
        if self.p > LEVEL:
            return ""
        return "better" if self.both.value > 0 else "worse"


def compare(old: Run, new: Run) -> list[Row]:
    """Every measure that both runs have, on the units that both have."""
    shared = [measure for measure in common(old, new) if not measure.detail]
    found = [(measure, *paired(old, new, measure)) for measure in shared]
    whole = [difference(before, after) for _, _, before, after in found]
    p_values = corrected([each.p for each in whole])
    return [
        Row(measure, _by_split(keys, before, after), both, p)
        for (measure, keys, before, after), both, p in zip(found, whole, p_values, strict=True)
    ]


def common(old: Run, new: Run) -> list[Measure]:
    """The measures that both runs have, as the second run counts them."""
    known = set(old.measures)
    return [measure for measure in new.measures if measure in known]


def paired(old: Run, new: Run, measure: Measure) -> tuple[list[str], Fractions, Fractions]:
    """The units that both runs asked about a measure and where either counted something, and what each counted."""
    keys = [key for key in new.units(measure) if measure.name in old.outcomes.get(key, {})]
    before, after = old.fractions(measure, keys), new.fractions(measure, keys)
    counted = (before[:, 1] > 0) | (after[:, 1] > 0)
    return [key for key, kept in zip(keys, counted, strict=True) if kept], before[counted], after[counted]


def table(rows: Sequence[Row]) -> str:
    """The comparison as text: each split's difference with its interval and units, the p value of both, a verdict."""
    head = f"{'second run less the first':27}" + "".join(f"{split:>34}" for split in SPLITS) + f"{'p':>8}  verdict"
    lines = [head, *(_line(row) for row in rows)]
    moved = sum(bool(row.verdict) for row in rows)
    tested = f"{moved} of {len(rows)} measures differ at {LEVEL:.0%}"
    return "\n".join([*lines, f"{tested} (paired over both splits, p corrected for {len(rows)} measures)", ""])


def _line(row: Row) -> str:
    cells = "".join(f"{_cell(row.splits[split]):>34}" for split in SPLITS)
    return f"{row.measure.name:27}{cells}{row.p:8.3f}  {row.verdict}".rstrip()


def _cell(found: Difference) -> str:
    if not found.units:
        return "-"
    return f"{found.value:+.3f} [{found.low:+.2f} {found.high:+.2f}] n={found.units}"


def _by_split(keys: Sequence[str], before: Fractions, after: Fractions) -> dict[Split, Difference]:
    inside = {split: np.array([split_of(key) == split for key in keys], bool) for split in SPLITS}
    return {split: difference(before[mask], after[mask]) for split, mask in inside.items()}
