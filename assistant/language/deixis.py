"""Turns words about the interview round, so that they speak to the reader: they asked -> you asked.

What cannot be turned without knowing more (a `he` that may be somebody else) is refused: better left out than wrong.
"""

from __future__ import annotations

import re

from assistant.language.tagging import Token, tag

TO_YOU = {
    "they": "you", "their": "your", "them": "you", "theirs": "yours", "they're": "you're", "they've": "you've",
    "they'd": "you'd", "they'll": "you'll", "themselves": "yourselves",
}  # fmt: skip
TO_ME = {
    "you": "I", "your": "my", "yours": "mine", "you're": "I'm", "you've": "I've", "you'd": "I'd", "you'll": "I'll",
    "yourself": "myself",
}  # fmt: skip
FROM_US = {"us": "you", "we": "you", "our": "your", "we're": "you're", "we've": "you've"}
OTHERS = frozenset({
    "he", "she", "him", "her", "his", "hers", "he's", "she's", "he'd", "she'd", "he'll", "she'll", "himself",
    "herself",
})  # fmt: skip
LEADS_IN = frozenset({"how", "why", "what", "when", "where", "whether", "if", "that", "which"})
SUBORDINATING = frozenset({"if", "whether", "that", "while", "because"})
AUXILIARY = frozenset({
    "do", "does", "did", "would", "will", "can", "could", "should", "might", "must", "are", "were", "have", "had",
    "what'd", "how'd",
})  # fmt: skip
HERE = re.compile(r"\s+(?:here|there|atm|at the moment|now|currently|too|as well|as usual|though|tho)$", re.I)


def to_reader(text: str, *, speaks_for_employer: bool) -> str | None:
    """The words as one says them to the reader; nothing where a pronoun cannot be placed.

    `speaks_for_employer` is true when the reader belongs to the employer, so that `they` are `you`.
    """
    tokens = tag(text)
    if any(token.low in OTHERS or token.low in {"them", "themselves"} for token in tokens):
        return None
    turned, at = "", 0
    for index, token in enumerate(tokens):
        if token.low not in TO_YOU:
            continue
        begins = token.low.startswith("they")
        named = any(before.tag.startswith("NN") for before in tokens[:index])
        if not speaks_for_employer or (token.low == "their" and named):
            if begins:
                return None
            continue
        if begins and index and not _leads_in(tokens[index - 1], named):
            return None
        turned += text[at : token.start] + TO_YOU[token.low]
        at = token.end
    return turned + text[at:]


def _leads_in(before: Token, named: bool) -> bool:
    """Whether a `they` behind this word is the employer; where others were `named`, only right behind the noun."""
    return before.tag.startswith("NN") or (before.low in LEADS_IN and not named)


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
    turned, at = "", 0
    plain = text.replace("’", "'")
    tokens = tag(plain)
    for index, token in enumerate(tokens):
        before, after = tokens[index - 1] if index else None, tokens[index + 1] if index + 1 < len(tokens) else None
        new = _turned(token, before, after)
        if new is not None:
            turned += plain[at : token.start] + new
            at = token.end
    turned += plain[at:]
    turned = re.sub(r"\bwere I\b", "was I", re.sub(r"\bare I\b", "am I", turned))
    return re.sub(r"\bI were\b(?! to\b)", "I was", re.sub(r"\bI are\b", "I am", turned))


def _turned(token: Token, before: Token | None, after: Token | None) -> str | None:
    """What a pronoun of theirs is in my mouth: you -> I or me, we -> you; nothing for another word."""
    if token.low == "you":
        return _my_case(before, after)
    return FROM_US.get(token.low) or TO_ME.get(token.low)


def _my_case(before: Token | None, after: Token | None) -> str:
    """Whether a `you` between these words is `I` or `me`."""
    if before is None or before.low in AUXILIARY:
        return "I"
    governed = (before.tag in {"IN", "TO"} and before.low not in SUBORDINATING) or before.tag.startswith("VB")
    return "me" if governed or after is None else "I"


def without_here(text: str) -> str:
    """The text without a trailing `here`, `now` and the like, which mean another place and time to the reader."""
    return HERE.sub("", text)
