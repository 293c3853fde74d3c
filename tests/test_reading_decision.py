from __future__ import annotations

from datetime import date

import pytest

from assistant.reading import decision
from assistant.reading.segments import split

INTERVIEW = date(2026, 2, 11)
TODAY = date(2026, 2, 12)


def decided(notes: str, today: date = TODAY, interview: date | None = INTERVIEW) -> str | None:
    fact = decision.find(notes, split(notes), today, interview)
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("notes", "day"),
    [
        ("2 more to see monday, will let everyone know by end of next week", "2026-02-20"),
        ("result in 5 working days by email", "2026-02-18"),
        ("they reckon they'll make the call by the end of the week after next", "2026-02-27"),
        ('Result: "you will be notified on or before 15 April"', "2026-04-15"),
        ("they expect to make up their minds by the 23rd", "2026-02-23"),
        ("Decision before Monday", "2026-02-13"),
        ("should hear back in three to four weeks", "2026-03-11"),
        ("She said a fortnight, then she'll call", "2026-02-25"),
        ("they decide mid March", "2026-03-15"),
        ("will hear early next week", "2026-02-17"),
        ("an answer by the middle of next week", "2026-02-18"),
        ("feedback in the first week of March", "2026-03-06"),
        ("Bescheid bis Do 5.3.", "2026-03-05"),
        ("they let me know by the end of the month", "2026-02-28"),
        ("he'll ring me Sunday", "2026-02-15"),
        ("Timeline: next week", "2026-02-20"),
        ("dijeron que la respuesta es antes del 24 de febrero", "2026-02-23"),
        ("ils rappellent d'ici le 5 mars", "2026-03-05"),
        ("kết quả trong 5 ngày làm việc", "2026-02-18"),
        ("resposta até sexta-feira", "2026-02-13"),
        ("She goes on leave 24 Feb, wants it settled before then", "2026-02-23"),
        ("We'll decide over the weekend and she will message me Monday", "2026-02-16"),
        ('"two weeks max" said Wyn', "2026-02-25"),
        ("says they'll phone nxt tues or weds", "2026-02-18"),
    ],
)
def test_the_last_day_of_the_stated_time_is_read(notes: str, day: str) -> None:
    assert decided(notes) == day


@pytest.mark.parametrize(
    "notes",
    [
        "she said she'll be in touch soon",
        "you'll hear in due course",
        "I said I'd send the scan by Friday",
        "they want someone to start on 2 March",
        "other firm gave me an offer, must answer Tues 17 Feb",
        "the new ward opens in April",
        "I closed 41 NCR in 2 months",
        "they do a stand-up every Tuesday",
        "2 more candidates to see on Monday",
    ],
)
def test_other_times_are_not_the_decision(notes: str) -> None:
    assert decided(notes) is None


def test_a_mail_counts_from_the_day_it_was_sent() -> None:
    header = "From: Gail\nSent: 16 February 2026 10:00\nTo: Me\nSubject: Role"
    notes = f"{header}\n\nWe'll come back to you by the end of next week."
    assert decided(notes, today=date(2026, 3, 2)) == "2026-02-27"


def test_without_an_interview_day_it_counts_from_today() -> None:
    assert decided("they decide tomorrow", interview=None) == "2026-02-13"


def test_the_evidence_is_the_words_of_the_timeframe_and_they_said_it() -> None:
    notes = "nice people. they'll let me know by end of next week"
    fact = decision.find(notes, split(notes), TODAY, INTERVIEW)
    assert fact is not None
    assert (fact.id, fact.said_by, fact.evidence[0].text) == ("decision", "them", "by end of next week")
