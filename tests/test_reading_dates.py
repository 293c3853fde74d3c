from __future__ import annotations

from datetime import date

import pytest

from assistant.reading import dates
from assistant.reading.segments import split

WEDNESDAY = date(2026, 2, 11)


def interview(notes: str, today: str) -> str | None:
    fact = dates.interview(notes, split(notes), date.fromisoformat(today))
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("by fri", "2026-02-13"),
        ("tonight", "2026-02-11"),
        ("before Monday", "2026-02-13"),
        ("before Monday noon", "2026-02-16"),
        ("end of the week", "2026-02-13"),
        ("tomorrow morning", "2026-02-12"),
        ("by the 20th", "2026-02-20"),
        ("within 5 working days", "2026-02-18"),
        ("in a fortnight", "2026-02-25"),
        ("next Friday", "2026-02-20"),
        ("a week on Monday", "2026-02-23"),
        ("two weeks Monday", "2026-03-02"),
        ("Thursday or Friday", "2026-02-13"),
        ("until 5.3.", "2026-03-05"),
        ("mid March", "2026-03-15"),
        ("end of February", "2026-02-28"),
        ("48 hours", "2026-02-13"),
        ("close of play Friday", "2026-02-13"),
        ("end of tomorrow", "2026-02-12"),
        ("w/c 16th March", "2026-03-20"),
        ("antes del lunes", "2026-02-13"),
        ("trước thứ Sáu", "2026-02-12"),
        ("bis Freitag", "2026-02-13"),
        ("avant vendredi", "2026-02-12"),
        ("até sexta-feira", "2026-02-13"),
    ],
)
def test_a_phrase_resolves_to_the_last_day_it_means(phrase: str, day: str) -> None:
    assert dates.resolve(phrase, WEDNESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "phrase", ["soon", "in touch", "in due course", "every Tuesday", "a few weeks", "", "24/7", "3 beds"]
)
def test_a_vague_phrase_resolves_to_nothing(phrase: str) -> None:
    assert dates.resolve(phrase, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("notes", "today", "day"),
    [
        ("interview yesterday at Orchard Dairy", "2026-05-08", "2026-05-07"),
        ("met the panel this morning", "2026-05-08", "2026-05-08"),
        ("Interviewed last thurs by Jo Park", "2026-02-11", "2026-02-05"),
        ("St Anne's, band 5, weds 11th feb 2pm", "2026-02-12", "2026-02-11"),
        ("notes from monday thirteenth july, met Al", "2026-07-13", "2026-07-13"),
        ("the interview was the twenty ninth of july, wednesday", "2026-08-14", "2026-07-29"),
        ("Thứ Năm 12/03/2026, 9h00, phỏng vấn", "2026-03-13", "2026-03-12"),
        ("client = Quay Ltd. Friday 9 Jan. met Mr Oh", "2026-01-16", "2026-01-09"),
        ("Date: 2026-04-03\nCompany: Arden", "2026-04-05", "2026-04-03"),
        ("Interview date: 03/04/2026\nwe met in Chicago", "2026-03-05", "2026-03-04"),
        ("Entrevista el jueves 5 de marzo con Marta", "2026-03-09", "2026-03-05"),
        ("Vorstellungsgespräch am Do 5.3. mit Frau Kern", "2026-03-09", "2026-03-05"),
        ("entretien mardi 3 février à 10h avec Mme Roy", "2026-02-04", "2026-02-03"),
        ("entrevista ontem com a Leonor", "2026-02-04", "2026-02-03"),
        ("interview on wednsday 2nd septmber w/ Ade", "2026-09-04", "2026-09-02"),
        ("first round 3 Feb w/ Ann. second round 11 Feb with Ann and Raj", "2026-02-20", "2026-02-11"),
        ("BEGIN:VEVENT\nSUMMARY:Interview\nDTSTART:20260129T110000\nEND:VEVENT", "2026-01-30", "2026-01-29"),
        ("just had my trial with Bex", "2025-12-05", "2025-12-05"),
        ("two days ago I met Priya for the analyst job", "2026-02-11", "2026-02-09"),
    ],
)
def test_the_day_of_the_interview_is_read(notes: str, today: str, day: str) -> None:
    assert interview(notes, today) == day


@pytest.mark.parametrize(
    ("notes", "today"),
    [
        ("Met Ana. I said I'd send the deck by Friday 6 Feb", "2026-02-10"),
        ("start date would be 2 Feb", "2026-02-10"),
        ("second interview on 20 February with the board", "2026-02-10"),
        ("asked about my time at Kerr's. nothing else", "2026-02-10"),
        ("theatre talks every Tuesday, she liked my idea", "2026-02-10"),
    ],
)
def test_other_dates_are_not_the_interview(notes: str, today: str) -> None:
    assert interview(notes, today) is None


def test_a_mail_names_the_day_relative_to_when_it_was_sent() -> None:
    header = "From: Noreen Casey\nSent: Thursday 5 November 2026 16:40\nTo: Me\nSubject: Producer"
    notes = f"{header}\n\nThanks for coming in yesterday."
    assert interview(notes, "2026-11-24") == "2026-11-04"


def test_the_evidence_is_the_words_of_the_notes() -> None:
    notes = "Panel on 12 March with Dr Osei"
    fact = dates.interview(notes, split(notes), date(2026, 3, 14))
    assert fact is not None
    span = fact.evidence[0]
    assert notes[span.start : span.end] == span.text == "12 March"
