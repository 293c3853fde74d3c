"""A promise becomes what I will do for this reader: their own addressee, the thing, the day, or nothing."""

from __future__ import annotations

import re
from datetime import date

import pytest
from writing_samples import messages, move

from assistant.brief import Fact, Person, Span
from assistant.writing.promising import antecedent, due_words, verb_phrase

TODAY = date(2026, 5, 13)
FRIDAY = date(2026, 5, 15)
NOKUTHULA = Person(name="Nokuthula Dube", given_name="Nokuthula", family_name="Dube")
JOMO = Person(name="Jomo Kariuki", given_name="Jomo", family_name="Kariuki")


def promise(value: str, due: date | None = None, notes: str = "") -> Fact:
    spans = (Span(start=len(notes), end=len(notes) + 1, text=""),) if notes else ()
    return Fact(id="promise-1", value=value, said_by="me", person=NOKUTHULA.name, due=due, evidence=spans)


@pytest.mark.parametrize(
    ("noted", "due", "said"),
    [
        ("send Nokuthula my feed chart", None, "send you my feed chart"),
        ("send my feed chart to Nokuthula by Friday", FRIDAY, "send you my feed chart by Friday"),
        ("email the rota template to her before Friday", FRIDAY, "email you the rota template before Friday"),
        ("forward him two references tonight", TODAY, "forward you two references tonight"),
        ("send over the menu tomorrow", date(2026, 5, 14), "send you the menu tomorrow"),
        ("share my lesson plan by 30 May", date(2026, 5, 30), "share my lesson plan with you by 30 May"),
        ("text her the address of the farm", None, "text you the address of the farm"),
    ],
)
def test_the_reader_to_whom_it_was_made_is_you(noted: str, due: date | None, said: str) -> None:
    assert verb_phrase(promise(noted, due), NOKUTHULA, NOKUTHULA, TODAY) == said


def test_a_bare_copy_is_of_the_paper_that_the_notes_name_before() -> None:
    notes = "She asked for my wound care certificate, said I'd email a scan to her by fri"
    made = promise("email a scan to her by Friday", FRIDAY, notes)
    paper = antecedent(notes, made)
    assert paper == "my wound care certificate"
    assert verb_phrase(made, NOKUTHULA, NOKUTHULA, TODAY, paper) == (
        "email you a scan of my wound care certificate by Friday"
    )


def test_a_promise_told_to_another_reader_names_whom_it_was_made_to() -> None:
    said = verb_phrase(promise("send Nokuthula my feed chart"), JOMO, NOKUTHULA, TODAY)
    assert said == "send Nokuthula my feed chart"


@pytest.mark.parametrize(
    "noted", ["send it", "send her that", "send something", "let her know", "come back", "send", "", "email a scan"]
)
def test_what_yields_no_honest_sentence_is_refused(noted: str) -> None:
    assert verb_phrase(promise(noted), NOKUTHULA, NOKUTHULA, TODAY) is None


def test_a_call_back_is_a_call_to_you() -> None:
    assert verb_phrase(promise("ring her back"), NOKUTHULA, NOKUTHULA, TODAY) == "call you"


@pytest.mark.parametrize(
    ("due", "phrase", "said"),
    [
        (TODAY, "today", "today"),
        (TODAY, "tonight", "tonight"),
        (date(2026, 5, 14), "by thursday", "tomorrow"),
        (FRIDAY, "by fri", "by Friday"),
        (FRIDAY, "on friday", "on Friday"),
        (date(2026, 5, 18), "before monday", "before Monday"),
        (date(2026, 5, 29), "by 29 May", "by 29 May"),
        (date(2026, 5, 12), "by tuesday", None),
        (None, "soon", None),
        (FRIDAY, None, None),
    ],
)
def test_a_due_day_is_said_as_one_says_it_today(due: date | None, phrase: str | None, said: str | None) -> None:
    assert due_words(promise("send it", due), phrase, TODAY) == said


def test_from_notes_to_message_a_promise_is_whole() -> None:
    notes = (
        "Interview 12 May 2026 with Nokuthula Dube, head of nursing at Brookfield Hospice. Staff nurse.\n"
        "She asked for my wound care cert, said I'd email a scan to Nokuthula by fri\n"
    )
    (message,) = messages(notes)
    said = move(message, "promise")
    assert re.search(r"email you a scan of my (?:wound care )?cert(?:ificate)? by Friday", said)
    assert "Nokuthula" not in said


def test_a_promise_in_label_form_goes_to_its_person_alone() -> None:
    notes = (
        "Ashgrove Accountants, payroll clerk, 12 May 2026\nPanel: Siobhan Keane (partner), Marek Wolny (payroll lead)\n"
        "- Marek asked how I check a payslip\n- Siobhan asked how I explain tax to a chef\n"
        "promised: Siobhan the audit template\n"
    )
    siobhan, marek = messages(notes, to="all")
    assert "send you the audit template" in siobhan.body
    assert "audit" not in marek.body


def test_an_unwordable_promise_is_left_to_the_person_in_the_advice() -> None:
    notes = (
        "Fernhill Stables, yard manager, 12 May 2026, met Eluned Price\n- Eluned asked how I'd bring on a young horse\n"
        "- I'll send her that\n"
    )
    (message,) = messages(notes)
    assert not move(message, "promise")
    assert any("promised something" in line for line in message.advice)


def test_an_overdue_promise_is_said_to_be_overdue_in_the_advice() -> None:
    notes = (
        "Fernhill Stables, yard manager, 4 May 2026, met Eluned Price\n- Eluned asked how I'd bring on a young horse\n"
        "- I'll send Eluned my feed chart by friday\n"
    )
    (message,) = messages(notes)
    assert any("2026-05-08" in line and "passed" in line for line in message.advice)
    assert "by Friday" not in message.body
