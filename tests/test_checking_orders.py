"""An instruction binds the channel and the person that its own words name."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import prompts
from assistant.brief import Brief, Instruction, Person
from assistant.checking import check
from assistant.checking.parse import from_text
from assistant.message import Situation

PEOPLE = (Person(name="Ada Voss", given_name="Ada", family_name="Voss"), Person(name="Bram Kole", given_name="Bram"))
TEXT = "Subject: The kiln\n\nDear {name},\n\nThank you for showing me the kiln.\n\nKind regards,\nMio Tan\n"


def orders(name: str, notes: str, *instructions: Instruction) -> set[str]:
    """Severities of the instruction findings on a thank-you e-mail to that person."""
    brief, kind = Brief(people=PEOPLE, instructions=instructions), prompts.kind("thank-you")
    message = from_text(TEXT.format(name=name), brief, kind)
    report = check(message, brief, kind, Situation(notes=notes, today=date(2026, 5, 4)))
    return {finding.severity for finding in report.findings if finding.rule == "instruction"}


def ban(text: str, person: str | None = None) -> Instruction:
    """A ban on e-mail in these words."""
    return Instruction(kind="channel", text=text, channel="email", forbids=True, person=person)


def test_a_ban_on_e_mail_is_an_error() -> None:
    assert orders("Ada", "no e-mails to me please", ban("no e-mails to me please")) == {"error"}


def test_a_ban_that_names_one_person_does_not_bind_a_message_to_another() -> None:
    assert orders("Bram", "no e-mail to Ada", ban("no e-mail to Ada", "Ada Voss")) == set()


@pytest.mark.parametrize("text", ["Ada not fussed about emails", "Ada would rather not have e-mails"])
def test_what_is_only_disliked_is_a_warning(text: str) -> None:
    assert orders("Ada", text, ban(text, "Ada Voss")) == {"warning"}


def test_a_channel_that_the_notes_allow_elsewhere_is_no_fault() -> None:
    assert orders("Ada", "sheet in the post not email. mail is ok otherwise", ban("not email")) == set()


def test_a_ban_for_some_time_of_day_is_no_ban() -> None:
    assert orders("Ada", "no e-mail in the mornings", ban("no e-mail in the mornings")) == set()


def test_nobody_of_a_panel_that_must_not_be_contacted_is_written_to() -> None:
    assert orders("Ada", "Candidates must not contact the panel directly.") == {"error"}


def test_the_one_whom_all_letters_go_to_may_be_written_to() -> None:
    assert orders("Ada", "Do not contact the panel. All correspondence goes to Ada Voss.") == set()
