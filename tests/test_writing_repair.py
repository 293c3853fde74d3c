"""What the checks refuse is said otherwise or left out, before anybody sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from writing_samples import BREWERY, LIBRARY, REFERENCE, errors, load_kind, messages, move, read

from assistant import prompts
from assistant.brief import Instruction
from assistant.message import Kind, Style


def kind_saying(folder: Path, *phrases: str) -> Kind:
    """The kind of the other tests, with these phrases for its gratitude."""
    quoted = ", ".join(f'"{phrase}"' for phrase in phrases)
    old = '["It is generous of you to speak for me about {the_role}."]'
    return load_kind(folder, REFERENCE.replace(old, f"[{quoted}]"))


@pytest.mark.parametrize(
    "untrue",
    [
        "I saved my last employer 93000 pounds in one year.",
        "Zebulon Quarterman sends his regards.",
        "I hope to have your answer by 30 August.",
    ],
)
def test_a_sentence_that_the_notes_do_not_bear_is_dropped(tmp_path: Path, untrue: str) -> None:
    (message,) = messages(BREWERY, kind_saying(tmp_path, untrue))
    assert untrue not in message.body
    assert move(message, "offer")
    assert errors(message) == []


def test_another_phrase_takes_the_place_of_one_that_is_refused(tmp_path: Path) -> None:
    kind = kind_saying(
        tmp_path, "I saved my last employer 93000 pounds in one year.", "It is generous of you to speak for me."
    )
    for seed in range(4):
        (message,) = messages(BREWERY, kind, style=Style(seed=seed))
        assert move(message, "gratitude") == "It is generous of you to speak for me."


def test_every_message_carries_the_report_on_its_final_text() -> None:
    for kind in prompts.kinds():
        for message in messages(LIBRARY, kind, variants=2):
            assert message.report is not None
            for finding in message.report.findings:
                text = message.body if finding.where == "body" else message.subject or ""
                assert finding.span is None or text[finding.span.start : finding.span.end] == finding.span.text


def test_an_error_that_cannot_be_repaired_is_shown() -> None:
    order = Instruction(kind="channel", text="no phone calls please", channel="phone", forbids=True)
    notes = f"{BREWERY}no phone calls please\n"
    brief = read(notes).model_copy(update={"instructions": (order,)})
    (message,) = messages(notes, "phone-script", brief=brief)
    assert message.report is not None
    assert message.report.verdict == "not-ready"
    assert any(error.startswith("instruction") for error in errors(message))
