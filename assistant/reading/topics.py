"""Statements worth mentioning, as facts: topics (what was spoken about) and strengths (what speaks for the candidate)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.brief import Act, Fact, Span
from assistant.language import grammar
from assistant.language.deixis import question_to_me
from assistant.language.tagging import tag
from assistant.language.tidy import Tidier
from assistant.reading import matter
from assistant.reading.plain_cues import CONTACT, SOUR
from assistant.reading.scene import fold
from assistant.reading.speech import Statement

WORTH_TELLING = 0.15
LONGEST = 26  # words: a longer stretch is not one thing
CUT = re.compile(
    r"\s+(?:because|cos|coz|bc|so that's|apparently|obviously|lol|haha|etc|and (?:stuff|so on|everything)|or something|you know)\b.*$|,\s*(?:yes|no|yeah|nope|i said|said yes)\b.*$|\s*[([{].*$",
    re.I | re.S,
)
LIST = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+/\s+")
DANGLING = re.compile(
    r"[\s,]+(?:with|without|for|of|to|in|on|at|by|from|about|because|since|as|that|which|who|the|a|an|my|their)$", re.I
)
TAIL = re.compile(r"[\s,]+(?:and|but|so|then|or|um|uh)$", re.I)
WEAK = re.compile(
    r"\b(?:forgot|never|didn'?t|couldn'?t|can'?t|don'?t|nervous|sorry|fumbled|blanked|struggled|failed|worried|honest|wrong|bad at|weak|messed|late|sick|gutted|cried|sad|hungry|tired|hate|think it went|hope|guess|feel|felt|am |was |'m |need to|have to|must|should|got (?:the|an) email|met|went to|went in|spoke to|arrived|sent|turned down|had (?:an|my|the) interview|get)\b",
    re.I,
)
FUMBLED = re.compile(
    r"\b(?:forgot|nervous|fumbled|blanked|struggled|failed|bad at|weak|messed|gutted|cried|hate|think it went|i hope|i guess|i felt|couldn'?t (?:answer|remember|think|name)|didn'?t know|no idea|turned down)\b",
    re.I,
)
OTHERS = re.compile(r"\b(?:he|him|his|she|her|hers|it|that one|the other one)\b", re.I)
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|half|double[d]?|twice)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A fact on the way: statement, tidied words, span and certainty."""

    statement: Statement
    value: str
    start: int
    end: int
    until: int
    """Where its evidence ends: the end of the clause, or of what may be used of it."""
    sure: float


def blocked(start: int, end: int, spans: Iterable[Span]) -> bool:
    """Whether a stretch overlaps any of the spans."""
    return any(span.start < end and start < span.end for span in spans)


def contents(
    notes: str,
    statements: Sequence[Statement],
    tidier: Tidier,
    aside: Sequence[Span],
    orders: Sequence[Span],
    known: Iterable[str],
    elsewhere: Iterable[str],
    me: Iterable[str],
) -> list[Found]:
    """What the statements are about, cut to size, tidied and weighed.

    Stretches inside `aside` are left out, and those inside `orders` (instructions) unless they say what the message should say; so is what only repeats something `known` (the company, the job, titles);
    `elsewhere` names other companies, which are cut out of what was done there; what names the candidate (`me`) is not used.
    """
    found = []
    known = list(known)
    names = [text for text in known if text[:1].isupper() and len(text.split()) > 1]
    known_words = {fold(text) for text in known}
    at_other = _at_other(elsewhere)
    mine = re.compile(rf"\b(?:{'|'.join(map(re.escape, me))})\b", re.I) if me else None
    for statement in statements:
        if statement.act == "promise":
            continue
        wished = statement.act in {"thank", "tell"}
        for start, end in _pieces(notes, statement, tidier, aside if wished else [*aside, *orders]):
            value = tidier.tidy(at_other.sub("", notes[start:end]) if at_other else notes[start:end])
            if at_other and at_other.search(f" {value}"):
                continue
            value = grammar.with_plurals(value)
            if mine and mine.search(value):
                continue
            if statement.direct:
                value = question_to_me(value)
            if (
                value
                and not matter.EMPTY.match(value)
                and len(value.split()) <= LONGEST
                and not matter.dull(value, known_words)
                and not _unfit(statement, value, names)
            ):
                until = (
                    max(end, _before(start, statement.end, aside, notes)[1])
                    if statement.by == "me" or statement.act == "gave"
                    else end
                )
                sure = _sure(statement, value, tidier)
                if sure >= 0.2 or not statement.fragment:
                    found.append(Found(statement, value, start, end, until, sure))
    return found


def _unfit(statement: Statement, value: str, names: Iterable[str]) -> bool:
    """Whether the value, for what the statement is, says too little: a day, a loose fragment, an idle remark."""
    if matter.WHEN.match(value) or (statement.answers is None and matter.STAMPED.match(value)):
        return True
    if statement.fragment:
        return matter.stray(value) or matter.titled(value) or any(name in value for name in names)
    if statement.by == "them" and statement.act in {"said", "liked", "discussed"} and matter.PREPOSED.match(value):
        return True
    if statement.act == "told" and statement.sure <= 0.6 and statement.answers is None and matter.GOING.match(value):
        return True
    return statement.by == "them" and statement.act == "said" and matter.idle(value)


def _at_other(names: Iterable[str]) -> re.Pattern[str] | None:
    """Matches ` at NAME`, ` for NAME` and NAME alone for other companies' names."""
    words = {name for name in names if name.strip()} | {name.split()[0] for name in names if len(name.split()[0]) > 3}
    return (
        re.compile(
            rf"(?:\s+(?:at|for|with|from|in|of|off|over at))?\s+(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b",
            re.I,
        )
        if words
        else None
    )


def _pieces(notes: str, statement: Statement, tidier: Tidier, aside: Sequence[Span]) -> list[tuple[int, int]]:
    """The stretches of a statement's content that may be used: free of what is set aside, list items apart."""
    text = notes[statement.start : statement.end]
    if cut := CUT.search(text):
        text = text[: cut.start()]
    pieces = []
    at = 0
    strict = statement.act != "discussed"
    answer = statement.act == "told" and statement.answers is not None
    splits = (
        list(LIST.finditer(text)) if statement.form == "np" and not answer and _is_list(text, tidier, strict) else []
    )
    comma = text.find(",")
    if answer:
        text = _shortened(text)
    elif (
        not splits
        and comma > 0
        and (
            (statement.act == "told"
            and re.match(r"(?:that )?(?:i|we|my)\b", text, re.I))
            or (statement.form == "clause"
            and statement.act == "asked")
            or (statement.form == "np"
            and (statement.act in {"gave", "showed", "liked"} or grammar.is_noun_phrase(tidier.tidy(text[:comma])))
            and statement.act != "asked")
        )
    ):
        text = text[:comma]
    for start, end in [*((match.start(), match.end()) for match in splits), (len(text), len(text))]:
        piece = TAIL.sub("", text[at:start])
        begin = statement.start + at
        if piece.strip():
            pieces.append((begin, begin + len(piece)))
        at = end
    free = [_before(start, end, aside, notes) for start, end in pieces]
    arranged = (
        matter.NEVER
        if answer
        or statement.form == "wh"
        or statement.act in {"gave", "showed", "liked"}
        or (statement.direct
        and statement.act == "told")
        else matter.ARRANGED
    )
    return [(start, end) for start, end in free if end - start > 1 and not arranged.search(notes[start:end])]


def _shortened(text: str) -> str:
    """An answer up to its last whole part that one sentence can hold."""
    if len(text.split()) <= LONGEST - 2:
        return text
    ends = [match.start() for match in re.finditer(r"[,;]\s|\s(?:and|but|because|so|then)\s", text)]
    fitting = [end for end in ends if 3 <= len(text[:end].split()) <= LONGEST - 2]
    return text[: fitting[-1]] if fitting else text


def _before(start: int, end: int, aside: Sequence[Span], notes: str) -> tuple[int, int]:
    """The stretch up to the first thing set aside in it; empty where little is left."""
    first = min((span.start for span in aside if span.start < end and start < span.end), default=end)
    if first >= end:
        return start, end
    kept = TAIL.sub("", DANGLING.sub("", notes[start : max(first, start)].rstrip(" ,;:-–—")))
    return (start, start + len(kept)) if len(kept.split()) >= 2 else (start, start)


def _is_list(text: str, tidier: Tidier, strict: bool) -> bool:
    """Whether the commas of a fragment part things of one kind and not the clauses of one thought."""
    items = [item for item in LIST.split(text) if item and item.strip()]
    if len(items) < 2 or any(len(item.split()) > 7 or item[0].isdigit() for item in items[1:]):
        return False
    return not strict or all(grammar.is_noun_phrase(tidier.tidy(item)) for item in items)


def _sure(statement: Statement, value: str, tidier: Tidier) -> float:
    """How well the value can be worded: the certainty of the act, times legibility, times whether its grammar is known."""
    form = statement.form
    if value.startswith("me to "):
        shape = 0.9
    elif form == "wh" or grammar.is_question(value):
        indirect = grammar.indirect(value)
        shape = 1.0 if indirect and grammar.wh_is_whole(indirect) else 0.4
    elif grammar.is_noun_phrase(value):
        shape = 1.0
    elif grammar.is_clause(value):
        shape = 0.9
    elif form in {"clause", "inf"}:
        shape = 0.8
    else:
        shape = 0.45
    clear = tidier.legible(value)
    if OTHERS.search(value) and statement.act not in {"thank", "tell"}:
        shape *= 0.7
    if statement.act == "said" and (SOUR.search(value) or CONTACT.search(value)):
        shape *= 0.4
    if matter.VAGUE.search(value):
        shape *= 0.5
    if statement.by == "them" and statement.act == "said" and re.search(r"\b(?:I|I'm|I've|I'd|my)\b", value):
        shape *= 0.4
    return round(statement.sure * shape * (clear if clear > 0.8 else clear / 2), 3)


def topics(notes: str, found: Sequence[Found]) -> tuple[Fact, ...]:
    """What was spoken about, in the order of the notes, each once."""
    facts: dict[str, Fact] = {}
    for item in found:
        act = item.statement.act
        if (act == "told" and not grammar.is_noun_phrase(item.value)) or act == "keen":
            continue
        facts.setdefault(item.value.lower(), _fact("topic", len(facts) + 1, item, notes))
    return tuple(facts.values())


def strengths(notes: str, found: Sequence[Found]) -> tuple[Fact, ...]:
    """What speaks for the candidate: what I said I did, and what of mine they liked."""
    facts: dict[str, Fact] = {}
    for item in found:
        weak = FUMBLED if item.statement.answers is not None or item.statement.sure > 0.6 else WEAK
        mine = item.statement.act == "told" and item.statement.by == "me" and not weak.search(item.value)
        liked = item.statement.act == "liked"
        task = item.statement.act == "gave" and re.search(r"\bto \w+|\d", notes[item.start : item.until])
        if (mine or liked or task) and (item.sure >= WORTH_TELLING or item.statement.answers is not None):
            shown = mine or (liked and re.search(r"\b(?:my|I|how I)\b", item.value))
            facts.setdefault(
                item.value.lower(),
                _fact("strength", len(facts) + 1, item if shown else replace(item, sure=min(item.sure, 0.4)), notes),
            )
    return tuple(facts.values())


def _fact(family: str, number: int, item: Found, notes: str) -> Fact:
    act: Act | None = item.statement.act if item.statement.act != "promise" else None
    return Fact(
        id=f"{family}-{number}",
        value=item.value,
        said_by=item.statement.by,
        evidence=(Span(start=item.start, end=item.until, text=notes[item.start : item.until]),),
        person=item.statement.person,
        act=act,
        sure=item.sure,
    )


def first_person(value: str) -> bool:
    """Whether a strength is a clause about me: `I closed 41 NCRs`, or the same without its subject."""
    tokens = tag(value)
    return bool(tokens) and (tokens[0].low in {"i", "i've", "i'd"} or tokens[0].tag == "VBD")
