"""A second opinion advises in words of the message, never blocks, and is missed by nobody when it fails."""

from __future__ import annotations

from model_samples import SITUATION

from assistant import prompts, testing
from assistant.errors import EndpointError
from assistant.model.judge import ModelJudge
from assistant.model.ladder import Ladder
from assistant.model.notices import Notices
from assistant.testing import ScriptedWire


def opinion(answer: object) -> tuple[tuple[object, ...], Notices, ScriptedWire]:
    wire, notices = ScriptedWire([answer]), Notices()  # type: ignore[list-item]
    judge = ModelJudge(Ladder(wire), 5.0, private=False, notices=notices)
    return judge.opinion(testing.message(), testing.brief(), prompts.kind("thank-you"), SITUATION), notices, wire


def test_a_fault_is_a_hint_on_the_words_it_is_about() -> None:
    answer = {"send": False, "faults": [{"quote": "story time for 40 families", "why": "Anybody could say that."}]}
    (found,), _, _ = opinion(answer)
    body = testing.message().body
    assert found.severity == "hint"  # type: ignore[attr-defined]
    assert body[found.span.start : found.span.end] == "story time for 40 families"  # type: ignore[attr-defined]
    assert found.message == "Anybody could say that."  # type: ignore[attr-defined]


def test_a_fault_in_words_that_the_message_does_not_hold_is_none() -> None:
    assert opinion({"send": False, "faults": [{"quote": "the rabbits", "why": "No."}]})[0] == ()


def test_a_judge_that_fails_leaves_a_notice() -> None:
    found, notices, _ = opinion(EndpointError("nothing answers"))
    assert found == ()
    assert notices.take() == "there is no second opinion, because nothing answers"


def test_the_judge_sees_neither_addresses_nor_private_matters() -> None:
    call = opinion({"send": True, "faults": []})[2].calls[0]
    assert "@" not in call.user
    assert "pay is lower" not in call.user
    assert "1 private matters that you do not see" in call.user
