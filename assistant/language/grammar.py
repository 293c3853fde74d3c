"""What a tidied fragment is (noun phrase, clause, question) and how to make it stand in a sentence.

Nothing here adds a content word; it restores the small words that notes leave out (articles), and puts questions
into the order they have inside a sentence. What does not fit a known pattern is refused.
"""

from __future__ import annotations

import re
from functools import cache

from lemminflect import getAllLemmas
from assistant import prompts
from assistant.language.tagging import SUBJECTS, Token, inflect, is_past, roles, tag, verb_lemma

LETTER = {
    "DT": "D", "PRP$": "D", "PDT": "D", "WP$": "D", "JJ": "J", "JJR": "J", "JJS": "J", "VBN": "J", "CD": "C", "NN": "N", "NNS": "N", "NNP": "N",
    "NNPS": "N", "VBG": "G", "IN": "I", "TO": "T", "CC": "&", "RB": "R", "RBR": "R", "RBS": "R", "VB": "V", "VBP": "V", "VBZ": "V", "VBD": "V", "MD": "M",
    "PRP": "P", "WP": "W", "WDT": "W", "WRB": "W", "POS": "'", "FW": "N", "EX": "P", "RP": "R", "LS": "C",
}  # fmt: skip
BASE = r"(?:D?R?[JCGN'&-]*[NGC]|P)"
LINK = r"(?:I|T|&|,&?|TV|G|(?<=G)|(?<=TV))"
NOUN_PHRASE = re.compile(rf"^D?{BASE}(?:{LINK}D?{BASE})*$")
INFINITIVE = re.compile(r"TVR?")
ENDS_BADLY = frozenset(
    "of to for with at in on by and or but the a an my your his her their our about from into as if than that which who whose not very so too is was were are be been also".split()
)
WH = frozenset({"how", "why", "what", "when", "where", "which", "who", "whether", "if"})
DOING = frozenset("need get make take have do use keep put let give go see tell ask know think want like bring send run help find show feel try call come look say said told".split())
AUXILIARY = frozenset("do does did would will can could should shall may might must is are was were am have has had".split())


CONTRACTED = re.compile(r"^(?:i|we|you|he|she|they|it|that|who|there)'(?:d|ll|m|ve|re|s)$")


def letters(text: str) -> str:
    """The tags of a text as one letter a word; a contracted subject and verb are two."""
    return "".join(_letter(token) for token in tag(text))


def _letter(token: Token) -> str:
    if CONTRACTED.match(token.low):
        return "PV"
    return LETTER.get(token.tag, "," if token.text == "," else "-" if token.text in "-–/" else "." if not token.text[0].isalnum() else "N")


def _clausal(tokens: tuple[Token, ...]) -> str:
    """One letter a word, reading a participle behind its subject as the verb that it is: `the barn burned`."""
    shape = list(map(_letter, tokens))
    for index, token in enumerate(tokens):
        if token.tag == "VBN" and index and shape[index - 1][-1] in {"N", "P"} and is_past(token.text) and "V" not in "".join(shape[:index]) and "M" not in shape[:index]:
            shape[index] = "V"
    return "".join(shape)


def is_noun_phrase(text: str) -> bool:
    """Whether the text reads as one noun phrase, with prepositional phrases, coordination or `to` + verb behind it."""
    tokens = tag(text)
    if not tokens or tokens[-1].low in ENDS_BADLY or tokens[0].low in ENDS_BADLY - {"the", "a", "an", "my", "your", "his", "her", "their", "our"}:
        return False
    if tokens[-1].low in {"first", "last", "next", "again", "before", "after", "then"}:
        return False
    if len(tokens) == 1 and not tokens[0].tag.startswith(("NN", "VBG")):
        return False
    shape = _nominal(tokens)
    doing = tokens[0].tag == "VBG" and len(tokens) > 1 and not set("VMPW.") & set(shape)
    return doing or bool(NOUN_PHRASE.match(shape))


def _nominal(tokens: tuple[Token, ...]) -> str:
    """One letter a word, reading a word that can be a noun as a noun where a verb cannot stand; a relative clause is dropped."""
    relative = next((i for i, token in enumerate(tokens) if i and _opens_relative(tokens, i)), None)
    shape = list(map(_letter, tokens[:relative]))
    for index, token in enumerate(tokens[:relative]):
        before, after = shape[index - 1] if index else "", shape[index + 1] if index + 1 < len(shape) else ""
        if shape[index] == "V" and before in {"", "D", "J", "G", "I", "&", ","} and after in {"N", "G"} and token.tag in {"VBD", "VBN"}:
            shape[index] = "J"
        elif (
            shape[index] == "V"
            and "NOUN" in roles(token.text)
            and (index == 0 and after == "N" and token.low not in DOING or before in {"D", "J", "N", "C"} and after in {"", "I", "&", "T", ","})
        ):
            shape[index] = "N"
        elif shape[index] == "J" and after in {"", "I", "&", "T", ","} and ("-" in token.text or "NOUN" in roles(token.text)):
            shape[index] = "N"
    return "".join(shape)


def _opens_relative(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a relative clause starts here: who, that, which and a clause, or a bare `I started` behind a noun."""
    if tokens[at].low in {"who", "that", "which"}:
        return _relative(tokens[at + 1 :])
    behind_noun = _letter(tokens[at - 1]) == "N"
    if behind_noun and tokens[at].tag == "DT" and tokens[at].low == "the":
        subject = re.match(r"D[JN]{1,4}V(?=.)", "".join(map(_letter, tokens[at:])))
        return bool(subject) and tokens[-1].low not in ENDS_BADLY
    return behind_noun and tokens[at].low in {"i", "we", "you", "they", "i'd", "i've", "we've", "they've", "they're", "they'd", "he", "she", "he's", "she's"} and at + 1 < len(tokens) and (_letter(tokens[at + 1]) in "VMGJ") and tokens[-1].low not in ENDS_BADLY


def _relative(tail: tuple[Token, ...]) -> bool:
    """Whether the words after who/that/which make a relative clause: a verb first, or a subject and a verb, and no loose end."""
    if not tail or tail[-1].low in ENDS_BADLY:
        return False
    verb = "VERB" in roles(tail[0].text) and tail[0].tag not in {"DT", "PRP$", "IN"}
    return verb or bool(re.match(r"^(?:P|D?J*N+)R?[VM]|^R?[VM]", "".join(map(_letter, tail))))


def is_clause(text: str) -> bool:
    """Whether the text is a finite clause: a subject, then a finite verb, and no loose end."""
    tokens = tag(text)
    if len(tokens) < 2 or tokens[-1].low in ENDS_BADLY:
        return False
    return bool(re.match(rf"^(?:P|{BASE}(?:I{BASE})*)R*[VM]", _clausal(tokens))) and not text.lower().startswith(("let ", "please "))


def is_question(text: str) -> bool:
    """Whether the text opens with a question word, or with an auxiliary and its subject."""
    tokens = tag(text)
    if len(tokens) > 2 and tokens[0].low in AUXILIARY and tokens[1].low in SUBJECTS:
        return True
    return bool(tokens) and tokens[0].low.split("'")[0] in WH


@cache
def _nouns() -> tuple[frozenset[str], tuple[str, ...], frozenset[str], frozenset[str]]:
    data = prompts.phrases()["nouns"]
    return frozenset(data["mass"]), tuple(data["endings"]), frozenset(data["countable"]), frozenset(data["bare_after_preposition"])


def takes_article(noun: Token) -> bool:
    """Whether a noun standing bare needs an article: singular, countable, not a name and not an acronym."""
    word = noun.text
    mass, endings, countable, _ = _nouns()
    if word in {"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "something", "nothing", "anything", "everything"}:
        return False
    if not noun.tag.startswith(("NN", "VB")) or noun.tag in {"NNS", "NNP", "VBG"} or word[:1].isupper() or any(c.isdigit() for c in word):
        return False
    if "NOUN" not in roles(word) or is_plural(word):
        return False
    return word in countable or not (word in mass or word.endswith(endings))


def is_plural(word: str) -> bool:
    """Whether a noun is in the plural, by lemminflect's dictionary."""
    lemmas = getAllLemmas(word.lower(), upos="NOUN").get("NOUN", ())
    return bool(lemmas) and word.lower() not in lemmas


UNITS = re.compile(
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)[ -](hour|minute|day|week|month|year|mile|metre|page|man|person|bed|seat|storey|acre|step|part|point)\s+(?=(?:[a-z]+ )?[a-z]+)",
    re.I,
)


def with_article(phrase: str) -> str:
    """A noun phrase with `the` put in before each bare singular countable noun; the phrase itself otherwise.

    `4 hour delay` counts as one noun: `the 4-hour delay`.
    """
    if UNITS.match(phrase) and takes_article(tag(phrase)[-1]):
        return f"the {UNITS.sub(lambda m: f'{m.group(1)}-{m.group(2)} ', phrase)}"
    tokens = tag(phrase)
    inserts: list[int] = []
    start = 0
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        if before is None or before.text == "," or before.tag in {"IN", "TO", "CC"} and not _is_particle(tokens, index - 1):
            start = index
        if before is not None and before.low == "to" and verb_lemma(token.text) == token.low:
            start = index + 1
            continue
        group = tokens[start : index + 1]
        if not _closes(tokens, index) or not takes_article(token) or any(_determines(word) for word in group):
            continue
        lone = len(group) == 1 and start and tokens[start - 1].tag == "IN" and token.low in _nouns()[3]
        if lone or start and tokens[start - 1].tag == "CC" and _shares_article(tokens, start):
            continue
        doing = group[0].tag == "VBG" and len(group) > 1 and not roles(group[0].low) & {"ADJ", "NOUN"}
        inserts.append(group[1].start if doing and not _modifies(group) else group[0].start)
    for at in reversed(inserts):
        phrase = f"{phrase[:at]}the {phrase[at:]}"
    return phrase


def _is_particle(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a preposition belongs to a compound noun, as in `sign out sheet`, `pop up cafe`."""
    return tokens[at].low in {"up", "out", "off", "down", "over"} and 0 < at < len(tokens) - 1 and tokens[at + 1].tag.startswith("NN")


def _closes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun group ends with this word."""
    if at + 1 == len(tokens):
        return True
    after = tokens[at + 1]
    return not after.text[0].isalnum() or after.tag in {"IN", "TO", "CC", "WP", "WDT", "WRB", "DT", "PRP"} and not _is_particle(tokens, at + 1)


def _determines(word: Token) -> bool:
    """Whether a word does what an article would: the, my, two, Marit's, £40."""
    return word.tag in {"DT", "PRP$", "CD", "POS", "PRP"} or word.text[0] in "£$€" or word.low.endswith(("'s", "s'"))


def _modifies(group: tuple[Token, ...]) -> bool:
    """Whether an -ing word only describes the noun behind it, as in `deteriorating patient`; `moving stock` has an object."""
    return len(group) == 2 and not takes_object(group[0].text)


def takes_object(word: str) -> bool:
    """Whether an -ing word is one that usually takes an object, so that what follows is not described by it."""
    return word.lower() in {"moving", "running", "managing", "handling", "building", "making", "leading", "teaching", "cutting", "keeping", "closing", "fixing", "writing"}


def _shares_article(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether the noun before the `and` had its own determiner, which covers this one too."""
    return any(token.tag in {"DT", "PRP$"} for token in tokens[max(0, start - 4) : start])


PLURAL_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred several many few both".split())


def with_plurals(text: str) -> str:
    """The text with a bare singular after a number above one put in the plural: `two girl` -> `two girls`, `41 NCR` -> `41 NCRs`."""
    tokens = tag(text)
    turned, at = "", 0
    for index, token in enumerate(tokens[1:], 1):
        number, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
        if number.tag == "JJ" and index > 1:
            number = tokens[index - 2]
        several = number.low in PLURAL_NUMBERS or number.text.isdecimal() and int(number.text) > 1 and not _is_year(number.text)
        last = after is None or after.tag in {"IN", "TO", "CC", "DT", "PRP", "WRB", "WP", "MD", "PRP$"} or after.text in {",", ".", ";"}
        counted = token.text.isupper() and len(token.text) > 1 and token.text.isalpha() and token.text not in {"AM", "PM"} or takes_article(token)
        at_number = index - 1 if number is tokens[index - 1] else index - 2
        described = at_number > 0 and tokens[at_number - 1].tag in {"JJ", "PRP$"} or at_number > 0 and tokens[at_number - 1].low in {"a", "an", "every", "each"}
        if several and last and counted and not described:
            turned += text[at : token.start] + (f"{token.text}s" if token.text.isupper() else inflect(token.text, "NNS"))
            at = token.end
    return turned + text[at:]


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.startswith(("19", "20"))


def indirect(question: str) -> str | None:
    """A question as it stands inside a sentence: `how do I triage` -> `how I triage`; nothing if it cannot."""
    tokens = tag(question.strip(" ?.!"))
    if len(tokens) < 2:
        return None
    words = [token.text for token in tokens]
    text = question.strip(" ?.!")
    if tokens[0].low in AUXILIARY and tokens[1].low in SUBJECTS and len(tokens) > 2:
        auxiliary = "" if tokens[0].low in {"do", "does"} else f" {tokens[0].low}"
        return None if tokens[0].low == "did" else f"whether {tokens[1].text}{auxiliary} {text[tokens[1].end :].strip()}"
    if tokens[0].low not in WH or "'" in tokens[0].low:
        return None
    if tokens[0].low == "what" and tokens[1].low == "if":
        return f"what to do {text[tokens[1].start :]}"
    at = next((i for i in range(1, min(5, len(tokens))) if tokens[i].low in AUXILIARY), None)
    if at and at + 1 < len(tokens) and (tokens[at + 1].low in SUBJECTS):
        lead = text[: tokens[at].start].rstrip()
        subject, auxiliary = words[at + 1], tokens[at].low
        rest = text[tokens[at + 1].end :].strip()
        if auxiliary in {"do", "does"}:
            return f"{lead} {subject} {rest}" if rest else None
        if auxiliary == "did":
            verb, _, tail = rest.partition(" ")
            return f"{lead} {subject} {_past(verb)} {tail}".strip()
        return f"{lead} {subject} {tokens[at].text} {rest}".strip()
    if at and at + 2 < len(tokens) and tokens[at].low in AUXILIARY - {"do", "does", "did"} and tokens[at + 1].tag in {"DT", "PRP$"}:
        head = next((i for i in range(at + 2, len(tokens)) if tokens[i].tag.startswith("NN") and not tokens[min(i + 1, len(tokens) - 1)].tag.startswith("NN")), None)
        if head and head + 1 < len(tokens):
            subject = text[tokens[at + 1].start : tokens[head].end]
            return f"{text[: tokens[at].start].rstrip()} {subject} {tokens[at].text} {text[tokens[head].end :].strip()}"
    return text


def _past(verb: str) -> str:
    return inflect(verb, "VBD")


def wh_is_whole(text: str) -> bool:
    """Whether an indirect question is a whole clause: question word, subject, verb, or question word + `to` + verb."""
    tokens = tag(text)
    if len(tokens) < 3 or tokens[-1].low in ENDS_BADLY - {"about", "with", "for", "at", "on", "from", "of", "to"}:
        return False
    shape = _clausal(tokens[1:])
    if tokens[-1].tag == "MD" or tokens[-1].low in {"want", "like", "need", "have", "is", "am", "are", "was"} or tokens[-1].low.endswith("n't"):
        return False
    if tokens[1].low == "to":
        return len(tokens) > 2 and bool(verb_lemma(tokens[2].text))
    if tokens[0].low in {"who", "what", "which"} and re.match(r"^R*[VM]", shape):
        return True
    return bool(re.match(rf"^(?:D?R?[JCN']*[NJR])?(?:P|{BASE}(?:I{BASE})*)R*[VM]", shape))
