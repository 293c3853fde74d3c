"""A run is written so that programs and people can read it, and says nothing of single units of the test split."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval_samples import ENGINES, plain, run

from assistant.errors import OptionError
from eval.record import Run, load, split_of, unit_key
from eval.score import Measure

RUN = run({"ready": plain(7, 9), "covers": [(place, 1, 0) for place in range(9)]})


def test_a_run_that_is_written_and_read_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text(RUN.to_json(), encoding="utf-8")
    assert load(tmp_path / "run.json") == RUN


def test_the_file_has_a_line_for_each_unit_and_the_rates_with_what_they_are_shares_of() -> None:
    text = RUN.to_json()
    ready = json.loads(text)["measures"][0]
    assert ready["name"] == "ready"
    assert (ready["dev"]["count"], ready["test"]["count"]) == (6, 3)
    assert ready["dev"]["low"] < ready["dev"]["value"] < ready["dev"]["high"]
    assert sum("case-" in line or '"test#' in line for line in text.splitlines()) == 9


def test_units_of_the_test_split_have_no_name() -> None:
    assert unit_key("test", "042-nurse", "held").startswith("test#")
    assert "nurse" not in unit_key("test", "042-nurse", "held")
    assert split_of(unit_key("test", "042-nurse", "held")) == "test"
    assert split_of(unit_key("dev", "042-nurse", "held")) == "dev"


def test_a_unit_that_was_mended_is_another_unit() -> None:
    assert unit_key("dev", "042-nurse", "notes") != unit_key("dev", "042-nurse", "other notes")


def test_a_measure_that_a_unit_was_not_asked_about_does_not_count() -> None:
    asked = Measure(name="recall", part="retrieval", kind="recall")
    held = {"a#1": {"recall": (1, 1, 0)}, "b#2": {"ready": (1, 0, 0)}}
    found = Run(ENGINES, (asked,), held).rate(asked, "dev")
    assert (found.value, found.count, found.units) == (0.5, 2, 1)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"measures": [], "outcomes": {}}', '{"measures": [{"name": 1}]}'])
def test_a_file_that_is_no_run_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(OptionError, match="is no run of"):
        load(tmp_path / "x.json")


def test_a_file_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot be read"):
        load(tmp_path / "none.json")
