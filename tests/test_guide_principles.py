"""The principles as content: every section, kind and rule is served, in words of our own."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest

from assistant import prompts
from assistant.checking.findings import principle_for
from assistant.message import Kind
from assistant.principle import Principle

CONTRACT_RULES = [
    "placeholder",
    "promise",
    "greeting",
    "wrong-name",
    "thanks",
    "specific",
    "interest",
    "close",
    "subject",
    "signature",
    "informal",
    "pushy",
    "length",
    "repetition",
    "copied-notes",
    "invented-name",
    "invented-number",
    "invented-date",
    "invented-claim",
    "wrong-company",
    "instruction",
    "argues",
    "over-limit",
    "self-negative",
    "private",
    "injection",
    "model-leak",
    "order",
    "timing",
]
PRINCIPLES = {principle.id: principle for principle in prompts.principles()}
KINDS = prompts.kinds()
RUN = 6
GUIDE_RUNS = frozenset((Path(__file__).parent / "data" / "guide-shingles.txt").read_text().split())


def runs(text: str) -> list[str]:
    """Every run of six words of a text."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return [" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def taken_from_guide(text: str) -> list[str]:
    return [run for run in runs(text) if hashlib.blake2b(run.encode(), digest_size=6).hexdigest() in GUIDE_RUNS]


def test_all_ten_sections_of_the_guide_are_covered() -> None:
    assert {principle.section for principle in PRINCIPLES.values()} == set(range(1, 11))


def test_each_file_holds_one_section() -> None:
    for path in sorted((prompts.folder() / "guide").glob("*.toml")):
        assert {entry["section"] for entry in prompts.read_toml(path)["principle"]} == {int(path.name[:2])}


def test_every_kind_is_served_by_more_principles_than_are_asked_for() -> None:
    served = Counter(kind for principle in PRINCIPLES.values() for kind in principle.kinds)
    assert set(served) == set(KINDS)
    assert min(served.values()) > 20


@pytest.mark.parametrize("rule", CONTRACT_RULES)
def test_every_rule_of_the_contract_has_a_principle_behind_it(rule: str) -> None:
    assert any(rule in principle.rules for principle in PRINCIPLES.values())


@pytest.mark.parametrize(
    ("rule", "kind", "principle"),
    [
        ("pushy", "check-in", "no-pressure"),
        ("argues", "rejection-reply", "never-argue"),
        ("timing", "check-in", "wait-for-their-date"),
        ("signature", "phone-script", "voicemail-number-twice"),
        ("order", "linkedin", "mail-comes-first"),
        ("private", "thank-you", "private-stays-private"),
    ],
)
def test_a_finding_cites_the_advice_it_enforces(rule: str, kind: str, principle: str) -> None:
    assert principle_for(rule, KINDS[kind]) == principle


@pytest.mark.parametrize("principle", PRINCIPLES.values(), ids=PRINCIPLES)
def test_a_principle_is_short_advice_with_three_to_eight_situations(principle: Principle) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", principle.id)
    assert 8 <= len(principle.text.split()) <= 50
    assert 3 <= len(principle.when) <= 8
    assert len(set(principle.when)) == len(principle.when)
    assert set(principle.rules) <= set(CONTRACT_RULES)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_essential_to_a_kind_serves_it(kind: Kind) -> None:
    assert 3 <= len(kind.essential) <= 5
    assert all(kind.id in PRINCIPLES[name].kinds for name in kind.essential)


def test_no_principle_shares_six_words_in_a_row_with_the_guide() -> None:
    for principle in PRINCIPLES.values():
        assert not [run for text in (principle.text, *principle.when) for run in taken_from_guide(text)]


def test_the_list_of_runs_recognises_the_guide() -> None:
    assert len(GUIDE_RUNS) > 900
    assert taken_from_guide("A thank-you note within 24 hours of your interview is ideal")
