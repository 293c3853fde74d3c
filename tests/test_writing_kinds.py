"""A further kind of message costs one file in prompts/kinds and no line of code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from writing_samples import BREWERY, PANEL, REFERENCE, anchors, errors, load_kind, messages, move

from assistant.errors import ContentError
from assistant.message import Style

POSTCARD = """
id = "postcard"
title = "Card"
channel = "whatsapp"
purpose = "Say hello."
subject = false
moves = [{ move = "greeting" }, { move = "wave" }, { move = "sign-off" }]

[limits]
max_words = 40

[window]

[phrases.wave]
any = ["It was a pleasure to meet you {day}."]
"""


def test_a_sixth_kind_is_written_in_its_own_words(tmp_path: Path) -> None:
    kind = load_kind(tmp_path, REFERENCE)
    found = messages(PANEL, kind, to="all", variants=2)
    assert len(found) == 6
    for message in found:
        assert message.kind == "reference-thanks"
        assert move(message, "gratitude") == "It is generous of you to speak for me about the head baker role."
        assert move(message, "offer") == "Please ask me for anything that you would like to know first."
        assert {part.move for part in message.parts} <= {"greeting", "gratitude", "recall", "offer", "sign-off"}
        assert message.parts[0].move == "greeting"
        assert message.parts[-1].move == "sign-off"
        assert errors(message) == []


def test_its_moves_that_others_have_are_worded_from_the_notes(tmp_path: Path) -> None:
    for message in messages(PANEL, load_kind(tmp_path, REFERENCE), to="all"):
        assert move(message, "recall")
        assert anchors(message)


def test_its_tone_limits_and_window_are_kept(tmp_path: Path) -> None:
    kind = load_kind(tmp_path, REFERENCE)
    for seed in range(5):
        (warm,) = messages(BREWERY, kind, style=Style(seed=seed))
        assert "obliged" not in warm.body
    formal = [messages(BREWERY, kind, style=Style(tone="formal", seed=seed))[0] for seed in range(5)]
    assert any(move(message, "gratitude").startswith("I am obliged to you") for message in formal)
    message = formal[0]
    assert message.subject is not None
    assert len(message.subject) <= 40
    assert (message.send_after, message.send_by) == (date(2026, 5, 14), date(2026, 5, 16))


def test_its_sentences_name_the_facts_they_rest_on(tmp_path: Path) -> None:
    (message,) = messages(BREWERY, load_kind(tmp_path, REFERENCE))
    gratitude = next(part for part in message.parts if part.move == "gratitude")
    assert gratitude.sentences[0].facts == ("role",)


def test_a_kind_of_another_channel_has_that_channels_form(tmp_path: Path) -> None:
    (message,) = messages(BREWERY, load_kind(tmp_path, POSTCARD))
    assert message.body.startswith("Hi Agnieszka,\n")
    assert "It was a pleasure to meet you yesterday." in message.body
    assert message.subject is None
    assert "regards" not in message.body.lower()


def test_a_phrase_that_the_notes_cannot_fill_is_left_out(tmp_path: Path) -> None:
    notes = "They asked how I keep yeast happy. An interview with Agnieszka Bielak, head brewer\n"
    (message,) = messages(notes, load_kind(tmp_path, POSTCARD))
    assert not move(message, "wave")
    assert "{" not in message.body


@pytest.mark.parametrize(
    "broken", ["id = 'x'\n", REFERENCE.replace("[window]", "[widow]"), REFERENCE.replace('"email"', '"pigeon"'), "id ="]
)
def test_a_broken_kind_is_refused_with_its_file_name(tmp_path: Path, broken: str) -> None:
    with pytest.raises(ContentError, match=r"6-own\.toml"):
        load_kind(tmp_path, broken)
