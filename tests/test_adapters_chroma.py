"""The guide in Chroma on disk: it agrees with memory, rebuilds, and never stops the program."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from assistant import prompts
from assistant.adapters import chroma
from assistant.errors import OptionError
from assistant.guide import MemoryIndex, Passage, concept_embedder, passages
from assistant.guide.embedder import Named

ROOT = Path(__file__).parent.parent
PASSAGES = passages(prompts.principles())
TEXTS = [passage.text for passage in PASSAGES]
EMBED = concept_embedder.shipped(TEXTS)
SMALL = tuple(Passage(f"p{at}", text, ("thank-you",)) for at, text in enumerate(TEXTS[:20]))
ASKED = EMBED(["They ghosted me", "a panel of four"])


def small(root: Path, timeout: float = 5) -> chroma.GuideIndex:
    return chroma.open_index(root, SMALL, EMBED, timeout)


def found(index: chroma.GuideIndex) -> list[str]:
    return [hit.principle for hit in index.nearest(ASKED, "thank-you", 3)[0]]


def database(root: Path) -> Path:
    [path] = root.glob("guide-*/chroma.sqlite3")
    return path


def test_chroma_ranks_as_memory_does(tmp_path: Path) -> None:
    kept = chroma.open_index(tmp_path, PASSAGES, EMBED, 5).nearest(ASKED, "check-in", 30)
    ranked = MemoryIndex(PASSAGES, EMBED(TEXTS)).nearest(ASKED, "check-in", 30)
    for one, other in zip(kept, ranked, strict=True):
        assert [hit.nearness for hit in one] == pytest.approx([hit.nearness for hit in other], abs=1e-4)
        assert {hit.principle for hit in one[:10]} == {hit.principle for hit in other[:10]}


def test_only_passages_of_the_kind_come_back(tmp_path: Path) -> None:
    index = chroma.open_index(tmp_path, PASSAGES, EMBED, 5)
    kinds = {principle.id: principle.kinds for principle in prompts.principles()}
    hits = [hit for row in index.nearest(ASKED, "linkedin", 48) for hit in row]
    assert hits
    assert all("linkedin" in kinds[hit.principle] for hit in hits)


def test_a_second_start_reads_what_the_first_one_built(tmp_path: Path) -> None:
    first = found(small(tmp_path))
    folder = database(tmp_path).parent
    index = small(tmp_path)
    assert (found(index), index.notice) == (first, None)
    assert database(tmp_path).parent == folder


def test_a_changed_principle_gets_a_new_index(tmp_path: Path) -> None:
    small(tmp_path)
    changed = (Passage("new", "Something else entirely.", ("thank-you",)), *SMALL[1:])
    index = chroma.open_index(tmp_path, changed, EMBED, 5)
    assert index.nearest(EMBED(["Something else entirely."]), "thank-you", 1)[0][0].principle == "new"
    assert len(list(tmp_path.glob("guide-*/chroma.sqlite3"))) == 2


def truncated(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(5000)


def without_rows(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("DELETE FROM embeddings WHERE id > 5")
    base.close()


def without_vectors(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("DELETE FROM embeddings_queue")
    base.close()


def scribbled(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(20_000)
        file.write(b"\xa5" * 40_000)


@pytest.mark.parametrize(
    "damage",
    [truncated, without_rows, without_vectors, scribbled, Path.unlink, lambda path: path.write_bytes(b"")],
    ids=["truncated", "rows gone", "vectors gone", "scribbled", "missing", "empty"],
)
def test_a_damaged_store_is_built_again_and_says_so(damage: Callable[[Path], None], tmp_path: Path) -> None:
    whole = found(small(tmp_path / "whole"))
    shutil.copytree(tmp_path / "whole", tmp_path / "hurt")
    damage(database(tmp_path / "hurt"))
    index = small(tmp_path / "hurt")
    assert found(index) == whole
    assert index.notice is not None
    assert "built again" in index.notice
    assert small(tmp_path / "hurt").notice is None


def test_a_folder_that_cannot_be_made_is_ranked_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    index = small(tmp_path / "file")
    assert len(found(index)) == 3
    assert index.notice is not None
    assert "ranked in memory" in index.notice
    assert "\n" not in index.notice


def test_a_lock_that_is_held_too_long_is_ranked_in_memory(tmp_path: Path) -> None:
    with FileLock(tmp_path / "guide.lock"):
        index = small(tmp_path, timeout=0.05)
    assert len(found(index)) == 3
    assert "another process holds its lock" in (index.notice or "")


def test_a_database_in_other_hands_is_left_alone_and_ranked_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(tmp_path)
    monkeypatch.setattr(chroma, "_PATIENCE", 0.05)
    holder = sqlite3.connect(database(tmp_path), isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    index = small(tmp_path)
    holder.close()
    assert len(found(index)) == 3
    assert "locked" in (index.notice or "")
    assert database(tmp_path).is_file()


def test_a_store_that_vanishes_while_open_is_followed_by_memory(tmp_path: Path) -> None:
    index = small(tmp_path)
    whole = found(index)
    index._kept._collection.delete(ids=["0"])  # type: ignore[union-attr]
    index._kept._client.delete_collection("principles")  # type: ignore[union-attr]
    assert found(index) == whole
    assert "ranked in memory" in (index.notice or "")


def test_an_embedder_that_fails_is_told_and_not_hidden(tmp_path: Path) -> None:
    broken = Named("theirs:embed", lambda texts: [[1.0]] if len(texts) == 1 else 1 / 0)
    with pytest.raises(OptionError, match="ZeroDivisionError"):
        chroma.open_index(tmp_path, SMALL, broken, 5)


def test_vectors_of_another_embedder_are_searched_by_it(tmp_path: Path) -> None:
    embed = Named("theirs:embed", lambda texts: np.array([[len(text), 1.0, text.count("e")] for text in texts]))
    index = chroma.open_index(tmp_path, SMALL, embed, 5)
    assert index.nearest(embed([SMALL[7].text]), "thank-you", 1)[0][0].nearness == pytest.approx(1.0, abs=1e-5)


def test_many_processes_that_start_at_once_all_get_answers(tmp_path: Path) -> None:
    code = (
        "import sys; from assistant import prompts, settings, wiring;"
        "guide = wiring.retriever(settings.load());"
        "print([p.id for p in guide.search('they ghosted me', prompts.kind('check-in'))], guide.notice)"
    )
    start = [sys.executable, "-c", code]
    env = {"AFTERWORD_DATA_DIR": str(tmp_path), "AFTERWORD_LOCK_TIMEOUT": "60"}
    started = [subprocess.Popen(start, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    answers = {process.communicate(timeout=120)[0] for process in started}
    assert [process.returncode for process in started] == [0, 0, 0, 0]
    assert len(answers) == 1
    assert "no-blame-for-silence" in answers.pop()
    assert len(list(tmp_path.glob("guide-*"))) == 1
    assert not list(tmp_path.glob("building-*"))
