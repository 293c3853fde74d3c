"""What counts as the same name, role, company or stretch of notes."""

from __future__ import annotations

import pytest

from eval.matching import fold, overlaps, same_company, same_name, same_role, same_title


@pytest.mark.parametrize(
    ("gold", "read"),
    [
        ("Saito Kenji", "Mr Saito Kenji"),
        ("Saito Kenji", "Kenji Saito"),
        ("Nguyễn Quốc Bảo", "nguyen quoc bao"),
        ("Đặng Hoàng Phúc", "Dang Hoang Phuc"),
        ("Dr Wen-Hsin Chiu", "Wen-Hsin Chiu"),
        ("don Anselmo", "Anselmo"),
    ],
)
def test_names_are_the_same_but_for_order_accents_and_honorifics(gold: str, read: str) -> None:
    assert same_name(gold, read)


@pytest.mark.parametrize(("gold", "read"), [("Gill Prosser", "Gill"), ("Denise", "Denise Just"), ("Bex", "Becky")])
def test_part_of_a_name_is_not_the_name(gold: str, read: str) -> None:
    assert not same_name(gold, read)


@pytest.mark.parametrize(
    ("gold", "read"),
    [
        ("Band 6 nurse, respiratory ward", "Band 6 nurse (respiratory ward)"),
        ("Band 6 nurse, respiratory ward", "band 6 resp ward"),
        ("Site manager", "site manager job"),
        ("Agronomist, soy and sorghum zone", "agronomist"),
        ("EA to CEO", "EA to the CEO"),
        ("Backend engineer", "backend engineer (payments-adjacent but not payments)"),
        ("Chaplain (0.6)", "chaplian (0.6)"),
        ("Research coordinator / coordonnatrice de recherche", "Coordonnatrice de recherche"),
    ],
)
def test_a_careful_reader_takes_these_roles_for_the_same(gold: str, read: str) -> None:
    assert same_role(gold, read)


@pytest.mark.parametrize(
    ("gold", "read"),
    [("SRE", "Site Reliability Engineer"), ("Site manager", "manager"), ("Barista", "Barista trial at the lunch rush")],
)
def test_these_roles_are_not_the_same(gold: str, read: str) -> None:
    assert not same_role(gold, read)


@pytest.mark.parametrize(
    ("gold", "read"),
    [
        ("St Brannoc's", "st brannocs"),
        ("Hartnell Voss LLP", "Hartnell Voss"),
        ("European Inland Waterways Secretariat (EIWS)", "EIWS"),
        ("European Inland Waterways Secretariat (EIWS)", "European Inland Waterways Secretariat"),
        ("The Marula Court Hotel", "Marula Court Hotel"),
        ("St Cuthbert's, Lower Denby", "St Cuthbert's"),
    ],
)
def test_these_companies_are_the_same(gold: str, read: str) -> None:
    assert same_company(gold, read)


@pytest.mark.parametrize(("gold", "read"), [("Copperpot Coffee", "Copperpot"), ("Agbado Pay", "PayLark")])
def test_half_a_company_name_is_not_the_company(gold: str, read: str) -> None:
    assert not same_company(gold, read)


def test_titles_may_say_half_of_the_words() -> None:
    assert same_title("runs collections", "Runs the collections")
    assert same_title("HR", "hr")
    assert same_title("publisher", "publisher, the boss so to speak")
    assert not same_title("head of infrastructure", "payments squad")


def test_stretches_overlap_by_half_of_the_gold_words() -> None:
    assert overlaps("I would email a scan to folasade by fri", "said I would email a scan")
    assert not overlaps("I would email a scan to folasade by fri", "Folasade asked")


def test_folding_drops_case_accents_and_apostrophes() -> None:
    assert fold("  Ó Súilleabháin’s\n Đường ") == "o suilleabhains duong"
