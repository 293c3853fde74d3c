"""Rules repetition and copied-notes: a message does not say a thing twice, and is not the notes pasted in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.checking.context import Context
from assistant.checking.layout import BULLET, Piece
from assistant.checking.words import Token, expansions, is_function, lemmas, parts_of_speech, tokens, word_set
from assistant.report import Finding

PHRASE = 5  # words in a row that may not come twice
RUN = 7  # words in a row from the notes that must at least be good prose
LONG_RUN = 16
MARKS = re.compile(r"->|→|=>|<-|←|\bw/o?(?=\s)|\s\|\s|\*\*|!!+|\?\?+|(?<=\s)\+(?=\s)|(?<=\w) @ (?=\w)|^\s*>+", re.M)


def repetition(context: Context) -> Iterator[Finding]:
    """Sentences, phrases and openings that come again."""
    sentences = context.layout.sentences
    told: set[int] = set()
    for index, later in enumerate(sentences):
        if context.spoken or len(later.tokens) < 4:
            continue
        for earlier in sentences[max(0, index - 60) : index]:
            if len(earlier.tokens) >= 4 and _same(earlier, later):
                told.add(index)
                yield context.about("repetition.sentence", later.start, later.end)
                break
    yield from _phrases(context, told)
    yield from _openings(context)
    yield from _favourites(context)
    for sentence in sentences:
        for first, second in zip(sentence.tokens, sentence.tokens[1:], strict=False):
            gap = context.message.body[first.end : second.start]
            if (
                first.low == second.low
                and gap.isspace()
                and first.low.isalpha()
                and first.low not in {"that", "had", "so", "very"}
            ):
                yield context.about("repetition.word", first.start, second.end)


def _same(first: Piece, second: Piece) -> bool:
    if abs(len(first.text) - len(second.text)) > 0.5 * max(len(first.text), len(second.text)):
        return False
    return fuzz.ratio(first.text.lower(), second.text.lower()) >= 85


def _phrases(context: Context, told: set[int]) -> Iterator[Finding]:
    if context.spoken:
        return
    seen: dict[tuple[str, ...], int] = {}
    for index, sentence in enumerate(context.layout.sentences):
        if index in told:
            continue
        words = sentence.tokens
        for place in range(len(words) - PHRASE + 1):
            window = words[place : place + PHRASE]
            run = tuple(word.low for word in window)
            if sum(not is_function(word) for word in run) < 2:
                continue
            if run in seen and seen[run] != sentence.start + place:
                yield context.about("repetition.phrase", window[0].start, window[-1].end)
                break
            seen.setdefault(run, sentence.start + place)


def _favourites(context: Context) -> Iterator[Finding]:
    """A word of feeling or emphasis that comes four times and more, and a phrase said again at once."""
    words = [token for sentence in context.layout.sentences for token in sentence.tokens]
    for low, count in Counter(token.low for token in words).items():
        if count >= 4 and low in word_set("lexicon", "favourites"):
            last = [token for token in words if token.low == low][-1]
            yield context.about("repetition.favourite", last.start, last.end)
    for place in range(0 if not context.spoken else len(words), len(words) - 7):
        first, second = words[place : place + 4], words[place + 4 : place + 12]
        run = [token.low for token in first]
        for step in range(len(second) - 3):
            if [token.low for token in second[step : step + 4]] == run and sum(
                not is_function(low) for low in run
            ) >= 1:
                yield context.about("repetition.phrase", second[step].start, second[step + 3].end)
                return


def _openings(context: Context) -> Iterator[Finding]:
    openings = [
        tuple(word.low for word in sentence.tokens[:2])
        for sentence in context.layout.sentences
        if len(sentence.tokens) > 3
    ]
    counts = Counter(openings)
    for opening, count in counts.items():
        if count >= 3 and not context.spoken:
            last = [
                part for part in context.layout.sentences if tuple(word.low for word in part.tokens[:2]) == opening
            ][-1]
            yield context.about("repetition.opening", last.start, last.tokens[1].end)
    thanks = [part for part in context.layout.sentences if re.search(r"\bthank", part.text, re.I)]
    if len(thanks) >= 4 and not context.spoken:
        yield context.about("repetition.thanks", thanks[-1].start, thanks[-1].end)


def copied(context: Context) -> Iterator[Finding]:
    """Shorthand, arrows, bullets and raw runs of the notes."""
    body = context.message.body
    for match in MARKS.finditer(body):
        if match.group().strip("!?"):
            yield context.about("copied-notes.mark", match.start(), match.end())
    notes = _word_runs(context.ground.open_notes)
    flat = re.sub(r"\W+", " ", context.ground.open_notes.lower())
    for sentence in context.layout.sentences:
        if _pasted_line(sentence, flat):
            yield context.about("copied-notes.line", sentence.start, sentence.end)
        if BULLET.match(sentence.text):
            yield context.about("copied-notes.bullet", sentence.start, sentence.end)
        yield from _shorthand(sentence, context)
        place = _raw_run(sentence, notes, body)
        if place:
            yield context.about("copied-notes.run", place[0].start, place[1].end)


def _pasted_line(sentence: Piece, notes: str) -> bool:
    """A sentence that stands word for word in the notes and is none: fillers, no verb with its subject, marks."""
    words = [token.low for token in sentence.tokens]
    if len(words) < 5 or re.sub(r"\W+", " ", sentence.text.lower()).strip() not in notes:
        return False
    if words[0] in {"um", "uh", "okay", "ok", "so", "and", "then"} or sentence.text[:1].islower():
        return True
    if re.search(r"!!|:\s|\bi\b|\w @ |\s/\s", sentence.text.replace("I", "")):
        return True
    small = [word for word in words if is_function(word)]
    verbs = {"is", "are", "was", "were", "be", "has", "have", "had", "do", "did", "will", "would", "can", "could"}
    subject = any(
        word.partition("'")[0] in {"i", "you", "he", "she", "we", "they", "it", "that", "there"} for word in words
    )
    return not subject and not verbs & set(small) and len(small) * 4 <= len(words)


def _shorthand(sentence: Piece, context: Context) -> Iterator[Finding]:
    for token in sentence.tokens:
        if token.text in _clipped() or (
            token.text == "i" and context.message.body[token.end : token.end + 1] not in {".", "'", "’"}
        ):
            yield context.about("copied-notes.shorthand", token.start, token.end, full=expansions().get(token.low, "I"))


def _clipped() -> frozenset[str]:
    return word_set("lexicon", "clipped")


@lru_cache(maxsize=8)
def _word_runs(notes: str) -> dict[tuple[str, ...], int]:
    words = tokens(notes)
    return {tuple(word.low for word in words[place : place + 5]): place for place in range(len(words) - 4)}


def _raw_run(sentence: Piece, notes: dict[tuple[str, ...], int], body: str) -> tuple[Token, Token] | None:
    words = sentence.tokens
    length = 0
    for place in range(len(words) - 4):
        run = tuple(word.low for word in words[place : place + 5])
        length = length + 1 if run in notes else 0
        count = length + 4
        if length and count >= RUN:
            window = words[place - length + 1 : place + 5]
            if count >= LONG_RUN or _telegraphic(window):
                return window[0], window[-1]
    return None


def _telegraphic(window: tuple[Token, ...]) -> bool:
    """Words strung together without the small words that make a sentence."""
    small = sum(is_function(word.low) for word in window)
    verb = any("VERB" in parts_of_speech(word.low) and lemmas(word.low)[0] != word.low for word in window)
    return small / len(window) < 0.15 and not (verb and small)
