"""The rules of grammar find what is plainly wrong, and leave alone what careful people write."""

from __future__ import annotations

import json

import pytest
from eval_samples import mail

from eval.messages import load
from eval.scorers import grammar, harper, mutations, trust, wording

WRONG = [
    ("doubled-word", "Thank you for for the talk."),
    ("doubled-word", "Thank thank you for the talk."),
    ("article", "It was an long talk about the yard."),
    ("article", "You spoke of a hour in the yard."),
    ("small-start", "Thank you for the talk. it was good."),
    ("capital", "I was glad to hear that The yard opens in May."),
    ("capital", "You asked What I would do."),
    ("shorthand", "I was glad to talk w/ you today."),
    ("shorthand", "I can start asap if that helps."),
    ("unbalanced", "I was glad (as I said to hear of it."),
    ("spacing", "I was glad , and I said so."),
    ("unfinished", "I would be very glad to take on"),
    ("unfinished", "I look forward to hearing about the."),
    ("fragment", "An old kitchen in Antwerp and the other oven."),
    ("fragment", "It was good to hear that three contaminations a year."),
    ("agreement", "I is glad of the talk."),
    ("agreement", "You was kind to show me the yard."),
    ("agreement", "I will went to see the yard."),
    ("number", "I have a kitchens of my own."),
    ("no-subject", "You asked what do when it rains."),
    ("no-subject", "You asked how long wait."),
    ("cut-in", "It was good to hear about I showed the yard."),
    ("cut-in", "It was good to hear about the memorial service is in May."),
    ("cut-in", "You are looking for someone can drive."),
    ("cut-in", "As promised, I will you the plan by Friday."),
]
RIGHT = [
    "Thank you for seeing me on Monday about the role.",
    "You asked how I would run the yard, and I was glad of the question.",
    "An hour with an MRI scanner and a European team is a good hour.",
    "An 8 a.m. start suits me, and so does an 11 o'clock one.",
    '"Why urchins first?" has stayed with me.',
    "With my best wishes for the work ahead.",
    "I had had no idea that that was so.",
    "Dr. Obi asked what I do when it rains.",
    "I'd be glad to, if you'd hoped for May.",
    "The work with you is what I would like most.",
    "Is there anything else that you need?",
]


@pytest.mark.parametrize(("rule", "sentence"), WRONG)
def test_a_rule_finds_what_it_is_for(rule: str, sentence: str) -> None:
    assert rule in grammar.by_rule(grammar.flaws(mail(sentence).body))


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_careful_sentence_is_left_alone(sentence: str) -> None:
    assert grammar.flaws(mail(sentence).body) == ()


def test_a_flaw_says_its_rule_its_words_and_its_sentence() -> None:
    (flaw,) = grammar.flaws(mail("All is well. Thank you for for it.").body)
    assert str(flaw) == "doubled-word 'for for' in 'Thank you for for it.'"


def test_greeting_headings_and_signature_are_no_sentences() -> None:
    body = "Dear Dr. Obi,\n\nIntroduction\nHello Ada, it is Bo.\n\nKind regards,\nBo Ek\n07700 900123"
    assert wording.prose(body) == ["Hello Ada, it is Bo."]


def test_sentences_end_where_a_reader_stops() -> None:
    text = 'Dr. Obi spoke at 9 a.m. on "Why me?" and on pay. Then she left! "Well?" You asked.'
    first, *rest = wording.sentences(text)
    assert first == 'Dr. Obi spoke at 9 a.m. on "Why me?" and on pay.'
    assert rest == ["Then she left!", '"Well?"', "You asked."]


def test_every_slip_that_is_put_in_by_program_changes_a_message_of_each_kind() -> None:
    asked = "You asked how I would run a farm with you, and I am glad."
    body = f"Dear Ada,\n\n{asked} My thanks for the long talk in the yard.\n\nBo"
    slips = dict(mutations.slips(body))
    assert {"article", "shorthand", "small-start", "agreement", "no-subject", "spacing", "unfinished"} <= slips.keys()
    assert all(wrong != body for wrong in slips.values())


def test_most_of_the_slips_are_found_and_few_faithful_messages_are_disturbed() -> None:
    scores = [trust.scores(one) for one in load() if one.split == "dev"][:12]
    slips = [score[f"grammar {rule}"] for score in scores for rule in trust.SLIPS]
    assert sum(len(slip.missed) for slip in slips) < 0.2 * sum(slip.hits + len(slip.missed) for slip in slips)
    calm = [score["grammar calm"] for score in scores]
    assert sum(len(one.missed) for one in calm) <= 0.1 * sum(one.hits for one in calm)


def test_what_the_outside_checker_says_is_counted_message_by_message() -> None:
    found = harper.score(["Ada", "Joe"], [(), ("Agreement 'is'",)], "text")
    assert (found.hits, found.missed) == (1, ("Joe: Agreement 'is'",))


def test_the_outside_checker_is_asked_only_where_it_is_there() -> None:
    if not harper.available():
        pytest.skip("node or harper.js is not here: npm install --prefix eval/harper")
    assert harper.lint(["Dear Ada,\n\nIt were good to to meet you.\n\nBo", "Dear Ada,\n\nThank you.\n\nBo"])[1] == ()


def test_the_version_of_the_outside_checker_is_pinned() -> None:
    wanted = json.loads((harper.FOLDER / "package.json").read_text(encoding="utf-8"))["dependencies"]["harper.js"]
    assert wanted[0].isdigit()
