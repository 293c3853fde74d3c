"""Rules about names in the text: invented-name, wrong-company, and misspelt names of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checking.context import Context, person_words
from assistant.checking.findings import Where
from assistant.checking.layout import Piece
from assistant.checking.people import honorifics, near_name, nicknames
from assistant.checking.words import Token, is_function, parts_of_speech, plain, word_set
from assistant.report import Finding

COMPANY_CLEAR = re.compile(
    (
        r"\b(?:(?:work\w*|role|position|job|post|career|interview\w*|opportunity|experience|time|years?|"
        r"team|future|part|contribut\w+|offer|process\w*|vacancy|spent|trained?|studied)\s+(?:\w+\s+){0,"
        r"2}?(?:at|with|for|of|to|by|from)|join\w*|at|contribut\w+ to)\s+(?:the\s+)?$"
    ),
    re.I,
)
COMPANY_AFTER = re.compile(
    (
        r"\s+(?:ltd|limited|inc|llc|plc|gmbh|group|bank|university|hospital|clinic|school|college|council|"
        r"partners|consulting|solutions|industries|corporation|corp|company|trust|systems|labs|studio|"
        r"hotel|airlines|foundation|institute|s\.?a|pty)\b"
    ),
    re.I,
)
SAYS = re.compile(
    (
        r"\s+(?:(?:also|then|and I|kindly|rightly|just)\s+)?(?:said|mentioned|asked|told|explained|showed|"
        r"described|talked|spoke|wants?|noted|pointed|suggested|shared|'s)\b|\s+and I\b"
    ),
    re.I,
)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring capitalised words that the notes do not know."""

    words: tuple[Token, ...]
    start: int
    end: int
    known_before: Token | None
    known_after: Token | None


def names(context: Context) -> Iterator[Finding]:
    """A finding for each capitalised name that neither notes nor profile hold."""
    for where, part in context.stretches():
        for run in _runs(part, context, where):
            yield _finding(run, part, context, where)


def _runs(part: Piece, context: Context, where: Where) -> Iterator[Run]:
    words = part.tokens
    current: list[int] = []
    for index, _token in enumerate(words):
        if _unknown(words, index, part, context, where):
            if current and not (index - current[-1] == 1 and _beside(part, words[current[-1]], words[index])):
                yield _run(part, current)
                current = []
            current.append(index)
    if current:
        yield _run(part, current)


def _beside(part: Piece, first: Token, second: Token) -> bool:
    """Whether two words stand on one line, with no comma between."""
    return not {"\n", ","} & set(part.text[first.end - part.start : second.start - part.start])


def _run(part: Piece, indexes: list[int]) -> Run:
    words = part.tokens
    first, last = indexes[0], indexes[-1]
    before, after = words[first - 1] if first else None, words[last + 1] if last + 1 < len(words) else None
    if before and not (before.text[:1].isupper() and _beside(part, before, words[first])):
        before = None
    if after and not (after.text[:1].isupper() and _beside(part, words[last], after)):
        after = None
    return Run(tuple(words[index] for index in indexes), words[first].start, words[last].end, before, after)


def _unknown(words: tuple[Token, ...], index: int, part: Piece, context: Context, where: Where) -> bool:
    token = words[index]
    bare = token.low.removesuffix("'s").removesuffix("'")
    if not token.text[:1].isupper() or len(bare) < 2 or is_function(token.low) or bare in honorifics():
        return False
    if bare in word_set("lexicon", "proper") or bare in word_set("calendar", "all_names"):
        return False
    if (
        plain(bare) in context.ground.plain_words
        or plain(bare) in context.ground.profile_names
        or context.ground.knows(bare)
    ):
        return False
    if not nicknames().get(plain(bare), frozenset()).isdisjoint(context.ground.plain_words):
        return False
    if bare in word_set("numbers", "number_words") or _acronym_known(token, context):
        return False
    ordinary = bool(parts_of_speech(bare)) or any(len(forms) for forms in (parts_of_speech(bare.removesuffix("s")),))
    if _initial(part, token) or where == "subject":
        return ((not ordinary) and bare not in word_set("lexicon", "light")) or (
            bare in word_set("lexicon", "given_names") and bool(SAYS.match(part.text[token.end - part.start :]))
        )
    if ordinary and (bare in word_set("lexicon", "title_words") or bare in word_set("lexicon", "courtesy")):
        return False
    return not (token.text.isupper() and ordinary and len(token.text) > 1)


def _initial(part: Piece, token: Token) -> bool:
    before = part.text[: token.start - part.start].rstrip()
    return not before or before.endswith((":", "“", '"', "‘", "(", "•", "-", "–", "—", ".", "!", "?", "*", "/"))


def _acronym_known(token: Token, context: Context) -> bool:
    """Whether the letters are the initials of neighbouring words in the notes, or the other way round."""
    letters = token.text.rstrip("s").lower()
    if not token.text.rstrip("s").isupper() or not 2 <= len(letters) <= 6:
        return False
    initials = "".join(word.low[0] for word in context.ground.words)
    return letters in initials and len(letters) >= 3


def _finding(run: Run, part: Piece, context: Context, where: Where) -> Finding:
    people = frozenset(word for person in context.brief.people for word in person_words(person)) - honorifics()
    text = part.text
    before, after = text[: run.start - part.start], text[run.end - part.start :]
    company = context.brief.company.value if context.brief.company else ""
    company_words = frozenset(plain(word) for word in re.findall(r"\w[\w'’&-]*", company) if len(word) > 3)
    for word in run.words:
        if right := near_name(word.text, people):
            return context.about("wrong-name.misspelt", word.start, word.end, where, name=_spelling(right, context))
        if right := near_name(word.text, company_words):
            return context.about("wrong-company.misspelt", word.start, word.end, where, company=company)
    if run.known_after and plain(run.known_after.text).removesuffix("'s") in people:
        return context.about(
            "wrong-name.mixed", run.start, run.known_after.end, where, name=_whole(run.known_after, context)
        )
    if run.known_before and plain(run.known_before.text) in people:
        return context.about(
            "wrong-name.mixed", run.known_before.start, run.end, where, name=_whole(run.known_before, context)
        )
    given = plain(run.words[0].text).removesuffix("'s") in word_set("lexicon", "given_names")
    titled = bool(re.search(r"\b(?:mr|mrs|ms|miss|dr|prof|professor|don|sir|madam)\.?\s+$", before, re.I))
    if (
        not given
        and not titled
        and not SAYS.match(after)
        and (COMPANY_AFTER.match(after) or COMPANY_CLEAR.search(before))
    ):
        return context.about(
            "wrong-company.unknown", run.start, run.end, where, company=company or "the company of the notes"
        )
    if len(run.words) == 1 and run.words[0].text.isupper() and not titled:
        return context.about("invented-claim.term", run.start, run.end, where)
    return context.about("invented-name.unknown", run.start, run.end, where)


def _spelling(low: str, context: Context) -> str:
    for person in context.brief.people:
        for word in re.findall(r"\w[\w'’-]*", " ".join([person.name, *person.aliases])):
            if plain(word) == low:
                return str(word)
    return low.capitalize()


def _whole(token: Token, context: Context) -> str:
    low = plain(token.text).removesuffix("'s")
    return next((person.name for person in context.brief.people if low in person_words(person)), token.text)
