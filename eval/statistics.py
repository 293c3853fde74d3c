"""How sure a number is, and whether two runs differ: intervals and paired tests, from scipy.

A measure is a sum of numerators over a sum of denominators, one pair of them a unit. Where every unit is right or wrong
the interval is Wilson's and the test McNemar's exact one; elsewhere units are resampled whole (percentile bootstrap),
and the test flips the sign of each unit's difference. All draws are seeded, so the same input gives the same output.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Fractions = NDArray[np.float64]
"""One row a unit: numerator, denominator."""
Side = Literal["two-sided", "less"]

RESAMPLES = 2_000
FLIPS = (999, 19_999)
"""Draws of the sign test: the second number where the first finds something."""
DOUBTFUL = 0.05


@dataclass(frozen=True, slots=True)
class Difference:
    """The second run less the first, with its 95 % interval, the p value, and how many units moved which way."""

    value: float
    low: float
    high: float
    p: float
    better: int
    worse: int
    units: int


def ratio(found: Fractions) -> float:
    """The measure over all units; 1 where nothing was counted."""
    over, under = found.sum(axis=0)
    return float(over / under) if under else 1.0


def interval(found: Fractions) -> tuple[float, float]:
    """The 95 % interval of a measure; the whole range where nothing was counted."""
    kept = found[found[:, 1] > 0]
    over, under = kept.sum(axis=0)
    plain = bool(np.all(kept[:, 1] == 1) and np.all(np.isin(kept[:, 0], (0, 1))))
    if plain or len(kept) < 2:
        return wilson(round(over), round(under))
    if over in (0, under):  # resampling sees no spread here, and would be sure of what it cannot know
        return wilson(len(kept) if over else 0, len(kept))
    drawn = stats.bootstrap(
        (kept[:, 0], kept[:, 1]), _ratio, paired=True, vectorized=True, n_resamples=RESAMPLES, method="percentile",
        rng=np.random.default_rng(0),
    )  # fmt: skip
    return float(drawn.confidence_interval.low), float(drawn.confidence_interval.high)


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson interval of `hits` out of `total`; the whole range where nothing was counted."""
    if total == 0:
        return 0.0, 1.0
    found = stats.binomtest(hits, total).proportion_ci(confidence_level=0.95, method="wilson")
    return float(found.low), float(found.high)


def difference(old: Fractions, new: Fractions) -> Difference:
    """How the second run differs from the first on the same units, row by row, with a two-sided p value."""
    moves = _moves(old, new)
    low, high = _spread(old, new)
    better, worse = int((moves > 0).sum()), int((moves < 0).sum())
    return Difference(ratio(new) - ratio(old), low, high, p_value(old, new, "two-sided"), better, worse, len(old))


def p_value(old: Fractions, new: Fractions, side: Side) -> float:
    """The p value that the second run is no different (`two-sided`) or no worse (`less`) than the first; 1 where it is
    better and only worse is asked."""
    moves = _moves(old, new)
    moves = moves[moves != 0]
    if not len(moves) or (side == "less" and moves.sum() >= 0):
        return 1.0
    if np.ptp(np.abs(moves)) < 1e-12:
        return float(stats.binomtest(int((moves > 0).sum()), len(moves), alternative=side).pvalue)
    p = 1.0
    for draws in FLIPS:
        p = _flipped(moves, side, draws)
        if p > DOUBTFUL:
            break
    return p


def corrected(p_values: Sequence[float]) -> list[float]:
    """The p values corrected for their number (Benjamini and Hochberg): with nothing amiss, none falls below a level
    more often than that level says."""
    return [float(p) for p in stats.false_discovery_control(p_values)] if p_values else []


def _moves(old: Fractions, new: Fractions) -> NDArray[np.float64]:
    """What each unit adds to the difference; under no difference, its sign is a coin's."""
    base = ratio(np.concatenate((old, new)))
    return np.asarray(np.round((new[:, 0] - base * new[:, 1]) - (old[:, 0] - base * old[:, 1]), 12))


def _flipped(moves: NDArray[np.float64], side: Side, draws: int) -> float:
    done = stats.permutation_test(
        (moves,), _total, permutation_type="samples", vectorized=True, n_resamples=draws, alternative=side,
        rng=np.random.default_rng(0),
    )  # fmt: skip
    return min(1.0, float(done.pvalue))


def _spread(old: Fractions, new: Fractions) -> tuple[float, float]:
    if len(old) < 2 or not _moves(old, new).any():
        change = ratio(new) - ratio(old)
        return change, change
    drawn = stats.bootstrap(
        (old[:, 0], old[:, 1], new[:, 0], new[:, 1]), _change, paired=True, vectorized=True, n_resamples=RESAMPLES,
        method="percentile", rng=np.random.default_rng(0),
    )  # fmt: skip
    return float(drawn.confidence_interval.low), float(drawn.confidence_interval.high)


def _ratio(over: Fractions, under: Fractions, axis: int) -> Fractions:
    total = under.sum(axis=axis)
    return np.asarray(np.where(total > 0, over.sum(axis=axis) / np.where(total > 0, total, 1), 1.0))


def _change(a: Fractions, b: Fractions, c: Fractions, d: Fractions, axis: int) -> Fractions:
    return _ratio(c, d, axis) - _ratio(a, b, axis)


def _total(moves: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    return np.asarray(moves.sum(axis=axis))
