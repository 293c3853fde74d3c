"""Where the notes name somebody: each mark of the network as a mention, without what is said round a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from assistant.brief import Role
from assistant.reading import addresses, names
from assistant.reading.marked import Marked
from assistant.reading.marks import Found
from assistant.reading.wordlist import words as listed

PARTS: tuple[Role, ...] = get_args(Role)
_NAME_WORD = re.compile(r"[^\W\d_](?:[\w\u0300-\u036f'’.-]*[\w\u0300-\u036f.])?")
IN_FULL = {"doctor": "Dr", "mister": "Mr", "professor": "Prof", "missus": "Mrs", "father": "Father"}
_SHORTENED = re.compile(r"[^\W\d_]{3,}\.")
"""Arq., Inxh., Atty.: a word cut short before a name is a title."""
_VOWEL = re.compile(r"[aeiouy]")
OFFICES = listed(
    "governor matron engineer recruiter constable sergeant inspector superintendent director manager head chair hr cm"
    " principal councillor commissioner acfo dsp fao old young big little"
)
"""What people are called by their work, before a full name."""
_AGES = listed("old young big little fao hr recruiter")
_NICKNAMED = re.compile(
    r"(?P<given>[A-ZÀ-Þ][\w'’-]+)\s*[(\"“'‘](?P<nick>[A-ZÀ-Þ][\w-]+)[)\"”'’]\s+(?P<family>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?)"
)
CALL_ME = re.compile(
    r"(?i:\b(?:call|calls?|called)\s+(?:me|her|him|them|herself|himself)|\bgoes\s+by)\s+['\"“‘]?(?P<name>[^\W\d_]{2,}(?:-[^\W\d_]+)?)"
)
NEAR_NAME = 90
"""Characters behind a name within which somebody says what to be called."""
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where somebody is named: the name's words, without what is said before a name."""

    mark: Found
    start: int
    end: int
    parts: tuple[str, ...]
    honorific: str | None
    behind: bool = False
    """Whether the honorific stands behind the name: Orhun Bey."""


def find(marked: Marked) -> list[Mention]:
    """Every mention in the order of the notes; one in an address or behind an @ is none."""
    typed = [(address.start, address.end) for address in addresses.find(marked.notes)]
    found = [
        mention
        for mark in marked.of(*PARTS)
        if not any(start <= marked.start(mark) < end for start, end in typed)
        and not marked.notes[: marked.start(mark)].rstrip().endswith("@")
        and (mention := _mention(marked, mark))
    ]
    return _with_called(marked.notes, _with_nicknames(marked.notes, found))


def _with_nicknames(notes: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Of a name with a nickname in its middle, one mention of the name: Oluwaseun (Seun) Adebayo."""
    kept = list(mentions)
    for found in _NICKNAMED.finditer(notes):
        inside = [each for each in kept if found.start() <= each.start < found.end()]
        given, nick = names.fold(found["given"]), names.fold(found["nick"])
        if inside and (nick[0] == given[0] or nick[:4] in given):
            whole = replace(
                inside[0], start=found.start(), end=found.end(), parts=(found["given"], *found["family"].split())
            )
            kept = [each for each in kept if each not in inside] + [whole]
            kept = [replace(each, parts=whole.parts) if each.parts == (found["nick"],) else each for each in kept]
    return sorted(kept, key=lambda each: each.start)


def _with_called(notes: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with what somebody asked to be called as that person's: Mr. Venkataraghavan, "call me Venkat"."""
    kept = list(mentions)
    for found in CALL_ME.finditer(notes):
        owner = max((each for each in kept if each.end <= found.start()), key=lambda each: each.end, default=None)
        if (
            owner
            and found.start() - owner.end <= NEAR_NAME
            and names.fold(owner.parts[0])[:1] == names.fold(found["name"])[:1]
        ):
            wanted = (names.fold(found["name"]),)
            kept = [
                replace(each, parts=owner.parts) if tuple(map(names.fold, each.parts)) == wanted else each
                for each in kept
            ]
    return kept


def _mention(marked: Marked, mark: Found) -> Mention | None:
    """A mark as a mention; nothing where no word of a name stands there."""
    said = _NAME_WORD.finditer(marked.notes, marked.start(mark), marked.end(mark))
    words = [_POSSESSIVE.sub("", match[0]) for match in said]
    words = _only_names(words)
    before = 0
    while before < len(words) - 1 and (names.is_honorific(words[before]) or _SHORTENED.fullmatch(words[before])):
        before += 1
    honorific = " ".join(calm(IN_FULL.get(word.lower(), word)) for word in words[:before]) or None
    behind = len(words) - before > 1 and words[-1].lower().strip("-") in names.BEHIND
    if behind:
        honorific, words = words[-1], words[:-1]
    parts = tuple(word for word in words[before:] if word)
    if not parts or not any(char.isalpha() for char in "".join(parts)):
        return None
    return Mention(mark, marked.start(mark), marked.end(mark), parts, honorific, behind)


def _only_names(words: list[str]) -> list[str]:
    """The words of a mention without what belongs to the sentence: a verb behind it, an office before a full name."""
    if words and words[0][:1].isupper():
        while len(words) > 1 and words[-1][:1].islower() and words[-1].lower() not in names.PARTICLES | names.BEHIND:
            words = words[:-1]
    if len(words) > 2 and words[-1][:1].isupper():
        while words[0][:1].islower() and not names.is_honorific(words[0]) and words[0] not in names.PARTICLES:
            words = words[1:]
    while len(words) > 1 and (words[0].lower().rstrip(".") in OFFICES if len(words) > 2 else words[0].lower() in _AGES):
        words = words[1:]
    return words


def calm(word: str) -> str:
    """A word in capitals as one writes a name; initials stay."""
    if not word.isupper() or len(word) < 3 or not _VOWEL.search(names.fold(word)):
        return word
    return "-".join(piece.capitalize() for piece in word.split("-"))
