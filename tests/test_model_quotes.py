"""What the notes hold, word by word: the line between an invention and words that only stand in another place."""

from __future__ import annotations

import pytest

from assistant import testing
from assistant.model.quotes import Quotes, overlap

NOTES = Quotes(f"{testing.NOTES}- Marit: answer me by Tues 17 Mar\n", testing.TODAY, testing.PROFILE)


@pytest.mark.parametrize("text", ["Marit", "by Tuesday 17 March", "forty families", "20 March", "the mobile libraries"])
def test_words_that_stand_somewhere_are_no_invention(text: str) -> None:
    assert NOTES.hold(text)


@pytest.mark.parametrize("text", ["900", "December", "Globex", "17 December", "Bartholomew", "on Sunday"])
def test_words_that_stand_nowhere_are_one(text: str) -> None:
    assert not NOTES.hold(text)


def test_overlap_is_the_share_of_the_shorter() -> None:
    long, short, apart = (
        NOTES.find(words) for words in ("asked how I would run story time", "story time", "pay is lower")
    )
    assert overlap(long, short) == overlap(short, long) == 1.0
    assert overlap(long, apart) == overlap((), long) == 0.0
