"""Texts in pieces: the lines of a message that are prose, its sentences, what stands between greeting and closing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from assistant.message import Message
from eval.matching import words

DATA = Path(__file__).parents[1] / "wording.toml"
ENDS = frozenset({"greeting", "close", "sign-off", "introduction", "answers", "voicemail"})
"""Moves that open and close a message; these are alike in all messages."""
MASK = "§"
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[\"“‘'(\[]?\w)|(?<=[.!?…][\"”’')\]])\s+(?=[\"“‘'(\[]?[^\W_a-z])")
_LABEL = re.compile(r"[^\s.!?,]+(?: [^\s.!?,]+){0,4}(?: ?\.\.\.)?:?")
_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))\b(?:[^.!?]|\b[a-z]{1,4}\.){0,60}(?<!\.)[,:!]?",
    re.IGNORECASE,
)


@cache
def data() -> Mapping[str, tuple[str, ...]]:
    """The word lists of the scorers, from wording.toml."""
    lists = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return {name: tuple(entries) for name, entries in lists.items()}


def prose(body: str) -> list[str]:
    """The paragraphs of a message that are sentences: no greeting, no heading of a script, no signature."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", body.strip())]
    kept = [line for block in blocks for line in _lines(block)]
    return [line for line in kept if not _GREETING.fullmatch(line)]


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; "Dr. Obi" and "e.g. this" stay whole."""
    found: list[str] = []
    for piece in _split(paragraph):
        if found and _shortened().search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def core(message: Message, names: Iterable[str | None] = ()) -> str:
    """What a message says between greeting and closing, with each of the names behind a mask."""
    if message.parts:
        kept = [part for part in message.parts if part.move not in ENDS]
        text = "\n".join(sentence.text for part in kept for sentence in part.sentences)
    else:
        text = "\n".join(prose(message.body))
    for name in sorted({name for name in names if name}, key=lambda name: (-len(name), name)):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", MASK, text, flags=re.IGNORECASE)
    return text


def shared_run(first: str, second: str) -> list[str]:
    """The longest run of words that two texts share; none goes across a mask or a line."""
    best: list[str] = []
    twos = [words(piece) for piece in _unmasked(second)]
    for one in (words(piece) for piece in _unmasked(first)):
        for two in twos:
            block = SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
            best = max(best, one[block.a : block.a + block.size], key=len)
    return best


def runs(text: str, size: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words of a text, line by line."""
    for piece in _unmasked(text):
        found = words(piece)
        yield from (tuple(found[start : start + size]) for start in range(len(found) - size + 1))


@cache
def _shortened() -> re.Pattern[str]:
    """A text that ends in a short form or an initial, so that its full stop ends no sentence."""
    short = "|".join(map(re.escape, data()["short"]))
    return re.compile(rf"\b(?:{short}|[a-z])\.[\"”’')\]]*\s*$", re.IGNORECASE)


def _unmasked(text: str) -> list[str]:
    return [piece for piece in re.split(rf"[\n{MASK}]", text) if re.search(r"\w", piece)]


def _split(paragraph: str) -> list[str]:
    return [piece.strip() for piece in _SENTENCE.split(paragraph) if piece.strip()]


def _lines(block: str) -> list[str]:
    """The lines of a block of which any ends as a sentence does; none where it is a signature or a heading."""
    lines = [line.strip() for line in block.splitlines() if line.strip()]
    if len(lines) > 1 or _LABEL.fullmatch(block):
        return [line for line in lines if re.search(r"[.!?…][\"”’')\]]*$", line) or len(line.split()) > 8]
    return lines
