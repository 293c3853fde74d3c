"""Word lists: every list that ships is sound, and a wrong one is named with its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import prompts
from assistant.errors import ContentError
from assistant.language import lists


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of word lists that stands in for the one that ships, with nothing remembered from another."""
    (tmp_path / "language").mkdir()
    monkeypatch.setattr(prompts, "folder", lambda: tmp_path)
    remembered = (lists._file, lists.entries, lists.words, lists.either, lists.pattern)
    for function in remembered:
        function.cache_clear()
    yield tmp_path / "language"
    for function in remembered:
        function.cache_clear()


def test_a_pattern_finds_whole_words_in_capitals_or_not(folder: Path) -> None:
    (folder / "boats.toml").write_text('kinds = ["cog", "sails?"]', encoding="utf-8")
    assert lists.pattern("boats", "kinds").findall("A COG, two sails, a cogwheel") == ["COG", "sails"]
    assert lists.words("boats", "kinds") == {"cog", "sails?"}


def test_a_list_may_stand_in_a_table(folder: Path) -> None:
    (folder / "boats.toml").write_text('[parts]\nwood = ["mast"]\n[parts.names]\nmast = "spar"', encoding="utf-8")
    assert lists.entries("boats", "parts.wood") == ("mast",)


@pytest.mark.parametrize("content", ["", "kinds = []", 'kinds = "cog"', "kinds = [1]", "kinds = [", '[kinds]\na = "b"'])
def test_a_list_that_is_none_is_named_with_its_file(folder: Path, content: str) -> None:
    (folder / "boats.toml").write_text(content, encoding="utf-8")
    with pytest.raises(ContentError, match=r"boats\.toml"):
        lists.entries("boats", "kinds")


def test_an_entry_that_is_no_pattern_is_named(folder: Path) -> None:
    (folder / "boats.toml").write_text('kinds = ["cog("]', encoding="utf-8")
    with pytest.raises(ContentError, match=r"'cog\('"):
        lists.pattern("boats", "kinds")


def test_a_file_that_is_missing_is_named(folder: Path) -> None:
    with pytest.raises(ContentError, match=r"ships\.toml"):
        lists.words("ships", "kinds")
