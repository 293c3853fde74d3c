"""Facts as words: each fact that the reading could word becomes a case of prompts/phrases/recall.toml, or nothing.

A Wording names its case and the slots that its phrases may use. What is not sure enough, not whole by itself or too
long is left out; a short thing said well is worth more than a long one said badly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from wordfreq import zipf_frequency

from assistant.brief import Fact, Form
from assistant.language import lists
from assistant.language.tagging import Token, inflect, tag, verb_lemma
from assistant.language.tidy import unclear

SURE_ENOUGH = 0.6
SURE_OF_THE_ONLY = 0.5
"""Where nothing surer is known of a reader, so that they are not thanked for nothing in particular."""
SURE_STATEMENT = 0.7
"""For a whole clause, in which more can be wrong than in a thing."""
POINTING = re.compile(
    r"\bthat(?= (?:across|with|in|on|at|for|by|before|after)\b|$)"
    r"|\b(?:he|him|she|his|hers|it|them|there|this|that one|those|these)\b(?! (?:is|was|takes|comes|rains|snows)\b)",
    re.I,
)
TO_READER = re.compile(r"\b(?:you|your|yours|yourself|you're|you've|you'd|you'll)\b", re.I)
MARKED = re.compile(r"[:;?!\"“”()\[\]/|*#<>=→•]|->|--|\.\.|[\U0001F000-\U0001FAFF]")
CUT_OFF = re.compile(
    r"\b(?:and|or|but|the|a|an|of|to|with|without|for|in|on|at|by|from|my|your|than|as|about|before|because|if|i|that|which"
    r"|last|next|other|same|own|our|their|his|her|whose|very|too|more|most|less)$"
    r"|\b(?:and|but|so) (?:it|they|he|she|i|we) \w+$",
    re.I,
)
WEIGHT = {
    "liked": 1.25, "asked": 1.05, "showed": 1.2, "news": 1.2, "thank": 1.4, "tell": 1.4, "event": 1.05, "wants": 1.05,
    "said": 1.1, "discussed": 0.9, "answered": 0.9, "told": 0.9, "keen": 0.9,
}  # fmt: skip
BROKEN = re.compile(r"\b(?:I|we) (?:at|in|on|with|for|to|from|by|of)\b")
"""A subject without its verb."""
UNITS = frozenset(["am", "pm", "percent", "million", "thousand", "hundred", "dozen", "kg", "km", "m", "cm", "mm", "k"])
ORDINAL = re.compile(r"(?:%|th|st|nd|rd)$")
SPOKEN_OF = frozenset({"asked", "discussed", "said", "showed"})
MASS = re.compile(
    r"(?:tion|sion|ing|ment|ity|ness|ance|ence|ism|ship|age|ure|al|work|care|hood|cy|th|control|time|staff|food|water)$"
)
"""Endings of what is more often a matter than one of several things."""
OFTEN, RARER = 3.3, 1.0
"""Zipf frequency from which a plural counts as common, and by how much it may be rarer than its singular."""
OWN = re.compile(r"(?:my|mine|me|own)\b", re.I)
NUMBERED = re.compile(r"\d[\d,.]* [a-z]", re.I)
"""A count, which behind `about` would read as a guess."""
DETERMINED = re.compile(r"(?:the|my|an?|both|two|copies)\b", re.I)
BARE = re.compile(
    r"(?!(?:some|any|no)(?:body|one)\b|people\b|staff\b|help\b|support\b)[a-z-]+(?<!s) (?:for|to|with|that|in|on|at)\b"
)
"""One thing without its article: `meteorologist for the station`."""
LISTED = re.compile(r",(?!.*\b(?:and|or|who|which|where)\b)")
"""A comma after which nothing joins: `28 beds, 5 vacancies`."""
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
CONTRACTED = ("'s", "'re", "'ve", "'d", "'ll", "'m", "n't")
HELPING = frozenset({"do", "did", "don't", "didn't", "help", "let", "have", "go", "come"})
OPENING = frozenset(
    {"who", "that", "which", "whose", "where", "when", "how", "what", "why", "whether", "i", "we", "you", "they", "if"}
)
ASKING = frozenset({"how", "what", "where", "when", "why", "who", "whom", "whose", "which", "whether", "if"})
SUBJECT = re.compile(r"(?:i|you|we|he|she|they)(?:'\w+)?\s", re.I)
TRADE, AMONG = 6, 4  # letters of a word, words round it
SHORTEST = {"clause": 3, "wh": 3, "inf": 2, "gerund": 2, "np": 1}
LONGEST = {"np": 16, "wh": 24, "clause": 28, "inf": 20, "gerund": 20}  # words


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to put one fact (or two that belong together) to one reader."""

    case: str
    slots: dict[str, str]
    facts: tuple[str, ...]
    weight: float
    """How much it says that only this interview holds, and how surely; higher goes first."""
    sure: float = 1.0
    """How sure the reading is of what it rests on."""


def word(fact: Fact, *, answering: bool = False, least: float = SURE_ENOUGH) -> Wording | None:
    """The fact worded for its person; nothing where it cannot be worded well.

    `answering` is true where the question stands before it, so that an `it` has something to point to; `least` is how
    sure the reading must be of it.
    """
    if fact.form is None or fact.act is None or not _is_fit(fact, answering=answering, least=least):
        return None
    if _is_unwelcome(fact):
        return None
    value = _with_article(fact.value) if fact.form == "np" and fact.act in SPOKEN_OF else fact.value
    value = f"the {value}" if NUMBERED.match(fact.value) and fact.act in {"asked", "discussed"} else value
    mine = "me-" if fact.act == "asked" and fact.said_by == "me" else ""
    grave = "-sober" if _holds("grim", fact.value) and fact.act in {"asked", "discussed"} else ""
    known = "-known" if fact.act == "wants" and fact.form == "np" and value.lower().startswith("the ") else ""
    case = f"{fact.act}-{mine}{fact.form}{grave}{known}"
    weight = WEIGHT[fact.act] * fact.sure * (0.6 + fact.best) * (0.6 if grave else 1.0)
    return Wording(case, {fact.form: value}, (fact.id,), weight, fact.sure)


def _is_unwelcome(fact: Fact) -> bool:
    """Whether the words, well as they may stand, have no place in the sentence that their act makes of them."""
    text, thing = fact.value, fact.form == "np"
    if _holds("protected", text) or (fact.act in {"thank", "event"} and _holds("thanked", text)):
        return True
    match fact.act:
        case "wants" if thing:
            unhelped = OWN.match(text) or BARE.match(text) or _holds("paperwork", text)
            return bool(unhelped or LISTED.search(text))
        case "thank" if thing:
            return not _holds("kindness", text)
        case "said":
            return _holds("sore", text) or (thing and bool(LISTED.search(text)))
        case "showed" if thing:
            return bool(LISTED.search(text))
        case "asked" if fact.said_by != "me" and fact.form == "wh":
            return text.startswith(("whether ", "if "))
    return False


def _is_fit(fact: Fact, *, answering: bool, least: float) -> bool:
    """Whether the words stand well in a sentence that a reader gets who cannot see the notes."""
    text, form = fact.value, fact.form or "np"
    count = len(text.split())
    if fact.sure < (SURE_STATEMENT if form == "clause" else least) or not SHORTEST[form] <= count <= LONGEST[form]:
        return False
    if BROKEN.search(text) or _is_miscounted(text):
        return False
    if MARKED.search(text) or CUT_OFF.search(text) or not is_legible(text):
        return False
    if not is_whole(text, form):
        return False
    return answering or not POINTING.search(text)


def _states(tokens: Sequence[Token]) -> bool:
    """Whether a thing holds a statement of its own: `3 bakeries and the ovens trip`; behind `who` it may."""
    for token in tokens:
        if token.low in OPENING:
            return False
        if token.tag in {"VBZ", "VBP", "MD"} or token.low in {"was", "were", "has", "had"}:
            return True
    return False


def _collides(tokens: Sequence[Token]) -> bool:
    """Whether a possessive stands behind a noun with nothing between: `panel my final story`."""
    return any(after.tag == "PRP$" and before.tag in {"NN", "NNS"} for before, after in pairwise(tokens))


def _is_thing(tokens: Sequence[Token]) -> bool:
    """Whether a clause is a thing that a later clause tells of: `my testing certificate I did last year`."""
    verb = next((at for at, token in enumerate(tokens) if token.tag in FINITE), len(tokens))
    return any(token.low in {"i", "we"} for token in tokens[1:verb]) and tokens[0].low in {
        "my",
        "the",
        "a",
        "an",
        "our",
    }


def _with_article(text: str) -> str:
    """The words with the article that notes leave out before one of several things: the waiting list for care."""
    tokens = tag(text)
    if tokens[0].tag not in {"NN", "JJ"} or not tokens[0].text.islower():
        return text
    head = tokens[0]
    for token in tokens:
        if token.tag not in {"NN", "JJ", "VBG", "VBN"} or not token.text.islower():
            break
        head = token
    stop = next((token for token in tokens if token.tag not in {"NN", "JJ", "VBG", "VBN"}), None)
    named = stop is not None and stop.tag in {"NNS", "NNP", "NNPS"}
    return f"the {text}" if not named and head.tag == "NN" and _counts(head.low) else text


@lru_cache(maxsize=4096)
def _counts(noun: str) -> bool:
    """Whether a noun is as often one of several: list, model, boiler; and not triage, training, leadership."""
    several = inflect(noun, "NNS")
    if not noun.isalpha() or MASS.search(noun) or several == noun:
        return False
    return zipf_frequency(several, "en") >= OFTEN and zipf_frequency(noun, "en") - zipf_frequency(several, "en") < RARER


def _holds(name: str, text: str) -> bool:
    """Whether words of a list of prompts/language/wording.toml stand in a text."""
    return bool(lists.pattern("wording", name).search(text))


def is_paper(text: str) -> bool:
    """Whether a thing is one that is sent: my certificate, the list, a copy of the plan."""
    return bool(DETERMINED.match(text)) and (_holds("papers", text) or _holds("paperwork", text))


def _is_miscounted(text: str) -> bool:
    """Whether one thing stands where several are counted: `3 deck from the 80s`; `a 20 minute lesson` is well said."""
    tokens = tag(text)
    for number, thing, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
        many = number.tag == "CD" and number.low not in {"1", "one"} and not ORDINAL.search(number.low)
        bare = thing.tag == "NN" and thing.low.isalpha() and thing.low not in UNITS
        if many and bare and (after is None or after.tag in {"IN", "CC", "TO", "VBD", "VBZ"}):
            return number.low.isdigit() and len(number.low) < 4
    return False


def is_legible(text: str) -> bool:
    """Whether a reader knows the words; one long word of a trade (outbox, croquembouche) may stand among others."""
    unknown = unclear(text)
    return not unknown or (len(unknown) == 1 and len(unknown[0]) >= TRADE and len(text.split()) >= AMONG)


def is_whole(text: str, form: Form) -> bool:
    """Whether the words have what their form needs: a verb where it states, a thing where it names.

    The tagger is asked only what it is good at; a phrase that it takes for another is let pass where in doubt.
    """
    tokens = tag(text)
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else tokens[0]
    finite = any(token.tag in FINITE or token.low.endswith(CONTRACTED) for token in tokens)
    match form:
        case "inf":
            return verb_lemma(first.text) == first.low and not SUBJECT.match(text)
        case "gerund":
            return first.low.endswith("ing")
        case "np":
            predicate = first.tag == "JJ" and second.tag == "IN"  # proud of the garden
            return (
                not SUBJECT.match(text)
                and first.tag not in {"VBD", "MD"}
                and not (predicate or _states(tokens) or _collides(tokens))
            )
        case "wh":
            stated = finite or any(token.tag == "VB" for token in tokens[2:])  # the tagger's base form may be a present
            bare = second.tag == "VB" or second.tag in {"VBG", "VBN", "VBD"}
            return first.low in ASKING and stated and not bare
        case "clause":
            verbs = second.tag in {"VB", "VBP"} and len(tokens) > 2 and tokens[2].tag == "VB"
            doubled = verbs and second.low not in HELPING
            headless = first.tag.startswith("VB") or first.tag == "MD" or second.text == "," or _is_thing(tokens)
            return finite and not headless and not (first.low == "i" and (second.tag in {"VBG", "NN", "IN"} or doubled))


def speaks_to_reader(wording: Wording) -> bool:
    """Whether the words say `you`, so that only the person they belong to can read them."""
    return any(TO_READER.search(text) for text in wording.slots.values())
