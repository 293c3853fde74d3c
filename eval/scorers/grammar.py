"""Grammar and fluency of a message by a few rules that are sure of what they say; nothing here asks assistant/checking.

Words are tagged by assistant/language, articles come from inflect, inflection from lemminflect. A rule that would have
to guess says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import inflect

from assistant.language.tagging import Token, roles, tag, verb_lemma
from eval.scorers import wording

PLURAL = frozenset({"i", "we", "you", "they"})
SINGULAR = frozenset({"he", "she", "it"})
OBJECTS = frozenset({"you", "it"})
"""Pronouns that need not be a subject."""
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
QUESTION = frozenset({"what", "when", "where", "why", "how"})
MEASURES = frozenset({"long", "often", "soon", "best", "far", "much"})
COPULAS = frozenset({"is", "are", "was", "were", "has", "will"})
VERBAL = frozenset({"VERB", "AUX", "NOUN"})
OPEN_ENDED = frozenset({"the", "a", "an", "and", "or", "but", "my", "your", "their", "our", "because", "than", "very"})
TWICE = frozenset({"had", "that", "very", "bye", "ha", "so", "no", "yes", "hear", "there", "now"})
PAIRS = {"(": ")", "[": "]", "“": "”", "{": "}"}
_TWICE = re.compile(r"\b([^\W\d_]+)[ \t]+\1\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b([Aa]n?) ([\w£$€][\w'’.&-]*)")
_SPACING = re.compile(r" [,.;:!?](?=\s|$)|,,|\.\.(?!\.)(?<!\.\.\.)|,\.|[?!]\.|;,|:\.(?!\d)")
_CAPITAL = re.compile(
    r"(?<=[a-z] )(?:The|A|An|We|You|They|He|She|It|My|Your|Their|Our|This|That|These|Those|Is|Are|Was|Has|Have"
    r"|What|When|Where|Why|How|Which|Who)(?= (?:[a-z]|I\b))"
)
_THANKS = re.compile(r"(?:again,? |and )?(?:thank you|thanks|with|best|kind|warm|congratulations)\b", re.IGNORECASE)
_CUT = re.compile(
    r"\b(?:about|of|for|with|to) (?:I|we|they|he|she)\b(?! [a-z]+ing\b)|\b(?:about|of) you (?:\d+|a|an|the)\b"
    r"|\bask(?:ed|ing)? (?:I|we)\b|\bthat (?:I|you|we|they|he|she) [a-z]+ing\b"
    r"|\b(?:for|with|about) (?:someone|somebody|anyone) (?:can|could|will|would|is|has|does)\b"
    r"|\b(?:I|we|you|they) (?:will|would|can|could) (?:you|me|the|a|an|my|your)\b|\band I[,.](?= and\b|$)"
)
_THAT = re.compile(r"\b(?:hear|heard|told me|tell me|mentioned|said|know) that (.+)")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What one rule says about one sentence, and the words that it means."""

    rule: str
    words: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.rule} {self.words!r} in {self.sentence!r}"


Rule = Callable[[str], Iterator[str]]
"""A sentence -> the words in it that the rule objects to."""


def flaws(body: str) -> tuple[Flaw, ...]:
    """What is wrong with the prose of a message, paragraph by paragraph."""
    return tuple(flaw for paragraph in wording.prose(body) for flaw in _in_paragraph(paragraph))


def _in_paragraph(paragraph: str) -> Iterator[Flaw]:
    for sentence in wording.sentences(paragraph):
        for name, rule in RULES.items():
            yield from (Flaw(name, words, sentence) for words in rule(sentence))
    yield from (Flaw("unbalanced", mark, paragraph) for mark in unbalanced(paragraph))


def doubled(sentence: str) -> Iterator[str]:
    """A word twice in a row."""
    yield from (found.group() for found in _TWICE.finditer(sentence) if found.group(1).lower() not in TWICE)


def article(sentence: str) -> Iterator[str]:
    """`a` before a vowel's sound, `an` before a consonant's."""
    for found in _ARTICLE.finditer(sentence):
        given, word = found.group(1).lower(), found.group(2).rstrip(".'’")
        if given == "a" and found.group(1) == "A" and found.start() and sentence[found.start() - 1] != " ":
            continue
        if word and _article(word) != given:
            yield found.group()


def small_start(sentence: str) -> Iterator[str]:
    """A sentence that begins with a small letter."""
    first = re.match(r"[\"“‘'(]*([^\W\d_]+)", sentence)
    if first and first.group(1).islower():
        yield first.group(1)


def capital(sentence: str) -> Iterator[str]:
    """An article, pronoun or auxiliary with a capital in mid-sentence: a line of notes put in as it stood."""
    yield from (found.group() for found in _CAPITAL.finditer(sentence))


def shorthand(sentence: str) -> Iterator[str]:
    """What belongs in notes: abbreviations, arrows, doubled marks."""
    for token in re.findall(r"\S+", sentence):
        bare = token.strip("\"“”‘’'(),;:") if re.search(r"\w", token) else token
        if bare in _shorthand() or bare.rstrip(".!?") in _shorthand():
            yield token


def unbalanced(paragraph: str) -> Iterator[str]:
    """A bracket or quotation mark without its other half."""
    for left, right in PAIRS.items():
        if paragraph.count(left) != paragraph.count(right):
            yield left if paragraph.count(left) > paragraph.count(right) else right
    if paragraph.count('"') % 2:
        yield '"'


def spacing(sentence: str) -> Iterator[str]:
    """A space before a mark, or two marks in a row."""
    yield from (found.group().strip() for found in _SPACING.finditer(sentence))


def unfinished(sentence: str) -> Iterator[str]:
    """A sentence without its full stop, or one that stops at a word which must go on; a signature is no sentence."""
    if _plain(sentence) >= 4 and not re.search(r"[.!?…:,][\"”’')\]]*$", sentence):
        yield sentence.split()[-1]
    last = re.search(r"([^\W\d_]+)[,;:]?[.!?]*$", sentence)
    if last and last.group(1).lower() in OPEN_ENDED:
        yield last.group()


def fragment(sentence: str) -> Iterator[str]:
    """A sentence without any word that could be its verb."""
    if _plain(sentence) < 4 or _THANKS.match(sentence) or sentence.lower().startswith(wording.data()["verbless"]):
        return
    clause = _THAT.search(sentence)
    if not _spoken(sentence):
        yield sentence
    elif clause and not _spoken(clause.group(1)):
        yield clause.group()


def agreement(sentence: str) -> Iterator[str]:
    """A pronoun with another's verb; `to` or an auxiliary with a verb that is no base form."""
    tokens = tag(sentence)
    for before, token, after in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False):
        if after is None or not after.text.isalpha():
            continue
        alone = token.low not in OBJECTS or before is None or before.tag in {"CC", ",", ":", "."}
        if alone and _disagree(token.low, after):
            yield f"{token.text} {after.text}"
        if _no_base(token, after):
            yield f"{token.text} {after.text}"


def number(sentence: str) -> Iterator[str]:
    """`a` or `this` before a plural, `these` before a singular, where the noun ends its phrase."""
    tokens = tag(sentence)
    for token, after, later in zip(tokens, tokens[1:], (*tokens[2:], None), strict=False):
        ends = later is None or later.tag in {"IN", "CC", ".", ",", "MD", "VBD", "VBZ", "VBP", "TO", "WDT", ":"}
        only = roles(after.low) == {"NOUN"}
        if not ends or not only or not after.text.islower():
            continue
        plural = after.tag == "NNS" and after.low.endswith("s") and not after.low.endswith(("ss", "ics"))
        if token.low in {"a", "an", "this", "that", "each", "every"} and plural and _one(after.low) != after.low:
            yield f"{token.text} {after.text}"
        if token.low in {"these", "those", "many", "several"} and after.tag == "NN" and _many(after.low) != after.low:
            yield f"{token.text} {after.text}"


def no_subject(sentence: str) -> Iterator[str]:
    """An indirect question that lost its subject: "you asked what do", "how long wait"."""
    tokens = [token for token in tag(sentence) if token.low not in MEASURES]
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        asks = before.tag.startswith("VB") or before.low in {"me", "about", "of"}
        base = after.text.islower() and verb_lemma(after.low) == after.low and not roles(after.low) - VERBAL
        if asks and token.low in QUESTION and base and (token.low == "how" or "NOUN" not in roles(after.low)):
            yield f"{before.text} {token.text} {after.text}"


def cut_in(sentence: str) -> Iterator[str]:
    """A clause put where a noun should stand: "about I run", "about you 8 residents", "about the service is"."""
    yield from (found.group() for found in _CUT.finditer(sentence))
    tokens = tag(sentence)
    for place, token in enumerate(tokens):
        if token.low == "about":
            yield from _clause(tokens[place + 1 :])


RULES: dict[str, Rule] = {
    "doubled-word": doubled,
    "article": article,
    "small-start": small_start,
    "capital": capital,
    "shorthand": shorthand,
    "spacing": spacing,
    "unfinished": unfinished,
    "fragment": fragment,
    "agreement": agreement,
    "number": number,
    "no-subject": no_subject,
    "cut-in": cut_in,
}


def by_rule(found: Sequence[Flaw]) -> Counter[str]:
    """How often each rule spoke."""
    return Counter(flaw.rule for flaw in found)


def _disagree(pronoun: str, verb: Token) -> bool:
    word, lemma = verb.low, verb_lemma(verb.low)
    if pronoun in PLURAL:
        odd = word in {"is", "has", "does"} or (word == "was" and pronoun != "i") or (word == "am" and pronoun != "i")
        third = verb.tag == "VBZ" and roles(word) == {"VERB"} and word.endswith("s") and word != lemma
        return odd or third
    if pronoun in SINGULAR:
        return word in {"are", "have", "do", "am"}
    return False


def _no_base(token: Token, after: Token) -> bool:
    """Whether an auxiliary or `to` stands before a form that can only be past or third person."""
    if (token.tag != "MD" or "'" in token.low) and token.low != "to":
        return False
    verb = after.tag in {"VBD", "VBZ"} and roles(after.low) <= {"VERB", "AUX"}
    return verb and verb_lemma(after.low) not in {None, after.low}


def _clause(tokens: Sequence[Token]) -> Iterator[str]:
    """The words after `about` up to a finite verb, where nothing but one noun phrase stands before it."""
    for place, token in enumerate(tokens):
        if place and token.low in COPULAS and tokens[place - 1].tag.startswith("NN"):
            yield " ".join(["about", *(each.text for each in tokens[: place + 1])])
            return
        begins = place == 0 and token.tag in {"DT", "PRP$"}
        if not begins and not token.tag.startswith(("NN", "JJ", "CD", "POS")):
            return


def _plain(sentence: str) -> int:
    """How many of its words have no capital."""
    return len(re.findall(r"(?<!\S)[\"“‘'(]*[a-z]", sentence))


def _spoken(words: str) -> bool:
    """Whether some word could be a finite verb."""
    return any("'" in token.low or token.tag in FINITE or _could_be_verb(token) for token in tag(words))


def _could_be_verb(token: Token) -> bool:
    return not token.low.endswith("ing") and not roles(token.low).isdisjoint({"VERB", "AUX"})


@cache
def _shorthand() -> frozenset[str]:
    return frozenset(wording.data()["shorthand"])


@cache
def _article(word: str) -> str:
    """`a` or `an`, as the word that follows sounds."""
    figure = re.match(r"\d+", word)
    spoken = str(_engine().number_to_words(figure.group())) if figure else word
    return str(_engine().a(spoken)).split()[0].lower()


@cache
def _engine() -> inflect.engine:
    return inflect.engine()


@cache
def _one(noun: str) -> str:
    return str(_engine().singular_noun(noun) or noun)


@cache
def _many(noun: str) -> str:
    return str(_engine().plural_noun(noun))
