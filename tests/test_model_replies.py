"""A model's JSON is found where it stands, and nothing that is cut off passes for whole."""

from __future__ import annotations

import json

import pytest

from assistant.errors import ReplyError
from assistant.model import replies, shapes

WHOLE = {"subject": "s", "sentences": [{"move": "recall", "text": 'A {brace} and a "quote".'}]}
TEXT = json.dumps(WHOLE)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"\ufeff  {TEXT}\n\n",
        f"```json\n{TEXT}\n```",
        f"```\n{TEXT}\n```\nAnything else?",
        f"Sure! Here is the message you asked for:\n\n{TEXT}\n\nLet me know.",
        f"I thought of {{this}} first, then:\n{TEXT}",
        f'<think>```json\n{{"sentences": []}}\n```</think>{TEXT}',
        f"<THINKING>a < b</THINKING>\n{TEXT}",
        json.dumps(WHOLE, indent=4),
        TEXT[:-1] + ', "subject": "s"}',
    ],
)
def test_the_object_is_found_bare_fenced_or_behind_a_preamble(text: str) -> None:
    assert replies.read(text, ("sentences",)) == WHOLE


@pytest.mark.parametrize("wrapped", [TEXT, f"```json\n{TEXT}\n```", f"Here:\n{TEXT}"])
def test_a_text_that_ends_at_any_byte_before_its_end_is_refused(wrapped: str) -> None:
    end = wrapped.rindex("}")
    for cut in range(end + 1):
        with pytest.raises(ReplyError):
            replies.read(wrapped[:cut], ("sentences",))


def test_an_inner_object_does_not_pass_for_the_answer() -> None:
    with pytest.raises(ReplyError, match="not the JSON"):
        replies.read('{"subject": "s", "sentences": [{"move": "recall", "text": "Thank you."}', ("sentences",))


def test_a_key_that_stands_twice_with_two_values_is_refused() -> None:
    with pytest.raises(ReplyError, match="'sentences' twice"):
        replies.read('{"sentences": [], "sentences": [1]}', ("sentences",))


def test_an_answer_says_which_field_has_the_wrong_shape() -> None:
    with pytest.raises(ReplyError, match=r"wrong shape: sentences\.0\.text"):
        shapes.understand({"sentences": [{"move": "recall", "text": ["a"]}], "subject": ""}, shapes.Writing)


def test_what_is_forgiven_harms_nothing() -> None:
    data = {
        "subject": None,
        "mood": 1,
        "sentences": {"text": " A\u0000 b\ud800. ", "facts": "topic-1", "principles": None},
    }
    answer = shapes.understand(data | {"sentences": [data["sentences"] | {"move": "recall"}]}, shapes.Writing)
    (said,) = answer.sentences
    assert (answer.subject, said.text, said.facts, said.principles) == ("", "A b.", ("topic-1",), ())


def test_one_odd_fact_does_not_cost_the_others() -> None:
    good = {"sort": "topic", "value": "a van", "quote": "a van"}
    answer = shapes.understand(
        {"facts": [good, {"sort": "rumour", "value": "x", "quote": "x"}], "people": []}, shapes.Reading
    )
    assert [fact.value for fact in answer.facts] == ["a van"]


@pytest.mark.parametrize("shape", [shapes.Reading, shapes.Writing, shapes.Revision, shapes.Opinion])
def test_every_schema_is_as_strict_endpoints_want_it(shape: type[shapes.Shape]) -> None:
    def walk(part: dict[str, object], depth: int) -> None:
        assert depth <= 5
        assert set(part) <= {"type", "enum", "description", "properties", "required", "additionalProperties", "items"}
        if part.get("type") == "object":
            properties = part["properties"]
            assert isinstance(properties, dict)
            assert part["required"] == list(properties)
            assert part["additionalProperties"] is False
            for inner in properties.values():
                walk(inner, depth + 1)
        if "items" in part:
            walk(part["items"], depth + 1)  # type: ignore[arg-type]

    walk(dict(shapes.schema(shape)), 1)
