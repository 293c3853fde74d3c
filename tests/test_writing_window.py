"""When to send: windows of every kind, late or early, over weekends, and as instructions move them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from writing_samples import BREWERY, messages

from assistant import prompts
from assistant.brief import Brief, Fact, Instruction
from assistant.message import Window
from assistant.writing.window import window

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 6, day) for day in range(1, 6))
SATURDAY, SUNDAY = date(2026, 6, 6), date(2026, 6, 7)


def brief(interview: date | None = None, decision: date | None = None, **more: Any) -> Brief:
    return Brief(
        interview_date=Fact(id="interview", value=interview.isoformat()) if interview else None,
        decision_by=Fact(id="decision", value=decision.isoformat()) if decision else None,
        **more,
    )


def quiet_until(day: date, channel: Any = None) -> Instruction:
    return Instruction(kind="no-contact-before", text="not before then", not_before=day, channel=channel)


@pytest.mark.parametrize(
    ("interview", "today", "expected"),
    [
        (MONDAY, MONDAY, (MONDAY, TUESDAY)),
        (MONDAY, TUESDAY, (TUESDAY, TUESDAY)),
        (FRIDAY, SATURDAY, (SATURDAY, SATURDAY)),
        (MONDAY, FRIDAY, (FRIDAY, FRIDAY)),
        (FRIDAY, THURSDAY, (FRIDAY, SATURDAY)),
    ],
)
def test_a_thank_you_goes_within_a_day_and_today_when_it_is_late(
    interview: date, today: date, expected: tuple[date, date]
) -> None:
    assert window(prompts.kind("thank-you"), brief(interview), today) == expected


def test_a_thank_you_has_no_window_when_the_interview_day_is_unknown() -> None:
    assert window(prompts.kind("thank-you"), brief(), MONDAY) == (None, None)


def test_a_check_in_waits_one_working_day_after_the_stated_day() -> None:
    first, _ = window(prompts.kind("check-in"), brief(decision=WEDNESDAY), MONDAY)
    assert first == THURSDAY


def test_a_check_in_skips_the_weekend() -> None:
    first, last = window(prompts.kind("check-in"), brief(decision=FRIDAY), FRIDAY)
    assert first == date(2026, 6, 8)
    assert last is not None
    assert last.weekday() < 5


@pytest.mark.parametrize("today", [SATURDAY, SUNDAY])
def test_a_check_in_that_is_long_due_goes_on_the_next_working_day(today: date) -> None:
    found = window(prompts.kind("check-in"), brief(decision=date(2026, 5, 1)), today)
    assert found == (date(2026, 6, 8), date(2026, 6, 8))


def test_a_check_in_without_a_stated_day_waits_two_weeks_from_the_interview() -> None:
    first, last = window(prompts.kind("check-in"), brief(MONDAY), TUESDAY)
    assert first == date(2026, 6, 15)
    assert last is not None
    assert last > first


def test_two_weeks_that_end_on_a_weekend_end_on_the_monday_after() -> None:
    assert window(prompts.kind("check-in"), brief(SATURDAY), SUNDAY)[0] == date(2026, 6, 22)


def test_a_check_in_has_no_window_when_neither_day_is_known() -> None:
    assert window(prompts.kind("check-in"), brief(), MONDAY) == (None, None)


@pytest.mark.parametrize(
    ("today", "first"),
    [(MONDAY, TUESDAY), (TUESDAY, WEDNESDAY), (WEDNESDAY, WEDNESDAY), (THURSDAY, THURSDAY)],
)
def test_a_linkedin_note_follows_the_thank_you_by_a_day(today: date, first: date) -> None:
    found = window(prompts.kind("linkedin"), brief(MONDAY), today)
    assert found == (first, date(2026, 6, 8))


def test_a_rejection_is_answered_within_two_days_of_the_news() -> None:
    assert window(prompts.kind("rejection-reply"), brief(date(2026, 5, 1)), FRIDAY) == (FRIDAY, SUNDAY)


def test_a_day_that_the_employer_named_pushes_the_window() -> None:
    asked = brief(MONDAY, instructions=(quiet_until(FRIDAY),))
    assert window(prompts.kind("thank-you"), asked, MONDAY) == (FRIDAY, SATURDAY)


def test_a_named_day_on_a_weekend_pushes_a_check_in_to_monday() -> None:
    asked = brief(decision=MONDAY, instructions=(quiet_until(SATURDAY),))
    first, last = window(prompts.kind("check-in"), asked, MONDAY)
    assert first == date(2026, 6, 8)
    assert last is not None
    assert last >= first


def test_a_named_day_for_another_channel_pushes_nothing() -> None:
    asked = brief(MONDAY, instructions=(quiet_until(FRIDAY, "phone"),))
    assert window(prompts.kind("thank-you"), asked, MONDAY) == (MONDAY, TUESDAY)


def test_a_named_day_that_is_past_pushes_nothing() -> None:
    asked = brief(THURSDAY, instructions=(quiet_until(MONDAY),))
    assert window(prompts.kind("thank-you"), asked, THURSDAY) == (THURSDAY, FRIDAY)


@pytest.mark.parametrize("name", list(prompts.kinds()))
def test_no_window_lies_in_the_past_or_ends_before_it_begins(name: str) -> None:
    for interview in (MONDAY, FRIDAY, SUNDAY):
        for decision in (None, THURSDAY, SATURDAY):
            for today in (date(2026, 6, day) for day in range(1, 30)):
                first, last = window(prompts.kind(name), brief(interview, decision), today)
                assert first is not None
                assert last is not None
                assert today <= first <= last


def test_a_kind_that_counts_working_days_from_the_interview_is_served_too() -> None:
    rule = Window(anchor="interview", after_days=0, by_days=3, working=True)
    kind = prompts.kind("thank-you").model_copy(update={"window": rule})
    assert window(kind, brief(THURSDAY), THURSDAY) == (THURSDAY, date(2026, 6, 9))


def test_a_note_that_goes_later_does_not_say_yesterday() -> None:
    (note,) = messages(BREWERY, "linkedin", today=date(2026, 5, 13))
    assert note.send_after is not None
    assert ("yesterday" in note.body) == (note.send_after == date(2026, 5, 13))
