"""Facts as words: each fact becomes clauses and noun phrases that can stand in a sentence to one reader, or nothing.

A Wording names its case (a table of prompts/phrases/recall.toml or fit.toml) and the slots that its phrases may use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.brief import Fact
from assistant.language import deixis, grammar, lists
from assistant.language.tagging import Token, inflect, is_past, tag, verb_lemma

SURE_ENOUGH = 0.5
SURE_OF_ANSWER = 0.35
POINTING = re.compile(
    r"\b(?:it|them|there)\b"
    r"|\b(?:that|this|those|these|one|ones)\b(?=\s*(?:$|,|by|on|in|at|to|for|with|and|or|but|when|if|from|of|too)\b)",
    re.I,
)
LOOSE_NUMBER = re.compile(r"\b[a-z]{2,} \d[\d.,]* (?!of\b)[A-Za-z]+|\b(?:then|nothing|etc)\b|^\d\S* [A-Z]\b")
THIN = re.compile(
    r"^(?:\d+[.:]\d\d\b|\d[\d,]*\s+[A-Za-z]+$|(?:my|our) (?:current|present|old|last|previous)\b)"
    r"|\b(?:it|them|ones?)\b(?!-)",
    re.I,
)
MARKED = re.compile(r"[:;?!\"“”()/]")
SOBER = frozenset({"asked-wh", "asked-np", "discussed-np"})  # cases with wording for a grave matter
SOBER_WEIGHT = 0.6
UNSHADED = ("told", "tell", "news", "thank")  # cases that grave words do not make grave
WEIGHT = {
    "thank": 1.5, "tell": 1.4, "liked": 1.25, "showed": 1.2, "asked": 1.15, "gave": 1.0, "event": 1.0, "wants": 0.95,
    "said": 0.95, "told": 0.85, "discussed": 0.8, "keen": 0.8,
}  # fmt: skip
LONGEST_PHRASE = 14  # words: a longer noun phrase does not fit a sentence
LONGEST_CLAUSE = 24


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to put one fact (or two that belong together) to one reader."""

    case: str
    slots: dict[str, str]
    facts: tuple[str, ...]
    weight: float
    """How much it says that only this interview holds, and how surely; higher goes first."""


_Shape = tuple[str, dict[str, str]]
"""A case and the words for its slots."""


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(rf"\b{lists.either('wording', 'planned')}\b|'ll\b|'re \w+ing\b|\bare \w+ing\b")


@cache
def _somebody() -> re.Pattern[str]:
    people, endings = lists.either("wording", "wanted.people"), lists.either("wording", "wanted.endings")
    return re.compile(rf"^(?:the |a |an |another |more )?(?:[\w-]+ ){{0,3}}?(?:{people}|\w{{3,}}{endings})s?\b", re.I)


def word(fact: Fact, *, employer: bool, answering: bool = False) -> Wording | None:
    """The fact worded for a reader (`employer`: one of the employer's); nothing where it cannot be worded well.

    `answering` is true where the question stands before it, so that an `it` has something to point to.
    """
    if fact.sure < SURE_ENOUGH or (not answering and _points_nowhere(fact)):
        return None
    act = fact.act or "discussed"
    turned = _turned(fact, act, employer=employer)
    found = _shape(act, fact, turned, answering) if turned is not None else None
    if turned is None or found is None:
        return None
    case, slots = found
    weight = _weight(fact, act, turned)
    if case.startswith(UNSHADED) or not lists.pattern("wording", "grim").search(" ".join(slots.values())):
        return Wording(case, slots, (fact.id,), weight)
    return Wording(f"{case}-sober", slots, (fact.id,), weight * SOBER_WEIGHT) if case in SOBER else None


def _points_nowhere(fact: Fact) -> bool:
    """Whether a statement points to something (`it`, `that`) that a reader would not see."""
    stated = fact.act in {"told", "tell", "said"} or fact.value.startswith("to ")
    return stated and bool(POINTING.search(fact.value))


def _turned(fact: Fact, act: str, *, employer: bool) -> str | None:
    """The fact's words as I say them to the reader; nothing where a pronoun cannot be placed."""
    value = deixis.without_here(fact.value)
    if fact.said_by != "me" and (act == "asked" or grammar.is_question(value)):
        value = deixis.question_to_me(value)
    if act == "thank":
        value = deixis.about_reader(value)
    return deixis.to_reader(value, speaks_for_employer=employer)


def _shape(act: str, fact: Fact, value: str, answering: bool) -> _Shape | None:
    """The case of a fact and the words for its slots, by what happened and what its words are."""
    by_me = fact.said_by == "me"
    if grammar.is_question(value):
        return _question(act, value, by_me)
    if act in {"event", "tell"}:
        return _deed(act, value)
    if opened := _opened(act, value):
        return opened
    if act == "wants" and re.match(r"(?:the panel|me|us)\b", value):
        return None
    act, value = _sharpened(act, value, by_me)
    return None if _says_little(act, fact, value) else _stated(act, value, by_me, answering)


def _question(act: str, value: str, by_me: bool) -> _Shape | None:
    indirect = grammar.indirect(value)
    if not indirect or not grammar.wh_is_whole(indirect) or len(indirect.split()) > LONGEST_CLAUSE:
        return None
    if act == "asked":
        return "asked-me-wh" if by_me else "asked-wh", {"wh": indirect}
    if act in {"liked", "told", "said", "discussed"} and len(indirect.split()) > 4:
        return f"{act}-np", {"np": indirect}
    return None


def _deed(act: str, value: str) -> _Shape | None:
    """What I did on the day (`event`), or have to tell."""
    clause = clause_of(value, by_me=True)
    if act == "event":
        doing = gerund(clause) if clause else None
        return ("event-gerund", {"gerund": doing}) if doing else None
    case = "news-clause" if lists.pattern("wording", "news").search(value) else "tell-clause"
    return (case, {"clause": clause}) if clause else None


def _opened(act: str, value: str) -> _Shape | None:
    """A wish or request that opens with `to` or `me to`, or a liking that opens with `that`."""
    if act in {"asked", "wants"}:
        if value.startswith("to ") and verb_lemma(value.split()[1]) == value.split()[1]:
            return f"{act}-inf", {"inf": re.split(r",\s*(?:which|who|where)\b", value)[0]}
        if value.startswith("me to ") and not POINTING.search(value):
            return f"{act}-me-to", {"inf": value[3:]}
    if act == "liked" and value.startswith("that ") and grammar.is_clause(value[5:]):
        return "liked-clause", {"clause": value[5:]}
    return None


def _sharpened(act: str, value: str, by_me: bool) -> tuple[str, str]:
    """A closer name for what happened: asked for a thing, wanted a thing and no person, showed by me."""
    if act == "asked" and value.startswith("for "):
        return "asked-for", value[4:]
    if act == "showed" and by_me:
        return "showed-me", value
    if act != "wants":
        return act, value
    if value.startswith("my ") or lists.pattern("wording", "papers").search(" ".join(value.split()[:5])):
        return "asked-for", value
    return act if _somebody().search(value) else "wants-thing", value


def _says_little(act: str, fact: Fact, value: str) -> bool:
    """Whether the words are too few or too loose to be said of what happened."""
    if act == "told":
        return value[:1].isdigit() or (len(value.split()) < 3 and not re.match(r"my\b|[A-Z]{2}", value))
    if act == "said":
        return bool(re.search(r"\byou(?:'|\b)", fact.value, re.I))
    return act == "wants" and " " not in value


def _stated(act: str, value: str, by_me: bool, answering: bool) -> _Shape | None:
    """A noun phrase or a clause; of what I told, a clause about something achieved goes before a noun phrase."""
    mine = act == "told" and by_me
    done = clause_of(value, by_me=True) if mine and is_past(tag(value)[0].text) else None
    if done and achieves(done):
        return "told-clause", {"clause": done}
    if phrase := noun_phrase(value):
        return "asked-me-np" if act.startswith("asked") and by_me else f"{act}-np", {"np": phrase}
    clause = clause_of(value, by_me=by_me) if act in {"told", "said"} else None
    if (
        not clause
        or (mine and not answering and not achieves(clause))
        or (act == "said" and not _planned().search(clause))
    ):
        return None
    return f"{act}-clause", {"clause": clause}


def noun_phrase(value: str) -> str | None:
    """The value as a noun phrase that can follow `about`; nothing if it is none, or too long."""
    value = re.split(r"\s*,\s*(?:which|one|where|who)\b", value)[0]
    if len(value.split()) > LONGEST_PHRASE or LOOSE_NUMBER.search(value) or THIN.search(value):
        return None
    return grammar.with_article(value) if grammar.is_noun_phrase(value) else None


def clause_of(value: str, *, by_me: bool) -> str | None:
    """The value as a finite clause; a bare past tense of mine gets its `I` back."""
    value = re.sub(r"^(?:that|yeah|yes|well|so|and|but)\s+", "", value, flags=re.I)
    if not by_me:
        value = grammar.with_article(value.split(",")[0], only_first=True)
    if len(value.split()) > LONGEST_CLAUSE or "?" in value:
        return None
    tokens = tag(value)
    if by_me and tokens and is_past(tokens[0].text):
        value = f"I {value}"
        tokens = tag(value)
    if by_me and (not re.match(r"(?:I|we)(?:'d|'ve|'m|'ll)?\b", value) or _says_nothing(tokens)):
        return None
    if re.search(r"[:;]", value) or len(value.split()) < 4:
        return None
    return value if grammar.is_clause(value) else None


def _says_nothing(tokens: tuple[Token, ...]) -> bool:
    """Whether a clause of mine only thought, said, was or came; `came from` says where."""
    empty = lists.words("wording", "empty_verbs")
    return len(tokens) > 2 and tokens[1].low in empty and tokens[2].low != "from"


def answer_fragment(fact: Fact) -> str | None:
    """My answer in the notes' own words, fit to stand behind a colon: `limitation dates first, then vulnerability`."""
    value, words = fact.value, fact.value.split()
    if fact.sure < SURE_OF_ANSWER or not 3 <= len(words) <= LONGEST_CLAUSE or MARKED.search(value):
        return None
    if lists.pattern("wording", "unfit_answer").search(value) or grammar.is_cut_off(words[-1].lower()):
        return None
    if grammar.is_noun_phrase(value):
        value = grammar.with_article(value, article="a")
    return value if words[0].isupper() else value[:1].lower() + value[1:]


def achieves(clause: str) -> bool:
    """Whether a clause about me says something I do or did that speaks for me, and not what I would do or felt."""
    tokens = [token for token in tag(clause) if token.tag != "RB"]
    if len(tokens) < 3 or tokens[0].low not in {"i", "i've", "we", "we've"}:
        return False
    verb = tokens[2] if tokens[1].low in {"have", "had", "can"} and tokens[2].tag.startswith("VB") else tokens[1]
    return verb_lemma(verb.text) in lists.words("wording", "achieving")


def gerund(clause: str) -> str | None:
    """`I closed 41 NCRs` -> `closing 41 NCRs`; nothing where the clause does not open with I and a plain verb."""
    tokens = tag(clause)
    if len(tokens) < 3 or tokens[0].text != "I" or not tokens[1].tag.startswith("VB"):
        return None
    lemma = verb_lemma(tokens[1].text)
    return f"{inflect(lemma, 'VBG')}{clause[tokens[1].end :]}" if lemma and lemma not in {"be", "have"} else None


def _weight(fact: Fact, act: str, value: str) -> float:
    """Specific beats general: numbers, names and a middling length say more than one bare word."""
    tokens = tag(value)
    names = any(token.text[:1].isupper() and token.text != "I" for token in tokens)
    numbers = any(token.tag == "CD" for token in tokens)
    length = min(len(tokens), 10) / 10
    return WEIGHT.get(act, 0.7) * fact.sure * (0.6 + 0.25 * names + 0.25 * numbers + 0.5 * length)
