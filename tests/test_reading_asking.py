"""Questions in direct speech, and the seams between the notes' words and small words that came in."""

from __future__ import annotations

import pytest

from assistant.brief import Form
from assistant.reading.asking import indirect
from assistant.reading.seams import joined


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Where do you see yourself in five years?", "where I see myself in five years"),
        ("“how would you settle a child who cries”", "how I would settle a child who cries"),
        ("what did you do when the oven broke", "what I did when the oven broke"),
        ("What would you do if a guest shouts at you?", "what I would do if a guest shouts at me"),
        ("what would you do when you're late", "what I would do when I am late"),
        ("how many covers can you do", "how many covers I can do"),
        ("do u mind nights", "whether I mind nights"),
        ("Have you ever run a till on your own?", "whether I have ever run a till on my own"),
        ("Are you happy to travel", "whether I am happy to travel"),
    ],
)
def test_a_question_to_the_candidate_is_put_into_indirect_speech(question: str, said: str) -> None:
    assert indirect(question, asked_by_me=False) == said


def test_a_question_of_the_candidate_keeps_the_reader_as_you() -> None:
    assert indirect("how do you keep the yeast happy?", asked_by_me=True) == "how you keep the yeast happy"


@pytest.mark.parametrize(
    "words", ["why leave freelance", "the big ovens", "what happens at night", "how you are you with heights"]
)
def test_what_is_no_such_question_is_left_alone(words: str) -> None:
    assert indirect(words, asked_by_me=False) is None


@pytest.mark.parametrize(
    ("text", "form", "whole"),
    [
        ("how I would I'd handle late flour", "wh", "how I'd handle late flour"),
        ("I am I'm glad", "clause", "I'm glad"),
        ("email you a scan to", "inf", "email you a scan"),
        ("the a reading corner", "np", "a reading corner"),
        ("your their new kiln", "np", "your new kiln"),
        ("tasting six glasses with at the bar", "gerund", "tasting six glasses at the bar"),
        ("somebody to bring on", "np", "somebody to bring on"),
        ("I think I would", "clause", "I think I would"),
        ("what I worked with", "wh", "what I worked with"),
    ],
)
def test_small_words_stand_once_and_none_is_left_over(text: str, form: Form, whole: str) -> None:
    assert joined(text, form) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("teaching 30 minutes lesson on fractions", "teaching a 30-minute lesson on fractions"),
        ("my 2 hours trial", "my 2-hour trial"),
        ("a class of 8 years olds", "a class of 8-year-olds"),
        ("a piano which is 8 years old", "a piano which is 8 years old"),
        ("the 8 year old piano", "the 8-year-old piano"),
        ("running it for 2 years", "running it for 2 years"),
        ("a someone who can log core", "someone who can log core"),
    ],
)
def test_a_length_of_time_before_a_noun_is_hyphenated_and_somebody_has_no_article(text: str, whole: str) -> None:
    assert joined(text, "np") == whole


@pytest.mark.parametrize(
    ("text", "form", "whole"),
    [
        ("re confidentiality in a village", "np", "confidentiality in a village"),
        ("a door operator faults", "np", "door operator faults"),
        ("a bus in service", "np", "a bus in service"),
        ("email copy of my licence", "inf", "email a copy of my licence"),
        ("send you link to my talk", "inf", "send you a link to my talk"),
    ],
)
def test_articles_are_where_they_belong(text: str, form: Form, whole: str) -> None:
    assert joined(text, form) == whole
