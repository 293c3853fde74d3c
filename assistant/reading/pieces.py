"""Notes as the reader's network takes them: words and line breaks, each as word pieces with the shape of its letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

from assistant.errors import ContentError
from assistant.reading.edits import WORD, Word

WEIGHTS = Path(__file__).parent / "weights"
LINE, GAP = "\n", "\n\n"
"""A line break, and an empty line; each is a word of its own to the network."""
_PLACEHOLDERS = {LINE: "[unused1]", GAP: "[unused2]"}
SHAPES = ("other", "lower", "title", "upper", "mixed", "digits", "coded", "mark", "break", "rest")
WINDOW = 480
"""Word pieces that the network takes at once."""
OVERLAP = 120
_MOST_PIECES = 8
"""Of one word; the rest of a longer one says nothing more."""
_BREAK = re.compile(r"[ \t]*\r?\n\s*")


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the words that fits the network; `first[i]` is the piece at which word `start + i` begins."""

    start: int
    ids: list[int]
    shapes: list[int]
    first: list[int]


def words(notes: str) -> list[Word]:
    """The words, marks and line breaks of the notes, in order."""
    found: list[Word] = []
    at = 0
    for gap in [*_BREAK.finditer(notes), None]:
        end = gap.start() if gap else len(notes)
        found += [Word(match[0], match.start(), match.end()) for match in WORD.finditer(notes, at, end)]
        if gap:
            found.append(Word(GAP if gap[0].count("\n") > 1 else LINE, gap.start(), gap.end()))
            at = gap.end()
    return found


def windows(source: Sequence[Word]) -> Iterator[Window]:
    """The words in stretches that the network can take, each overlapping the one before."""
    pieces = of_words(source)
    for start, end in stretches(pieces, WINDOW, OVERLAP):
        ids, shapes, first = framed(source, pieces, start, end)
        yield Window(start, ids, shapes, first)


def stretches(pieces: Sequence[Sequence[int]], room: int, overlap: int) -> Iterator[tuple[int, int]]:
    """First word, and the word after the last, of stretches of words that have no more pieces than there is `room` for.

    Each begins so many pieces before the end of the one before it; one word that alone has more is a stretch too.
    """
    start = 0
    while True:
        end, size = start, 0
        while end < len(pieces) and (size + len(pieces[end]) <= room or end == start):
            size += len(pieces[end])
            end += 1
        yield start, end
        if end >= len(pieces):
            return
        back, size = end, 0
        while back > start + 1 and size < overlap:
            back -= 1
            size += len(pieces[back])
        start = back


def framed(
    source: Sequence[Word], pieces: Sequence[list[int]], start: int, end: int
) -> tuple[list[int], list[int], list[int]]:
    """The pieces of a stretch of words between the opening and the closing one, their shapes, and where each word begins."""
    opening, closing = special()
    ids, shapes, first = [opening], [SHAPES.index("other")], []
    for at in range(start, end):
        first.append(len(ids))
        ids += pieces[at]
        shapes += shapes_of(source[at], pieces[at])
    return [*ids, closing], [*shapes, SHAPES.index("other")], first


def of_words(source: Sequence[Word]) -> list[list[int]]:
    """The word pieces of each word."""
    made = _tokenizer().encode(
        [_PLACEHOLDERS.get(word.text, word.text) for word in source], is_pretokenized=True, add_special_tokens=False
    )
    found: list[list[int]] = [[] for _ in source]
    for piece, owner in zip(made.ids, made.word_ids, strict=True):
        if owner is not None and len(found[owner]) < _MOST_PIECES:
            found[owner].append(piece)
    unknown = _piece("[UNK]")
    return [ids or [unknown] for ids in found]


def shapes_of(word: Word, ids: Sequence[int]) -> list[int]:
    """The shape of each piece of a word."""
    return [shape(word.text), *[SHAPES.index("rest")] * (len(ids) - 1)]


def shape(word: str) -> int:
    """Index in SHAPES of how a word is written; the network's own vocabulary knows no capitals."""
    if word in _PLACEHOLDERS:
        return SHAPES.index("break")
    if word.isdigit():
        return SHAPES.index("digits")
    if any(char.isdigit() for char in word):
        return SHAPES.index("coded")
    if not any(char.isalpha() for char in word):
        return SHAPES.index("mark" if word.isascii() else "other")
    if word.islower():
        return SHAPES.index("lower")
    if word.isupper():
        return SHAPES.index("upper" if len(word) > 1 else "title")
    return SHAPES.index("title" if word[0].isupper() and word[1:].islower() else "mixed")


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


@cache
def special() -> tuple[int, int]:
    """The pieces that open and close a text."""
    return _piece("[CLS]"), _piece("[SEP]")


def _piece(token: str) -> int:
    found = _tokenizer().token_to_id(token)
    if found is None:
        raise ContentError(f"reading/weights/tokenizer.json holds no {token}: install the program again")
    return found
