"""A second reader of messages: what the network finds, and which of the rules' errors it doubts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from test_checking_desk import BRIEF, GOOD, situation

from assistant import prompts
from assistant.checking import check
from assistant.checking.judge import CERTAIN, DENIED, KEYS, LIKELY
from assistant.checking.judged import SIZE, pairs
from assistant.checking.parse import from_text
from assistant.reading import pieces
from assistant.reading.marks import Scores
from assistant.report import Finding

ANSWERS = ("fine", *KEYS)
KIND = prompts.kind("thank-you")


class Scripted:
    """A network that holds the words of a table for faulty, so likely and of such a kind; all others for fine."""

    questions: Mapping[str, Sequence[str]] = {"fault": ANSWERS}

    def __init__(self, said: Mapping[str, tuple[str, float]]) -> None:
        self.said = {pieces.of_words(pieces.words(word))[0][0]: answer for word, answer in said.items()}

    def run(self, *, ids: Sequence[int], shapes: Sequence[int], texts: Sequence[int]) -> Mapping[str, Scores]:
        """Scores whose softmax is what the table says."""
        assert len(ids) == len(shapes) == len(texts) <= SIZE
        out = np.full((len(ids), len(ANSWERS)), -20, np.float32)
        out[:, 0] = 0
        for place, piece in enumerate(ids):
            if piece in self.said:
                fault, chance = self.said[piece]
                out[place, 0], out[place, ANSWERS.index(fault)] = np.log(1 - chance), np.log(chance)
        return {"fault": out}


def findings(text: str, said: Mapping[str, tuple[str, float]]) -> list[Finding]:
    return list(check(from_text(text, BRIEF, KIND), BRIEF, KIND, situation(), Scripted(said)).findings)


@pytest.mark.parametrize(("fault", "key"), KEYS.items())
def test_what_the_network_is_certain_of_is_found_with_its_words(fault: str, key: str) -> None:
    found = findings(GOOD, {"apprentices": (fault, CERTAIN + 0.01)})
    (one,) = [each for each in found if each.span and each.span.text == "apprentices"]
    assert one.rule == key.partition(".")[0]
    assert GOOD.partition("\n\n")[2][one.span.start : one.span.end] == "apprentices" if one.span else False


def test_what_is_only_likely_is_a_warning_and_less_is_nothing() -> None:
    (likely,) = [
        each for each in findings(GOOD, {"apprentices": ("claim-mine", LIKELY + 0.01)}) if each.rule == "invented-claim"
    ]
    assert likely.severity == "warning"
    assert not [each for each in findings(GOOD, {"apprentices": ("claim-mine", 0.8)}) if each.rule == "invented-claim"]


def test_an_error_of_the_rules_that_the_network_holds_for_fine_is_a_hint() -> None:
    faulty = GOOD.replace("the two apprentices", "the 12 apprentices")
    doubted = [each for each in findings(faulty, {}) if each.rule == "invented-number"]
    assert [each.severity for each in doubted] == ["hint"]
    agreed = [
        each
        for each in findings(faulty, {"12": ("number", DENIED["invented-number"] + 0.1)})
        if each.rule == "invented-number"
    ]
    assert [each.severity for each in agreed] == ["error"]


def test_a_placeholder_needs_no_second_voice() -> None:
    faulty = GOOD.replace("the cooling curve", "[TOPIC]")
    assert [each.severity for each in findings(faulty, {}) if each.rule == "placeholder"] == ["error"]


def test_addresses_and_numbers_to_call_are_left_to_the_rules() -> None:
    assert not [
        each
        for each in findings(GOOD, {"0171": ("copied", 0.99), "01": ("copied", 0.99)})
        if each.rule == "copied-notes"
    ]


def test_long_messages_and_notes_are_read_in_stretches_that_cover_every_word() -> None:
    message, notes = pieces.words("the kiln is warm. " * 150), pieces.words("we fire on friday night. " * 200)
    seen: set[int] = set()
    for pair in pairs(message, notes):
        assert len(pair.ids) <= SIZE
        assert len(pair.ids) == len(pair.texts) == len(pair.shapes)
        seen |= set(range(pair.start, pair.start + len(pair.first)))
    assert seen == set(range(len(message)))


def test_a_message_of_our_own_is_read_a_second_time_only_where_a_rule_objects() -> None:
    message = from_text(GOOD, BRIEF, KIND)
    network = Scripted({"apprentices": ("claim-mine", CERTAIN + 0.01)})
    assert not [
        each
        for each in check(message, BRIEF, KIND, situation(), network, own=True).findings
        if each.severity == "error"
    ]
    faulty = from_text(GOOD.replace("the two apprentices", "the 12 apprentices"), BRIEF, KIND)
    found = check(faulty, BRIEF, KIND, situation(), Scripted({}), own=True).findings
    assert [each.severity for each in found if each.rule == "invented-number"] == ["hint"]


def test_what_a_rule_has_found_the_network_does_not_say_again() -> None:
    faulty = GOOD.replace("the cooling curve", "[TOPIC]")
    found = [
        each for each in findings(faulty, {"topic": ("model-leak", 0.99)}) if each.span and "TOPIC" in each.span.text
    ]
    assert [each.rule for each in found] == ["placeholder"]
