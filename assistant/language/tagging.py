"""Words of a text with their part of speech: textblob's pattern tagger, corrected where notes trip it.

Tags are Penn Treebank tags. The tagger guesses by word and suffix; the corrections use the word before and
lemminflect's dictionary of what a word can be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import lemminflect

from assistant.language.pattern import tag as pattern_tag

WORD = re.compile(r"[A-Za-z0-9À-ɏḀ-ỿ]+(?:[.,:]\d+)*(?:['’&/.-][A-Za-z0-9À-ɏḀ-ỿ]+)*%?|[£$€]\d[\d,.]*\w*|[^\sA-Za-z0-9]")
SUBJECTS = frozenset({"i", "we", "they", "you", "he", "she", "who"})
MODALS = frozenset({
    "will", "would", "can", "could", "may", "might", "must", "shall", "should", "won't", "wouldn't", "can't",
    "couldn't", "shouldn't", "i'll", "i'd", "we'll", "we'd", "you'd", "they'd", "he'd", "she'd",
})  # fmt: skip
NEEDING = frozenset({"need", "want", "like", "hate", "love", "prefer"})
FIXED = {
    "i": "PRP", "me": "PRP", "my": "PRP$", "your": "PRP$", "our": "PRP$", "his": "PRP$", "its": "PRP$", "their": "PRP$",
    "this": "DT", "that": "DT", "these": "DT", "those": "DT", "every": "DT", "each": "DT", "both": "DT", "no": "DT",
    "how": "WRB", "why": "WRB", "when": "WRB", "where": "WRB", "whether": "IN", "if": "IN", "till": "IN", "to": "TO",
    "abroad": "RB", "not": "RB",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: its text, Penn tag and where it stands in the tagged text."""

    text: str
    tag: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The text in lower case with straight apostrophes."""
        return self.text.lower().replace("’", "'")


@lru_cache(maxsize=20_000)
def roles(word: str) -> frozenset[str]:
    """What a word can be, by lemminflect's dictionary: a set of NOUN, VERB, ADJ, ADV, ...; empty when unknown."""
    return frozenset(lemminflect.getAllLemmas(word.lower()))


@lru_cache(maxsize=20_000)
def verb_lemma(word: str) -> str | None:
    """The base form if the word can be a verb, else nothing."""
    found = lemminflect.getAllLemmas(word.lower(), upos="VERB").get("VERB")
    return found[0] if found else None


def inflect(lemma: str, tag: str) -> str:
    """A verb or noun lemma in the form of a Penn tag: inflect('move', 'VBG') == 'moving'."""
    forms = lemminflect.getInflection(lemma, tag)
    return forms[0] if forms else lemma


def is_past(word: str) -> bool:
    """Whether a word is the past tense of a verb: `migrated`, `cut`."""
    lemma = verb_lemma(word)
    return lemma is not None and inflect(lemma, "VBD") == word.lower()


@lru_cache(maxsize=4_096)
def tag(text: str) -> tuple[Token, ...]:
    """The words and marks of a text in order, each with its part of speech."""
    found = list(WORD.finditer(text))
    if not found:
        return ()
    guessed = pattern_tag(" ".join(match.group() for match in found), tokenize=False)
    if len(guessed) != len(found):
        guessed = [(match.group(), pattern_tag(match.group(), tokenize=False)[0][1]) for match in found]
    tokens: list[Token] = []
    for match, (_, guess) in zip(found, guessed, strict=True):
        before = tokens[-1] if tokens else None
        tokens.append(Token(match.group(), _corrected(match.group(), guess, before), match.start(), match.end()))
    return tuple(tokens)


def _corrected(word: str, guess: str, before: Token | None) -> str:
    """The tag of a word, given the tagger's guess and the word before it."""
    low = word.lower().replace("’", "'")
    if not word[0].isalnum():
        return word if word[0] not in "£$€" else "CD"
    if word[0].isdigit():
        return "CD"
    if low in FIXED:
        return FIXED[low]
    if word == "May" and before is not None and before.tag in {"IN", "CD", "JJ"}:
        return "NNP"
    if low in MODALS:
        return "MD"
    if "-" in low and guess in {"IN", "RB", "CC", "VB", "VBP", "VBD", "VBZ", "MD"}:
        return "JJ"
    can = roles(low)
    if guess.startswith("NN") and can == {"ADJ"}:
        return "JJ"
    if low in NEEDING and (before is None or before.tag == "NNS"):
        return "VBP"
    if guess == "VBN" and (before is None or before.low in SUBJECTS) and is_past(low):
        return "VBD"
    if before is None:
        return guess
    if (before.tag == "TO" or before.tag == "MD") and "VERB" in can and verb_lemma(low) == low:
        return "VB"
    if before.tag in {"DT", "PRP$", "JJ", "CD"} and guess in {"VB", "VBP", "IN", "RB"} and "NOUN" in can:
        return "NN"
    if before.tag in {"DT", "PRP$", "CD"} and guess == "VBZ" and "NOUN" in can:
        return "NNS"
    if before.low in SUBJECTS and guess in {"NN", "NNS", "JJ"} and "VERB" in can:
        return "VBZ" if low.endswith("s") else "VBP"
    return guess
