"""What can name an organisation: runs of capitals, the pieces of a headline, and when two names are of one house."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant import prompts
from assistant.reading import job_titles, names
from assistant.reading.segments import Segment
from assistant.reading.wordlist import words

WORD = re.compile(r"[^\W_](?:[\w'’+-]|&(?=\w)|\.(?=\w))*\.?|&|\+")
_LINKS = words("of for and the de la du des del di da do dos und et y & + für der van den le los las les d' &")
_STREET = re.compile(
    r"(?:lane|road|street|avenue|square|way|drive|close|terrace|crescent|row|hill road)$", re.IGNORECASE
)
_DATE = re.compile(r"\b(?:\d{1,2}[./:-]\d{1,2}|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}\s*[ap]m\b|\d{4})", re.IGNORECASE)
PIECE = re.compile(r"\s+[-–—|/]+\s+|\s*[,;|]\s+|\s*:\s+|\.\s+|\s+[–—]|\s*[()\[\]]\s*|\n|\s+//\s+|\s@\s")


@dataclass(slots=True)
class Candidate:
    """A stretch that may name an organisation, with what speaks for it as the target and as another."""

    start: int
    end: int
    text: str
    target: float = 0.0
    other: float = 0.0
    agency: bool = False

    @property
    def key(self) -> str:
        """What two mentions of the same organisation have in common."""
        return compact(self.text)


def same(first: str, second: str) -> bool:
    """Whether two compacted names are of one organisation: equal, or one begins the other."""
    return first == second or (
        min(len(first), len(second)) >= 4 and (first.startswith(second) or second.startswith(first))
    )


@lru_cache(maxsize=16_384)
def compact(text: str) -> str:
    """Letters and figures only, folded, without legal forms and articles."""
    found = re.findall(r"[a-z0-9]+", names.fold(text))
    kept = [
        word
        for word in found
        if word not in {"ltd", "limited", "llp", "llc", "inc", "plc", "gmbh", "ag", "the", "la", "co", "and"}
    ]
    return "".join(kept or found)


def is_kind(word: str) -> bool:
    """Whether a word says what sort of organisation it is ("Hospital", "GmbH", "Coffee")."""
    return word.lower().strip(".'’s") in names.vocabulary("company", "kinds") or word.lower().strip(
        "."
    ) in names.vocabulary("company", "kinds")


def is_legal(word: str) -> bool:
    """Whether a word is only a legal form ("Ltd")."""
    return word.lower().strip(".'’)") in lexicon("legal")


def is_date(text: str) -> bool:
    """Whether a piece of a headline is a date or a time."""
    found = re.findall(r"[^\W\d_]+", text.lower())
    days = words(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat "
        "sun today yesterday tomorrow morning afternoon evening",
        "january february march april may june july august september october november december jan feb mar apr "
        "jun jul aug sep sept oct nov dec",
    )
    return bool(_DATE.search(text)) or any(word in days for word in found)


def pieces(notes: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The pieces of a headline between commas, dashes and bars, as (start, end, text)."""
    found = []
    position = start
    for mark in PIECE.finditer(notes, start, end):
        found.append((position, mark.start()))
        position = mark.end()
    found.append((position, end))
    return [
        (a, b, notes[a:b])
        for a, b in ((a + len(notes[a:b]) - len(notes[a:b].lstrip()), a + len(notes[a:b].rstrip())) for a, b in found)
        if b > a
    ]


def runs(notes: str, floor: int, limit: int) -> list[tuple[int, int]]:
    """Spans of runs of capitalised words, links such as "of" and "&" inside them included."""
    found: list[tuple[int, int]] = []
    run: list[re.Match[str]] = []
    for word in WORD.finditer(notes, floor, limit):
        text = word.group()
        near = (
            bool(run)
            and 0 < word.start() - run[-1].end() <= 1
            and notes[run[-1].end()] in " \xa0"
            and not _closed(run[-1].group())
        )
        if run and not near:
            _close_run(run, found)
            run = []
        if re.match(r"(?i:i|he|she|we|you|they|it|that|who|there|what)['’]", text):
            text = "i"
        link = text.lower() in _LINKS and (text[0].islower() or text in "&+") and bool(run)
        if (
            link
            or (text[0].isupper() and text.lower().rstrip(".") not in _stop())
            or (run and text[0].isdigit() and False)
        ) or (
            run
            and text[0].isupper()
            and text.lower()
            in {
                "the",
                "part",
                "band",
                "first",
                "company",
                "right",
                "meet",
                "new",
                "old",
                "one",
                "two",
                "four",
                "nine",
                "march",
                "may",
                "august",
                "re",
            }
        ):
            run.append(word)
        elif run:
            _close_run(run, found)
            run = []
    if run:
        _close_run(run, found)
    return found


def _closed(text: str) -> bool:
    return text.endswith(".") and text.lower() not in {
        "st.",
        "univ.",
        "dr.",
        "mt.",
        "inc.",
        "ltd.",
        "co.",
        "s.",
        "dept.",
    }


def _close_run(run: list[re.Match[str]], found: list[tuple[int, int]]) -> None:
    while run and run[-1].group().lower() in _LINKS:
        run.pop()
    if run:
        text = run[-1].group()
        end = run[-1].end()
        if text.endswith(".") and _closed(text):
            end -= 1
        found.append((run[0].start(), end))


def possible(notes: str, start: int, end: int, segment: Segment) -> bool:
    """Whether a run can name an organisation by its words: no tool, place, job, street or opening everyday word."""
    text = notes[start:end]
    found = text.split()
    low = [word.lower().strip(".'’") for word in found]
    single = len(found) == 1
    if all(is_legal(word) for word in low):
        return False
    if (
        len(text) < 2
        or all(word in names.vocabulary("things", "places") or word in _LINKS for word in low)
        or (
            _STREET.search(text)
            and len(found) <= 2
            and not re.search(r"group|club|team", notes[max(0, start - 20) : start])
        )
    ):
        return False
    if single and re.fullmatch(r"[A-Z][a-zA-Z]{0,3}[A-Z]", text):
        return False
    if single and (low[0] in names.vocabulary("things", "tools") or (text.isupper() and len(text) <= 5)):
        return False
    if (
        single
        and names.is_common(low[0])
        and (
            start == segment.start
            or not re.search(
                r"(?i)(?:\bat|\bfrom|\bthe|\bwith|\bfor|\bjoining|\()\s*$", notes[max(0, start - 9) : start]
            )
        )
    ):
        return False
    if text.isupper() and len(found) > 2 and not is_kind(found[-1]):
        return False
    if (
        re.match(
            r"\s+(?!onsite|interview|job\b|role\b|portal|trial|people|lot\b|folk|team\b|panel|and\b|for\b|at\b|in\b|on\b|which\b|who\b|where\b|that\b|is\b|was\b|to\b|with\b|w\b|but\b|or\b|"
            r"so\b|don|must|did|has|had|gave|offer|want|said|call|know|pay|made)[a-z]{3,}",
            notes[end : end + 20],
        )
        and single
        and re.search(r"\b(?:the|a|an)\s+$", notes[max(0, start - 5) : start])
    ):
        return False
    titles = [job_titles.is_title_word(word) for word in found]
    if all(titles) or (job_titles.is_head(found[0]) and len(found) > 1 and low[1] == "of"):
        return False
    if job_titles.is_exact_head(found[-1]) and not is_kind(found[-1]):
        return False
    rest = re.match(r"(?:\s+[a-zà-þ][\w-]*){1,3}", notes[end : min(segment.end, end + 50)])
    return not (
        rest
        and any(job_titles.is_head(word) for word in rest[0].split())
        and notes[start - 2 : start].strip() not in {",", "at"}
        and any(titles)
    )


@cache
def lexicon(key: str) -> frozenset[str]:
    """A word list of prompts/reading/organisations.toml, such as lexicon("stop")."""
    content = prompts.read_toml(prompts.folder() / "reading" / "organisations.toml")
    return frozenset(str(content["runs"][key]).split())


def _stop() -> frozenset[str]:
    return lexicon("stop")
