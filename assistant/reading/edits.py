"""Notes' own words made into a phrase: each word is kept, dropped, or changed in its ending, and small words go between.

An Edit never holds a word of content that the notes do not: `insert` comes from a closed list of small words, `op` changes
the form of the word that stands there. What is worded this way cannot say what the notes do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import lemminflect

from assistant import prompts
from assistant.language.tidy import corrected

_LETTER = r"[\w\u0300-\u036f]"
WORD = re.compile(rf"{_LETTER}+(?:['’.\-&]{_LETTER}+|/(?:\d+|[^\W\d]{{1,2}})(?!{_LETTER}))*|[^\w\s]")
"""A word, with its accents and what joins it (can't, e-mail, d/c, 24/7), or one mark."""
KEEP, DROP, SPELL, EXPAND = "keep", "drop", "spell", "expand"
FORMS = {"base": ("VB", "NN"), "s": ("NNS", "VBZ"), "ing": ("VBG",), "past": ("VBD",), "part": ("VBN",)}
"""Endings that an edit can give a word, with the Penn tags of the forms that have them."""
_LEFT = re.compile(r"[,.;:?!)\]%’']")
_RIGHT = re.compile(r"[(\[#£$€]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of punctuation of the notes."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of one word: `insert` goes before it, `op` is keep, drop, an ending of FORMS, or `=` and another word."""

    insert: str = ""
    op: str = KEEP
    case: str = "same"
    """same, lower, title or upper."""


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text, with their places in the whole text."""
    return [
        Word(found[0], found.start(), found.end())
        for found in WORD.finditer(text, start, len(text) if end is None else end)
    ]


def apply(source: list[Word], edits: list[Edit], append: str = "") -> str:
    """The phrase that the edits make of the words; `append` goes after the last."""
    pieces: list[tuple[str, bool]] = []
    before: Word | None = None
    for word, edit in zip(source, edits, strict=True):
        glued = before is not None and before.end == word.start
        for small in edit.insert.split():
            pieces.append((small, False))
            glued = False
        before = None
        if edit.op != DROP:
            pieces.append((_cased(_formed(word.text, edit.op), edit.case), glued))
            before = word
    pieces += [(small, False) for small in append.split()]
    return _joined(pieces)


def _joined(pieces: list[tuple[str, bool]]) -> str:
    text = ""
    for piece, glued in pieces:
        bare = not text or glued or _LEFT.fullmatch(piece) or _RIGHT.fullmatch(text[-1])
        text += piece if bare else f" {piece}"
    return text


def _formed(word: str, op: str) -> str:
    if op == KEEP:
        return word
    if op.startswith("="):
        made = op[1:]
    elif op == SPELL:
        made = spelt(word)
    elif op == EXPAND:
        made = in_full(word)
    else:
        made = form(word, op) or word
    return made[:1].upper() + made[1:] if word[:1].isupper() else made


@cache
def in_full(word: str) -> str:
    """Shorthand as prompts/reading/shorthand.toml has it in full; the word itself where it does not know it."""
    tables = prompts.read_toml(prompts.folder() / "reading" / "shorthand.toml")
    low = word.lower()
    return next((str(table[low]) for table in tables.values() if isinstance(table, dict) and low in table), word)


def spelt(word: str) -> str:
    """The word that a slip of the finger stands for, or shorthand in full; the word itself where none is near."""
    full = in_full(word)
    return full if full != word else corrected(word.lower())


@cache
def form(word: str, ending: str) -> str | None:
    """The word with an ending of FORMS, such as closed -> closing for `ing`; nothing where it has none."""
    if word.isupper() and len(word) > 1:
        return f"{word}s" if ending == "s" else None
    for tag in FORMS[ending]:
        upos = "VERB" if tag.startswith("V") else "NOUN"
        for lemma in lemminflect.getAllLemmas(word.lower(), upos=upos).get(upos, ()):
            if found := lemminflect.getInflection(lemma, tag):
                return str(found[0])
    return None


def _cased(word: str, case: str) -> str:
    if word[1:] != word[1:].lower() and not word.isupper():
        return word  # capitals inside are how it is written: isiZulu, McCabe, iOS
    match case:
        case "lower":
            return word.lower()
        case "title":
            return word[:1].upper() + word[1:]
        case "upper":
            return word.upper()
        case _:
            return word
