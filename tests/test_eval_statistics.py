"""Intervals and tests are those of the textbooks, and say nothing where there is nothing to say."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from eval.statistics import Fractions, corrected, difference, interval, p_value, ratio, wilson


def rows(*pairs: tuple[float, float]) -> Fractions:
    return np.array(pairs, np.float64).reshape(-1, 2)


RIGHT, WRONG = (1.0, 1.0), (0.0, 1.0)


def test_units_that_are_right_or_wrong_have_wilsons_interval() -> None:
    found = interval(rows(*[RIGHT] * 9, WRONG))
    assert found == wilson(9, 10)
    assert found == pytest.approx((0.596, 0.982), abs=0.001)


def test_a_share_of_things_in_units_is_resampled_by_unit() -> None:
    clustered = rows(*[(10.0, 10.0), (0.0, 10.0)] * 10)
    low, high = interval(clustered)
    naive_low, naive_high = wilson(100, 200)
    assert low < naive_low < 0.5 < naive_high < high


def test_what_was_always_right_is_not_certain() -> None:
    assert interval(rows(*[(3.0, 3.0)] * 10)) == wilson(10, 10)


def test_where_nothing_was_counted_anything_is_possible() -> None:
    assert interval(rows()) == (0.0, 1.0)
    assert interval(rows((0.0, 0.0))) == (0.0, 1.0)
    assert ratio(rows((0.0, 0.0))) == 1.0


def test_the_same_input_gives_the_same_interval() -> None:
    found = rows(*[(float(place % 4), 4.0) for place in range(40)])
    assert interval(found) == interval(found)


def test_plain_outcomes_are_tested_as_mcnemar_did() -> None:
    before = rows(*[RIGHT] * 20, *[WRONG] * 5)
    after = rows(*[WRONG] * 8, *[RIGHT] * 12, *[RIGHT] * 2, *[WRONG] * 3)
    assert p_value(before, after, "two-sided") == pytest.approx(stats.binomtest(2, 10).pvalue)
    assert p_value(before, after, "less") == pytest.approx(stats.binomtest(2, 10, alternative="less").pvalue)


def test_units_of_several_things_are_tested_by_flipping_signs() -> None:
    before = rows(*[(3.0, 4.0)] * 12)
    worse = rows(*[(float(place % 3), 4.0) for place in range(12)])
    assert p_value(before, worse, "less") < 0.001
    assert p_value(worse, before, "less") == 1.0


def test_runs_that_are_the_same_do_not_differ() -> None:
    found = difference(rows(*[RIGHT] * 5, WRONG), rows(*[RIGHT] * 5, WRONG))
    assert (found.value, found.low, found.high, found.p) == (0.0, 0.0, 0.0, 1.0)


def test_a_difference_has_an_interval_and_says_how_many_units_moved() -> None:
    before = rows(*[RIGHT] * 20, *[WRONG] * 20)
    found = difference(before, rows(*[WRONG] * 2, *[RIGHT] * 28, *[WRONG] * 10))
    assert found.value == pytest.approx(0.2)
    assert found.low < 0.2 < found.high
    assert (found.better, found.worse, found.units) == (10, 2, 40)


def test_many_p_values_are_corrected_for_their_number() -> None:
    assert corrected([0.01, *[0.9] * 9])[0] == pytest.approx(0.1)
    assert corrected([]) == []
