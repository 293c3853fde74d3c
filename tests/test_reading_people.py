"""People: everybody the notes name, with title, address and part."""

from __future__ import annotations

import pytest

from assistant.brief import Person, Profile
from assistant.reading import people, segments

ME = Profile(name="Robin Achterberg", email="robin.achterberg@mailbox.example")


def read(notes: str, profile: Profile = ME) -> dict[str, Person]:
    return {person.name: person for person in people.find(notes, segments.split(notes), profile)}


def interviewers(notes: str, profile: Profile = ME) -> list[str]:
    return [name for name, person in read(notes, profile).items() if person.part == "interviewer"]


def test_shorthand_in_lower_case_gives_names_with_capitals_and_titles() -> None:
    found = read("met anjali (ops mgr) and tom from finance at the depot")
    assert {name: person.title for name, person in found.items()} == {"Anjali": "ops mgr", "Tom": "finance"}


@pytest.mark.parametrize(
    ("notes", "name", "title"),
    [
        ("Met Folake Adisa, ward manager, on the unit.", "Folake Adisa", "ward manager"),
        ("Panel: Hywel Prys (head of estates) and others", "Hywel Prys", "head of estates"),
        ("Saw Ingrid Aas the harbour master at nine.", "Ingrid Aas", "harbour master"),
        ("Spoke to Devi Nair who runs collections", "Devi Nair", "runs collections"),
        ("with Lorraine she does health and safety", "Lorraine", "health and safety"),
        ("- Matron Joan Abbey asked about rotas", "Joan Abbey", "Matron"),
        ("the HR lady Denise took notes and asked why I left", "Denise", "HR"),
        ("Met Petra Lind from Norrfors, she's the technical manager.", "Petra Lind", "technical manager"),
        ("Practice manager = Heather. Nice.", "Heather", "Practice manager"),
    ],
)
def test_a_title_is_found_wherever_the_notes_put_it(notes: str, name: str, title: str) -> None:
    assert read(notes)[name].title == title


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Thu Trang", "Okonkwo-Bright Adaeze", "Khalid bin Saeed al-Mansoori", "Seo-yeon Choi",
        "Wang Xiaoming", "Sigríður Jónsdóttir", "José Luis García Márquez", "Annelies van der Berg", "Declan O'Rourke",
        "K. Balasubramanian", "Siobhán Ní Dhomhnaill", "Ofra Ben-Ami", "Agnès Le Floc'h",
    ],
)  # fmt: skip
def test_names_of_many_cultures_are_read_whole(name: str) -> None:
    assert interviewers(f"Interviewed by {name} (site lead) on Monday. Went ok.") == [name]


def test_an_honorific_goes_with_a_lone_surname_and_leaves_a_full_name() -> None:
    found = read("Met Mr Petrauskas (chair) and Ms Winnie Fok (clerk) and Dr Amrita Bhogal (partner).")
    assert list(found) == ["Mr Petrauskas", "Winnie Fok", "Dr Amrita Bhogal"]
    assert found["Mr Petrauskas"].family_name == "Petrauskas"
    assert found["Winnie Fok"].given_name == "Winnie"


def test_family_and_given_name_follow_the_culture_and_the_notes() -> None:
    viet = read("Met Trần Thị Hà (lead).")["Trần Thị Hà"]
    assert (viet.family_name, viet.given_name) == ("Trần", "Hà")
    okada = read("Met Mr Okada Shinji (CEO). Okada san asked about the calendar.")["Okada Shinji"]
    assert (okada.family_name, okada.given_name) == ("Okada", "Shinji")
    dutch = read("Met Sanne van der Velde (planner).")["Sanne van der Velde"]
    assert (dutch.family_name, dutch.given_name) == ("van der Velde", "Sanne")


def test_short_forms_typos_and_nicknames_are_the_same_person() -> None:
    notes = (
        "Met Folasade Akinola (lead) and Oluwaseun (Seun) Adebayo (dev).\nfolasde asked about tests. Seun liked them."
    )
    found = read(notes)
    assert list(found) == ["Folasade Akinola", "Oluwaseun Adebayo"]
    assert "folasde" in found["Folasade Akinola"].aliases


@pytest.mark.parametrize(
    ("notes", "name", "email"),
    [
        ("Met Priya Shah (lead).\nmail priya.shah@nim.example", "Priya Shah", "priya.shah@nim.example"),
        ("Met Bram Visser and Noor Aziz.\nnaziz@firm.example", "Noor Aziz", "naziz@firm.example"),
        ("met Hemi Rata, email is hemi at tawhai dot example", "Hemi Rata", "hemi@tawhai.example"),
        ("con Graciela Paz, gpaz arroba campo punto example", "Graciela Paz", "gpaz@campo.example"),
        ("Ask for Joe.\nMet Karen Lund (head).\njobs@lund.example", "Karen Lund", None),
        ("Met Karen Lund (head).\nmine is robin.achterberg@mailbox.example", "Karen Lund", None),
    ],
)
def test_an_address_goes_to_the_person_it_fits_and_a_general_mailbox_to_nobody(
    notes: str, name: str, email: str | None
) -> None:
    assert read(notes)[name].email == email


def test_recruiters_desks_referrers_and_friends_assessed_nobody() -> None:
    notes = (
        "Recruiter: Helen Dunne at Sterling Staffing\nMet Ravi Menon (head of lab). "
        "Signed in with Bonnie at reception. My friend Gaz put in a word."
    )
    assert {name: person.part for name, person in read(notes).items()} == {
        "Helen Dunne": "recruiter",
        "Ravi Menon": "interviewer",
        "Bonnie": "other",
        "Gaz": "other",
    }


def test_a_friend_in_a_chat_is_another_person_and_the_candidate_is_nobody() -> None:
    notes = (
        "[18/08/2026, 16:42] Robin: done! two of them, Ngozi Umeadi, head of infra, and Kelechi from data\n"
        "[18/08/2026, 16:43] Bolaji: how was it\n"
    )
    found = read(notes)
    assert {name: person.part for name, person in found.items()} == {
        "Bolaji": "other",
        "Ngozi Umeadi": "interviewer",
        "Kelechi": "interviewer",
    }


def test_speakers_of_a_recorded_interview_assessed_the_candidate() -> None:
    notes = "Carys Lloyd: Thanks for coming in, Robin.\nRobin: Glad to.\nBob Tre: Welfare first?\nRobin: Yes.\n"
    assert interviewers(notes) == ["Carys Lloyd", "Bob Tre"]


def test_tables_give_names_and_titles_by_column() -> None:
    notes = "| Who | Position | Notes |\n|---|---|---|\n| Phạm Lê | HR | contract |\n| Mr Saito Kenji | QA | audits |\n"
    assert {name: person.title for name, person in read(notes).items()} == {"Phạm Lê": "HR", "Saito Kenji": "QA"}


@pytest.mark.parametrize(
    "notes",
    [
        "We talked about moving billing to Kafka and Jira. Monday then.",
        "Site is in Manchester, near Piccadilly. Will hear in March.",
        "Simón! no, leave it.",
        "Must take the dog Bella to the vet. Pick up Maya from nursery.",
        "They have a plate reader called Doris.",
        "Rosebank Lodge, deputy manager job.",
        "I'd go. They're fine. Mustn't say.",
    ],
)
def test_tools_places_pets_children_and_companies_are_not_people(notes: str) -> None:
    assert read(notes) == {}


def test_every_person_carries_the_words_that_name_them() -> None:
    notes = "Met Ada Obi (lead). Ada asked about pumps."
    assert [span.text for span in read(notes)["Ada Obi"].evidence] == ["Ada Obi", "Ada"]
    assert all(notes[span.start : span.end] == span.text for span in read(notes)["Ada Obi"].evidence)
