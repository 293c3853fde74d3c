"""Texts as vectors: alike for what means alike, the same in every process, and open to any other embedder."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import types
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import ContentError, OptionError
from assistant.guide import concept_embedder, concepts, embedder
from assistant.guide.words import stem, stems, words

SAMPLE = [
    "They ghosted me",
    "There was a panel",
    "Send the portfolio by Friday",
    "I was rejected",
    "Short subject line",
]


@pytest.fixture(scope="module")
def embed() -> embedder.Embedder:
    return concept_embedder.shipped(SAMPLE)


def near(embed: embedder.Embedder, one: str, other: str) -> float:
    first, second = embed([one, other])
    return float(first @ second)


@pytest.mark.parametrize(
    ("one", "alike", "unlike"),
    [
        ("they ghosted me", "no reply at all", "the panel was large"),
        ("I was turned down", "they rejected me", "they showed me round"),
        ("several interviewers", "it was a panel", "an answering machine"),
        ("my resume", "my CV", "my voicemail"),
        ("what goes in the title line", "the subject of the mail", "the end of the call"),
    ],
)
def test_what_means_alike_lies_nearer_than_what_does_not(
    embed: embedder.Embedder, one: str, alike: str, unlike: str
) -> None:
    assert near(embed, one, alike) > near(embed, one, unlike) + 0.2


def test_a_misspelt_word_stays_near_to_itself(embed: embedder.Embedder) -> None:
    assert near(embed, "certificate", "certifcate") > near(embed, "certificate", "voicemail") + 0.02


def test_every_row_has_length_one(embed: embedder.Embedder) -> None:
    rows = embed(["They never answered", "x", "Nguyễn Thị Hà rang me", "?"])
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows[:3], axis=1) == pytest.approx(1.0, abs=1e-6)
    assert not rows[3].any()


def test_no_text_gives_no_rows(embed: embedder.Embedder) -> None:
    assert embed([]).shape[0] == 0


def test_another_process_with_another_hash_seed_gives_the_same_vectors(embed: embedder.Embedder) -> None:
    code = (
        "import hashlib; from assistant.guide import concept_embedder;"
        f"e = concept_embedder.shipped({SAMPLE!r});"
        "print(hashlib.sha256(e(['they ghosted me after the panel']).tobytes()).hexdigest())"
    )
    here = hashlib.sha256(embed(["they ghosted me after the panel"]).tobytes()).hexdigest()
    for seed in ("1", "2"):
        there = subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        assert there.stdout.strip() == here


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("replied", "reply"),
        ("stopped", "stop"),
        ("interviewing", "interviewed"),
        ("heard", "hear"),
        ("matches", "match"),
    ],
)
def test_inflected_forms_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_contractions_are_written_out_and_accents_dropped() -> None:
    assert words("I’ve sent the résumé") == ("i", "have", "sent", "the", "resume")
    assert stems("E-mails") == stems("email")


def test_a_phrase_names_its_concept_whatever_the_inflection() -> None:
    found = concepts.Concepts({"silence": ["no reply", "ghosted"]}).found(stems("No replies: they are ghosting me"))
    assert found == ["silence", "silence"]


def test_a_concept_that_is_no_list_is_named(tmp_path: Path) -> None:
    (tmp_path / "embedding").mkdir()
    (tmp_path / "embedding" / "concepts.toml").write_text('[concept]\nsilence = "ghosted"\n')
    with pytest.raises(ContentError, match="'silence' must be a list"):
        concepts.load(tmp_path)


def install(monkeypatch: pytest.MonkeyPatch, give: object) -> None:
    module = types.ModuleType("their_embedder")
    module.embed = give  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "their_embedder", module)


def lengths(texts: Sequence[str]) -> list[list[float]]:
    return [[float(len(text)), 1.0] for text in texts]


def test_another_embedder_is_named_by_module_and_callable(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, lengths)
    embed = embedder.load("their_embedder:embed")
    assert embed.label == "their_embedder:embed"
    assert np.linalg.norm(embed(["a", "bcd"]), axis=1) == pytest.approx(1.0)


@pytest.mark.parametrize("setting", ["no_such_module:embed", "json:no_such_name", "json", "json:__doc__", ":x"])
def test_an_embedder_that_is_not_there_is_one_clear_line(setting: str) -> None:
    with pytest.raises(OptionError, match="embedder") as caught:
        embedder.load(setting)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "rows", [[1.0, 2.0], [[1.0, 2.0]], [[1.0], [2.0], [3.0]], [[float("nan")], [1.0]], ["a", "b"], [[1.0], [1.0, 2.0]]]
)
def test_an_embedder_that_gives_something_else_is_one_clear_line(rows: object, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, lambda texts: rows)
    with pytest.raises(OptionError, match="embedder 'their_embedder:embed'"):
        embedder.load("their_embedder:embed")(["one", "two"])
