"""What is mentioned to whom: each reader's own things, the best first, and answers beside their questions."""

from __future__ import annotations

import pytest

from assistant.brief import Act, Brief, Fact, Person, SaidBy, Span
from assistant.writing import anchors

WAMBUI = Person(name="Wambui Karanja", given_name="Wambui", family_name="Karanja")
DMITRI = Person(name="Dmitri Halloran", given_name="Dmitri", family_name="Halloran")
RASHIDA = Person(name="Rashida Bello", part="recruiter")


def fact(
    name: str,
    value: str,
    at: int,
    person: Person | None = None,
    act: Act = "asked",
    by: SaidBy = "them",
    sure: float = 0.9,
) -> Fact:
    span = Span(start=at, end=at + len(value), text=value)
    return Fact(
        id=name, value=value, said_by=by, act=act, person=person.name if person else None, evidence=(span,), sure=sure
    )


VAN = fact("topic-1", "how I'd run a van with no budget", 0, WAMBUI)
ANSWER = fact("strength-1", "I drove the book bus in Fife", 40, WAMBUI, "told", "me")
FERRY = fact("topic-2", "the ferry timetable", 200, DMITRI, "discussed")
SHARED = fact("topic-3", "the move to the harbour", 400, None, "discussed")
NOTES = "x" * 1200  # only the distances count here
BRIEF = Brief(people=(WAMBUI, DMITRI, RASHIDA), topics=(VAN, FERRY, SHARED), strengths=(ANSWER,))


def recalled(reader: Person | None, *, alone: bool = False, brief: Brief = BRIEF) -> list[set[str]]:
    return [set(wording.facts) for wording in anchors.recalled(brief, reader, NOTES, alone=alone)]


def test_a_reader_of_a_panel_is_reminded_of_their_own_things_only() -> None:
    assert set.union(*recalled(WAMBUI)) == {"topic-1", "strength-1"}
    assert recalled(DMITRI) == [{"topic-2"}]


def test_a_lone_reader_also_gets_what_was_said_to_nobody_in_particular() -> None:
    assert set.union(*recalled(DMITRI, alone=True)) == {"topic-2", "topic-3"}


def test_where_nobody_is_named_or_a_recruiter_reads_everything_may_be_taken() -> None:
    everything = {"topic-1", "strength-1", "topic-2", "topic-3"}
    assert set.union(*recalled(None, alone=True)) == everything
    assert set.union(*recalled(RASHIDA)) == everything


def test_what_was_said_to_nobody_is_there_for_a_reader_with_nothing_of_their_own() -> None:
    assert [set(wording.facts) for wording in anchors.shared(BRIEF, DMITRI, NOTES)] == [{"topic-3"}]


def test_a_question_stands_with_the_answer_that_follows_it() -> None:
    assert {"topic-1", "strength-1"} in recalled(WAMBUI)


def test_an_answer_far_from_a_question_is_no_answer_to_it() -> None:
    far = ANSWER.model_copy(update={"evidence": (Span(start=900, end=928, text=ANSWER.value),)})
    assert {"topic-1", "strength-1"} not in recalled(WAMBUI, brief=BRIEF.model_copy(update={"strengths": (far,)}))


def test_no_fact_is_used_in_two_wordings() -> None:
    used = [name for facts in recalled(None, alone=True) for name in facts]
    assert len(used) == len(set(used))


def test_the_specific_goes_before_the_general() -> None:
    brief = Brief(
        people=(WAMBUI,),
        topics=(
            fact("topic-1", "teamwork", 0, WAMBUI, "discussed"),
            fact("topic-2", "how I'd carry 40 crates up the tower of Foxton", 300, WAMBUI),
        ),
    )
    assert recalled(WAMBUI, brief=brief)[0] == {"topic-2"}


def test_what_the_reader_of_the_notes_could_not_make_out_is_not_recalled() -> None:
    brief = Brief(people=(WAMBUI,), topics=(fact("topic-1", "frmlk gzzt and", 0, WAMBUI, "discussed", sure=0.2),))
    assert recalled(WAMBUI, brief=brief) == []
    assert recalled(None, alone=True, brief=Brief()) == []


def test_strengths_for_a_reader_are_those_told_to_them_then_those_told_to_nobody() -> None:
    open_to_all = fact("strength-2", "I trained nine apprentices", 500, None, "told", "me")
    told_dmitri = fact("strength-3", "I sail", 600, DMITRI, "told", "me")
    brief = BRIEF.model_copy(update={"strengths": (open_to_all, told_dmitri, ANSWER)})
    assert [fact.id for fact in anchors.strengths(brief, WAMBUI, alone=False)] == ["strength-1", "strength-2"]


@pytest.mark.parametrize(("reader", "employer"), [(None, True), (WAMBUI, True), (RASHIDA, False)])
def test_only_a_recruiter_does_not_speak_for_the_employer(reader: Person | None, employer: bool) -> None:
    assert anchors.belongs_to(reader) is employer


def test_facts_entered_by_hand_without_evidence_can_be_recalled() -> None:
    brief = Brief(
        people=(WAMBUI,), topics=(Fact(id="topic-1", value="the old kiln", act="showed", person=WAMBUI.name),)
    )
    assert recalled(WAMBUI, brief=brief) == [{"topic-1"}]


def test_neighbours_that_were_discussed_together_become_one() -> None:
    tides = fact("topic-1", "tide tables", 100, WAMBUI, "discussed")
    caves = fact("topic-2", "sea caves", 113, WAMBUI, "discussed")
    (found,) = anchors.recalled(Brief(people=(WAMBUI,), topics=(tides, caves)), WAMBUI, NOTES, alone=True)
    assert found.facts == ("topic-1", "topic-2")
    assert "tide tables and sea caves" in found.slots.values()
