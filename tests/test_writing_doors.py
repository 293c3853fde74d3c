"""What a rejection leaves open is taken up, where the notes hold it and nothing speaks against it."""

from __future__ import annotations

from datetime import date

import pytest
from writing_samples import messages, move

from assistant.message import Situation
from assistant.writing.doors import left_open

TODAY = date(2026, 5, 13)


def opened(notes: str, secret: tuple[tuple[int, int], ...] = ()) -> tuple[str, dict[str, str]] | None:
    return left_open(Situation(notes=notes, today=TODAY), secret)


@pytest.mark.parametrize(
    ("notes", "case", "when"),
    [
        ("it's a no. two more places open in spring and to apply", "chance", "in spring"),
        ("strongly encourage me to go again for the feb intake", "chance", "in February"),
        ("she'd keep my name for when they add a third table in the autumn", "chance", "in autumn"),
        ("they expect to advertise another post next year", "chance", "next year"),
        ("he said I should apply again", "try", None),
        ("they will keep my details on file", "keep", None),
    ],
)
def test_the_notes_say_what_is_left_open(notes: str, case: str, when: str | None) -> None:
    assert opened(notes) == (case, {"when": when} if when else {})


@pytest.mark.parametrize("notes", ["it's a no", "interviewed in February", "the shop opens at nine", ""])
def test_where_they_do_not_nothing_is_made_up(notes: str) -> None:
    assert opened(notes) is None


def test_what_is_private_opens_no_door() -> None:
    notes = "another post in October, not public yet"
    assert opened(notes, ((0, len(notes)),)) is None


def test_a_reply_to_a_rejection_takes_it_up() -> None:
    notes = (
        "Saltmarsh Brewery, brewer. Agnieszka Bielak, head brewer, rang 12 May: it's a no, they went with somebody else."
        " They take on another brewer in October and I should apply again\n"
    )
    (message,) = messages(notes, "rejection-reply")
    assert "October" in move(message, "open-door")
