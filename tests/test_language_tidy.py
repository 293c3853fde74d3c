"""Fragments of notes become plain written words; what cannot be spelt out is left, and never guessed at."""

from __future__ import annotations

import pytest

from assistant.language.tidy import Tidier, corrected, unclear

PLAIN = Tidier("notes of an interview")


@pytest.mark.parametrize(
    ("noted", "written"),
    [
        ("abt moving billing to kafka", "about moving billing to Kafka"),
        ("wk 3 of the prog", "week 3 of the prog"),
        ("mtg w/ parents", "meeting with parents"),
        ("how wd I deal w/ it", "how would I deal with it"),
        ("bc of the rain", "because of the rain"),
        ("qs from 3 kids", "questions from 3 kids"),
        ("grapes & hops + cider", "grapes and hops and cider"),
    ],
)
def test_shorthand_is_spelt_out(noted: str, written: str) -> None:
    assert PLAIN.tidy(noted) == written


@pytest.mark.parametrize(
    ("noted", "written"),
    [
        ("how id handle late deliveries", "how I'd handle late deliveries"),
        ("i'm the youngest", "I'm the youngest"),
        ("what i would bake", "what I would bake"),
        ("I dont mind nights", "I don't mind nights"),
        ("cant lift", "can't lift"),
    ],
)
def test_apostrophes_and_the_capital_of_i_are_put_back(noted: str, written: str) -> None:
    assert PLAIN.tidy(noted) == written


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kitchn", "kitchen"),
        ("managment", "management"),
        ("recieving", "receiving"),
        ("custmers", "customers"),
        ("accomodation", "accommodation"),
    ],
)
def test_an_obvious_typo_is_put_right(typed: str, meant: str) -> None:
    assert corrected(typed) == meant
    assert PLAIN.tidy(f"the {typed} plan") == f"the {meant} plan"


@pytest.mark.parametrize("word", ["Oyelaran", "kubectl", "brioche", "ewe", "qwzx", "naïve", "loom"])
def test_a_word_that_may_be_right_is_left_as_typed(word: str) -> None:
    assert corrected(word) == word


def test_shorthand_of_a_trade_is_spelt_out_only_in_that_trade() -> None:
    ward = Tidier("interview for staff nurse on the renal ward")
    assert ward.tidy("pt handover") == "patient handover"
    assert "patient" not in Tidier("interview at a garden centre for a planter").tidy("pt handover")


@pytest.mark.parametrize(
    "noted", ["* the loom room", "– the loom room,", "“the loom room”", "→ the loom room", "the loom room (upstairs)"]
)
def test_bullets_marks_and_asides_are_taken_off(noted: str) -> None:
    assert PLAIN.tidy(noted) == "the loom room"


def test_marks_stand_close_and_a_space_follows() -> None:
    assert PLAIN.tidy("teh deliveries ,and stock") == "the deliveries, and stock"


def test_emoji_and_exclamations_do_not_reach_the_words() -> None:
    assert PLAIN.tidy("the cello repair lol 😀🎻") == "the cello repair"


def test_a_capital_that_stood_only_for_the_start_goes_and_that_of_a_name_stays() -> None:
    tidier = Tidier("Tamsin runs the bakery", ("Tamsin Roe",))
    assert tidier.tidy("Ordering flour for winter") == "ordering flour for winter"
    assert tidier.tidy("Tamsin and the ovens") == "Tamsin and the ovens"


def test_acronyms_of_the_notes_keep_their_capitals_and_shouted_words_lose_them() -> None:
    tidier = Tidier("we went through HACCP twice")
    assert tidier.tidy("the haccp file") == "the HACCP file"
    assert PLAIN.tidy("the NEW freezer") == "the new freezer"


def test_names_are_never_corrected_to_words() -> None:
    tidier = Tidier("Siobhan and Wambui", ("Siobhan Ní Dhuibhir", "Wambui Karanja"))
    assert tidier.tidy("what Wambui asked Siobhan") == "what Wambui asked Siobhan"


@pytest.mark.parametrize(
    ("text", "words"), [("how I prune apple trees", []), ("the rota", []), ("xqz flurb", ["xqz", "flurb"]), ("", [])]
)
def test_words_that_a_reader_may_not_know_are_named(text: str, words: list[str]) -> None:
    assert unclear(text) == words


@pytest.mark.parametrize(
    "odd", ["", " ", "...", "😀", "((((", "—", "w/", "/", "\n\t", "a" * 5000, "\u202e\u0000", "'''", "&&&"]
)
def test_odd_fragments_do_no_harm(odd: str) -> None:
    assert isinstance(PLAIN.tidy(odd), str)
    assert isinstance(unclear(odd), list)


@pytest.mark.parametrize(
    "noted", ["the new kiln", "how I'd handle late deliveries", "two girls from Leith", "about 40 hives"]
)
def test_what_is_tidy_stays_as_it_is(noted: str) -> None:
    assert PLAIN.tidy(noted) == noted
