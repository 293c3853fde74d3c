"""How sure a rate is: 95 % Wilson intervals."""

from __future__ import annotations

from scipy.stats import binomtest


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson interval of `hits` out of `total`; the whole range where nothing was counted."""
    if total == 0:
        return 0.0, 1.0
    interval = binomtest(hits, total).proportion_ci(confidence_level=0.95, method="wilson")
    return float(interval.low), float(interval.high)
