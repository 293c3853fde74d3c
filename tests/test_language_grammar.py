"""A fragment is known for what it is, and gets the small words that let it stand in a sentence."""

from __future__ import annotations

import pytest

from assistant.language import grammar
from assistant.language.tagging import inflect, tag, verb_lemma

ODD = [
    "",
    " ",
    "the",
    "?",
    "...",
    "🙂",
    "and",
    "of the",
    "I",
    "1",
    "£",
    "-",
    "(",
    "how",
    "what if",
    "\n",
    "x" * 3000,
    "عمل",
    "你好",
]


@pytest.mark.parametrize(
    ("bare", "whole"),
    [
        ("delay on bridge", "the delay on the bridge"),
        ("soil settlement at abutment", "soil settlement at the abutment"),
        ("old boiler in the annexe", "the old boiler in the annexe"),
        ("new scanner", "the new scanner"),
        ("difficult customer", "the difficult customer"),
        ("ward round with consultant", "the ward round with the consultant"),
        ("closing of mine", "closing of the mine"),
        ("lambing season", "the lambing season"),
    ],
)
def test_a_bare_singular_countable_noun_gets_its_article(bare: str, whole: str) -> None:
    assert grammar.with_article(bare) == whole


@pytest.mark.parametrize(
    "phrase",
    [
        "teamwork", "safeguarding", "furniture", "traffic", "timber", "luggage", "poetry", "evidence", "advice",
        "feedback from parents", "water quality", "Tamar", "NVQ", "Kubernetes", "GDPR", "Excel", "knives",
        "my tractor", "a lathe", "the rota and menu", "your new oven", "two pianos", "someone", "Marit's garden",
    ],
)  # fmt: skip
def test_mass_nouns_names_acronyms_plurals_and_what_is_determined_take_none(phrase: str) -> None:
    assert grammar.with_article(phrase) == phrase


def test_a_measure_before_a_noun_counts_as_one_word() -> None:
    assert grammar.with_article("3 day course") == "the 3-day course"


@pytest.mark.parametrize(
    ("noted", "written"),
    [
        ("two girl", "two girls"),
        ("2 child", "2 children"),
        ("four woman", "four women"),
        ("six villa", "six villas"),
        ("41 NCR", "41 NCRs"),
        ("seven ewe in the barn", "seven ewes in the barn"),
        ("12 bed", "12 beds"),
        ("the two main road", "the two main roads"),
    ],
)
def test_a_bare_singular_behind_a_number_becomes_a_plural(noted: str, written: str) -> None:
    assert grammar.with_plurals(noted) == written


@pytest.mark.parametrize(
    "text",
    [
        "1 horse",
        "one girl",
        "40 families",
        "300 sheep",
        "10 am",
        "5 PM",
        "2019 harvest",
        "five year experience",
        "8 tonne lorry",
    ],
)
def test_what_is_not_counted_stays_singular(text: str) -> None:
    assert grammar.with_plurals(text) == text


@pytest.mark.parametrize(
    ("question", "inside"),
    [
        ("how do I triage", "how I triage"),
        ("how would I handle a late delivery?", "how I would handle a late delivery"),
        ("why did I leave teaching", "why I left teaching"),
        ("do I drive", "whether I drive"),
        ("have I used Revit", "whether I have used Revit"),
        ("can I weld", "whether I can weld"),
        ("what if a horse bolts", "what to do if a horse bolts"),
        ("which saw do I prefer", "which saw I prefer"),
        ("how many sheep have I shorn", "how many sheep I have shorn"),
        ("when can I start", "when I can start"),
        ("how I'd prune a vine", "how I'd prune a vine"),
    ],
)
def test_a_question_takes_the_order_it_has_inside_a_sentence(question: str, inside: str) -> None:
    assert grammar.indirect(question) == inside


@pytest.mark.parametrize("text", ["", "how", "the new scanner", "I shear sheep", "did I finish"])
def test_what_cannot_stand_inside_a_sentence_as_a_question_is_refused(text: str) -> None:
    assert grammar.indirect(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "how I triage",
        "whether I drive",
        "what I would cook for forty",
        "how to tell a good loaf",
        "why I left teaching",
    ],
)
def test_a_whole_indirect_question_is_known(text: str) -> None:
    assert grammar.wh_is_whole(text)


@pytest.mark.parametrize("text", ["how", "why the", "what", "how I would", "where and", "what I want"])
def test_a_broken_off_question_is_not_whole(text: str) -> None:
    assert not grammar.wh_is_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "the new scanner",
        "3 dogs and a cat",
        "moving billing to Kafka",
        "closing the mine",
        "my glossary of rail terms",
        "a trip to Oban",
        "a dog that bites",
        "the four beds that open in April",
        "the way she runs",
    ],
)
def test_a_noun_phrase_is_known(text: str) -> None:
    assert grammar.is_noun_phrase(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the",
        "and the boat",
        "my answer about",
        "quickly",
        "I shear sheep",
        "how to prune vines",
        "closed 41 NCRs",
        "a boat and",
    ],
)
def test_what_is_no_noun_phrase_is_refused(text: str) -> None:
    assert not grammar.is_noun_phrase(text)


@pytest.mark.parametrize(
    "text", ["I shear sheep", "we moved the archive in a week", "the barn burned in May", "I've run the Leith shop"]
)
def test_a_clause_has_a_subject_and_a_finite_verb(text: str) -> None:
    assert grammar.is_clause(text)


@pytest.mark.parametrize("text", ["", "the barn", "let me know", "please reply", "I moved it to", "running the shop"])
def test_what_is_no_clause_is_refused(text: str) -> None:
    assert not grammar.is_clause(text)


@pytest.mark.parametrize("text", ["how I triage", "would I move", "what's next", "do you drive"])
def test_a_question_is_known_by_its_opening(text: str) -> None:
    assert grammar.is_question(text)


@pytest.mark.parametrize("text", ["the question of pay", "I asked", "", "howling wind"])
def test_a_statement_is_no_question(text: str) -> None:
    assert not grammar.is_question(text)


@pytest.mark.parametrize("odd", ODD)
def test_odd_text_is_answered_and_not_stumbled_over(odd: str) -> None:
    assert isinstance(grammar.with_article(odd), str)
    assert isinstance(grammar.with_plurals(odd), str)
    for known in (grammar.is_noun_phrase, grammar.is_clause, grammar.is_question, grammar.wh_is_whole):
        assert known(odd) in {True, False}
    assert grammar.indirect(odd) is None or grammar.indirect(odd)


@pytest.mark.parametrize("text", [*ODD, "we'd 40 hives – and O'Brien’s 3.5 t lorry (£90)", "naïve ṭabla player"])
def test_every_token_lies_where_it_says_in_the_text(text: str) -> None:
    tokens = tag(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("I shear sheep", "shear", "VBP"),
        ("how to lead", "lead", "VB"),
        ("the lead", "lead", "NN"),
        ("I would bake", "bake", "VB"),
        ("40 hives", "40", "CD"),
    ],
)
def test_a_word_is_tagged_by_the_word_before_it(text: str, word: str, expected: str) -> None:
    assert next(token.tag for token in tag(text) if token.text == word) == expected


def test_verbs_and_nouns_are_inflected() -> None:
    assert inflect("teach", "VBD") == "taught"
    assert inflect("move", "VBG") == "moving"
    assert inflect("child", "NNS") == "children"
    assert verb_lemma("taught") == "teach"
    assert verb_lemma("piano") is None
