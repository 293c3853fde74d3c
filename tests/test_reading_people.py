"""Whom the notes name: mentions put together by person, with title, address and part."""

from __future__ import annotations

import pytest
from marked_notes import read

from assistant.brief import Person, Profile


def people(marked: str, header: str, profile: Profile | None = None) -> list[Person]:
    return list(read(marked, header, profile=profile or Profile()).people)


def test_short_and_full_forms_of_a_name_are_one_person() -> None:
    found = people(
        "<p 1>Oluwaseun Bakare-Finch</p> came late. <p 1>Bakare-Finch</p> asked, <p 1>Seun</p>... <p 1>Oluwaseun</p> left",
        "1: O | | interviewer |",
    )
    assert [person.name for person in found if person.name.startswith("Olu")] == ["Oluwaseun Bakare-Finch"]


def test_initials_and_an_honorific_alone_mean_the_person_who_has_them() -> None:
    found = people(
        "<p 1>Sister Grace Mumbua</p> and <p 2>Gian-Marco Tschuor</p>. <p 1>Sister</p>: x. <p 2>GMT</p>: y",
        "1: A | | interviewer |\n2: B | | interviewer |",
    )
    assert [person.name for person in found] == ["Sister Grace Mumbua", "Gian-Marco Tschuor"]


@pytest.mark.parametrize(
    ("marked", "name", "family"),
    [
        ("<p 1>Mr Okada</p>", "Mr Okada", "Okada"),
        ("<p 1>Ms Winnie Fok</p>", "Winnie Fok", "Fok"),
        ("<p 1>dr amina noor</p>", "Dr Amina Noor", "Noor"),
        ("<p 1>Orhun Bey</p>", "Orhun Bey", None),
        ("<p 1>doctor Feras Mulki</p>", "Dr Feras Mulki", "Mulki"),
        ("<p 1>Nguyễn Quốc Bảo</p>", "Nguyễn Quốc Bảo", "Nguyễn"),
        ("<p 1>ROWENA</p>", "Rowena", None),
    ],
)
def test_names_are_written_as_one_writes_them(marked: str, name: str, family: str | None) -> None:
    (person,) = people(marked, "1: A | | interviewer |")
    assert (person.name, person.family_name) == (name, family)


def test_a_title_goes_to_its_person() -> None:
    found = people(
        "<p 1>Ada</p>, <title 1>head of kilns</title>, and <title 2>her deputy</title> <p 2>Bram</p>",
        "1: Ada | | interviewer |\n2: Bram | | other |",
    )
    assert [(person.name, person.title, person.part) for person in found] == [
        ("Ada", "head of kilns", "interviewer"), ("Bram", "her deputy", "other"),
    ]  # fmt: skip


def test_an_address_goes_to_the_person_whose_name_it_is_made_of_and_names_nobody() -> None:
    (ada,) = people("<p 1>Ada Voss</p> a.voss@kiln.example, hr@kiln.example", "1: Ada | | interviewer |")
    assert ada.email == "a.voss@kiln.example"


def test_a_spoken_address_is_read() -> None:
    (hemi,) = people("<p 1>Hemi Paraone</p>, email is hemi at tawhai dot example", "1: Hemi | | interviewer |")
    assert hemi.email == "hemi@tawhai.example"


def test_the_candidate_is_not_one_of_the_people() -> None:
    assert people("<p 1>Mio Tan</p> here", "1: Mio | | other |", Profile(name="Mio Tan")) == []


def test_a_title_right_behind_a_name_is_that_persons_whatever_the_network_points_to() -> None:
    found = people(
        "<p 1>Jorge Villaseñor</p>, <title 2>recruiter</title> for <p 2>Ximena</p> (<title 1>chief geologist</title>)",
        "1: J | | interviewer |\n2: X | | interviewer |",
    )
    assert [person.title for person in found] == ["recruiter", "chief geologist"]


def test_initials_behind_an_apostrophe_mean_the_full_name() -> None:
    (head,) = people("<p 1>Mrs O'Halloran</p> came. <p 1>Mrs O'H</p> asked", "1: A | | interviewer |")
    assert head.name == "Mrs O'Halloran"


def test_an_office_alone_is_nobody() -> None:
    assert people("<p 1>HR</p> wrote", "1: HR | | interviewer |") == []


def test_somebody_is_called_as_they_asked() -> None:
    (venkat,) = people(
        '<p 1>Mr. Venkataraghavan S.</p> ("call me <p 2>Venkat</p>"), later <p 2>Venkat</p> wants more',
        "1: V | | interviewer |\n2: Venkat | | interviewer |",
    )
    assert (venkat.given_name, venkat.honorific) == ("Venkat", None)
    (ingrid,) = people("<p 1>Chief Engineer Ingrid Solheim</p>, she said call me Ingrid", "1: I | | interviewer |")
    assert (ingrid.given_name, ingrid.honorific) == ("Ingrid", None)


def test_a_single_letter_is_nobody() -> None:
    assert people("<p 1>E</p> asked about rain", "1: E | | interviewer |") == []


@pytest.mark.parametrize("marked", ["<p 1>ED</p> physician asked", "when a <p 1>Rod</p> gets stuck"])
def test_an_office_in_capitals_and_a_thing_are_nobody(marked: str) -> None:
    assert people(marked, "1: A | | interviewer |") == []


def test_an_address_tells_the_given_name_from_the_family_name() -> None:
    (bence,) = people("<p 1>Halmos Bence</p> bence.halmos@kiln.example", "1: H | | interviewer |")
    assert (bence.given_name, bence.family_name) == ("Bence", "Halmos")


def test_somebody_who_was_not_there_is_no_interviewer() -> None:
    (ada, gareth) = people(
        "<p 1>Ada</p> and <p 2>Gareth</p> (couldn't make it)", "1: A | | interviewer |\n2: G | | interviewer |"
    )
    assert (ada.part, gareth.part) == ("interviewer", "other")
