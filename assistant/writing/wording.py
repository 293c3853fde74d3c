"""Facts as words: each fact becomes clauses and noun phrases that can stand in a sentence to one reader, or nothing.

A Wording names its case (a table of prompts/phrases/recall.toml or fit.toml) and the slots that its phrases may use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.brief import Fact
from assistant.language import deixis, grammar
from assistant.language.tagging import inflect, is_past, tag, verb_lemma

SURE_ENOUGH = 0.5
EMPTY_VERBS = frozenset("thought think said say got went was am felt feel came met saw asked told sat walked know knew hope wish guess".split())
NEWS = re.compile(r"\b(?:passed|finished|completed|qualified|earned|renewed|gained|awarded|got my)\b", re.I)
POINTING = re.compile(
    r"\b(?:it|them|there)\b|\b(?:that|this|those|these|one|ones)\b(?=\s*(?:$|,|by|on|in|at|to|for|with|and|or|but|when|if|from|of|too)\b)", re.I
)
ACHIEVING = frozenset(
    "close cut build lead run make train teach set start move reduce raise win save grow manage write design introduce pass deliver organise organize coordinate"
    " handle fix bring double halve create launch improve develop supervise mentor coach plan sell recruit hire migrate rebuild speak"
    " work answer open restore install repair map draft negotiate translate publish research test ship automate cover help support care produce win earn"
    " increase achieve complete finish establish found chair head direct edit cook bake grow".split()
)
PAPERS = re.compile(r"\b(?:list|version|copy|sketch|plan|sample|samples|template|notes|map|number|cards?|references?|photos?|portfolio|paper|report|audit|links?|figures|script|draft|menu|drawings?|cert(?:ificate)?s?|licen[cs]e|deck|slides|video|recipe|passport|diploma|poster|handout|ticket|photographs?|pictures?|book|checklist|scan)\b", re.I)
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


def word(fact: Fact, *, employer: bool, answering: bool = False) -> Wording | None:
    """The fact worded for a reader (`employer`: one who belongs to the employer); nothing where it cannot be worded well.

    `answering` is true where the question stands before it, so that an `it` has something to point to.
    """
    pointing = not answering and POINTING.search(fact.value)
    if fact.sure < SURE_ENOUGH or pointing and (fact.act in {"told", "tell", "said"} or fact.value.startswith("to ")):
        return None
    value = deixis.without_here(fact.value)
    act = fact.act or "discussed"
    if fact.said_by != "me" and (act == "asked" or grammar.is_question(value)):
        value = deixis.question_to_me(value)
    if act == "thank":
        value = deixis.about_reader(value)
    turned = deixis.to_reader(value, speaks_for_employer=employer)
    if turned is None:
        return None
    found = _shape(act, fact, turned, answering)
    if found is None:
        return None
    case, slots = found
    weight = _weight(fact, act, turned)
    if GRIM.search(" ".join(slots.values())) and not case.startswith(("told", "tell", "news", "thank")):
        if case not in SOBER:
            return None
        return Wording(f"{case}-sober", slots, (fact.id,), weight * 0.6)
    return Wording(case, slots, (fact.id,), weight)


def _shape(act: str, fact: Fact, value: str, answering: bool) -> tuple[str, dict[str, str]] | None:
    by_me = fact.said_by == "me"
    if grammar.is_question(value):
        indirect = grammar.indirect(value)
        if indirect and grammar.wh_is_whole(indirect) and len(indirect.split()) <= LONGEST_CLAUSE:
            if act == "asked":
                return ("asked-me-wh" if by_me else "asked-wh"), {"wh": indirect}
            if act in {"liked", "told", "said", "discussed"} and len(indirect.split()) > 4:
                return f"{act}-np", {"np": indirect}
        return None
    if act in {"asked", "wants"} and value.startswith("to ") and verb_lemma(value.split()[1]) == value.split()[1]:
        return f"{act}-inf", {"inf": re.split(r",\s*(?:which|who|where)\b", value)[0]}
    if act == "asked" and value.startswith("for "):
        value, act = value[4:], "asked-for"
    if value.startswith("me to ") and act in {"asked", "wants"} and not POINTING.search(value):
        return f"{act}-me-to", {"inf": value[3:]}
    if act == "liked" and value.startswith("that ") and grammar.is_clause(value[5:]):
        return "liked-clause", {"clause": value[5:]}
    if act == "event":
        clause = clause_of(value, by_me=True)
        doing = gerund(clause) if clause else None
        return ("event-gerund", {"gerund": doing}) if doing else None
    if act == "wants" and re.match(r"(?:the panel|me|us)\b", value):
        return None
    if act == "wants" and (value.startswith("my ") or PAPERS.search(" ".join(value.split()[:5]))):
        act = "asked-for"
    if act == "wants" and not PERSONAL.search(value):
        act = "wants-thing"
    if act == "showed" and by_me:
        act = "showed-me"
    if act == "tell":
        clause = clause_of(value, by_me=True)
        return ("news-clause" if NEWS.search(value) else "tell-clause", {"clause": clause}) if clause else None
    if act == "told" and len(value.split()) < 3 and not re.match(r"my\b|[A-Z]{2}", value):
        return None
    if act == "said" and re.search(r"\byou(?:'|\b)", fact.value, re.I):
        return None
    if act == "wants" and " " not in value or act == "told" and value[:1].isdigit():
        return None
    done = act == "told" and by_me and is_past(tag(value)[0].text) and clause_of(value, by_me=True)
    if done and achieves(done):
        return "told-clause", {"clause": done}
    if phrase := noun_phrase(value):
        return ("asked-me-np" if act.startswith("asked") and by_me else f"{act}-np"), {"np": phrase}
    if act in {"told", "said", "tell"} and (clause := clause_of(value, by_me=by_me)):
        if act == "told" and by_me and not answering and not achieves(clause) or act == "said" and not PLANNED.search(clause):
            return None
        return f"{act}-clause", {"clause": clause}
    return None


LOOSE_NUMBER = re.compile(r"\b[a-z]{2,} \d[\d.,]* (?!of\b)[A-Za-z]+|\b(?:then|nothing|etc)\b|^\d\S* [A-Z]\b")


def noun_phrase(value: str) -> str | None:
    """The value as a noun phrase that can follow `about`; nothing if it is none, or too long."""
    value = re.split(r"\s*,\s*(?:which|one|where|who)\b", value)[0]
    if not grammar.is_noun_phrase(value) or len(value.split()) > LONGEST_PHRASE or LOOSE_NUMBER.search(value) or THIN.search(value):
        return None
    return grammar.with_article(value)


def clause_of(value: str, *, by_me: bool) -> str | None:
    """The value as a finite clause; a bare past tense of mine gets its `I` back."""
    value = re.sub(r"^(?:that|yeah|yes|well|so|and|but)\s+", "", value, flags=re.I)
    if not by_me:
        value = value.split(",")[0]
    if len(value.split()) > LONGEST_CLAUSE or "?" in value:
        return None
    tokens = tag(value)
    if by_me:
        if tokens and is_past(tokens[0].text):
            value = f"I {value}"
            tokens = tag(value)
        if not re.match(r"(?:I|we)(?:'d|'ve|'m|'ll)?\b", value):
            return None
    if not grammar.is_clause(value) or re.search(r"[:;]", value) or len(value.split()) < 4:
        return None
    if by_me and len(tokens) > 2 and tokens[1].low in EMPTY_VERBS and tokens[2].low != "from":
        return None
    return value


NO_FRAGMENT = re.compile(r"\b(?:he|him|his|she|her|hers|they|them|their|i|you|it|that one|yes|no|nothing|sorry|never|lol|haha|maybe|probably|i think)\b|[:;?!\"“”()/]", re.I)


def answer_fragment(fact: Fact) -> str | None:
    """My answer in the notes' own words, fit to stand behind a colon: `limitation dates first, then vulnerability`."""
    value = fact.value
    if fact.sure < 0.35 or not 3 <= len(value.split()) <= LONGEST_CLAUSE or NO_FRAGMENT.search(value):
        return None
    if grammar.is_cut_off(value.split()[-1].lower()):
        return None
    return value[:1].lower() + value[1:] if not value.split()[0].isupper() else value


def achieves(clause: str) -> bool:
    """Whether a clause about me says something I do or did that speaks for me, and not what I would do or felt."""
    tokens = [token for token in tag(clause) if token.tag != "RB"]
    if len(tokens) < 3 or tokens[0].low not in {"i", "i've", "we", "we've"}:
        return False
    verb = tokens[2] if tokens[1].low in {"have", "had", "can"} and tokens[2].tag.startswith("VB") else tokens[1]
    return verb_lemma(verb.text) in ACHIEVING


def gerund(clause: str) -> str | None:
    """`I closed 41 NCRs` -> `closing 41 NCRs`; nothing where the clause does not open with I and a plain verb."""
    tokens = tag(clause)
    if len(tokens) < 3 or tokens[0].text != "I" or not tokens[1].tag.startswith("VB"):
        return None
    lemma = verb_lemma(tokens[1].text)
    return f"{inflect(lemma, 'VBG')}{clause[tokens[1].end :]}" if lemma and lemma not in {"be", "have"} else None


PLANNED = re.compile(
    r"\b(?:will|going to|plan\w*|open\w*|launch\w*|start\w*|expand\w*|build\w*|bring\w*|set(?:ting)? up|next|new|from (?:the )?[A-Z]\w+|in (?:the )?(?:spring|summer|autumn|winter|[A-Z]\w+))\b|'ll\b|'re \w+ing\b|\bare \w+ing\b"
)
SOBER = frozenset({"asked-wh", "asked-np", "discussed-np"})  # cases that have wording without gladness for a grave matter
GRIM = re.compile(
    r"\b(?:los[et]\w*|losing|leav\w*|left|complain\w*|death|dead|dying|died|hanging|suicid\w*|abuse\w*|gaps?|late|sick\w*|poor|fail\w*|wrong|broke\w*|clash\w*|fire|crash\w*|accident\w*|attack\w*|shout\w*|angry|worr\w*|misfire|theft|stolen|scam\w*|fraud|dismiss\w*|sack\w*|redundan\w*|strike|closure|closing|closes|outage|overdue|shortage|short of|grief|funeral|bereave\w*|infect\w*|freeze|injur\w*|break-in|burgl\w*|flood\w*|robb\w*)\b",
    re.I,
)
PERSONAL = re.compile(r"^(?:the |a |an |another |more )?(?:[\w-]+ ){0,3}?(?:someone|somebody|anyone|people|person|lead|hands?|staff|team|cover|help|support|body|\w{3,}(?:er|or|ist|ant|ian|eer|man|woman|nurse|cook|chef|guide))s?\b", re.I)
THIN = re.compile(r"^(?:\d+[.:]\d\d\b|\d[\d,]*\s+[A-Za-z]+$|(?:my|our) (?:current|present|old|last|previous)\b)|\b(?:it|them|ones?)\b(?!-)", re.I)
WEIGHT = {"liked": 1.25, "showed": 1.2, "gave": 1.0, "asked": 1.15, "wants": 0.95, "said": 0.95, "told": 0.85, "event": 1.0, "discussed": 0.8, "keen": 0.8, "thank": 1.5, "tell": 1.4}


def _weight(fact: Fact, act: str, value: str) -> float:
    """Specific beats general: numbers, names and a middling length say more than one bare word."""
    tokens = tag(value)
    names = any(token.text[:1].isupper() and token.text != "I" for token in tokens)
    numbers = any(token.tag == "CD" for token in tokens)
    length = min(len(tokens), 10) / 10
    return WEIGHT.get(act, 0.7) * fact.sure * (0.6 + 0.25 * names + 0.25 * numbers + 0.5 * length)
