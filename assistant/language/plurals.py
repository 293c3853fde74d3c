"""Puts a bare singular after a number in the plural: `two girl` -> `two girls`."""

from __future__ import annotations

from assistant.language import lists
from assistant.language.articles import takes_article
from assistant.language.tagging import Token, inflect, tag


def with_plurals(text: str) -> str:
    """The text with a bare singular after a number above one in the plural: `41 NCR` -> `41 NCRs`."""
    tokens = tag(text)
    turned, at = "", 0
    for index, token in enumerate(tokens[1:], 1):
        if _is_counted(tokens, index):
            plural = f"{token.text}s" if token.text.isupper() else inflect(token.text, "NNS")
            turned += text[at : token.start] + plural
            at = token.end
    return turned + text[at:]


def _is_counted(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word is a singular that a number above one counts; an adjective may stand between them."""
    number = at - 2 if tokens[at - 1].tag == "JJ" and at > 1 else at - 1
    if not _is_several(tokens[number]) or not _ends_group(tokens, at) or _is_described(tokens, number):
        return False
    return _is_acronym(tokens[at].text) or takes_article(tokens[at])


def _is_several(number: Token) -> bool:
    if number.low in lists.words("grammar", "several"):
        return True
    return number.text.isdecimal() and int(number.text) > 1 and not _is_year(number.text)


def _ends_group(tokens: tuple[Token, ...], at: int) -> bool:
    if at + 1 == len(tokens):
        return True
    after = tokens[at + 1]
    return after.tag in {"IN", "TO", "CC", "DT", "PRP", "WRB", "WP", "MD", "PRP$"} or after.text in {",", ".", ";"}


def _is_described(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether the number itself belongs to a phrase of its own: `a two hour`, `my two`."""
    if number < 1:
        return False
    before = tokens[number - 1]
    return before.tag in {"JJ", "PRP$"} or before.low in {"a", "an", "every", "each"}


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1 and word.isalpha() and word not in {"AM", "PM"}


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.startswith(("19", "20"))
