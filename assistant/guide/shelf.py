"""Keeps an index on disk: whole or not at all, built by one process at a time.

    root/guide.lock                   held while building
    root/building-x1y2                what a builder is writing; nobody reads it
    root/guide-<label>-x1y2           a whole index, there by one rename

The label says what the index was built from; another label means another folder, and old ones are swept up after a
while. A folder that cannot be opened is removed and built anew under another name, so no reader ever sees a change
under its hands.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from filelock import FileLock

from assistant.guide.embedder import Embedder
from assistant.guide.index import Passage

Opened = TypeVar("Opened")

_FORMAT = "1"
_PROBE = "Thank you for showing me the workshop; they said I would hear by Friday."
_STALE_AFTER = 3600.0
"""Seconds for which a folder of another label is left alone: somebody may be reading it."""


class DamagedError(Exception):
    """An index folder that is there cannot be used; the text says why."""


class BusyError(Exception):
    """An index folder is in somebody else's hands; the text says how."""


class Shelf:
    """The folder in which indexes of one label stand."""

    def __init__(self, root: Path, label: str, lock_timeout: float) -> None:
        self._root, self._label, self._timeout = root, label, lock_timeout

    def take(self, open_folder: Callable[[Path], Opened], build_folder: Callable[[Path], None]) -> tuple[Opened, bool]:
        """What `open_folder` makes of a whole index, and whether a damaged one had to be replaced.

        `open_folder` raises DamagedError for a folder it cannot use, BusyError for one it must leave alone. Raises
        OSError where the folder cannot be written, filelock.Timeout where another process builds for too long,
        DamagedError where a new index is no good.
        """
        opened, bad = self._open_any(open_folder)
        if opened is not None:
            return opened, False
        self._root.mkdir(parents=True, exist_ok=True)
        with FileLock(self._root / "guide.lock", timeout=self._timeout):
            opened, bad = self._open_any(open_folder)
            if opened is not None:
                return opened, False
            folder = self._build(build_folder)
            self._sweep(bad, keep=folder)
        return open_folder(folder), bool(bad)

    def _open_any(self, open_folder: Callable[[Path], Opened]) -> tuple[Opened | None, list[Path]]:
        bad: list[Path] = []
        for folder in sorted(self._root.glob(f"guide-{self._label}-*")):
            try:
                return open_folder(folder), bad
            except DamagedError:
                bad.append(folder)
        return None, bad

    def _build(self, build_folder: Callable[[Path], None]) -> Path:
        growing = Path(tempfile.mkdtemp(prefix="building-", dir=self._root))
        try:
            build_folder(growing)
            return growing.rename(self._root / f"guide-{self._label}-{growing.name.removeprefix('building-')}")
        except BaseException:
            shutil.rmtree(growing, ignore_errors=True)
            raise

    def _sweep(self, bad: Iterable[Path], keep: Path) -> None:
        """Removes damaged folders, and those that builders left behind or other labels need no more."""
        old = [path for pattern in ("building-*", "guide-*-*") for path in self._root.glob(pattern) if _stale(path)]
        for path in {*bad, *old} - {keep}:
            _remove(path)


def label(passages: Sequence[Passage], embed: Embedder) -> str:
    """What an index of these passages by this embedder is called: another content, another label."""
    digest = hashlib.blake2b(digest_size=8)
    probe = (embed([_PROBE])[0] * 1000).round().astype("<i4").tobytes()
    for part in (_FORMAT, embed.label, *(repr((p.principle, p.text, p.kinds)) for p in passages)):
        digest.update(part.encode() + b"\0")
    digest.update(probe)
    return digest.hexdigest()


def _remove(path: Path) -> None:
    """Removes a folder or a file; what cannot be removed stays."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _stale(folder: Path) -> bool:
    try:
        touched = max(path.stat().st_mtime for path in (folder, *folder.iterdir()))
    except OSError:
        return False
    return time.time() - touched > _STALE_AFTER
