"""Role: the job, as a person would write it."""

from __future__ import annotations

import pytest

from assistant.reading import role, segments


def read(notes: str) -> str | None:
    fact = role.find(notes, segments.split(notes))
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("notes", "value"),
    [
        (
            "Post: Conference interpreter, French booth (temporary agent)\nDate: 9 May",
            "Conference interpreter, French booth",
        ),
        ("Rosebank Lodge, deputy home manager - 2nd interview today", "Deputy home manager"),
        ("right notes from today, Tawhai Construction, site manager job, stage two", "Site manager"),
        ("and it's a no for the agronomist job, she was nice", "Agronomist"),
        ("Had my second interview for the data analyst position at Banco Altamira", "Data analyst"),
        ("receptionist interview at the surgery on Mill Lane", "Receptionist"),
        ("From: A\nSent: 2 May 2026\nSubject: RE: EA to CEO - feedback\n\nHi", "EA to CEO"),
        ("Role is community outreach worker. Asked about my worst day.", "Community outreach worker"),
        ("Head of Year 9 interview at the academy", "Head of Year 9"),
        ("yesterday interviw butcher aprentice at Cleaver & Son", "Butcher apprentice"),
    ],
)
def test_the_job_is_found_in_notes_of_many_shapes(notes: str, value: str) -> None:
    assert read(notes) == value


@pytest.mark.parametrize(
    ("shorthand", "written"),
    [
        ("sr backend dev", "Senior backend developer"),
        ("eng mgr", "Engineering manager"),
        ("staff eng", "Staff engineer"),
        ("asst coord", "Assistant coordinator"),
        ("band 6 resp ward", "Band 6 respiratory ward"),
        ("ml engineer", "ML engineer"),
        ("Senior Physio, neuro", "Senior Physiotherapist, neuro"),
    ],
)
def test_shorthand_is_spelled_out_and_nothing_is_added(shorthand: str, written: str) -> None:
    assert role.written(shorthand) == written


@pytest.mark.parametrize(
    "notes",
    [
        "bus depot thing this morning w Clive, assessment drive went ok",
        "Met Eilidh Rintoul, commercial director; chatted 50 mins",
        "My last job was as a driver. They liked me.",
    ],
)
def test_somebody_elses_title_and_a_past_job_are_not_the_role(notes: str) -> None:
    assert read(notes) is None
