"""Text -> plain words and their stems, for matching by meaning; the stems are for comparing, not for reading."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from assistant import prompts

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|->|\[|\]")
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "ly", "es", "s")
_KEEPS = {"s": ("s", "u"), "es": ("s", "u"), "ly": ("p", "i")}
"""Letters before an ending that make it part of the word: press, campus, reply."""
_VOWEL = re.compile(r"[aeiouy]")
_UNMARKED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without accents, with contractions written out."""
    flat = text.casefold().translate(_UNMARKED)
    if not flat.isascii():
        flat = "".join(sign for sign in unicodedata.normalize("NFKD", flat) if not unicodedata.combining(sign))
    plain = flat.replace("e-mail", "email")
    written_out = _table("written-out")
    return tuple(part for word in _WORD.findall(plain) for part in written_out.get(word, word).split())


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What the inflected forms of a word share: replies, replied, reply -> repli."""
    word = word.removesuffix("'s").replace("'", "")
    word = _table("irregular").get(word, word)
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWEL.search(rest) and not rest.endswith(_KEEPS.get(ending, ())):
            return _trim(rest + ("i" if ending in {"ies", "ied"} else ""))
    return _trim(word)


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text, in order."""
    return tuple(map(stem, words(text)))


def _trim(root: str) -> str:
    """A root without its silent e, its doubled consonant, and with i for a final y."""
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "aeiouls":
        root = root[:-1]
    if len(root) > 3 and root.endswith("e"):
        root = root[:-1]
    return root[:-1] + "i" if len(root) > 2 and root.endswith("y") else root


@cache
def _table(name: str) -> dict[str, str]:
    """One table of prompts/embedding/words.toml."""
    table: dict[str, str] = prompts.read_toml(prompts.folder() / "embedding" / "words.toml")[name]
    return table
