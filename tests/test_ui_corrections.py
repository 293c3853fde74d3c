"""assistant/ui/corrections.py: corrections are kept beside what was read."""

from __future__ import annotations

from dataclasses import replace

import ui_script

from assistant.brief import Brief, Person, Profile
from assistant.ui.corrections import Corrections, apply, renamed


def brief() -> Brief:
    return ui_script.read(ui_script.NOTES, ui_script.TODAY, Profile())


def test_no_correction_changes_nothing() -> None:
    assert apply(brief(), Corrections()) == brief()


def test_a_corrected_field_has_the_new_value_and_no_evidence() -> None:
    company = apply(brief(), Corrections().with_field("company", "St Brannock's")).company
    assert company is not None
    assert (company.id, company.value, company.evidence) == ("company", "St Brannock's", ())


def test_a_field_set_back_to_what_was_read_has_its_evidence_again() -> None:
    corrections = Corrections().with_field("company", "Wrong").with_field("company", "St Brannoc's")
    assert apply(brief(), corrections).company == brief().company


def test_an_emptied_field_is_nothing() -> None:
    assert apply(brief(), Corrections().with_field("role", "")).role is None


def test_an_entry_left_out_is_gone_and_comes_back() -> None:
    out = Corrections().with_entry("topics", "a deteriorating patient", kept=False)
    assert [topic.id for topic in apply(brief(), out).topics] == ["topic-2"]
    assert apply(brief(), out.with_entry("topics", "a deteriorating patient", kept=True)) == brief()


def test_a_typed_topic_is_added_with_an_id_of_its_own() -> None:
    corrections = replace(Corrections(), added=(("topics", "the roof"), ("topics", "the yard")))
    topics = apply(brief(), corrections).topics
    assert [topic.value for topic in topics[-2:]] == ["the roof", "the yard"]
    assert len({topic.id for topic in topics}) == 4


def test_a_renamed_person_keeps_what_was_said_with_them() -> None:
    gill = brief().people[1]
    corrected = apply(brief(), Corrections().with_person("Gill Prosser", renamed(gill, "Jill Prosser")))
    assert [person.name for person in corrected.people] == ["Folasade Akinwande", "Jill Prosser"]
    assert corrected.topics[1].person == "Jill Prosser"


def test_a_renamed_person_is_greeted_by_the_new_name() -> None:
    person = renamed(Person(name="Mr Okoro", honorific="Mr", family_name="Okoro"), "Jill Prosser")
    assert (person.given_name, person.family_name, person.honorific) == ("Jill", "Prosser", None)


def test_people_can_be_taken_out_and_added_and_never_stand_twice() -> None:
    corrections = replace(
        Corrections(),
        people_out=frozenset({"Gill Prosser"}),
        people_added=(Person(name="Denise"), Person(name="Folasade Akinwande")),
    )
    assert [person.name for person in apply(brief(), corrections).people] == ["Folasade Akinwande", "Denise"]


def test_corrections_survive_a_new_reading_of_longer_notes() -> None:
    corrections = (
        Corrections().with_field("role", "Charge nurse").with_entry("private", "their numbers are poor", kept=False)
    )
    again = ui_script.read("new first line\n" + ui_script.NOTES, ui_script.TODAY, Profile())
    corrected = apply(again, corrections)
    assert corrected.role is not None
    assert corrected.role.value == "Charge nurse"
    assert corrected.private == ()
