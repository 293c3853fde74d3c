"""The gate: shut for a real loss, open for chance, and honest about how often it errs."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval_samples import ENGINES, plain, rate, run

from assistant.errors import OptionError
from eval import gate
from eval.compare import common, compare, paired, table
from eval.record import Run

STEADY = {f"steady-{place}": plain(60, 90) for place in range(9)}
BASE = run({"ready": plain(70, 90), **STEADY})


def with_ready(right: int) -> Run:
    return run({"ready": plain(right, 90), **STEADY})


def test_a_run_compared_with_itself_has_no_loss() -> None:
    assert gate.losses(BASE, BASE, 0.05) == []
    assert "0 of 10 measures differ" in table(compare(BASE, BASE))


def test_a_large_loss_is_named_with_what_it_was_and_is() -> None:
    (lost,) = gate.losses(BASE, with_ready(50), 0.05)
    assert lost.measure.name == "ready"
    assert (lost.worse, lost.better, lost.units) == (20, 0, 90)
    assert "0.778 -> 0.556" in str(lost)


def test_a_gain_and_a_small_loss_do_not_shut_the_gate() -> None:
    assert gate.losses(BASE, with_ready(90), 0.05) == []
    assert gate.losses(BASE, with_ready(67), 0.05) == []


def test_the_number_of_lost_units_that_is_caught_is_the_one_that_is_told() -> None:
    enough = gate.catches(10, 0.05)
    assert gate.losses(BASE, with_ready(70 - enough), 0.05) != []
    assert gate.losses(BASE, with_ready(70 - enough + 1), 0.05) == []


def test_a_measure_that_only_the_page_shows_is_not_asked() -> None:
    shown = rate("ready", detail=True)
    base, fresh = (Run(ENGINES, (shown,), found.outcomes) for found in (BASE, with_ready(0)))
    assert gate.losses(base, fresh, 0.05) == []


def test_only_units_and_measures_of_both_runs_are_compared() -> None:
    fresh = run({"new": plain(3, 60), "ready": plain(10, 60)})
    (shared,) = common(BASE, fresh)
    keys, before, after = paired(BASE, fresh, shared)
    assert (shared.name, len(keys), len(before), len(after)) == ("ready", 60, 60, 60)


def test_a_comparison_says_each_splits_difference_with_its_units_and_the_verdict() -> None:
    text = table(compare(BASE, with_ready(30)))
    row = next(line for line in text.splitlines() if line.startswith("ready"))
    assert "n=60" in row
    assert "n=30" in row
    assert row.endswith("worse")
    assert table(compare(with_ready(30), BASE)).count("better") == 1


def test_two_runs_of_the_same_quality_seldom_shut_the_gate() -> None:
    found = gate.measured(run({"ready": plain(70, 90), "else": plain(45, 90)}), draws=120)
    assert found.level in gate.LEVELS
    assert all(each.bounds[1] <= gate.BOUND and each.draws == 120 for each in found.false_alarms)
    assert [each.churn for each in found.false_alarms] == list(gate.CHURNS)


def test_an_accepted_run_is_read_back_with_its_gate(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    accepted = gate.accept(run({"ready": plain(10, 20)}), path)
    assert gate.load(path) == (run({"ready": plain(10, 20)}), accepted)


def test_without_a_baseline_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="--accept"):
        gate.load(tmp_path / "baseline.json")


def test_a_run_is_no_baseline(tmp_path: Path) -> None:
    (tmp_path / "baseline.json").write_text(BASE.to_json(), encoding="utf-8")
    with pytest.raises(OptionError, match="has no gate"):
        gate.load(tmp_path / "baseline.json")


def test_a_baseline_of_other_engines_or_other_cases_is_not_compared() -> None:
    other = Run(ENGINES.model_copy(update={"writer": "model"}), BASE.measures, BASE.outcomes)
    with pytest.raises(OptionError, match="writer offline"):
        gate.comparable(BASE, other)
    few = Run(ENGINES, BASE.measures, dict(list(BASE.outcomes.items())[:10]))
    with pytest.raises(OptionError, match="only 10 of the 90 units"):
        gate.comparable(BASE, few)
    gate.comparable(BASE, with_ready(0))
