"""The guide's passages in a Chroma collection on disk; in memory where the disk does not play along.

Importing this module imports chromadb, which takes most of a second: import it only when principles are wanted.
Vectors are always passed in, so Chroma never embeds anything and downloads nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.api.collection_configuration import CreateHNSWConfiguration
from chromadb.config import Settings
from filelock import Timeout

from assistant.errors import AfterwordError
from assistant.guide.embedder import Embedder, Vectors
from assistant.guide.index import Hit, MemoryIndex, Passage
from assistant.guide.shelf import BusyError, DamagedError, Shelf, label

_COLLECTION = "principles"
_BATCH = 500
_GRAPH: CreateHNSWConfiguration = {
    "space": "cosine",
    "max_neighbors": 8,
    "ef_construction": 20,
    "ef_search": 1000,
}
"""A graph that is quick to load, searched so widely that so few passages are compared exactly."""
_PATIENCE = 1.0
"""Seconds to wait for a database that another process is opening."""


def open_index(root: Path, passages: Sequence[Passage], embed: Embedder, lock_timeout: float) -> GuideIndex:
    """An index of the passages kept below `root`, built there where it is missing, damaged or out of date.

    Whatever the disk does, an index comes back: where none can be kept it ranks in memory, and `notice` says so.
    """
    shelf = Shelf(root, label(passages, embed), lock_timeout)
    probe = embed([passages[0].text])
    try:
        kept, replaced = shelf.take(
            lambda folder: _open(folder, passages, probe),
            lambda folder: _build(folder, passages, _vectors(passages, embed)),
        )
    except (OSError, Timeout, DamagedError, BusyError) as error:
        return GuideIndex(passages, embed, None, _ranked_in_memory(root, error))
    notice = f"the guide's index in {root} was damaged and has been built again" if replaced else None
    return GuideIndex(passages, embed, kept, notice)


class GuideIndex:
    """Searches the collection, and goes on in memory when the collection fails."""

    def __init__(
        self, passages: Sequence[Passage], embed: Embedder, kept: CollectionIndex | None, notice: str | None
    ) -> None:
        self._passages, self._embed, self._kept, self.notice = passages, embed, kept, notice
        self._memory: MemoryIndex | None = None

    def nearest(self, queries: Vectors, kind: str, count: int) -> list[list[Hit]]:
        """For each query the nearest passages of the kind, nearest first."""
        if self._kept is not None:
            try:
                return self._kept.nearest(queries, kind, count)
            except DamagedError as error:
                self._kept, self.notice = None, f"the guide's index stopped answering ({error}); ranked in memory"
        if self._memory is None:
            self._memory = MemoryIndex(self._passages, _vectors(self._passages, self._embed))
        return self._memory.nearest(queries, kind, count)


class CollectionIndex:
    """An open Chroma collection of the passages; the id of an entry is the passage's place in the list."""

    def __init__(self, collection: chromadb.Collection, client: Any, passages: Sequence[Passage]) -> None:
        self._collection, self._client, self._passages = collection, client, passages

    def nearest(self, queries: Vectors, kind: str, count: int) -> list[list[Hit]]:
        """For each query the nearest passages of the kind, nearest first; raises DamagedError where Chroma fails."""
        with _translated():
            found = self._collection.query(
                query_embeddings=queries, n_results=count, where={kind: True}, include=["distances"]
            )
            distances = found["distances"] or []
            return [
                [Hit(self._passages[int(at)].principle, 1.0 - distance) for at, distance in zip(ids, row, strict=True)]
                for ids, row in zip(found["ids"], distances, strict=True)
            ]


def _open(folder: Path, passages: Sequence[Passage], probe: Vectors) -> CollectionIndex:
    """The index in a folder, once it has found its first passage; raises DamagedError or BusyError."""
    _check_database(folder / "chroma.sqlite3")
    with _translated():
        client = _client(folder)
        collection = client.get_collection(_COLLECTION, embedding_function=None)
        if collection.count() != len(passages):
            raise DamagedError(f"{collection.count()} entries of {len(passages)}")
    index = CollectionIndex(collection, client, passages)
    index.nearest(probe, passages[0].kinds[0], 1)
    return index


def _build(folder: Path, passages: Sequence[Passage], vectors: Vectors) -> None:
    with _translated():
        client = _client(folder)
        collection = client.create_collection(
            _COLLECTION,
            embedding_function=None,
            configuration={"hnsw": _GRAPH},
        )
        for at in range(0, len(passages), _BATCH):
            part = passages[at : at + _BATCH]
            collection.add(
                ids=[str(at + place) for place in range(len(part))],
                embeddings=vectors[at : at + _BATCH],
                metadatas=[{"principle": passage.principle} | dict.fromkeys(passage.kinds, True) for passage in part],
                documents=[passage.text for passage in part],
            )
        client.close()


def _client(folder: Path) -> Any:
    quiet = Settings(_env_file=None, anonymized_telemetry=False, chroma_otel_collection_endpoint="")
    return chromadb.PersistentClient(str(folder), settings=quiet)


def _check_database(path: Path) -> None:
    """Raises DamagedError unless SQLite finds the file whole: Chroma may crash or hang on one that is not."""
    if not path.is_file():
        raise DamagedError("its database is missing")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)) as database:
            answer = database.execute("PRAGMA quick_check").fetchone()
    except sqlite3.Error as error:
        raise (BusyError if "locked" in str(error) else DamagedError)(str(error)) from error
    if answer != ("ok",):
        raise DamagedError("its database is malformed")


def _vectors(passages: Sequence[Passage], embed: Embedder) -> Vectors:
    return np.ascontiguousarray(embed([passage.text for passage in passages]))


def _ranked_in_memory(root: Path, error: Exception) -> str:
    reason = "another process holds its lock" if isinstance(error, Timeout) else " ".join(str(error).split())
    return f"the guide's index cannot be kept in {root} ({reason}); ranked in memory"


@contextmanager
def _translated() -> Iterator[None]:
    """Turns whatever Chroma raises into DamagedError; its native part panics outside Exception."""
    try:
        yield
    except (AfterwordError, DamagedError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        raise DamagedError(f"{type(error).__name__}: {' '.join(str(error).split())[:120]}") from error
