"""The cases are sound, many, and in the split that the coin gave them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from assistant.errors import ContentError
from eval import soundness
from eval.cases import FOLDER, Case, coin, examples, load, own

CASES = own()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_holds_together(case: Case) -> None:
    assert soundness.problems(case) == ()


def test_the_examples_beside_a_checkout_hold_together() -> None:
    assert [problem for case in examples() for problem in soundness.problems(case)] == []


def test_there_are_at_least_sixty_cases_of_all_kinds_and_statuses() -> None:
    assert len(CASES) >= 60
    assert {case.want for case in CASES} == {"thank-you", "check-in", "phone-script", "linkedin", "rejection-reply"}
    assert {case.gold.status for case in CASES} == {"awaiting", "silent", "rejected", "offer"}


def test_about_a_third_is_kept_aside_for_test() -> None:
    share = sum(case.split == "test" for case in CASES) / len(CASES)
    assert 0.25 <= share <= 0.45


def test_every_stratum_named_by_the_evaluation_has_cases() -> None:
    counts = Counter(name for case in CASES for name in case.stratum)
    wanted = (
        "bullets prose shorthand key-value transcript chat-export email-thread calendar markdown table voice-memo typos"
    )
    wanted += (
        " mixed-language panel recruiter rejection silence offer instructions promise two-employers private injection"
    )
    wanted += " missing-facts short long"
    assert [name for name in wanted.split() if counts[name] == 0] == []


def test_the_coin_is_the_same_for_ever() -> None:
    assert [coin(f"{number:03}-case") for number in range(6)] == ["dev", "dev", "dev", "dev", "test", "dev"]


def test_a_case_moved_to_another_split_is_refused(tmp_path: Path) -> None:
    source = json.loads((FOLDER / f"{CASES[0].id}.json").read_text(encoding="utf-8"))
    source["split"] = "test" if source["split"] == "dev" else "dev"
    (tmp_path / f"{CASES[0].id}.json").write_text(json.dumps(source), encoding="utf-8")
    with pytest.raises(ContentError, match="the coin says"):
        own(tmp_path)


def test_a_file_that_is_no_case_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "1-bad.json").write_text('{"id": "1-bad"}', encoding="utf-8")
    with pytest.raises(ContentError, match=r"1-bad\.json: not a case"):
        load(tmp_path)


def test_a_case_named_otherwise_than_its_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "9-other.json").write_text((FOLDER / f"{CASES[0].id}.json").read_text("utf-8"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"9-other\.json: its id is"):
        load(tmp_path)


def test_soundness_names_what_does_not_stand_in_the_notes() -> None:
    gold = CASES[0].gold.model_copy(update={"promises": ("I will fly to the moon",), "other_people": ("Zebulon",)})
    broken = CASES[0].model_copy(update={"gold": gold})
    found = " ".join(soundness.problems(broken))
    assert "I will fly to the moon" in found
    assert "Zebulon" in found


def test_soundness_knows_that_awaiting_needs_a_day_that_is_not_past() -> None:
    gold = CASES[0].gold.model_copy(update={"status": "awaiting", "decision_by": date(2020, 1, 1)})
    found = " ".join(soundness.problems(CASES[0].model_copy(update={"gold": gold})))
    assert "silent" in found
    assert "before the interview" in found
