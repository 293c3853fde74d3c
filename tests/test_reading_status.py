from __future__ import annotations

from datetime import date

import pytest

from assistant.reading import status
from assistant.reading.segments import split

TODAY = date(2026, 3, 2)


def read(notes: str, decision_by: date | None = None) -> str:
    return status.find(notes, split(notes), TODAY, decision_by)


@pytest.mark.parametrize(
    "notes",
    [
        "she rang me this morning, and it's a no for the agronomist job",
        "they've gone with someone internal for the winter show",
        "unfortunately we will not be taking your application further",
        "no from st petroc's, cook",
        "got the rejection email today",
        "Leider haben wir uns für einen anderen Kandidaten entschieden",
        "me dijeron que escogieron a otro candidato",
        "didn't get the job but she was kind",
    ],
)
def test_a_rejection_is_read(notes: str) -> None:
    assert read(notes) == "rejected"


@pytest.mark.parametrize(
    "notes",
    [
        "they offered me the job!",
        "got it!!! Andrzej rang",
        "Met Ana at Arden Mills. Arden Mills offered me the role on Friday",
        "I got the job",
    ],
)
def test_an_offer_from_the_target_is_read(notes: str) -> None:
    assert read(notes) == "offer"


@pytest.mark.parametrize(
    "notes",
    [
        "went well. Pembury Bank gave me a verbal offer, must answer Tuesday",
        "if it's a no I will be sad",
        "I turned down the cooperative for this",
        "she asked what I do when a customer is rejected for credit",
        "nothing yet, 8 days",
    ],
)
def test_a_fear_or_another_matter_changes_nothing(notes: str) -> None:
    assert read(notes) == "awaiting"


def test_silence_is_a_stated_day_that_is_past() -> None:
    assert read("no answer", date(2026, 3, 1)) == "silent"
    assert read("no answer", TODAY) == "awaiting"
    assert read("it's a no", date(2026, 3, 1)) == "rejected"
