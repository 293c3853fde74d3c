"""How a wording was made from the words it stands on, as edits; or which of its words the notes do not hold."""

from __future__ import annotations

import re
from functools import cache

import lemminflect
from rapidfuzz.distance import OSA

from assistant import prompts
from assistant.reading.edits import DROP, FORMS, KEEP, Edit, Word, form, words
from assistant.reading.wordlist import words as listed

SMALL = listed(
    "a an the this that these those my your our his her its their me you us him them i we he she they it myself "
    "yourself yourselves ourselves mine yours ours of to in on at for from with without by about into onto over "
    "under between during through after before since until as than and or but so because if when while where "
    "whether how what which who whose why is are was were be been being am do does did have has had having will "
    "would can could should may might must not no never there here both each all any some someone somebody anyone "
    "people something one i'm i've i'd i'll you're you've you'd you'll we're we've we'd we'll they're they've "
    "they'd they'll he's she's it's that's there's what's who's don't doesn't didn't isn't aren't wasn't weren't "
    "won't wouldn't can't couldn't too also up out off down back again per "
)
"""Words that a wording may bring in; whatever else it says must stand in the notes."""
_INSERT, _DROP_COST, _CHANGE = 0.6, 0.3, 0.15
_SHORTHAND_SENSE = re.compile(r"[^\w]")


class UnalignedError(ValueError):
    """The wording holds words that the notes do not, or in another order."""


@cache
def _small(word: str) -> bool:
    return word.lower().replace("’", "'") in SMALL or bool(re.fullmatch(r"[,'’]|'s|’s", word))


@cache
def _lemmas(word: str) -> frozenset[str]:
    found = lemminflect.getAllLemmas(word)
    return frozenset(lemma for options in found.values() for lemma in options) | {word}


@cache
def change(source: str, target: str) -> str | None:
    """The op that makes one word of another; nothing where it is another word."""
    low, wanted = source.lower().replace("’", "'"), target.lower().replace("’", "'")
    if low == wanted:
        return KEEP
    if ending := next((ending for ending in FORMS if (form(source, ending) or "").lower() == wanted), None):
        return ending
    if _lemmas(low) & _lemmas(wanted):
        return f"={wanted}"
    if low in SMALL and wanted in SMALL:
        return None
    if _stands_for(low, wanted) or wanted in _shorthand(low):
        return f"={wanted}"
    if len(low) > 3 and OSA.distance(low, wanted) <= (1 if len(low) < 6 else 2) and low[0] == wanted[0]:
        return f"={wanted}"
    return None


@cache
def _shorthand(low: str) -> frozenset[str]:
    """What a piece of shorthand may stand for, by prompts/reading/shorthand.toml."""
    tables = prompts.read_toml(prompts.folder() / "reading" / "shorthand.toml")
    return frozenset(str(table[low]).lower() for table in tables.values() if isinstance(table, dict) and low in table)


def _stands_for(low: str, wanted: str) -> bool:
    """Whether a short form's letters stand in the word in their order, from the same first letter."""
    letters = _SHORTHAND_SENSE.sub("", low)
    if not letters.isalpha() or not 1 <= len(letters) < len(wanted) or letters[0] != wanted[0]:
        return False
    rest = iter(wanted)
    return all(letter in rest for letter in letters)


def edits(source: list[Word], wording: str) -> tuple[list[Edit], str]:
    """The edits that make the wording, and what is appended. Raises UnalignedError with what cannot be made."""
    target = [word.text for word in words(wording)]
    rows, columns = len(source), len(target)
    best: list[list[tuple[float, str]]] = [[(float("inf"), "")] * (columns + 1) for _ in range(rows + 1)]
    best[0][0] = (0.0, "")
    for i in range(rows + 1):
        for j in range(columns + 1):
            cost = best[i][j][0]
            if cost == float("inf"):
                continue
            if j < columns and _small(target[j]):
                best[i][j + 1] = min(best[i][j + 1], (cost + _INSERT, "insert"))
            if i < rows:
                best[i + 1][j] = min(best[i + 1][j], (cost + _DROP_COST, "drop"))
                if j < columns and (op := change(source[i].text, target[j])):
                    best[i + 1][j + 1] = min(best[i + 1][j + 1], (cost + (0.0 if op == KEEP else _CHANGE), op))
    if best[rows][columns][0] == float("inf"):
        raise UnalignedError(_missing(source, target))
    return _traced(source, target, best)


def _traced(source: list[Word], target: list[str], best: list[list[tuple[float, str]]]) -> tuple[list[Edit], str]:
    i, j = len(source), len(target)
    found: list[Edit] = []
    waiting: list[str] = []
    append: str | None = None
    while i or j:
        step = best[i][j][1]
        if step == "insert":
            waiting.insert(0, target[j - 1])
            j -= 1
            continue
        if append is None:
            append = " ".join(waiting)
        elif found:
            found[0] = Edit(" ".join(waiting), found[0].op, found[0].case)
        waiting = []
        if step == "drop":
            found.insert(0, Edit(op=DROP))
        else:
            found.insert(0, Edit(op=step, case=_case(source[i - 1].text, target[j - 1])))
            j -= 1
        i -= 1
    if found:
        found[0] = Edit(" ".join(waiting), found[0].op, found[0].case)
    return found, append or ""


def _case(source: str, target: str) -> str:
    if source[:1] == target[:1] and (source == target or source.lower() != target.lower()):
        return "same"
    if target == target.lower():
        return "same" if source == source.lower() else "lower"
    if target == target.upper() and len(target) > 1:
        return "upper"
    return "title"


def _missing(source: list[Word], target: list[str]) -> str:
    strange = [word for word in target if not _small(word) and not any(change(mine.text, word) for mine in source)]
    if strange:
        return f"not in the notes there: {', '.join(strange)}"
    return "its words are in another order than the notes'"
