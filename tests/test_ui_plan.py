"""assistant/ui/plan.py: choices and the words they are shown in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import ui_script

from assistant import prompts
from assistant.brief import Brief, Instruction, Person, Profile
from assistant.message import Message
from assistant.ui import plan

TODAY = date(2026, 2, 12)


def message(after: int | None = None, by: int | None = None, kind: str = "thank-you", body: str = "one two") -> Message:
    days = [None if n is None else TODAY + timedelta(n) for n in (after, by)]
    return Message(
        kind=kind, channel="email", recipient=None, subject=None, body=body, send_after=days[0], send_by=days[1]
    )


@pytest.mark.parametrize(
    ("after", "by", "line"),
    [
        (None, None, None),
        (-1, 0, "Send it today."),
        (-1, 1, "Send it by tomorrow (Friday 13 February), not within minutes."),
        (0, 5, "Send it by Tuesday 17 February."),
        (2, 5, "Wait until Saturday 14 February and send it by Tuesday 17 February."),
        (2, None, "Wait until Saturday 14 February."),
        (-9, -3, "It was best sent by Monday 9 February. Late is better than never: send it now."),
    ],
)
def test_when_to_send_is_said_in_one_line(after: int | None, by: int | None, line: str | None) -> None:
    assert plan.when(message(after, by), TODAY) == line


def test_a_day_far_away_carries_its_year() -> None:
    assert plan.day(date(2025, 1, 6), TODAY) == "Monday 6 January 2025"


def test_only_interviewers_and_recruiters_can_be_written_to_interviewers_first() -> None:
    people = (Person(name="A", part="other"), Person(name="B", part="recruiter"), Person(name="C"))
    assert plan.names(Brief(people=people)) == ("C", "B")


def test_whom_the_notes_point_to_can_be_written_to_whatever_their_part() -> None:
    people = (Person(name="Chief"), Person(name="Assistant", part="other"))
    instruction = Instruction(kind="person", text="write to my assistant", person="Assistant")
    brief = Brief(people=people, instructions=(instruction,))
    assert plan.names(brief) == ("Chief", "Assistant")
    assert plan.default_recipient(brief) == "Assistant"


def test_the_headline_says_what_is_known_and_no_more() -> None:
    brief = ui_script.read(ui_script.NOTES, ui_script.TODAY, Profile())
    assert plan.headline(brief) == "Band 6 nurse at St Brannoc's"
    assert plan.headline(brief.model_copy(update={"company": None})) == "Band 6 nurse"
    assert plan.headline(Brief()) == "Your follow-up"


def test_the_scene_names_who_and_when() -> None:
    brief = ui_script.read(ui_script.NOTES, ui_script.TODAY, Profile())
    assert plan.scene(brief, TODAY) == "With Folasade Akinwande and Gill Prosser, yesterday (Wednesday 11 February)."
    assert plan.scene(Brief(), TODAY) == ""


def test_a_long_panel_is_counted_not_listed() -> None:
    assert plan.listed(["A", "B", "C", "D", "E"]) == "A, B, C and 2 more"


def test_length_is_told_in_the_measure_of_the_channel() -> None:
    body = "Dear Gill,\n\nI loved the ward.\n\nKind regards,\nChidinma Eze-Rowley"
    assert plan.size(message(body=body), prompts.kind("thank-you")) == "4 words"
    assert plan.size(message(body="12345"), prompts.kind("linkedin")) == "5 of 200 characters"
