"""Plain facts as words: what to call the reader, what the job is, when it was and when they decide."""

from __future__ import annotations

import re
from datetime import date

import pytest
from writing_samples import messages

from assistant.brief import Brief, Fact, Instruction, Person, Profile, Span
from assistant.message import Situation, Tone
from assistant.writing import slots

TODAY = date(2026, 5, 13)


def person(name: str, honorific: str | None = None, family: str | None = None, given: str | None = None) -> Person:
    return Person(name=name, honorific=honorific, family_name=family, given_name=given)


GREETED = [
    (person("Adwoa Sarpong", "Mrs", "Sarpong", "Adwoa"), "Mrs Sarpong"),
    (person("Dr. Beatriz Quispe", "Dr", "Quispe", "Beatriz"), "Dr Quispe"),
    (person("Mr Saito Kenji", "mr", "Saito", "Kenji"), "Mr Saito"),
    (person("Sister Benedicta Okoro", "Sister", "Okoro", "Benedicta"), "Sister Benedicta"),
    (person("Sir Lionel Petrie", "Sir", "Petrie", "Lionel"), "Sir Lionel"),
    (person("Dame Honor Carbis", "Dame", "Carbis", "Honor"), "Dame Honor"),
    (person("Tamsin Roe", None, "Roe", "Tamsin"), "Tamsin"),
    (person("Nguyễn Quốc Bảo", None, "Nguyễn", "Bảo"), "Bảo"),
    (person("Kim Min-jun", "Ms", "Kim", "Min-jun"), "Ms Kim"),
    (person("Dr Nguyễn Thị Lan", "Dr", "Nguyễn", "Lan"), "Dr Lan"),
    (person("Bex"), "Bex"),
    (person("Dr Aigerim Seitkali"), "Dr Seitkali"),
    (person("Okada Kenji", "san", "Okada", "Kenji"), "Okada-san"),
]


@pytest.mark.parametrize(("reader", "called"), GREETED, ids=[called for _, called in GREETED])
def test_a_reader_is_greeted_as_the_notes_address_them(reader: Person, called: str) -> None:
    assert slots.call_name(reader, "warm") == called
    brief = Brief(people=(reader,), topics=(Fact(id="topic-1", value="the harbour", act="discussed"),))
    (message,) = messages("an interview about a job by the harbour", brief=brief)
    assert message.body.startswith(f"Dear {called},\n")


@pytest.mark.parametrize("reader", [reader for reader, _ in GREETED], ids=[called for _, called in GREETED])
@pytest.mark.parametrize("tone", ["warm", "plain", "formal"])
def test_no_greeting_is_an_honorific_alone_or_empty(reader: Person, tone: Tone) -> None:
    called = slots.call_name(reader, tone)
    assert called.strip() == called
    assert called.lower().rstrip(".") not in {"", "mr", "mrs", "ms", "dr", "sir", "sister", "dame", "prof"}


def test_a_month_is_nobody() -> None:
    (message,) = messages("interview at the Tannery 12 May, leather worker. asked about hand stitching")
    assert message.body.startswith("Hello,\n")


def test_nobody_is_greeted_by_hello_and_an_office_as_sir_or_madam() -> None:
    topics = (Fact(id="topic-1", value="the harbour", act="discussed"),)
    (nobody,) = messages("an interview about the harbour", brief=Brief(topics=topics))
    assert nobody.body.startswith("Hello,\n")
    order = Instruction(kind="channel", text="only to jobs@quay.example", channel="email", address="jobs@quay.example")
    (office,) = messages("only to jobs@quay.example", brief=Brief(topics=topics, instructions=(order,)))
    assert office.body.startswith("Dear Sir or Madam,\n")


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("site manager", "the site manager role"),
        ("Senior bridge engineer (package 3)", "the senior bridge engineer role"),
        ("the chef de partie position", "the chef de partie position"),
        ("SRE", "the SRE role"),
        ("lock keeper - summer", "the lock keeper role"),
        ("apprenticeship", "the apprenticeship"),
    ],
)
def test_a_job_is_named_without_what_trails_behind_it(role: str, said: str) -> None:
    assert slots.the_role(role) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 5, 13), "today"),
        (date(2026, 5, 12), "yesterday"),
        (date(2026, 5, 8), "on Friday"),
        (date(2026, 5, 6), "on 6 May"),
        (date(2026, 3, 30), "on 30 March"),
    ],
)
def test_a_past_day_is_said_as_one_says_it(day: date, said: str) -> None:
    assert slots.relative_day(day, TODAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 5, 13), "today"),
        (date(2026, 5, 15), "by Friday"),
        (date(2026, 5, 22), "by Friday 22 May"),
        (date(2026, 6, 30), "by 30 June"),
        (date(2026, 5, 1), "by 1 May"),
    ],
)
def test_a_decision_day_is_said_as_one_says_it(day: date, said: str) -> None:
    assert slots.by_day(day, TODAY) == said


def filled(**facts: str) -> slots.Slots:
    known = {name: Fact(id=name.replace("_", "-"), value=value) for name, value in facts.items()}
    situation = Situation(notes="an interview", today=TODAY, profile=Profile(name="Ines Marchetti"))
    return slots.build(Brief(**known), None, situation)  # type: ignore[arg-type]


def test_a_decision_that_is_past_is_not_spoken_of_as_to_come() -> None:
    assert "decision" in filled(decision_by="2026-05-20").words
    assert "decision_past" not in filled(decision_by="2026-05-20").words
    assert "decision" not in filled(decision_by="2026-05-08").words
    assert filled(decision_by="2026-05-08").words["decision_past"] == "by 8 May"


def test_what_is_missing_leaves_its_slot_out() -> None:
    assert not {"role", "the_role", "company", "day", "date", "decision", "phone", "greet_name"} & set(filled().words)


def test_a_filled_slot_names_the_fact_it_rests_on() -> None:
    made = filled(company="Canal Trust", role="lock keeper")
    assert made.rests_on("I would like {the_role} at {company}.") == ("role", "company")
    assert made.rests_on("Thank you.") == ()


@pytest.mark.parametrize(
    ("notes", "cue"),
    [("interview on zoom with Ann", "with me"), ("a trial shift at the bar", "trial"), ("an interview", "me")],
)
def test_how_we_met_follows_the_notes(notes: str, cue: str) -> None:
    assert re.search(rf"\b{cue}\b", slots.met(notes))


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("by friday 22 may", True),
        ("by the end of next week", True),
        ("early next week", False),
        ("he'll call this week", False),
        ("round the 22nd", False),
    ],
)
def test_a_time_that_is_only_roughly_stated_is_no_day_in_a_message(said: str, named: bool) -> None:
    decided = Fact(id="decision", value="2026-05-22", evidence=(Span(start=0, end=len(said), text=said),))
    filled = slots.build(Brief(decision_by=decided), None, Situation(notes=said, today=TODAY))
    assert ("decision" in filled.words) is named


@pytest.mark.parametrize(
    ("notes", "way"),
    [
        ("did my trial shift, then talked", "trial"),
        ("trial shift maybe next week, she'll call", "any"),
        ("a trial on Sat 13 June, bring own knives", "any"),
        ("on Zoom", "remote"),
    ],
)
def test_a_trial_that_is_still_to_come_is_not_how_we_met(notes: str, way: str) -> None:
    assert slots.way(notes) == way


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Children's librarian", "the children's librarian role"),
        ("Year 4 teacher", "the Year 4 teacher role"),
        ("Welsh teacher", "the Welsh teacher role"),
    ],
)
def test_a_job_is_said_with_the_capitals_that_it_needs(role: str, said: str) -> None:
    assert slots.the_role(role) == said
