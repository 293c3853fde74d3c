"""Turns words about the interview round, so that they speak to the reader: she asked -> you asked, their ward -> your ward.

What cannot be turned without knowing more (a `he` that may be somebody else) is refused: better left out than wrong.
"""

from __future__ import annotations

import re

from assistant.language.tagging import tag

TO_YOU = {"they": "you", "their": "your", "them": "you", "theirs": "yours", "they're": "you're", "they've": "you've", "they'd": "you'd", "they'll": "you'll", "themselves": "yourselves"}
OTHERS = frozenset("he she him her his hers he's she's he'd she'd he'll she'll himself herself".split())
TO_ME = {"you": "I", "your": "my", "yours": "mine", "you're": "I'm", "you've": "I've", "you'd": "I'd", "you'll": "I'll", "yourself": "myself"}
AM = re.compile(r"\bI are\b|\bI were\b(?! to\b)")
OBJECT_I = re.compile(r"\b(?P<before>for|with|to|about|of|at|on|from|between|than|by|tell|told|give|gave|ask|asked|help|let|make|makes|made|drives?|motivates?|brings?|attracts?|attracted|brought|interests?|see|want|suit|suits) I\b")
HERE = re.compile(r"\s+(?:here|there|atm|at the moment|now|currently|too|as well|as usual|though|tho)$", re.I)


def to_reader(text: str, *, speaks_for_employer: bool) -> str | None:
    """The words as one says them to the reader; nothing where a pronoun cannot be placed.

    `speaks_for_employer` is true when the reader belongs to the employer, so that `they` are `you`.
    """
    tokens = tag(text)
    if any(token.low in OTHERS for token in tokens):
        return None
    turned, at = [], 0
    for index, token in enumerate(tokens):
        if token.low == "them" or token.low == "themselves":
            return None
        if token.low.startswith("they") and index and tokens[index - 1].low not in {"how", "why", "what", "when", "where", "whether", "if", "that", "which"} and not tokens[index - 1].tag.startswith("NN"):
            return None
        if token.low in TO_YOU:
            if any(before.tag == "NNS" for before in tokens[:index]):
                return None if not speaks_for_employer else text if token.low == "their" else None
            if not speaks_for_employer:
                return text if token.low == "their" else None
            turned.append(text[at : token.start] + TO_YOU[token.low])
            at = token.end
    return "".join(turned) + text[at:]


def about_reader(text: str) -> str:
    """Words about the reader as he or she: `seeing her team` -> `seeing your team`; `herself` is left for refusal."""
    text = re.sub(r"\b(?:his|her(?=\s+\w+)(?!\s+(?:and|for|to|with|on|at|in)\b))\b", "your", text, flags=re.I)
    return re.sub(r"\b(?:he|she|him|her)\b", "you", text, flags=re.I)


def question_to_me(text: str) -> str:
    """A question as they put it, turned to the candidate: `how do you deal with it` -> `how do I deal with it`.

    One that speaks of both (`what do you tell me`) is left as it is.
    """
    if re.search(r"\b(?:I|me|my)\b", text):
        return text
    turned = re.sub(r"\b(?:you(?:'(?:re|ve|d|ll))?|yours?|yourself)\b", lambda match: TO_ME[match.group().lower()], text.replace("’", "'"), flags=re.I)
    turned = re.sub(r"\b(?:us|our|we)\b", lambda match: {"us": "you", "our": "your", "we": "you"}[match.group().lower()], turned, flags=re.I)
    turned = re.sub(r"\bare I\b", "am I", OBJECT_I.sub(lambda match: f"{match.group('before')} me", turned))
    return AM.sub(lambda match: "I am" if "are" in match.group() else "I was", turned)


def without_here(text: str) -> str:
    """The text without a trailing `here`, `now` and the like, which mean another place and time to the reader."""
    return HERE.sub("", text)
