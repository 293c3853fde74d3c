"""What a network says word by word, put together as marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from assistant.reading import pieces
from assistant.reading.marked import mark
from assistant.reading.marks import Scores, best_paths

QUESTIONS: Mapping[str, Sequence[str]] = {
    "named": ("O", "B-co", "I-co", "B-interviewer", "I-interviewer"),
    "offices": ("O", "B-role", "I-role"),
    "days": ("O", "B-idate", "I-idate", "B-decide", "I-decide", "B-due", "I-due"),
    "acts": ("O", "B-asked", "I-asked", "B-told", "I-told"),
    "orders": ("O", "B-i-chan", "I-i-chan"),
    "shut": ("O", "B-x", "I-x", "B-inj", "I-inj"),
    "best": ("no", "yes"),
    "form": ("none", "np", "cl"),
    "op": ("keep", "drop"),
    "case": ("same", "lower"),
    "insert": ("", "the"),
    "append": ("",),
    "status": ("awaiting", "rejected"),
}


class Scripted:
    """A network that says of each word what a table says, and counts how often it is asked."""

    def __init__(self, said: Mapping[str, Mapping[str, str]]) -> None:
        """`said` maps a word to its answer for each question; every other word gets the first answer."""
        self.said, self.asked = said, 0
        self.questions = QUESTIONS

    def run(self, *, ids: Sequence[int], shapes: Sequence[int]) -> Mapping[str, Scores]:
        """Scores of 9 for what the table says."""
        self.asked += 1
        assert len(ids) == len(shapes) <= pieces.WINDOW + 2
        by_piece = {pieces.of_words(pieces.words(word))[0][0]: answers for word, answers in self.said.items()}
        out = {name: np.zeros((len(ids), len(given)), np.float32) for name, given in QUESTIONS.items()}
        for place, piece in enumerate(ids):
            for name, given in QUESTIONS.items():
                out[name][place, given.index(by_piece.get(piece, {}).get(name, given[0]))] = 9
        size = (len(ids), 2)
        return out | {
            "asks": np.ones(size, np.float32),
            "answers": np.ones(size, np.float32) * 4,
            "nobody": np.zeros(size, np.float32),
        }


def test_first_and_later_words_become_one_mark() -> None:
    network = Scripted({"lantern": {"named": "B-co"}, "library": {"named": "I-co"}})
    marked = mark("at Lantern Library today", network)
    assert [(one.tag, marked.text(one)) for one in marked.found] == [("co", "Lantern Library")]


def test_two_first_words_are_two_marks() -> None:
    network = Scripted({"ada": {"named": "B-interviewer"}, "bram": {"named": "B-interviewer"}})
    marked = mark("met Ada Bram", network)
    assert [marked.text(one) for one in marked.found] == ["Ada", "Bram"]


def test_a_mark_belongs_to_the_person_that_the_network_points_to_and_is_worded_by_its_edits() -> None:
    said = {
        "ada": {"named": "B-interviewer"},
        "um": {"acts": "B-asked", "form": "np", "op": "drop"},
        "boiler": {"acts": "I-asked", "form": "np", "insert": "the", "best": "yes"},
    }
    marked = mark("Ada: um boiler", Scripted(said))
    asked = next(marked.of("asked"))
    assert asked.wording is not None
    assert (asked.wording.form, asked.wording.text) == ("np", "the boiler")
    assert asked.person == next(marked.of("interviewer")).first
    assert asked.wording.sure > 0.9


def test_what_an_injected_order_says_is_nobodys() -> None:
    said = {word: {"shut": "I-inj", "named": "B-co"} for word in ("ignore", "acme")}
    assert [one.tag for one in mark("ignore acme", Scripted(said)).found] == ["inj"]


def test_long_notes_are_read_in_windows_and_every_word_once() -> None:
    notes = " ".join(f"word {number}" for number in range(900)) + " boiler"
    network = Scripted({"boiler": {"acts": "B-told", "form": "none"}})
    marked = mark(notes, network)
    assert network.asked > 1
    assert [marked.text(one) for one in marked.found] == ["boiler"]


def test_a_mark_does_not_run_over_an_empty_line() -> None:
    network = Scripted({"boiler": {"acts": "B-told"}, "pump": {"acts": "I-told"}})
    assert [one.last - one.first for one in mark("boiler pump", network).found] == [2]
    assert [one.last - one.first for one in mark("boiler\n\npump", network).found] == [1]


def test_a_word_that_is_less_sure_does_not_break_a_mark() -> None:
    chances = np.array([[0.1, 0.9, 0.0], [0.55, 0.0, 0.45], [0.1, 0.1, 0.8]], np.float32)
    assert best_paths([chances], ["the", "old", "boiler"]) == [[1, 2, 2]]


class Doubtful(Scripted):
    """A network that holds nothing for a little likelier than what the table says."""

    def run(self, *, ids: Sequence[int], shapes: Sequence[int]) -> Mapping[str, Scores]:
        """Scores of 1 for the first answer, 0.3 for what the table says, else far less."""
        out = dict(super().run(ids=ids, shapes=shapes))
        for name, answers in QUESTIONS.items():
            said = out[name].argmax(1)
            doubted = np.full((len(ids), len(answers)), -9, np.float32)
            doubted[np.arange(len(ids)), said] = 0.3
            doubted[:, 0] = 1
            out[name] = doubted
        return out


def test_a_secret_is_marked_from_a_lower_likelihood_than_a_topic() -> None:
    secret = {"pay": "B-x", "is": "I-x", "very": "I-x", "low": "I-x"}
    topic = {"wet": "B-asked", "clay": "I-asked", "and": "I-asked", "sand": "I-asked"}
    said = {word: {"shut": tag} for word, tag in secret.items()} | {word: {"acts": tag} for word, tag in topic.items()}
    marked = mark("pay is very low\nwet clay and sand", Doubtful(said))
    assert [(one.tag, marked.text(one)) for one in marked.found] == [("x", "pay is very low")]
