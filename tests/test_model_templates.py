"""What a model reads: each prompt declares its inputs, its label is its content, and its rendering has a golden file."""

from __future__ import annotations

import re

import golden
import pytest
from model_samples import SITUATION, changed, said, write, writer
from model_server import GOOD

from assistant import prompts, testing
from assistant.errors import ContentError
from assistant.message import Style
from assistant.model.judge import ModelJudge
from assistant.model.ladder import Ladder
from assistant.model.notices import Notices
from assistant.model.reader import request
from assistant.model.templates import NAMES, parse, template, words
from assistant.model.veil import veil
from assistant.model.writer import ModelWriter
from assistant.testing import ScriptedWire

HEAD = '+++\ninputs = ["who"]\n+++\n'


def none(name: str) -> str:
    raise AssertionError(name)


def shown(wire: ScriptedWire, number: int) -> str:
    call = wire.calls[number]
    return f"{call.system}\n\n=== user ===\n\n{call.user}"


@pytest.mark.parametrize("name", NAMES)
def test_every_prompt_loads_and_carries_the_hash_of_its_content(name: str) -> None:
    found = template(name)
    assert re.fullmatch(rf"{name}@[0-9a-f]{{8}}", found.label)
    assert found.used == found.inputs


def test_a_changed_word_changes_the_label_even_in_what_is_included() -> None:
    text = '+++\ninputs = []\ninclude = ["rules"]\n+++\n# system\n{rules}\n# step\nGo.\n'
    labels = {parse(text, "x", lambda name, word=word: word).label for word in ("kind", "kinder")}
    labels.add(parse(text.replace("Go", "Stop"), "x", lambda name: "kind").label)
    assert len(labels) == 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"{HEAD}# system\nHello.\n# step\nGo.\n", "differ in who"),
        (f"{HEAD}# system\nHello {{who}} {{what}}.\n# step\nGo.\n", "differ in what"),
        (f'{HEAD}# system\nHello {{who}}: {{"a": 1}}\n# step\nGo.\n', "double a brace"),
        (HEAD + "# system\nHello {who.\n# step\nGo.\n", "double a brace"),
        ("# system\nHello.\n", "inputs between"),
        (f"{HEAD}Hello {{who}}.\n", "# system and # step"),
    ],
)
def test_a_prompt_that_does_not_hold_together_is_refused(text: str, says: str) -> None:
    with pytest.raises(ContentError, match=says):
        parse(text, "x", none)


def test_values_and_inputs_must_be_the_same() -> None:
    found = parse(f"{HEAD}# system\nHello {{who}}.\n# step\nGo.\n", "x", none)
    assert found.fill({"who": "{nobody} {0}"}) == ("Hello {nobody} {0}.", "Go.")
    for values in ({}, {"who": "a", "what": "b"}):
        with pytest.raises(ContentError, match="differ in"):
            found.fill(values)


def test_every_kind_has_words_for_its_moves() -> None:
    for kind in prompts.kinds().values():
        assert kind.id in words("kinds")
        assert {spec.move for spec in kind.moves} - {"greeting", "sign-off"} <= set(words("moves"))


@pytest.mark.parametrize("name", ["thank-you", "check-in", "phone-script", "linkedin", "rejection-reply"])
def test_what_a_model_is_told_to_write_is_what_the_file_shows(name: str) -> None:
    wire = ScriptedWire([GOOD], repeats=True)
    write(writer(wire), name)
    golden.same(f"model/write-{name}.txt", shown(wire, 0))


def test_what_a_model_is_told_for_a_panel_with_wishes_is_what_the_file_shows() -> None:
    wire = ScriptedWire([GOOD], repeats=True)
    style = Style(tone="formal", length="short", wishes=("mention the garden",), locked=("I would like the job.",))
    write(writer(wire), to=None, variants=2, style=style)
    first = next(call for call in wire.calls if "To: Marit" in call.user and "Lead with topic-2" in call.user)
    golden.same("model/write-panel.txt", first.user)


def test_what_a_model_is_told_to_read_is_what_the_file_shows() -> None:
    brief = testing.brief()
    cover = veil(testing.NOTES, brief, testing.PROFILE, private=False)
    asked = request(testing.NOTES, testing.TODAY, testing.PROFILE, brief, cover)
    golden.same("model/read.txt", f"{asked.system}\n\n=== user ===\n\n{asked.user}")


def test_what_a_model_is_told_to_repair_is_what_the_file_shows() -> None:
    bad = said(*[one["text"] for one in GOOD["sentences"][:3]], "I managed 900 librarians at Globex.")
    wire = ScriptedWire([bad, changed((4, ""))])
    write(writer(wire))
    golden.same("model/repair.txt", shown(wire, 1))


def test_what_a_model_is_told_to_rewrite_is_what_the_file_shows() -> None:
    wire = ScriptedWire([GOOD, changed((2, "You asked about story time for 40 families."))])
    by = writer(wire)
    (message,) = write(by)
    style = Style(wishes=("shorter",), locked=(GOOD["sentences"][2]["text"],))
    by.rewrite(message, testing.brief(), prompts.kind("thank-you"), prompts.principles()[:3], style, SITUATION)
    golden.same("model/rewrite.txt", shown(wire, 1))


def test_what_a_model_is_told_to_judge_is_what_the_file_shows() -> None:
    wire = ScriptedWire([{"send": True, "faults": []}])
    judge = ModelJudge(Ladder(wire), 5.0, private=False, notices=Notices())
    judge.opinion(testing.message(), testing.brief(), prompts.kind("thank-you"), SITUATION)
    golden.same("model/judge.txt", shown(wire, 0))


def test_the_word_in_the_markers_is_another_each_time() -> None:
    wire = ScriptedWire([GOOD], repeats=True)
    by = writer(wire)
    for _ in range(2):
        write(by)
    first, second = (re.search(r"<facts-([0-9a-f]{12})>", call.user) for call in wire.calls)
    assert first
    assert second
    assert first[1] != second[1]
    assert isinstance(by, ModelWriter)
