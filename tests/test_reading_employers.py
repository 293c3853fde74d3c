"""Other companies: employers past and present, other offers, agencies."""

from __future__ import annotations

import pytest

from assistant.brief import Profile
from assistant.reading import company, employers, people, segments


def read(notes: str) -> list[str]:
    parts = segments.split(notes)
    folk = people.find(notes, parts, Profile())
    return [fact.value for fact in employers.find(notes, parts, company.find(notes, parts, folk), folk)]


@pytest.mark.parametrize(
    ("notes", "value"),
    [
        ("told Harpreet abt the falls huddle I started at Glenview, 31 falls to 12", "Glenview"),
        ("OTHER: Corbel Legal offered 27,500 on Monday.", "Corbel Legal"),
        ("also Brennholz Labs want me on thursday for final round", "Brennholz Labs"),
        ("No mention of the pay thing or that Marlowe's are restructuring", "Marlowe's"),
        ("rotas out six weeks ahead, we did it at Larch Hill and nobody left", "Larch Hill"),
        ("Hobbs Lanyon (where I work) must not hear", "Hobbs Lanyon"),
        ("Private banking firm gave me verbal offer. my current bank (Straits Lion) must not know", "Straits Lion"),
        ("- bonds. also in process w Gulfhawk Technics", "Gulfhawk Technics"),
        ("I used my Parkside Clinic example.", "Parkside Clinic"),
        ("Agency: Sterling Hart Recruitment\nRole: clerk", "Sterling Hart Recruitment"),
        ("said you know kestrel is laying ppl off. kestrel don't know I'm looking", "Kestrel"),
    ],
)
def test_another_employer_an_offer_or_an_agency_is_found(notes: str, value: str) -> None:
    assert value in read("Interview at Fenwick Dairy for herd manager.\n" + notes)


def test_ids_count_from_two_in_the_order_of_the_notes() -> None:
    notes = "Company: Oxbow Mills\nI ran nights at Glenview. Offer from Corbel Ltd."
    parts = segments.split(notes)
    found = employers.find(notes, parts, company.find(notes, parts, ()), ())
    assert [(fact.id, fact.value) for fact in found] == [("company-2", "Glenview"), ("company-3", "Corbel Ltd")]


@pytest.mark.parametrize(
    "notes",
    [
        "Interview at Fenwick Dairy. Fenwick has 400 cows. They open in Leeds in March.",
        "Interview at Fenwick Dairy. Asked about Kafka and Excel. Monday at noon.",
        "Interview at Fenwick Dairy. Met Ada Obi (lead). I told Ada about the pumps.",
    ],
)
def test_the_target_places_tools_and_people_are_no_other_companies(notes: str) -> None:
    assert read(notes) == []
