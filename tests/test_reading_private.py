from __future__ import annotations

from pathlib import Path

import pytest

from assistant import prompts
from assistant.errors import ContentError
from assistant.reading import private
from assistant.reading.segments import split


def kept_back(notes: str) -> list[str]:
    return [fact.value for fact in private.find(notes, split(notes))]


@pytest.mark.parametrize(
    ("notes", "secret"),
    [
        ("flow, discharge before 11, their numbers are poor", "numbers are poor"),
        ("HR lady Denise was there", "HR lady"),
        ("ward manager, Denise (just wrote)", "just wrote"),
        ("never used Eurocode 7, told them honest", "never used Eurocode 7"),
        ("dredging permits (one figure lost)", "one figure lost"),
        ("steamed milk without it going weird", "without it going weird"),
        ("medical check next week for the thyroid thing", "thyroid"),
        ("£38.5k which is less than I get now", "38.5k"),
        ("salary? I said 45", "salary"),
        ("Pembury gave me verbal offer, must answer Tues", "Pembury"),
        ("my boss must not know", "must not know"),
        ("kestrel don't know I'm looking", "don't know I'm looking"),
        ("off with stress in the autumn", "stress"),
        ("my ex works in that building", "my ex"),
        ("blanked on the third question", "blanked"),
        ("they are restructuring, confidential", "restructuring"),
        ("asked if I have kids", "kids"),
        ("because the boss is in Raro", "Raro"),
        ("not sure about the commute", "commute"),
        ("I was sacked from the last place", "sacked"),
        ("wife can't move before January", "wife"),
        ("got the legislation date wrong, kicking myself", "kicking myself"),
        ("the curate is leaving", "leaving"),
        ("ils ne savent pas que je cherche", "ne savent pas"),
        ("el sueldo es bajo", "sueldo"),
        ("chưa từng làm kiểm toán", "chưa từng làm"),
    ],
)
def test_a_private_matter_is_kept_back(notes: str, secret: str) -> None:
    assert any(secret in value for value in kept_back(notes))


@pytest.mark.parametrize(
    ("notes", "secret", "usable"),
    [
        ("she wants four more beds in April, their numbers are poor", "numbers are poor", "four more beds"),
        (
            "the big thing is sequencing, they had the gib in before the roof was signed off, not to be mentioned",
            "gib",
            "sequencing",
        ),
        (
            "asked about TB, the last place went down with it, that's a sore one don't want it in writing",
            "went down with it",
            "asked about TB",
        ),
        ("we talked about the cold chain audit. I cried in the car after", "cried", "cold chain audit"),
        (
            "lost four nurses since Christmas, don't repeat that. wants nurse clinics for cats",
            "four nurses",
            "nurse clinics",
        ),
    ],
)
def test_the_topic_beside_it_stays_usable(notes: str, secret: str, usable: str) -> None:
    found = kept_back(notes)
    assert any(secret in value for value in found)
    assert not any(usable in value for value in found)


@pytest.mark.parametrize(
    "notes",
    [
        "she runs collections and asked about payment plans",
        "I told him about lookahead planning and the six week wall",
        "they open 40 new rooms in September and want to train six people",
        "Ngozi wants a person to own the Kubernetes upgrade",
        "we reclaimed £11,000 of Gift Aid last year",
        "relay, working with a pivot, preparation of technical meetings",
        "asked what I do when a passenger is rude",
        "health and safety walk round, working at height",
    ],
)
def test_what_was_spoken_about_is_not_private(notes: str) -> None:
    assert kept_back(notes) == []


def test_what_the_notes_shut_out_is_private_even_without_a_telling_word() -> None:
    assert kept_back("Mustn't say: escaped lemur") == ["escaped lemur"]
    assert "forklift ticket" in " ".join(kept_back("forklift ticket since March. not for the email"))


def test_a_section_of_private_things_is_private_as_a_whole() -> None:
    assert kept_back("Personal: exams in June") == ["exams in June"]


def test_ids_count_up_and_evidence_is_exact() -> None:
    notes = "nice. salary is low. my knee hurts\n"
    facts = private.find(notes, split(notes))
    assert [fact.id for fact in facts] == [f"private-{number}" for number in range(1, len(facts) + 1)]
    for fact in facts:
        span = fact.evidence[0]
        assert notes[span.start : span.end] == span.text == fact.value


def test_a_wrong_entry_in_the_word_list_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reading").mkdir()
    (tmp_path / "reading" / "private.toml").write_text('[[group]]\nname = "pay"\nreach = "page"\nwords = ["a"]\n')
    monkeypatch.setattr(prompts, "folder", lambda: tmp_path)
    private._groups.cache_clear()
    with pytest.raises(ContentError, match=r"private\.toml: group 'pay'.*'page'"):
        kept_back("a")
    private._groups.cache_clear()
