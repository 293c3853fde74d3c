"""Company: the employer that the interview was with."""

from __future__ import annotations

import pytest

from assistant.brief import Fact, Profile
from assistant.reading import company, people, segments


def read(notes: str) -> Fact | None:
    parts = segments.split(notes)
    return company.find(notes, parts, people.find(notes, parts, Profile()))


@pytest.mark.parametrize(
    ("notes", "value"),
    [
        ("Organisation: Halden Rivers Trust (HRT), Oslo\nPost: ranger", "Halden Rivers Trust (HRT)"),
        ("client = Meridian Quay Shipping. Friday 9 Jan.", "Meridian Quay Shipping"),
        ("Rosebank Lodge, deputy home manager - 2nd interview today", "Rosebank Lodge"),
        ("st brannoc's – band 6 resp ward – weds 2pm in person", "St Brannoc's"),
        ("just had my trial at Copperpot Coffee with Bex the manager", "Copperpot Coffee"),
        ("Second interview, associate, with Ashgrove Pell in Leeds, Thursday at 16.00.", "Ashgrove Pell"),
        ("Postdoctoral Researcher — Univ. of Strathnairn, Thu 20 Aug", "Univ. of Strathnairn"),
        ("Got the email from Tamsin Oduya (producer, Saltgate Playhouse) today, a no.", "Saltgate Playhouse"),
        ("no from st petroc's primary, cook. office@stpetrocs.example", "St Petroc's Primary"),
        ("| Company | HMP Carrow Fields |\n| Job | Prison Officer |", "HMP Carrow Fields"),
    ],
)
def test_the_employer_is_found_in_notes_of_many_shapes(notes: str, value: str) -> None:
    fact = read(notes)
    assert fact is not None
    assert fact.value == value
    assert fact.id == "company"


def test_a_label_is_surer_than_a_headline() -> None:
    labelled, headline = read("Company: Oxbow Mills\nRole: weaver"), read("Oxbow Mills, weaver, Tuesday 4 May")
    assert labelled is not None
    assert headline is not None
    assert labelled.sure == 1.0 > headline.sure


def test_the_place_of_a_past_job_or_of_an_offer_is_not_the_employer() -> None:
    notes = (
        "Interview with Harrow Vale Foods for line lead. I told them how we did it at Kettle Bros. "
        "Offer from Tidewell Ltd."
    )
    fact = read(notes)
    assert fact is not None
    assert fact.value == "Harrow Vale Foods"


def test_notes_that_name_no_employer_give_none() -> None:
    assert read("bus depot thing this morning w Clive, theory on monday") is None


def test_the_evidence_is_where_the_notes_say_it() -> None:
    notes = "went to see Nia at Brook & Pike Electrical yesterday"
    fact = read(notes)
    assert fact is not None
    assert [notes[span.start : span.end] for span in fact.evidence] == ["Brook & Pike Electrical"]
