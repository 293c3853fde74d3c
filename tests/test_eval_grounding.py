"""What a text says traces to the notes, the profile or a known day, or is named."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.brief import Profile
from eval.scorers.grounding import Ground, ground, loose
from eval.scorers.numerals import numbers

NOTES = """Kiln bakery, mon 4 may 2026, Ada Obi-Lund + deputy stage manager Joe. 40 covers, twelve ovens, opens 9.30.
she rings weds. new site in November, 3,200 sq m. I start at 15:00. Other offer: Crust & Co."""
ME = Profile(name="Bo Ek", email="bo@mailbox.example", phone="07700 900123")


@pytest.fixture
def told() -> Ground:
    return ground(NOTES, ME, date(2026, 5, 5), [date(2026, 5, 4), date(2026, 5, 15)], "Kiln", ["Crust & Co"])


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ms Obi-Lund, thank you for yesterday.",
        "Forty covers and 12 ovens in 3200 square metres, from half past the hour of 9:30.",
        "We met on Monday 4 May, and you will decide by Friday 15 May, or ring on Wednesday.",
        "I would start at 3 pm. The new site opens in November.",
        "I would like to join Kiln as DSM.\n\nBo Ek, +44 (0)7700 900123, bo@mailbox.example",
        "Ovens are Ada's joy. Covers come second.",
    ],
)
def test_what_the_notes_bear_out_is_left_alone(told: Ground, text: str) -> None:
    assert loose(text, told) == ()


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("All 45 covers.", "number", "45"),
        ("All fourteen ovens.", "number", "14"),
        ("On Tuesday 4 May.", "date", "Tuesday 4 May"),
        ("On 11 June.", "date", "11 June"),
        ("You will ring on Saturday.", "date", "Saturday"),
        ("The site opens in August.", "date", "August"),
        ("I thought of it tomorrow.", "date", "tomorrow"),
        ("Thank you, Barnaby.", "name", "Barnaby"),
        ("I would like to work at Crust & Co.", "company", "Crust & Co"),
    ],
)
def test_what_traces_to_nothing_is_named(told: Ground, text: str, kind: str, words: str) -> None:
    assert (kind, words) in {(found.kind, found.words) for found in loose(text, told)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,200 and 09:30", ["1200", "9.30"]),
        ("twelve hundred, two hundred and five", ["1200", "205"]),
        ("the twenty-fifth of forty-two", ["25", "42"]),
        ("one of them at 2am, a dozen", ["2", "12"]),
        ("16-18s", ["16", "18"]),
    ],
)
def test_numbers_are_the_same_however_they_are_written(text: str, found: list[str]) -> None:
    assert list(numbers(text)) == found
