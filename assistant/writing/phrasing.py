"""Looks up wording in prompts/phrases/ (or the kind's own) and fills it; picks so that nothing repeats.

A phrase is usable when every slot it names can be filled. Among usable phrases those that say more go first, and the
seed decides among equals.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant import prompts
from assistant.message import Kind, Tone
from assistant.writing.slots import slots_of

OPENING = 2  # words at the start of a sentence by which two sentences sound alike


def lookup(kind: Kind, move: str, case: str | None, tone: Tone) -> tuple[str, ...]:
    """Every phrase for a move: the kind's own first, then the move's file; for a tone, then for any tone."""
    own = kind.phrases.get(move if case is None else f"{move}-{case}", {})
    if own:
        return (*own.get(tone, ()), *own.get("any", ()))
    table: Mapping[str, Any] = prompts.phrases().get(move, {})
    if case is not None:
        table = table.get(case, {})
    return (*table.get(tone, ()), *table.get("any", ()))


def fill(template: str, words: Mapping[str, str]) -> str | None:
    """The template with its slots filled, a capital at the start of each sentence; nothing if a slot has no words."""
    for slot in slots_of(template):
        text = words.get(slot.lower())
        if text is None:
            return None
        template = template.replace("{" + slot + "}", text[:1].upper() + text[1:] if slot[0].isupper() else text)
    text = re.sub(r"\s+", " ", template).strip()
    text = re.sub(r"\b(tell you|describe|show you) about (?=(?:how|why|what|which|whether|where)\b)", r"\1 ", text)
    text = re.sub(r"\.\.$", ".", re.sub(r"([.!?])\.", r"\1", text))
    return re.sub(r"(^|[.!?] )([a-zà-ɏ])", lambda match: match.group(1) + match.group(2).upper(), text)


FEELING = re.compile(r"\b(?:glad|enjoyed|good (?:to|of)|grateful|interested)\b", re.I)


class Picker:
    """Picks among phrases for one set of messages, and remembers what was taken, so that no two say it alike."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)
        self._taken: set[str] = set()
        self._openings: list[str] = []
        self._felt: set[str] = set()

    def start_message(self) -> None:
        """Openings count within one message; phrases count across all of them."""
        self._openings, self._felt = [], set()

    def pick(
        self, templates: Sequence[str], words: Mapping[str, str], *, fullest: bool = False
    ) -> tuple[str, str] | None:
        """A template and its filled text; nothing where none can be filled. `fullest` takes only what says most."""
        usable = [(template, text) for template in dict.fromkeys(templates) if (text := fill(template, words))]
        if not usable:
            return None
        most = max(_said(template) for template, _ in usable)
        slack = 0 if fullest or most < 3 else 1
        usable = [(template, text) for template, text in usable if _said(template) >= most - slack]
        self._random.shuffle(usable)
        fresh = [entry for entry in usable if entry[0] not in self._taken] or usable
        apart = [entry for entry in fresh if _opening(entry[1]) not in self._openings] or fresh
        apart = [entry for entry in apart if not self._felt & _feelings(entry[1])] or apart
        template, text = apart[0]
        self._taken.add(template)
        self._openings.append(_opening(text))
        self._felt |= _feelings(text)
        return template, text

    def chance(self) -> float:
        """A number from 0 up to 1 that the seed decides."""
        return self._random.random()

    def order(self, things: Iterable[Any]) -> list[Any]:
        """The things in an order that the seed decides."""
        shuffled = list(things)
        self._random.shuffle(shuffled)
        return shuffled


def _said(template: str) -> int:
    return len(set(slots_of(template)))


def _feelings(text: str) -> set[str]:
    """Words of feeling, of which a message says none twice if it can: glad, enjoyed, good to."""
    return {found.lower() for found in FEELING.findall(text)}


def _opening(text: str) -> str:
    return " ".join(text.lower().split()[:OPENING])
