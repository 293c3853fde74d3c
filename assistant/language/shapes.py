"""The shape of a fragment, one letter a word, and the shapes that are noun phrases and clauses."""

from __future__ import annotations

import re

from assistant.language import lists
from assistant.language.tagging import Token, is_past, roles, tag

LETTERS = {
    "D": "DT PRP$ PDT WP$", "J": "JJ JJR JJS VBN", "C": "CD LS", "N": "NN NNS NNP NNPS FW", "G": "VBG", "I": "IN",
    "T": "TO", "&": "CC", "R": "RB RBR RBS RP", "V": "VB VBP VBZ VBD", "M": "MD", "P": "PRP EX", "W": "WP WDT WRB",
    "'": "POS",
}  # fmt: skip
LETTER = {name: letter for letter, names in LETTERS.items() for name in names.split()}
BASE = r"(?:D?R?[JCGN'&-]*[NGC]|P)"
LINK = r"(?:I|T|&|,&?|TV|G|(?<=G)|(?<=TV))"
NOUN_PHRASE = re.compile(rf"^D?{BASE}(?:{LINK}D?{BASE})*$")
CLAUSE = re.compile(rf"^(?:P|{BASE}(?:I{BASE})*)R*[VM]")
RELATIVE = re.compile(r"^(?:P|D?J*N+)R?[VM]|^R?[VM]")
NAMED_SUBJECT = re.compile(r"D[JN]{1,4}V(?=.)")
CONTRACTED = re.compile(r"^(?:i|we|you|he|she|they|it|that|who|there)'(?:d|ll|m|ve|re|s)$")
DETERMINERS = frozenset({
    "the", "a", "an", "my", "your", "his", "her", "their", "our",
})  # fmt: skip
RELATIVES = frozenset({"who", "that", "which"})
SPEAKERS = frozenset({
    "i", "we", "you", "they", "i'd", "i've", "we've", "they've", "they're", "they'd", "he", "she", "he's", "she's",
})  # fmt: skip


def ends_badly() -> frozenset[str]:
    """Words that no whole fragment ends with."""
    return lists.words("grammar", "ends_badly")


def is_cut_off(word: str) -> bool:
    """Whether a fragment that ends with this word (in lower case) has lost what comes behind it."""
    return word in ends_badly()


def _letters(tokens: tuple[Token, ...]) -> list[str]:
    """One letter a word; a contracted subject and verb are two."""
    return list(map(_letter, tokens))


def _letter(token: Token) -> str:
    if CONTRACTED.match(token.low):
        return "PV"
    if token.tag in LETTER:
        return LETTER[token.tag]
    if token.text == ",":
        return ","
    return "-" if token.text in "-–/" else "." if not token.text[0].isalnum() else "N"


def clausal(tokens: tuple[Token, ...]) -> str:
    """One letter a word, reading a participle behind its subject as the verb that it is: `the barn burned`."""
    shape = _letters(tokens)
    for index, token in enumerate(tokens):
        if token.tag != "VBN" or not index or shape[index - 1][-1] not in {"N", "P"} or not is_past(token.text):
            continue
        if "V" not in "".join(shape[:index]) and "M" not in shape[:index]:
            shape[index] = "V"
    return "".join(shape)


def is_noun_phrase(text: str) -> bool:
    """Whether the text reads as one noun phrase, with prepositional phrases, coordination or `to` + verb behind it."""
    tokens = tag(text)
    if not tokens or tokens[-1].low in ends_badly() or tokens[0].low in ends_badly() - DETERMINERS:
        return False
    if tokens[-1].low in lists.words("grammar", "loose_ends"):
        return False
    if len(tokens) == 1 and not tokens[0].tag.startswith(("NN", "VBG")):
        return False
    shape = _nominal(tokens)
    doing = tokens[0].tag == "VBG" and len(tokens) > 1 and not set("VMPW.") & set(shape)
    return doing or bool(NOUN_PHRASE.match(shape))


def _nominal(tokens: tuple[Token, ...]) -> str:
    """One letter a word, reading as a noun what can be one where a verb cannot stand; a relative clause is dropped."""
    relative = next((i for i, token in enumerate(tokens) if i and _opens_relative(tokens, i)), None)
    shape = _letters(tokens[:relative])
    for index, token in enumerate(tokens[:relative]):
        before, after = shape[index - 1] if index else "", shape[index + 1] if index + 1 < len(shape) else ""
        if shape[index] == "V":
            shape[index] = _verb_as(token, before, after)
        elif shape[index] == "J" and _ends_group(after) and ("-" in token.text or "NOUN" in roles(token.text)):
            shape[index] = "N"
    return "".join(shape)


def _verb_as(token: Token, before: str, after: str) -> str:
    """The letter of a word tagged as a verb, given the letters round it: the noun or adjective that it can be, or V."""
    if before in {"", "D", "J", "G", "I", "&", ","} and after in {"N", "G"} and token.tag in {"VBD", "VBN"}:
        return "J"
    if "NOUN" not in roles(token.text):
        return "V"
    opens = not before and after == "N" and token.low not in lists.words("grammar", "doing")
    return "N" if opens or (before in {"D", "J", "N", "C"} and _ends_group(after)) else "V"


def _ends_group(after: str) -> bool:
    """Whether a noun can be the last of its group before this letter."""
    return after in {"", "I", "&", "T", ","}


def _opens_relative(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a relative clause starts here: who, that, which and a clause, or a bare `I started` behind a noun."""
    if tokens[at].low in RELATIVES:
        return _is_relative(tokens[at + 1 :])
    if _letter(tokens[at - 1]) != "N" or is_cut_off(tokens[-1].low):
        return False
    if tokens[at].tag == "DT" and tokens[at].low == "the":
        return bool(NAMED_SUBJECT.match("".join(_letters(tokens[at:]))))
    return tokens[at].low in SPEAKERS and at + 1 < len(tokens) and _letter(tokens[at + 1]) in "VMGJ"


def _is_relative(tail: tuple[Token, ...]) -> bool:
    """Whether what stands after who/that/which is a clause: a verb, or a subject and a verb, and no loose end."""
    if not tail or is_cut_off(tail[-1].low):
        return False
    verb = "VERB" in roles(tail[0].text) and tail[0].tag not in {"DT", "PRP$", "IN"}
    return verb or bool(RELATIVE.match("".join(_letters(tail))))


def is_clause(text: str) -> bool:
    """Whether the text is a finite clause: a subject, then a finite verb, and no loose end."""
    tokens = tag(text)
    if len(tokens) < 2 or is_cut_off(tokens[-1].low):
        return False
    return bool(CLAUSE.match(clausal(tokens))) and not text.lower().startswith(("let ", "please "))
