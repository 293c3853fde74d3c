"""Phrases are looked up by move, case and tone, filled only where every slot has words, and not repeated."""

from __future__ import annotations

import pytest

from assistant import prompts
from assistant.writing.phrasing import Picker, fill, lookup
from assistant.writing.slots import slots_of

THANKS = prompts.kinds()["thank-you"]
TEN = [f"{word} {{x}} today." for word in ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")]


def test_slots_are_filled_and_a_sentence_starts_with_a_capital() -> None:
    assert fill("{clause}, and that is why.", {"clause": "we spoke"}) == "We spoke, and that is why."
    assert fill("{The_role} is mine.", {"the_role": "the post"}) == "The post is mine."


def test_a_phrase_with_an_empty_slot_is_not_used() -> None:
    assert fill("At {company} {day}.", {"company": "Oreka"}) is None


def test_marks_do_not_double() -> None:
    assert fill("I met {x}.", {"x": "Ann B."}) == "I met Ann B."
    assert fill("You asked {x}.", {"x": "why now?"}) == "You asked why now?"


def test_a_tones_own_phrases_go_before_those_for_any() -> None:
    found = lookup(THANKS, "thanks", None, "formal")
    table = prompts.phrases()["thanks"]
    assert found == (*table["formal"], *table["any"])
    assert lookup(THANKS, "recall", "no-such-case", "warm") == ()


def test_a_kinds_own_phrases_replace_those_of_the_move() -> None:
    kind = THANKS.model_copy(update={"phrases": {"thanks": {"any": ("Ta.",)}}})
    assert lookup(kind, "thanks", None, "warm") == ("Ta.",)
    assert lookup(kind, "close", None, "warm") == lookup(THANKS, "close", None, "warm")


def test_the_same_seed_picks_the_same_and_another_seed_another() -> None:
    picks = [[Picker(seed).pick(TEN, {"x": "a"}) for _ in range(1)] for seed in ("a", "a", "b", "c", "d")]
    assert picks[0] == picks[1]
    assert len({str(pick) for pick in picks}) > 1


def test_a_phrase_is_taken_once_while_others_are_left() -> None:
    picker = Picker("s")
    taken = [picked[0] for _ in TEN if (picked := picker.pick(TEN, {"x": "a"}))]
    assert sorted(taken) == sorted(TEN)
    assert picker.pick(TEN, {"x": "a"}) is not None


def test_two_sentences_of_a_message_do_not_open_alike() -> None:
    for seed in "abcdefgh":
        picker = Picker(seed)
        picker.start_message()
        first = picker.pick(["I was glad of {x}."], {"x": "it"})
        second = picker.pick(["I was sure of {x}.", "You showed me {x}."], {"x": "the yard"})
        assert first is not None
        assert second is not None
        assert second[1] == "You showed me the yard."


def test_what_says_more_is_preferred() -> None:
    picks = {
        Picker(seed).pick(["Thanks.", "Thanks for {a} on {b} about {c}."], {"a": "x", "b": "y", "c": "z"})
        for seed in "abcdef"
    }
    assert {pick[1] for pick in picks if pick} == {"Thanks for x on y about z."}


def test_nothing_is_picked_where_nothing_can_be_filled() -> None:
    assert Picker("s").pick(["{a}"], {}) is None
    assert Picker("s").pick([], {}) is None


@pytest.mark.parametrize("name", sorted(prompts.phrases()))
def test_no_phrase_that_ships_has_a_stock_word_or_a_broken_slot(name: str) -> None:
    for text in _texts(prompts.phrases()[name]):
        low = text.lower()
        assert text.count("{") == text.count("}") == len(slots_of(text))
        for stock in ("thrilled", "passionate", "perfect fit", "hope this finds", "touch base", "excited"):
            assert stock not in low


def _texts(table: object) -> list[str]:
    if isinstance(table, str):
        return [table]
    if isinstance(table, dict):
        return [text for key, value in table.items() if key != "cues" for text in _texts(value)]
    return [text for value in table for text in _texts(value)] if isinstance(table, list) else []
