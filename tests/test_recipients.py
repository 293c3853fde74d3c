"""A name, a part of it or an alias finds its person, whatever its case and accents."""

from __future__ import annotations

import pytest

from assistant import recipients, testing
from assistant.brief import Brief, Instruction, Person
from assistant.errors import RecipientError

PANEL = Brief(
    people=(
        Person(name="Véronique Claes-Dewulf", honorific="Ms", email="v.claes@eiws.example"),
        Person(name="Đặng Hoàng Phúc", aliases=("anh Phúc",)),
        Person(name="Dr. Gill O'Brien"),
        Person(name="Gill Prosser", title="Matron"),
        Person(name="Philippa Strang", part="recruiter"),
        Person(name="王小明", part="other"),
    )
)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Véronique Claes-Dewulf", "Véronique Claes-Dewulf"),
        ("veronique", "Véronique Claes-Dewulf"),
        ("CLAES DEWULF", "Véronique Claes-Dewulf"),
        ("Dewulf", "Véronique Claes-Dewulf"),
        ("Ms Claes-Dewulf", "Véronique Claes-Dewulf"),
        ("Mrs. Dewulf", "Véronique Claes-Dewulf"),
        ("v.claes@eiws.example", "Véronique Claes-Dewulf"),
        ("dang hoang phuc", "Đặng Hoàng Phúc"),
        ("Anh Phuc", "Đặng Hoàng Phúc"),
        ("OBrien", "Dr. Gill O'Brien"),
        ("o’brien", "Dr. Gill O'Brien"),
        ("Gill Prosser", "Gill Prosser"),
        ("pross", "Gill Prosser"),
        ("philippa", "Philippa Strang"),
        ("王小明", "王小明"),
    ],
)
def test_a_person_answers_to_every_form_of_the_name(wanted: str, name: str) -> None:
    assert recipients.find(PANEL, wanted).name == name


@pytest.mark.parametrize("wanted", ["Nobody", "", " ", "-", "Mr", "Gilll", "ill", "Gill Smith"])
def test_who_is_not_there_is_answered_with_who_is(wanted: str) -> None:
    with pytest.raises(RecipientError, match="Véronique Claes-Dewulf, Đặng Hoàng Phúc"):
        recipients.find(PANEL, wanted)


def test_a_name_that_two_people_answer_to_is_refused() -> None:
    with pytest.raises(RecipientError, match=r"Dr\. Gill O'Brien.* or 'Gill Prosser'"):
        recipients.find(PANEL, "gill")


def test_notes_that_name_nobody_say_so() -> None:
    with pytest.raises(RecipientError, match="name nobody"):
        recipients.find(Brief(), "Ann")


def test_everyone_is_the_panel_without_recruiters_and_others() -> None:
    assert [person.name for person in recipients.choose(PANEL, "ALL") if person] == [
        *("Véronique Claes-Dewulf", "Đặng Hoàng Phúc", "Dr. Gill O'Brien", "Gill Prosser")
    ]


def test_the_first_interviewer_is_the_default() -> None:
    assert recipients.choose(testing.brief(), None) == testing.brief().people[:1]


def test_whom_the_instructions_name_goes_before_the_interviewers() -> None:
    through = Instruction(kind="person", text="please route everything through me", person="Philippa Strang")
    (person,) = recipients.choose(PANEL.model_copy(update={"instructions": (through,)}), None)
    assert person is not None
    assert person.name == "Philippa Strang"


def test_whom_the_instructions_forbid_is_passed_over() -> None:
    barred = Instruction(kind="person", text="not to me", person="Véronique Claes-Dewulf", forbids=True)
    (person,) = recipients.choose(PANEL.model_copy(update={"instructions": (barred,)}), None)
    assert person is not None
    assert person.name == "Đặng Hoàng Phúc"


@pytest.mark.parametrize("to", [None, "all"])
def test_without_interviewers_the_recruiter_is_written_to_and_without_anybody_nobody(to: str | None) -> None:
    recruiter = Person(name="Philippa Strang", part="recruiter")
    assert recipients.choose(Brief(people=(recruiter,)), to) == (recruiter,)
    assert recipients.choose(Brief(people=(Person(name="Bob", part="other"),)), to) == (None,)
    assert recipients.choose(Brief(), to) == (None,)
