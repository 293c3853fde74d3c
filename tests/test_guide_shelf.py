"""A shelf keeps one whole index: built once, switched in by a rename, replaced when damaged."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock, Timeout

from assistant.guide import Passage
from assistant.guide.embedder import Named
from assistant.guide.shelf import BusyError, DamagedError, Shelf, label

PASSAGES = (Passage("greet", "Use their name.", ("thank-you",)),)


def write(folder: Path) -> None:
    (folder / "data").write_text("whole")


def read(folder: Path) -> str:
    text = (folder / "data").read_text() if (folder / "data").is_file() else ""
    if text != "whole":
        raise DamagedError(text)
    return text


def folders(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir() if path.is_dir())


def test_an_index_is_built_once(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "new" / "place", "abc", 1)
    assert shelf.take(read, write) == ("whole", False)
    assert shelf.take(read, lambda folder: pytest.fail("built again")) == ("whole", False)


def test_a_damaged_index_is_replaced_and_removed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "abc", 1)
    shelf.take(read, write)
    before = folders(tmp_path)
    (tmp_path / before[0] / "data").write_text("torn")
    assert shelf.take(read, write) == ("whole", True)
    assert len(folders(tmp_path)) == 1
    assert folders(tmp_path) != before


def test_a_file_where_an_index_should_be_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "guide-abc-x").write_text("")
    assert Shelf(tmp_path, "abc", 1).take(read, write) == ("whole", True)
    assert not (tmp_path / "guide-abc-x").exists()


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        write(folder)
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        Shelf(tmp_path, "abc", 1).take(read, fail)
    assert folders(tmp_path) == []


def test_a_builder_that_was_killed_leaves_nothing_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "building-x").mkdir()
    (tmp_path / "building-x" / "data").write_text("ha")
    assert Shelf(tmp_path, "abc", 1).take(read, write) == ("whole", False)


def test_old_folders_are_swept_and_young_ones_left_to_their_readers(tmp_path: Path) -> None:
    for name in ("guide-old-1", "building-2", "guide-young-3"):
        (tmp_path / name).mkdir()
        write(tmp_path / name)
        if "young" not in name:
            for path in (tmp_path / name / "data", tmp_path / name):
                os.utime(path, (1, 1))
    Shelf(tmp_path, "abc", 1).take(read, write)
    assert [name for name in folders(tmp_path) if not name.startswith("guide-abc")] == ["guide-young-3"]


def test_another_builder_is_waited_for_no_longer_than_was_said(tmp_path: Path) -> None:
    with FileLock(tmp_path / "guide.lock"), pytest.raises(Timeout):
        Shelf(tmp_path, "abc", 0.05).take(read, write)


def test_an_index_in_other_hands_is_left_alone(tmp_path: Path) -> None:
    def busy(folder: Path) -> str:
        raise BusyError("locked")

    shelf = Shelf(tmp_path, "abc", 1)
    shelf.take(read, write)
    before = folders(tmp_path)
    with pytest.raises(BusyError):
        shelf.take(busy, write)
    assert folders(tmp_path) == before


def test_another_content_or_embedder_has_another_label() -> None:
    embed = Named("theirs:embed", lambda texts: np.ones((len(texts), 3)))
    changed = (Passage("greet", "Use their full name.", ("thank-you",)),)
    served = (Passage("greet", "Use their name.", ("linkedin",)),)
    turned = Named("theirs:embed", lambda texts: np.tile([1.0, 0.0, 0.0], (len(texts), 1)))
    named = Named("others:embed", lambda texts: np.ones((len(texts), 3)))
    labels = {
        label(PASSAGES, embed),
        label(changed, embed),
        label(served, embed),
        label(PASSAGES, turned),
        label(PASSAGES, named),
    }
    assert len(labels) == 5
    assert label(PASSAGES, embed) == label(PASSAGES, embed)
