"""Layout: notes of every shape become segments that know their form, speaker, owner and day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from assistant.reading.segments import Segment, split


def texts(notes: str, form: str) -> list[str]:
    return [segment.text for segment in split(notes) if segment.form == form]


def only(notes: str, fragment: str) -> Segment:
    found = [segment for segment in split(notes) if fragment in segment.text]
    assert len(found) == 1
    return found[0]


SHAPES = [
    "Nordlicht GmbH – pastry chef\n\n- met Ute (owner)\n  - asked abt croissants. I said 27 layers\n* trial fri",
    "Role: welder\nPanel: Mr Oduya, Ms Lind\nPay: don't ask",
    "[03/09/2026, 10:11:12] Noor: went well\n[03/09/2026, 10:12:00] Sam: 🎉🎉",
    "| Who | Title |\n|---|---|\n| Aino Virta | CEO |\n",
    "From: A B <a@b.example>\nSent: 2 May 2026\nTo: C\nSubject: Hi\n\nDear C,\nsee you.\nRegards,\nA B\n\nmine: ok",
    "okay so um I went in and they asked me about the boiler and I said I had done four of them and then he laughed "
    * 4,
    "\ufeffone line\r\nanother\u2028third\n\n\n\t- tabbed",
    "",
]


@pytest.mark.parametrize("notes", SHAPES)
def test_segments_stand_in_order_and_hold_exactly_the_words_of_the_notes(notes: str) -> None:
    segments = split(notes)
    assert all(notes[segment.start : segment.end] == segment.text for segment in segments)
    assert all(first.end <= second.start for first, second in pairwise(segments))


def test_a_bullet_gives_one_segment_per_sentence_without_its_marker() -> None:
    assert texts("- Rota is 4 on 4 off. They want nights too\n• parking", "bullet") == [
        "Rota is 4 on 4 off.",
        "They want nights too",
        "parking",
    ]


def test_an_abbreviation_or_an_initial_does_not_end_a_sentence() -> None:
    assert texts("Met Dr. K. Ramesh of St. Olave at 9.30 a.m. on site. Fine.", "prose") == [
        "Met Dr. K. Ramesh of St. Olave at 9.30 a.m. on site.",
        "Fine.",
    ]


def test_a_name_that_heads_a_line_owns_it() -> None:
    notes = "Panel today\n- Oyelaran – wound care\nMs Brandt: asked about rosters\n"
    assert only(notes, "wound care").owner == "Oyelaran"
    assert only(notes, "rosters").owner == "Ms Brandt"


def test_a_heading_with_a_name_owns_the_bullets_under_it() -> None:
    assert only("## Rosa Quispe - head of care\n- falls audit\n", "falls").owner == "Rosa Quispe"


def test_known_labels_are_labels_and_own_nothing() -> None:
    segment = only("Role: crane operator\nDate: 4 May", "crane")
    assert (segment.form, segment.label, segment.owner) == ("field", "Role", None)


def test_cells_of_a_table_carry_their_column_and_the_name_of_their_row() -> None:
    notes = "| Who | Job | Asked |\n|---|---|---|\n| Aino Virta | CTO | latency |\n"
    cell = only(notes, "latency")
    assert (cell.form, cell.label, cell.owner) == ("cell", "Asked", "Aino Virta")


def test_a_table_may_be_parted_by_semicolons() -> None:
    cell = only("Person;Title\nZeynep Kaya;site manager\n", "site manager")
    assert (cell.form, cell.label, cell.owner) == ("cell", "Title", "Zeynep Kaya")


def test_a_chat_export_gives_speaker_and_day() -> None:
    turn = only("[18/08/2026, 16:42:10] Efua: it went ok\n[19/08/2026, 08:00:00] Kojo: and?", "went ok")
    assert (turn.form, turn.speaker, turn.day) == ("turn", "Efua", date(2026, 8, 18))


def test_month_first_dates_are_read_so_only_when_they_must_be() -> None:
    assert only("1/13/26, 9:05 AM - Lou: done\n", "done").day == date(2026, 1, 13)
    assert only("12/3/26, 9:05 - Lou: done\n", "done").day == date(2026, 3, 12)


def test_a_transcript_is_told_from_notes_about_several_people() -> None:
    assert {s.speaker for s in split("Interviewer: Why us?\nMe: The river.\nInterviewer: Good.")} == {
        "Interviewer",
        "Me",
    }
    assert {s.speaker for s in split("Ines: asked about tides\nGeorge: asked about rope\n")} == {None}


def test_a_pasted_letter_speaks_with_its_sender_until_its_signature_ends() -> None:
    notes = (
        "From: Ola Berg <ola@berg.example>\nSent: Monday, 5 October 2026 09:00\nTo: Kim\nSubject: Next steps\n\n"
        "Hi Kim,\nWe liked your lesson.\n\nBest wishes,\nOla Berg\nHead of Music\n\nnb she was kind"
    )
    said = only(notes, "liked your lesson")
    assert (said.form, said.speaker, said.day) == ("quote", "Ola Berg", date(2026, 10, 5))
    assert only(notes, "Head of Music").label == "Signature"
    assert only(notes, "nb she was kind").speaker is None


def test_a_rule_ends_a_pasted_letter() -> None:
    notes = "From: A\nSent: 5 May 2026\nSubject: x\n\nplease wait\n*****\nmy own words"
    assert only(notes, "my own words").speaker is None


def test_legal_footers_and_omitted_media_are_boilerplate() -> None:
    notes = "[01/02/2026, 10:00] Ann: <Media omitted>\nThis email is confidential and intended only for you."
    assert {segment.form for segment in split(notes)} == {"boilerplate"}


def test_a_hard_wrapped_paragraph_is_read_as_sentences() -> None:
    notes = (
        "The panel wanted to know how I would bring the night shift and the\n"
        "day shift together after the merger, and I told them about the joint\n"
        "handover board we built last year. It went down well with all of them\n"
        "and nobody looked at the clock."
    )
    assert len(split(notes)) == 2


def test_speech_without_punctuation_is_cut_at_its_turns() -> None:
    notes = (
        "so I went in and sat down with the foreman and the clerk and they asked me about the crane "
        "ticket and I said I had it renewed in March then he said they start on the ninth "
        "um they also want someone for Sundays"
    )
    assert len(split(notes)) >= 3


def test_very_long_notes_are_read_in_reasonable_time() -> None:
    notes = "met Ada (lead) about pumps. she asked why, I said because. " * 3_000
    assert len(split(notes)) == 6_000
