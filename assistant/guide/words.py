"""Text -> plain words and their stems, for matching by meaning; the stems are for comparing, not for reading."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|->|\[|\]")
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "ly", "es", "s")
_VOWEL = re.compile(r"[aeiouy]")
_IRREGULAR = {
    "heard": "hear", "told": "tell", "said": "say", "says": "say", "went": "go", "gone": "go", "goes": "go", "got": "get",
    "gave": "give", "given": "give", "sent": "send", "wrote": "write", "written": "write", "rang": "ring", "rung": "ring",
    "met": "meet", "kept": "keep", "left": "leave", "left.": "leave", "thought": "think", "did": "do", "done": "do",
    "does": "do", "took": "take", "taken": "take", "chose": "choose", "chosen": "choose", "forgot": "forget",
    "forgotten": "forget", "ran": "run", "showed": "show", "shown": "show", "spoke": "speak", "spoken": "speak",
    "began": "begin", "begun": "begin", "knew": "know", "known": "know", "hung": "hang", "lost": "lose", "felt": "feel",
    "found": "find", "made": "make", "came": "come", "fell": "fall", "froze": "freeze", "shook": "shake", "sat": "sit",
    "were": "be", "was": "be", "is": "be", "are": "be", "am": "be", "been": "be", "being": "be", "has": "have",
    "had": "have", "people": "person", "children": "child", "men": "man", "women": "woman", "shut": "shut",
    "better": "good", "best": "good", "worse": "bad", "worst": "bad", "read": "read", "held": "hold", "paid": "pay",
}  # fmt: skip
_SHORT = {
    "i'm": "i am", "i've": "i have", "i'd": "i would", "i'll": "i will", "it's": "it is", "they've": "they have",
    "they're": "they are", "they'd": "they would", "they'll": "they will", "she's": "she is", "he's": "he is",
    "she'd": "she would", "he'd": "he would", "we'd": "we would", "we'll": "we will", "don't": "do not", "dont": "do not",
    "didn't": "do not", "didnt": "do not", "doesn't": "do not", "doesnt": "do not", "can't": "can not", "cant": "can not",
    "cannot": "can not", "couldn't": "could not", "haven't": "have not", "havent": "have not", "hasn't": "have not",
    "wasn't": "be not", "isn't": "be not", "isnt": "be not", "won't": "will not", "wouldn't": "would not", "im": "i am",
    "ive": "i have", "id": "i would", "thats": "that is", "that's": "that is", "pls": "please", "abt": "about", "u": "you",
    "e-mail": "email", "mins": "minutes", "tbh": "honest", "wanna": "want to", "gonna": "going to", "couldnt": "could not",
}  # fmt: skip
_UNMARKED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without accents, with contractions written out."""
    flat = unicodedata.normalize("NFKD", text.casefold().translate(_UNMARKED))
    plain = "".join(sign for sign in flat if not unicodedata.combining(sign)).replace("e-mail", "email")
    return tuple(part for word in _WORD.findall(plain) for part in _SHORT.get(word, word).split())


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What the inflected forms of a word share: replies, replied, reply -> repli."""
    word = word.removesuffix("'s").replace("'", "")
    word = _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWEL.search(rest) and not (ending in {"s", "es"} and rest[-1] in "su"):
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
