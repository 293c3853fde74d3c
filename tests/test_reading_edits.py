"""A wording is made of the notes' own words; nothing else can come in but small words."""

from __future__ import annotations

import pytest

from assistant.reading.edits import DROP, EXPAND, SPELL, Edit, apply, words


def test_words_keep_what_joins_them_and_their_accents() -> None:
    assert [word.text for word in words("can't e-mail d/c before 24/7, Ògúnkọ̀yà+Ada/Bram")] == [
        "can't", "e-mail", "d/c", "before", "24/7", ",", "Ògúnkọ̀yà", "+", "Ada", "/", "Bram",
    ]  # fmt: skip


def test_words_are_kept_dropped_and_changed_in_their_ending() -> None:
    source = words("did close 41 NCR in 2 month")
    made = [Edit(op=DROP), Edit("I", "past"), Edit(), Edit(op="s"), Edit(), Edit(), Edit(op="s")]
    assert apply(source, made) == "I closed 41 NCRs in 2 months"


@pytest.mark.parametrize(
    ("text", "edit", "made"),
    [
        ("mgr", Edit("the", EXPAND), "the manager"),
        ("managment", Edit(op=SPELL), "management"),
        ("ada", Edit(case="title"), "Ada"),
        ("FLOW", Edit(case="lower"), "flow"),
        ("sea", Edit(op="=see"), "see"),
        ("Nov", Edit(op="=november"), "November"),
        ("Closing", Edit(op="past", case="lower"), "closed"),
    ],
)
def test_shorthand_slips_and_capitals_are_put_right(text: str, edit: Edit, made: str) -> None:
    assert apply(words(text), [edit]) == made


def test_marks_stand_where_they_stood_and_small_words_between() -> None:
    source = words("flow, discharges")
    assert apply(source, [Edit(), Edit(), Edit("and")]) == "flow, and discharges"
    assert apply(source, [Edit(), Edit(op=DROP), Edit("and")], append="too") == "flow and discharges too"


@pytest.mark.parametrize(
    ("word", "case", "made"),
    [
        ("isiZulu", "title", "isiZulu"),
        ("McCabe", "lower", "McCabe"),
        ("kiln", "title", "Kiln"),
        ("KILN", "lower", "kiln"),
    ],
)
def test_capitals_inside_a_word_are_how_it_is_written(word: str, case: str, made: str) -> None:
    assert apply(words(word), [Edit(case=case)]) == made
