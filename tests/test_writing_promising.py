"""A promise is said to whom it was made, with its day, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.brief import Brief, Fact, Person
from assistant.message import Situation
from assistant.writing.promising import due_words, is_theirs, phrase

THURSDAY = date(2026, 3, 12)
ADA, BRAM = Person(name="Ada Voss", given_name="Ada"), Person(name="Bram Kole", given_name="Bram")
HERE = Situation(notes="", today=THURSDAY)


def promise(value: str, *, due: str | None = None, to: str | None = "Ada Voss", sure: float = 0.9) -> Fact:
    day = date.fromisoformat(due) if due else None
    return Fact(id="promise-1", value=value, act="promised", form="inf", said_by="me", person=to, due=day, sure=sure)


def said(fact: Fact, reader: Person | None = ADA) -> str | None:
    return phrase(fact, Brief(people=(ADA, BRAM)), reader, HERE)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("2026-03-12", "today"), ("2026-03-13", "tomorrow"), ("2026-03-16", "by Monday"), ("2026-03-30", "by 30 March"), ("2026-03-11", None), (None, None),
    ],
)  # fmt: skip
def test_the_day_is_said_as_one_says_it(due: str | None, words: str | None) -> None:
    assert due_words(promise("send the list", due=due), THURSDAY) == words


def test_a_promise_goes_to_its_person_as_you() -> None:
    assert said(promise("send her the list", due="2026-03-16")) == "send you the list by Monday"


def test_a_promise_to_a_colleague_names_the_colleague() -> None:
    assert said(promise("send you the list"), BRAM) == "send Ada the list"
    assert said(promise("send the list"), BRAM) == "send the list"


@pytest.mark.parametrize(
    "value",
    [
        "send it",
        "send",
        "send the list to",
        "send zxqwv",
        "send the list (both)",
        "send you a scan",
        "the card",
        "see my card",
    ],
)
def test_a_promise_that_says_nothing_whole_is_left_to_the_person(value: str) -> None:
    assert said(promise(value)) is None


def test_a_promise_that_the_reading_is_not_sure_of_is_left_to_the_person() -> None:
    assert said(promise("send the list", sure=0.2)) is None


def test_whose_a_promise_is() -> None:
    both, one = Brief(people=(ADA, BRAM)), Brief(people=(BRAM,))
    assert is_theirs(promise("x"), both, ADA)
    assert not is_theirs(promise("x"), one, BRAM)
    assert is_theirs(promise("x", to=None), one, BRAM)
    assert is_theirs(promise("x", to=None), both, ADA)
    assert not is_theirs(promise("x", to=None), both, BRAM)


def test_a_promise_says_you_for_its_readers_name_and_may_hold_a_word_of_the_trade() -> None:
    assert said(promise("send Ada the link to my outbox talk")) == "send you the link to my outbox talk"
    assert said(promise("send Ada's list to the bakers")) == "send Ada's list to the bakers"


def test_a_paper_that_was_promised_is_sent() -> None:
    paper = promise("my bus licence and driving history").model_copy(update={"form": "np"})
    assert said(paper) == "send you my bus licence and driving history"
    assert said(promise("send you the costings for the rhubarb one")) == "send you the costings for the rhubarb one"
