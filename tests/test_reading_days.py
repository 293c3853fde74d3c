"""Days that the notes name, resolved against the day of reading or of a stamp."""

from __future__ import annotations

from datetime import date

import pytest
from marked_notes import read

from assistant.reading import days, stamps

THURSDAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("yesterday", "2026-03-11"), ("ystrday", "2026-03-11"), ("weds 11th march", "2026-03-11"), ("Tue", "2026-03-10"),
        ("today", "2026-03-12"), ("this morning", "2026-03-12"), ("gestern", "2026-03-11"), ("ayer", "2026-03-11"),
        ("3 days ago", "2026-03-09"), ("Day before yesterday", "2026-03-10"), ("27-02", "2026-02-27"), ("27/2 Fri", "2026-02-27"),
        ("Thu 5 March", "2026-03-05"), ("thứ 2", "2026-03-09"), ("fri just gone", "2026-03-06"), ("the 4th", "2026-03-04"),
    ],
)  # fmt: skip
def test_days_that_are_past(words: str, day: str) -> None:
    assert days.past(words, THURSDAY, None, american=False) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by fri", "2026-03-13"), ("end of next week", "2026-03-20"), ("within 5 working days", "2026-03-19"),
        ("before Monday", "2026-03-13"), ("before the board meets on the 24th", "2026-03-23"), ("on or before 15 April", "2026-04-15"),
        ("in two weeks", "2026-03-26"), ("by the 20th", "2026-03-20"), ("before rehearsals start, the 16th", "2026-03-13"),
    ],
)  # fmt: skip
def test_days_that_are_to_come(words: str, day: str) -> None:
    assert days.ahead(words, THURSDAY) == date.fromisoformat(day)


def test_vague_words_mean_no_day() -> None:
    assert days.ahead("soon", THURSDAY) is None
    assert days.past("a while back", THURSDAY, None, american=False) is None


def test_words_under_a_stamp_are_counted_from_its_day() -> None:
    notes = "[18/08/2026, 16:42:10] Ike: done\nSent: Monday, 12 January 2026 10:05\nhello"
    found = stamps.find(notes, date(2026, 8, 27))
    assert found.day(notes.index("Ike")) == date(2026, 8, 18)
    assert found.day(notes.index("hello")) == date(2026, 1, 12)
    assert found.day(0) == date(2026, 8, 18)


def test_the_latest_interview_counts_and_the_last_word_on_when_they_decide() -> None:
    brief = read(
        "1st round <idate>2 March</idate>, 2nd <idate>yesterday</idate>. <decide>by friday</decide>, no: <decide>by the 20th</decide>"
    )
    assert brief.interview_date is not None
    assert brief.decision_by is not None
    assert (brief.interview_date.value, brief.decision_by.value) == ("2026-03-11", "2026-03-20")


def test_a_stated_time_that_is_past_means_silence() -> None:
    assert read("<idate>2 Feb</idate>, <decide>within a week</decide>").status == "silent"
    assert read("<idate>yesterday</idate>, <decide>within a week</decide>").status == "awaiting"
    assert read("<idate>2 Feb</idate>, <decide>within a week</decide>", status="rejected").status == "rejected"


def test_long_after_an_interview_without_a_stated_time_nothing_heard_is_silence() -> None:
    assert read("<idate>26 Feb</idate>").status == "silent"
    assert read("<idate>2 March</idate>").status == "awaiting"
    assert read("no day at all").status == "awaiting"


@pytest.mark.parametrize(
    "words",
    [
        "I must <decide>answer by friday</decide>",
        "I've till <decide>Friday</decide> to sign",
        "to do <decide>by friday</decide>: ring",
    ],
)
def test_a_day_set_for_the_candidate_is_no_decision_day(words: str) -> None:
    assert read(f"<idate>yesterday</idate>. {words}").decision_by is None


def test_a_decision_comes_after_the_interview() -> None:
    assert read("<idate>yesterday</idate>, a wednesday, <decide>11 March</decide>").decision_by is None
    tonight = read("<idate>today</idate>, <decide>they ring tonight</decide>").decision_by
    assert tonight is not None
    assert tonight.value == "2026-03-12"


def test_the_day_of_an_answer_is_not_taken_from_the_next_sentence() -> None:
    decided = read(
        "<idate>yesterday</idate>. <decide>will know sunday</decide>. there is a fair on 20 march"
    ).decision_by
    assert decided is not None
    assert decided.value == "2026-03-15"


def test_a_date_without_a_year_that_has_just_passed_is_this_years() -> None:
    decided = read("<idate>Fri 27 Feb</idate>. <decide>outcome by 3 March</decide>").decision_by
    assert decided is not None
    assert decided.value == "2026-03-03"


def test_a_full_date_of_the_interview_goes_before_a_bare_weekday() -> None:
    day = read("thanks for coming <idate>on Friday</idate>\ninterview was <idate>Thu 26 Feb</idate>").interview_date
    assert day is not None
    assert day.value == "2026-02-26"


def test_the_day_of_writing_is_no_decision_day() -> None:
    decided = read(
        "<idate>yesterday</idate>, <decide>will know by tues 17 march</decide>\n<decide>today is thurs 12 march</decide>"
    ).decision_by
    assert decided is not None
    assert decided.value == "2026-03-17"


@pytest.mark.parametrize(
    "words", ["training starts on the 20th of march", "second round, case study, week of 20 march"]
)
def test_a_day_of_something_else_is_no_decision_day(words: str) -> None:
    assert read(f"<idate>yesterday</idate>\n<decide>{words}</decide>").decision_by is None


def test_a_day_that_is_not_to_be_mentioned_is_no_decision_day() -> None:
    kept = read(
        "<idate>yesterday</idate>. They answer by post. the other firm asks <decide>by the 20th</decide> but don't mention"
    )
    assert kept.decision_by is None
