"""What I said I would send or do: what, to whom, by when; and what others promised is not mine."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import reading
from assistant.brief import Fact, Profile
from assistant.reading.promises import due_phrase

TODAY = date(2026, 5, 13)
STABLES = """Fernhill Stables, yard manager, 12 May 2026, met Eluned Price (owner) and Jomo Kariuki (head groom)
- Eluned asked how I'd bring on a young horse
"""


def promises(lines: str) -> tuple[Fact, ...]:
    return reading.read(f"{STABLES}{lines}\n", TODAY, Profile(name="Ines Marchetti")).promises


@pytest.mark.parametrize(
    ("line", "thing", "person", "due"),
    [
        ("- I'll send Jomo my feed chart tomorrow", "my feed chart", "Jomo Kariuki", date(2026, 5, 13)),
        ("- promised Eluned two references by 20 May", "two references", "Eluned Price", date(2026, 5, 20)),
        ("- said I'd email a scan to Eluned by fri", "email a scan", "Eluned Price", date(2026, 5, 15)),
        ("- I said I would send Jomo the worming plan", "the worming plan", "Jomo Kariuki", None),
        ("- promised: Jomo the worming plan", "the worming plan", "Jomo Kariuki", None),
        (
            "- promised to bring Eluned my insurance papers on Monday",
            "my insurance papers",
            "Eluned Price",
            date(2026, 5, 18),
        ),
    ],
)
def test_a_promise_has_its_thing_its_addressee_and_its_day(
    line: str, thing: str, person: str, due: date | None
) -> None:
    (promise,) = promises(line)
    assert thing in promise.value
    assert (promise.person, promise.due, promise.said_by) == (person, due, "me")


def test_a_due_day_counts_from_the_day_it_was_said() -> None:
    met = "Fernhill Stables, yard manager, 4 May 2026, met Eluned Price"
    notes = f"{met}\n- told Eluned I'd send the feed chart by friday\n"
    (promise,) = reading.read(notes, TODAY, Profile()).promises
    assert promise.due == date(2026, 5, 8)


@pytest.mark.parametrize(
    "line",
    [
        "- Eluned promised me a tour of the new barn",
        "- she will email me the rota by friday",
        "- they'll call me by 20 May",
        "- Jomo said he'd send me the feed chart",
        "- I'd love to run the summer camp",
        "- promised nothing",
    ],
)
def test_what_others_promise_and_what_i_would_like_is_no_promise(line: str) -> None:
    assert promises(line) == ()


def test_several_promises_keep_their_order_and_their_people() -> None:
    found = promises("- I'll send Jomo my feed chart\n- I promised Eluned two references\n")
    assert [promise.person for promise in found] == ["Jomo Kariuki", "Eluned Price"]
    assert [promise.id for promise in found] == ["promise-1", "promise-2"]


def test_a_pronoun_means_the_person_spoken_of_last() -> None:
    (promise,) = promises("- Jomo asked about hoof care, I said I'd send him my farrier's notes tonight")
    assert promise.person == "Jomo Kariuki"


def test_its_evidence_is_the_whole_clause_of_the_notes() -> None:
    (promise,) = promises("- said I'd email a scan to Eluned by fri")
    assert promise.evidence[0].text == "said I'd email a scan to Eluned by fri"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("email a scan by fri", "by fri"),
        ("send it before Tuesday morning", "before Tuesday morning"),
        ("post it by the end of next week", "by the end of next week"),
        ("drop it in tonight", "tonight"),
        ("bring it on Monday", "on Monday"),
        ("send it by 20 May", "by 20 May"),
        ("send the Friday rota", "Friday"),
        ("send two references", None),
        ("", None),
    ],
)
def test_the_words_that_say_when_are_found(text: str, phrase: str | None) -> None:
    assert due_phrase(text) == phrase
