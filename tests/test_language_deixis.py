"""Words about the interview are turned to the one who reads them, or refused where nobody knows who is meant."""

from __future__ import annotations

import pytest

from assistant.language import deixis


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("their new oven", "your new oven"),
        ("they are opening in Leith", "you are opening in Leith"),
        ("why they lost the contract", "why you lost the contract"),
        ("how they count stock", "how you count stock"),
        ("where they're going", "where you're going"),
        ("the kiln they built", "the kiln you built"),
    ],
)
def test_they_are_you_to_a_reader_who_speaks_for_the_employer(noted: str, said: str) -> None:
    assert deixis.to_reader(noted, speaks_for_employer=True) == said


def test_words_without_a_third_person_stay_as_they_are() -> None:
    for employer in (True, False):
        assert deixis.to_reader("how I'd prune a vine", speaks_for_employer=employer) == "how I'd prune a vine"


def test_their_stays_theirs_to_an_outsider_and_they_cannot_be_said() -> None:
    assert deixis.to_reader("their new oven", speaks_for_employer=False) == "their new oven"
    assert deixis.to_reader("they are opening in Leith", speaks_for_employer=False) is None


@pytest.mark.parametrize(
    "noted", ["how she runs the ward", "his dog", "what he cooked", "the boat he'd sold", "a note from her"]
)
def test_he_and_she_are_refused_since_nobody_can_place_them(noted: str) -> None:
    assert deixis.to_reader(noted, speaks_for_employer=True) is None
    assert deixis.to_reader(noted, speaks_for_employer=False) is None


@pytest.mark.parametrize("noted", ["new boat for them"])
def test_a_they_that_may_be_others_is_refused(noted: str) -> None:
    assert deixis.to_reader(noted, speaks_for_employer=True) is None


def test_somebody_elses_their_is_not_made_yours() -> None:
    assert (
        deixis.to_reader("how the parents see their children", speaks_for_employer=True)
        == "how the parents see their children"
    )


@pytest.mark.parametrize(
    ("asked", "mine"),
    [
        ("how do you deal with it", "how do I deal with it"),
        ("what are you proud of", "what am I proud of"),
        ("would you move to Oban", "would I move to Oban"),
        ("what drives you", "what drives me"),
        ("why should we hire you", "why should you hire me"),
        ("how would your team describe you", "how would my team describe me"),
        ("what were you doing in 2019", "what was I doing in 2019"),
        ("tell us about your own garden", "tell you about my own garden"),
        ("how would you help us with grants", "how would I help you with grants"),
        ("what you'd cook for forty", "what I'd cook for forty"),
        ("what is it that matters to you", "what is it that matters to me"),
    ],
)
def test_a_question_is_turned_to_the_candidate(asked: str, mine: str) -> None:
    assert deixis.question_to_me(asked) == mine


@pytest.mark.parametrize("asked", ["how I'd prune a vine", "what do you tell me", "my best season"])
def test_a_question_already_put_from_my_side_is_left(asked: str) -> None:
    assert deixis.question_to_me(asked) == asked


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("seeing her team", "seeing your team"),
        ("giving me his time", "giving me your time"),
        ("showing me her kiln", "showing me your kiln"),
    ],
)
def test_what_the_reader_is_thanked_for_speaks_to_the_reader(noted: str, said: str) -> None:
    assert deixis.about_reader(noted) == said


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("the work here", "the work"),
        ("how you do it now", "how you do it"),
        ("the ovens as usual", "the ovens"),
        ("the herd", "the herd"),
    ],
)
def test_here_and_now_are_left_out(noted: str, said: str) -> None:
    assert deixis.without_here(noted) == said


@pytest.mark.parametrize(
    "odd", ["", " ", "?", "they", "their", "them", "you", "😀", "her", "they they they", "x" * 3000]
)
def test_odd_words_do_no_harm(odd: str) -> None:
    for employer in (True, False):
        assert deixis.to_reader(odd, speaks_for_employer=employer) is None or isinstance(odd, str)
    assert isinstance(deixis.question_to_me(odd), str)
    assert isinstance(deixis.about_reader(odd), str)
    assert isinstance(deixis.without_here(odd), str)
