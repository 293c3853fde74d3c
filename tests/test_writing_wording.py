"""One fact becomes one way of saying it to one reader, with the right person as its subject, or nothing."""

from __future__ import annotations

import pytest

from assistant import prompts
from assistant.brief import Act, Fact, SaidBy
from assistant.writing.phrasing import fill, lookup
from assistant.writing.wording import achieves, answer_fragment, clause_of, gerund, noun_phrase, word

THANK_YOU = prompts.kinds()["thank-you"]


def fact(value: str, act: Act, by: SaidBy = "them", sure: float = 0.9) -> Fact:
    return Fact(id="topic-1", value=value, act=act, said_by=by, sure=sure)


@pytest.mark.parametrize(
    ("value", "act", "by", "said"),
    [
        ("how would you settle a foal", "asked", "them", "how I would settle a foal"),
        ("how I'd settle a foal", "asked", "them", "how I'd settle a foal"),
        ("slate prices", "asked", "them", "slate prices"),
        ("how you train apprentices", "asked", "me", "how you train apprentices"),
        ("the new folding machine", "asked", "me", "the new folding machine"),
        ("old stone oven", "showed", "them", "the old stone oven"),
        ("my sample book", "showed", "me", "my sample book"),
        ("my label designs", "liked", "them", "my label designs"),
        ("second loading bay", "wants", "them", "the second loading bay"),
        ("to open on Sundays", "wants", "them", "to open on Sundays"),
        ("deadlines for the elections", "discussed", "them", "deadlines for the elections"),
        ("they are opening a museum", "said", "them", "you are opening a museum"),
        ("their new tannery", "said", "them", "your new tannery"),
        ("I trained two bakers", "told", "me", "I trained two bakers"),
        ("seeing her kiln", "thank", "me", "seeing your kiln"),
    ],
)  # fmt: skip
def test_an_act_is_worded_from_the_right_side(value: str, act: Act, by: SaidBy, said: str) -> None:
    found = word(fact(value, act, by), employer=True)
    assert found is not None
    assert list(found.slots.values()) == [said]
    assert found.case.startswith(act)
    phrases = lookup(THANK_YOU, "recall", found.case, "plain")
    assert any(said in (fill(phrase, found.slots) or "") for phrase in phrases)
    assert found.facts == ("topic-1",)


@pytest.mark.parametrize(
    ("value", "act", "by"),
    [
        ("how she runs the ward", "said", "them"),
        ("frmlk and then with", "discussed", "them"),
        ("how", "asked", "them"),
        ("it was the one by the door", "told", "me"),
        ("", "asked", "them"),
        ("me", "wants", "them"),
        ("I felt rather tired by noon", "told", "me"),
    ],
)
def test_what_cannot_be_worded_well_is_not_worded(value: str, act: Act, by: SaidBy) -> None:
    assert word(fact(value, act, by), employer=True) is None


def test_what_the_reader_of_the_notes_was_not_sure_of_is_left_out() -> None:
    assert word(fact("slate prices", "asked", sure=0.3), employer=True) is None


def test_to_a_recruiter_the_employer_is_not_you() -> None:
    assert word(fact("they are opening a forest school", "said"), employer=False) is None


def test_the_more_specific_thing_weighs_more() -> None:
    plain, rich = (word(fact(text, "asked"), employer=True) for text in ("prices", "the oldest gate at Foxton"))
    assert plain is not None
    assert rich is not None
    assert rich.weight > plain.weight


@pytest.mark.parametrize(
    ("value", "clause"),
    [
        ("ran the book bus in Fife", "I ran the book bus in Fife"),
        ("I ran the book bus in Fife", "I ran the book bus in Fife"),
        ("that I ran the book bus in Fife", "I ran the book bus in Fife"),
        ("the book bus in Fife", None),
        ("went to the shop", None),
        ("I ran it: badly and late", None),
        ("", None),
    ],
)
def test_a_clause_of_mine_gets_its_subject_back(value: str, clause: str | None) -> None:
    assert clause_of(value, by_me=True) == clause


def test_a_noun_phrase_loses_its_afterthought_and_its_length_is_bounded() -> None:
    assert noun_phrase("the old press, which leaks") == "the old press"
    assert noun_phrase(" ".join(["the press and"] * 9 + ["the press"])) is None


@pytest.mark.parametrize(
    "clause", ["I closed 41 NCRs", "I've trained nine apprentices", "we rebuilt the kiln", "I also led the choir"]
)
def test_what_i_did_that_counts_is_an_achievement(clause: str) -> None:
    assert achieves(clause)


@pytest.mark.parametrize("clause", ["I felt happy there", "I would like tea", "they closed the mine", "I am", ""])
def test_a_feeling_or_a_wish_is_none(clause: str) -> None:
    assert not achieves(clause)


def test_a_deed_can_stand_as_a_gerund() -> None:
    assert gerund("I steamed the milk for forty people") == "steaming the milk for forty people"
    assert gerund("they steamed it") is None


def test_an_answer_in_the_notes_own_words_may_stand_behind_a_colon() -> None:
    answer = fact("Limitation dates first, then hearings", "told", "me")
    assert answer_fragment(answer) == "limitation dates first, then hearings"
    for unfit in ("he said no", "yes", "it depends on them", "the first and"):
        assert answer_fragment(fact(unfit, "told", "me")) is None


@pytest.mark.parametrize(
    "odd", ["", " ", "?", "they", "...", "😀", "x" * 2000, "the " * 200, "(", "I", "how how how", "£", "1"]
)
@pytest.mark.parametrize(
    "act", ["asked", "said", "told", "discussed", "liked", "wants", "event", "thank", "tell", "showed"]
)
def test_odd_values_are_refused_or_worded_and_never_stumbled_over(odd: str, act: Act) -> None:
    for by in ("me", "them"):
        found = word(Fact(id="t", value=odd, act=act, said_by=by), employer=True)  # type: ignore[arg-type]
        assert found is None or all(text.strip() for text in found.slots.values())
