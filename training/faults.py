"""Messages and their faults, as the checker's network learns from them: for every word of a message, which it is."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.checking.judged import Pair, known, pairs
from assistant.reading import pieces
from assistant.reading.wordlist import words as listed
from training.letters import FAULTS, Letter
from training.markup import Record

ANSWERS = ("fine", *sorted(FAULTS))
QUESTIONS = {"fault": ANSWERS}
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])|\n+")
_NUMBER = re.compile(r"(?<![\w.,:/])\d{1,4}(?![\w:/]|[.,]\d)")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = sorted(listed("January February March April June July August September October November December"))
_IN_WORDS = sorted(
    listed("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty")
)
_TURNS = (
    (r"\b([Yy])ou asked (?!(?:me )?(?:to|for|that)\b)", "I asked you "),
    (r"\bI asked (?:you )?(?!for\b)", "you asked me "),
    (r"\b([Yy])ou told me\b", "I told you"),
    (r"\bI told you\b", "you told me"),
    (r"\b([Yy])ou showed me\b", "I showed you"),
    (r"\bI showed you\b", "you showed me"),
    (r"\byou liked my\b", "I liked your"),
    (r"\b([Yy])ou (?:said|mentioned)\b", "I said"),
    (r"\bI said\b", "you said"),
    (r"\byour (?=question)", "my "),
    (r"\bI promised\b", "you promised"),
)
"""What one side did, and how it reads when it is given to the other."""
_LEAKS = (
    "Here is your message:",
    "Sure! Here's a draft:",
    "**Subject line:**",
    "(Word count: 96)",
    "Let me know if you would like it shorter.",
    "As an AI, I kept this to the facts.",
    "Draft 2 (warmer):",
    "I hope this version works for you!",
    "Note: names taken from your notes.",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair of texts with the answer for each word of the message in it."""

    pair: Pair
    answers: list[int]


@dataclass(frozen=True, slots=True)
class Text:
    """A message with any number of faults: the characters of each, and which it is."""

    letter: Letter
    text: str
    faults: tuple[tuple[int, int, str], ...] = ()


def of(letter: Letter) -> Text:
    """A letter with its one fault, or none."""
    return Text(letter, letter.text, ((letter.start, letter.end, letter.fault),) if letter.fault else ())


def joined(good: Letter, faulty: Sequence[Letter]) -> Text:
    """A good letter with several faults of its own at once; of two that touch, only the first."""
    text, faults, at = "", [], 0
    for one in sorted(faulty, key=lambda one: one.cut):
        begin, end = one.cut
        if begin < at:
            continue
        size = len(one.text) - len(good.text) + end - begin
        text += good.text[at:begin]
        faults.append((len(text) + one.start - begin, len(text) + one.end - begin, str(one.fault)))
        text += one.text[begin : begin + size]
        at = end
    return Text(good, text + good.text[at:], tuple(faults))


def judged(text: Text, record: Record) -> list[Judged]:
    """The pairs of a message and its record's notes, with their answers."""
    message = pieces.words(text.text)
    someone = record.people.get(text.letter.to)
    head = known(record.today, record.me, someone.name if someone else None, someone.title if someone else None)
    given = [0] * len(message)
    for start, end, fault in text.faults:
        for at, word in enumerate(message):
            if word.start < end and word.end > start:
                given[at] = ANSWERS.index(fault)
    return [
        Judged(pair, given[pair.start : pair.start + len(pair.first)])
        for pair in pairs(message, pieces.words(head + record.notes))
    ]


def spoilt(letter: Letter, record: Record, others: Sequence[Letter], chance: random.Random) -> Letter | None:
    """A good letter with one fault that a program can plant; nothing where it has no place for that fault."""
    plant = chance.choices([plant for plant, _ in _PLANTS], [weight for _, weight in _PLANTS])[0]
    return plant(letter, record, others, chance)


def _changed(letter: Letter, fault: str, start: int, end: int, new: str) -> Letter:
    text = letter.text[:start] + new + letter.text[end:]
    return replace(letter, text=text, fault=fault, start=start, end=start + len(new))


def _body(letter: Letter) -> tuple[int, int]:
    """From behind the greeting to before the closing lines."""
    start = letter.text.find("\n\n", letter.text.find("\n\n") + 2 if letter.text.startswith("Subject:") else 0)
    end = letter.text.rstrip().rfind("\n\n")
    return max(start, 0), end if end > start else len(letter.text)


def _number(letter: Letter, record: Record, others: Sequence[Letter], chance: random.Random) -> Letter | None:
    places = list(_NUMBER.finditer(letter.text, *_body(letter)))
    words = [found for word in _IN_WORDS for found in re.finditer(rf"\b{word}\b", letter.text, re.I)]
    if not places + words:
        return None
    found = chance.choice(places + words)
    if found[0].isdigit():
        value = int(found[0])
        new = str(max(1, value + chance.choice([-10, -5, -2, -1, 1, 2, 3, 5, 10, value, 90])))
    else:
        new = chance.choice(_IN_WORDS)
        new = new.capitalize() if found[0][0].isupper() else new
    if new.lower() == found[0].lower() or re.search(rf"(?<!\w){new}(?!\w)", record.notes):
        return None
    return _changed(letter, "number", found.start(), found.end(), new)


def _date(letter: Letter, record: Record, others: Sequence[Letter], chance: random.Random) -> Letter | None:
    for group in chance.sample([_DAYS, _MONTHS, ["yesterday", "today", "this morning", "last week"]], 3):
        places = [found for word in group for found in re.finditer(rf"\b{word}\b", letter.text, re.I)]
        if places:
            found = chance.choice(places)
            new = chance.choice([word for word in group if word.lower() != found[0].lower()])
            return _changed(
                letter, "date", found.start(), found.end(), new.capitalize() if found[0][0].isupper() else new
            )
    return None


def _name(letter: Letter, record: Record, others: Sequence[Letter], chance: random.Random) -> Letter | None:
    words = {
        word
        for someone in record.people.values()
        for word in someone.name.split()
        if word[0].isupper() and len(word) > 2
    }
    places = [found for word in words for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", letter.text)]
    if not places:
        return None
    found = chance.choice(places)
    other = re.findall(r"(?:Dear|Hi|Hello) (?:M[rs]s? )?([A-Z]\w+)", chance.choice(others).text)
    new = chance.choice([*other, *words])
    return None if new == found[0] or not _body(letter) else _changed(letter, "name", found.start(), found.end(), new)


def _turn(letter: Letter, record: Record, others: Sequence[Letter], chance: random.Random) -> Letter | None:
    for pattern, new in chance.sample(_TURNS, len(_TURNS)):
        if found := re.search(pattern, letter.text):
            opened = (
                found.start() == 0
                or letter.text[found.start() - 1] in "\n"
                or letter.text[max(0, found.start() - 2)] in ".!?"
            )
            new = new[0].upper() + new[1:] if opened else new
            tail = letter.text[found.end() :]
            stop = re.search(r"[.,;:!?\n]", tail)
            size = min(stop.start() if stop else len(tail), 80)
            text = new + tail[:size]
            return _changed(letter, "turned", found.start(), found.end() + size, text)
    return None


def _strange(letter: Letter, record: Record, others: Sequence[Letter], chance: random.Random) -> Letter | None:
    """A sentence of somebody else's message, about things that these notes do not hold."""
    other = chance.choice(others)
    if other.record == letter.record:
        return None
    start, end = _body(other)
    telling = [one.strip() for one in _SENTENCE.split(other.text[start:end]) if _tells(one, record.notes)]
    if not telling:
        return None
    new = chance.choice(telling)
    at = _gap(letter, chance)
    if at is None:
        return None
    fault = "claim-mine" if re.search(r"\b(?:I|my|we)\b", new) else "claim-theirs"
    text = letter.text[:at] + " " + new + letter.text[at:]
    return replace(letter, text=text, fault=fault, start=at + 1, end=at + 1 + len(new))


def _tells(sentence: str, notes: str) -> bool:
    """Whether a sentence holds at least two words of some length that these notes do not."""
    words = {word.lower() for word in re.findall(r"[^\W\d_]{5,}", sentence)}
    held = notes.lower()
    return len({word for word in words if word[:5] not in held} - _COURTESY) >= 3 and len(sentence.split()) > 6


_COURTESY = listed(
    "about after again answer answers before conversation could decision enjoyed every forward glad grateful "
    "happy hearing interested interview kind meeting might opportunity other please position possible question "
    "questions really regards should sincerely speaking still talking thank thanks their there these those where "
    "which wishes would yesterday "
)


def _gap(letter: Letter, chance: random.Random) -> int | None:
    """A place in the body behind a sentence."""
    start, end = _body(letter)
    places = [found.end() for found in re.finditer(r"[.!?](?=\s)", letter.text[:end]) if found.end() > start]
    return chance.choice(places) if places else None


def _repeated(letter: Letter, record: Record, others: Sequence[Letter], chance: random.Random) -> Letter | None:
    start, end = _body(letter)
    sentences = [one.strip() for one in _SENTENCE.split(letter.text[start:end]) if len(one.split()) > 5]
    at = _gap(letter, chance)
    if len(sentences) < 2 or at is None:
        return None
    new = chance.choice(sentences)
    if letter.text.find(new) > at:
        return None
    text = letter.text[:at] + " " + new + letter.text[at:]
    return replace(letter, text=text, fault="repetition", start=at + 1, end=at + 1 + len(new))


def _raw(letter: Letter, record: Record, others: Sequence[Letter], chance: random.Random) -> Letter | None:
    lines = [line.strip(" -*#|>") for line in record.notes.splitlines() if 20 < len(line) < 120]
    at = _gap(letter, chance)
    if not lines or at is None:
        return None
    new = chance.choice(lines)
    text = letter.text[:at] + " " + new + letter.text[at:]
    return replace(letter, text=text, fault="copied", start=at + 1, end=at + 1 + len(new))


def _secret(letter: Letter, record: Record, others: Sequence[Letter], chance: random.Random) -> Letter | None:
    secrets = [
        record.text(mark) for mark in record.marks if mark.tag in {"x", "rival"} and 6 < len(record.text(mark)) < 90
    ]
    at = _gap(letter, chance)
    if not secrets or at is None:
        return None
    new = chance.choice(secrets)
    lead = chance.choice(["I should say that ", "Also, ", "As you know, ", "I was thinking about "])
    text = letter.text[:at] + " " + lead + new + "." + letter.text[at:]
    return replace(letter, text=text, fault="private", start=at + 1 + len(lead), end=at + 1 + len(lead) + len(new))


def _leak(letter: Letter, record: Record, others: Sequence[Letter], chance: random.Random) -> Letter | None:
    new = chance.choice(_LEAKS)
    if chance.random() < 0.6:
        return replace(letter, text=f"{new}\n\n{letter.text}", fault="model-leak", start=0, end=len(new))
    text = f"{letter.text.rstrip()}\n\n{new}\n"
    return replace(letter, text=text, fault="model-leak", start=len(text) - len(new) - 1, end=len(text) - 1)


Plant = Callable[[Letter, Record, Sequence[Letter], random.Random], Letter | None]
_PLANTS: tuple[tuple[Plant, float], ...] = (
    (_number, 3),
    (_date, 3),
    (_name, 2),
    (_turn, 4),
    (_strange, 5),
    (_repeated, 1),
    (_raw, 2),
    (_secret, 2),
    (_leak, 0.5),
)
"""The plants, and how often each is drawn beside the others."""


def drawn(letters: Sequence[Letter], chance: random.Random) -> list[Text]:
    """What one pass learns from of one record: each good message as it is, and once with one to four faults."""
    good = [letter for letter in letters if letter.fault is None]
    found: list[Text] = []
    for place, letter in enumerate(good):
        mine = [one for one in letters if one.fault and one.base == place]
        found += [of(letter), joined(letter, chance.sample(mine, min(len(mine), chance.choice([1, 1, 2, 3, 4]))))]
    return found
