"""Variants differ in what they recall and how they are built; colleagues who compare find nothing shared."""

from __future__ import annotations

import itertools

import pytest
from writing_samples import BREWERY, LIBRARY, PANEL, anchors, core, errors, messages, move, runs

from assistant.message import Message, Style

RICH = """Northgate Library, outreach librarian, interview on 12 May 2026
Met Priscilla Odhiambo, head of outreach
- Priscilla asked how I'd run a van with no budget
- she showed me the map of the book stops
- she liked my poster for the reading week
- she wants a poetry evening for teenagers
- told her I drove the book bus in Fife for four years
- we talked about large print for the care homes
"""
SEEDS = range(5)


@pytest.mark.parametrize("seed", SEEDS)
def test_three_variants_recall_three_different_things(seed: int) -> None:
    found = messages(RICH, variants=3, style=Style(seed=seed))
    assert [message.variant for message in found] == [1, 2, 3]
    for one, other in itertools.combinations(found, 2):
        assert not anchors(one) & anchors(other)
        assert move(one, "recall") != move(other, "recall")


@pytest.mark.parametrize("seed", SEEDS)
def test_variants_share_no_long_run_of_words_in_what_they_recall(seed: int) -> None:
    found = messages(RICH, variants=3, style=Style(seed=seed))
    for one, other in itertools.combinations(found, 2):
        own, others = (f"{move(message, 'recall')} {move(message, 'fit')}" for message in (one, other))
        assert not runs(own) & runs(others)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_variants_share_a_sentence_beside_the_frame(seed: int) -> None:
    for notes in (RICH, LIBRARY, BREWERY):
        found = messages(notes, variants=3, style=Style(seed=seed))
        for one, other in itertools.combinations(found, 2):
            assert core(one) != core(other)
            assert not _sentences(one) & _sentences(other)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_panels_messages_share_no_sentence_and_no_anchor(seed: int) -> None:
    found = messages(PANEL, to="all", style=Style(seed=seed))
    for one, other in itertools.combinations(found, 2):
        assert not anchors(one) & anchors(other)
        assert not _sentences(one) & _sentences(other)


def test_variants_are_built_in_different_orders() -> None:
    found = messages(RICH, variants=3)
    assert len({tuple(part.move for part in message.parts) for message in found}) > 1


def test_each_variant_is_sent_fit() -> None:
    for message in messages(RICH, variants=3):
        assert errors(message) == []
        assert message.report is not None
        assert message.report.verdict == "ready"


def test_more_variants_than_material_still_come_and_say_nothing_untrue() -> None:
    found = messages(BREWERY, variants=9)
    assert [message.variant for message in found] == list(range(1, 10))
    assert all(errors(message) == [] for message in found)


def test_linkedin_variants_differ() -> None:
    bodies = {message.body for message in messages(RICH, "linkedin", variants=3)}
    assert len(bodies) == 3


def _sentences(message: Message) -> set[str]:
    parts = [part for part in message.parts if part.move not in {"greeting", "close", "sign-off"}]
    return {sentence.text for part in parts for sentence in part.sentences}
