"""Contact details have stand-ins always, names in private mode; they are stable, and come back as they were."""

from __future__ import annotations

import pytest

from assistant import testing
from assistant.brief import Brief, Fact, Person, Profile
from assistant.model.veil import Veil, veil

NOTES = """Lantern Street Library: write to o.finch@lanternlibrary.example or jobs at lantern dot example
call +44 1493 496 0112, see https://lantern.example/jobs; Oyelaran said "Finch will know", also Zebulon from Initech
"""
BRIEF = Brief(
    company=Fact(id="company", value="Lantern Street Library"),
    people=(
        Person(name="Oyelaran Adebisi-Finch", given_name="Oyelaran", family_name="Adebisi-Finch", aliases=("Finch",)),
        Person(name="Okada Shinji", family_name="Okada", given_name="Shinji", honorific="san"),
    ),
    other_companies=(Fact(id="other-1", value="European Inland Waterways Secretariat"),),
)


def made(*, private: bool) -> Veil:
    return veil(NOTES, BRIEF, testing.PROFILE, private=private)


def test_contact_details_have_stand_ins_in_the_order_of_the_notes() -> None:
    covered = made(private=False).cover(NOTES)
    assert "write to [email 1] or [email 2]\ncall [number 1], see [link 1]; Oyelaran" in covered


def test_covered_notes_come_back_to_the_letter() -> None:
    for private in (False, True):
        cover = made(private=private)
        assert made(private=False).lift_quote(made(private=False).cover(NOTES)) == NOTES
        assert cover.lift_quote(cover.cover("o.finch@lanternlibrary.example")) == "o.finch@lanternlibrary.example"


def test_a_spoken_address_comes_back_as_it_is_typed_in_a_message_and_as_it_was_said_in_a_quote() -> None:
    cover = made(private=False)
    assert cover.cover("jobs at lantern dot example") == "[email 2]"
    assert cover.lift("[email 2]") == "jobs@lantern.example"
    assert cover.lift_quote("[email 2]") == "jobs at lantern dot example"


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Oyelaran's question", "Person1's question"),
        ("OYELARAN ADEBISI-FINCH and finch", "Person1 and Person1"),
        ("Okada-san from the EIWS", "Person2-san from the Company2"),
        ("the library in Lantern Street", "the library in Company1 Company1"),
        ("I told Zebulon about Kubernetes", "I told Name1 about Name3"),
        ("Rosalind here", "Candidate1 here"),
        ("They asked about Band 5 nurses on Monday", "They asked about Band 5 nurses on Monday"),
        ("the NIV beds in April", "the NIV beds in April"),
    ],
)
def test_names_have_stand_ins_in_private_mode_and_words_do_not(text: str, covered: str) -> None:
    assert made(private=True).cover(text) == covered


def test_a_stand_in_comes_back_as_the_person_is_called() -> None:
    cover = made(private=True)
    assert cover.lift("Person1 asked, Company1 waits, Person2 nods.") == (
        "Oyelaran asked, Lantern Street Library waits, Okada-san nods."
    )


def test_a_stand_in_that_was_never_given_stays_as_it_is() -> None:
    assert made(private=True).lift("Person77 and [email 9]") == "Person77 and [email 9]"


def test_without_private_mode_names_stay() -> None:
    assert made(private=False).cover("Oyelaran at Lantern Street") == "Oyelaran at Lantern Street"


def test_a_date_or_a_reference_is_no_contact() -> None:
    cover = veil("", Brief(), Profile(), private=False)
    text = "12/03/2026, 01.02.2026 at 09.30, ref EIWS/TA/25/07, 40 families, 2026-03-11"
    assert cover.cover(text) == text
