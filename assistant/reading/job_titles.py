"""What people do: the job title beside a name, in the notes' own words."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.language.pattern import lexicon
from assistant.reading import names

_BRACKET = re.compile(r"\s{0,2}[(\[]\s*([^()\[\]\n]{1,80}?)\s*[)\]]")
_APPOSED = re.compile(r"\s*,\s*(?:who(?:'s| is| was)?\s+)?(?:(?:the|their|our|a|an)\s+)?")
_DASHED = re.compile(r"\s*(?:[-–—:|/]|->)\s+(?:(?:the|their|our)\s+)?|\s*–\s*|\t+")
_ARTICLE = re.compile(r"\s+(?:the|their|our|la|el|le|a|der|die|il|o)\s+")
_PRONOUN = re.compile(
    r"\s*,?\s*(?:and\s+)?(?:he|she|they|who)(?:['’]s|['’]re|\s+is|\s+was|\s+are|\s+be|s|\s+(?:would|will)\s+be|"
    r"['’](?:d|ll)\s+be)\s+(?:the|my|their|our|a|an|like|kind of|basically|also)?\s*(?:the|a)?\s*"
)
_IS = re.compile(r"\s+(?:is|was|be|['’]s)\s+(?:(?:the|their|our|a|an)\s+)?")
_DOES = re.compile(
    r"\s*,?\s*(?:(?:he|she|they|who|that)\s+)?(?P<whole>(?:runs?|leads?|heads?|manages?|chairs?|owns?|founded|supervises?|teaches|keeps|handles|sorts|"
    r"coordinates?|edits?|looks after|in charge of|oversees)\s+)(?=\S)",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"(?:owns?|runs?|manages?|leads?|founded|chairs?) (?:it|the (?:place|lot|whole thing|shop|show))\b", re.IGNORECASE
)
_DOES_FIELD = re.compile(
    r"\s*,?\s*(?:(?:he|she|they|who)\s+)?(?:(?P<whole>does\s+)the\s+|(?:does|do)\s+)(?=\S)|"
    r"\s*,?\s*(?:he|she|they|who)\s+works? (?:in|on|for)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_OF_ORG = re.compile(
    r"\s+(?:from|at|of|with)\s+(?:the\s+)?[A-ZÀ-Þ][\w&'’.-]*(?:\s+(?:&|and|of|de|"
    r"[A-ZÀ-ÞÑ][\w&'’.-]*)){0,5}(?=\s*[,;.(–—-]|\s+(?:he|she|they|who)\b)"
)
_OF_LOWER = re.compile(r"\s+(?:from|at|of)\s+[\w&]+(?:\s[\w&]+){0,2}(?=\s*\()")
_CLAUSE = re.compile(
    r"\s+(?:asked|joined|came|popped|dialled|turned|sat|was|arrived|started|rang)\b[^.,;:()\n]{0,25}(?=,\s*(?:he|she|"
    r"they|who)\b)"
)
_GRADE = re.compile(r"[A-Z]{1,4}\d{0,2}(?:\s+(?:in|of|for)\s+[\w ]{2,30})?$")
_FROM = re.compile(r"\s+(?:from|in|of|on|wey dey|de|for)\s+(?:the\s+|their\s+)?", re.IGNORECASE)
_END = re.compile(
    r"\s*(?:[,;:.!?()\[\]\n|/+\t]|\s[-–—]\s|->|→|\s\+\s|\s&\s(?=[A-Z][a-z]+\s[A-Z])|…|\"|“|"
    r"\b(?:and|who|whom|which|that|then|but|so|asked|asks|said|says|told|was|is|were|has|had|wants?|wanted|likes?|"
    r"liked|showed|shows|took|gave|he|she|they|i|we|it|"
    r"didn['’]?t|didnt|don['’]?t|at|with|w/|on|plus|about|abt|because|when|where|also|via|via|for\s+(?:an?|\d)|"
    r"in\s+person|on\s+(?:teams|zoom|meet|the)|over|this|today|sent|emailed|rang|called|texted|sat|came|left|"
    r"stayed|"
    r"yesterday|last|next|from|y|und|et|met|seemed|seems|really|very|super|lovely|nice|quiet|friendly|first|"
    r"mostly|walked|joined)\b)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?P<kind>\s+(?:lady|guy|man|woman|person|chap|bloke|lad|girl|fella|bod))?"
    r"(?P<mark>\s+(?:is|was)\s+(?:a|an|this|some|the)\s+(?:\w+\s+)?(?:woman|lady|man|guy|bloke|chap|lad|girl|fella|person)\s+"
    r"(?:called|named)\s+|\s*,\s*who(?:['’]s|\s+is|\s+was)\s+(?:called|named)\s+|\s*,\s*|\s*\(\s*|\s*[:=]\s*|\s+[-–]\s+|\s+(?:(?:is|was)\s+called|called|named|is|was)\s+|"
    r"\s+)(?:miss\s+)?$",
    re.IGNORECASE,
)
_SHORTENED = frozenset({"mgr", "dept", "sr", "jr", "asst", "dir", "eng", "assoc", "coord", "supt", "gen", "reg", "ch"})
_MISTYPED = {"manger": "manager", "mangager": "manager", "assitant": "assistant", "rcptionist": "receptionist"}
_HEAD_ENDING = re.compile(
    r"(?:[a-z]worker|[a-z]keeper|[a-z]maker|[a-z]smith|[a-z]wright|[a-z]minder|ologist|ographer|leiter(?:in)?|"
    r"chef(?:in)?|führer(?:in)?|"
    r"assistent(?:in)?|direktor(?:in)?|koordinator(?:in)?|ingenieur(?:in)?)$"
)
_WORD = re.compile(r"[\w&'’./+-]+")
_LIST_NEXT = re.compile(r"\s*,\s*([A-Za-z][\w&/ -]{1,40}?)\s*(?=$|[;.)\n])")
_NO_BODY = frozenset(
    ["there", "here", "work", "home", "before", "earlier", "yesterday", "today", "last", "next", "my", "a", "an", "his", "her", "their", "school", "uni", "college", "week", "day", "time", "start", "beginning", "end", "morning", "afternoon", "evening", "door", "me", "him", "them", "us", "this", "that", "then", "church", "gym", "pub"]
)
_TIME = re.compile(r"\d+\s*(?:min|hr|hour|yr|year|am|pm|yo)|\d{1,2}[:.]\d\d", re.IGNORECASE)
_OF = re.compile(
    r"(?:head|vp|svp|chief|director|dir|chair|manager|mgr|chief|lead|owner|secretary|dean|professor|boss|"
    r"president|responsable|jefe|jefa|directora?|leiter(?:in)?)\b",
    re.IGNORECASE,
)


def is_head(word: str) -> bool:
    """Whether a word can be what a job title turns on."""
    low = word.lower().strip(".'’")
    if len(low) >= 8 and _HEAD_ENDING.search(low):
        return True
    return (corrected(word) if len(low) >= 6 else low) in names.vocabulary("titles", "heads") or (
        low.endswith("s") and low[:-1] in names.vocabulary("titles", "heads")
    )


def is_exact_head(word: str) -> bool:
    """Whether a word in the singular, typed right or nearly so, is what a job title turns on."""
    return corrected(word) in names.vocabulary("titles", "heads")


@lru_cache(maxsize=8192)
def corrected(word: str) -> str:
    """A title's noun for a mistyped one ("aprentice" -> "apprentice"), else the word in lower case."""
    low = word.lower().strip(".'’")
    low = _MISTYPED.get(low, low)
    heads = names.vocabulary("titles", "heads")
    if (
        low in heads
        or len(low) < 6
        or names.is_common(low)
        or names.given_sure(low.capitalize()) > 0
        or low in names.vocabulary("company", "kinds")
        or (low.endswith("s") and low[:-1] in heads)
    ):
        return low
    limit = 2 if len(low) >= 9 else 1
    close = process.extractOne(low, _long_heads(), scorer=DamerauLevenshtein.distance, score_cutoff=limit)
    return close[0] if close and close[0][0] == low[0] else low


@lru_cache(maxsize=1)
def _long_heads() -> tuple[str, ...]:
    return tuple(sorted(word for word in names.vocabulary("titles", "heads") if len(word) >= 6))


def singular(title: str) -> str:
    """A title in the singular ("churchwardens" -> "churchwarden")."""
    last = title.split()[-1].lower() if title.split() else ""
    heads = names.vocabulary("titles", "heads")
    return title[:-1] if last.endswith("s") and last not in heads and last[:-1] in heads else title


def is_title_word(word: str) -> bool:
    """Whether a word can stand anywhere in a job title."""
    low = word.lower().strip(".'’")
    return is_head(word) or any(low in names.vocabulary("titles", key) for key in ("modifiers", "departments"))


def looks_like_title(phrase: str, *, explicit: bool = False) -> bool:
    """Whether a phrase is a job title; `explicit` where brackets or a column already say that it should be."""
    found = _WORD.findall(phrase)
    if (
        not found
        or found[0].lower() in {"for", "at", "in", "on", "with", "to", "then", "and", "but"}
        or len(found) > 9
        or _TIME.search(phrase)
        or "@" in phrase
    ):
        return False
    if any(word.lower() in names.vocabulary("titles", "never") for word in found) and not any(map(is_head, found)):
        return False
    departments = names.vocabulary("titles", "departments")
    if (
        len(found) <= 3
        and found[-1].lower() in departments
        and all(is_title_word(word) or word.lower() in {"and", "&"} for word in found)
    ):
        return True
    heads = [word for word in found if is_head(word) and not (len(word) <= 2 and word.islower() and not explicit)]
    return bool(heads) and (explicit or len(found) <= 6)


def after(notes: str, end: int, limit: int, hard: int | None = None) -> tuple[str, int, int] | None:
    """(title, start, end) of the job title that follows a name ending at `end`, looked for up to `limit`."""
    stop = min(limit, end + 140)
    markup = re.compile(r"[*_]{1,3}(?=[\s:,(–—-])").match(notes, end)
    end = markup.end() if markup else end
    bracket = _bracketed(notes, end, min(hard or limit, end + 140))
    if bracket:
        return bracket
    loose = re.compile(r"\s+(?:something|somebody|sth|surname)\b").match(notes, end, stop)
    if loose:
        end = loose.end()
    found = _read_all(notes, end, stop)
    if not found and (clause := _CLAUSE.match(notes, end, stop)):
        found = _read_all(notes, clause.end(), stop)
    beyond = None if found else _OF_ORG.match(notes, end, stop) or _OF_LOWER.match(notes, end, stop)
    return _read_all(notes, beyond.end(), stop) if beyond else found


def _read_all(notes: str, end: int, stop: int) -> tuple[str, int, int] | None:
    for read in (
        _bracketed,
        _after_pronoun,
        _after_is,
        _after_does,
        _after_comma,
        _after_dash,
        _after_article,
        _after_from,
        _directly,
    ):
        found = read(notes, end, stop)
        if found:
            return found
    return None


def before(notes: str, start: int, floor: int) -> tuple[str, int, int] | None:
    """(title, start, end) of the title that stands before a name ("ward manager Folasade", "the head chef, Marco")."""
    begin = max(floor, start - 70)
    link = _LINK.search(notes[begin:start])
    if not link:
        return None
    title_end = begin + link.start()
    found = list(_WORD.finditer(notes, begin, title_end))
    kept: list[re.Match[str]] = []
    edge = title_end
    for word in reversed(found):
        low = word.group().lower()
        gap = notes[word.end() : edge]
        stopped = word.group().endswith(".") and low.rstrip(".") not in _SHORTENED
        if stopped or gap.strip(" ") or not (is_title_word(word.group()) or (low in {"of", "and", "&"} and kept)):
            break
        kept.insert(0, word)
        edge = word.start()
    while kept and kept[0].group().lower() in {"of", "and", "&"}:
        kept.pop(0)
    if not kept or not (is_head(kept[-1].group()) or link["kind"] or kept[-1].group().lower() == "hr"):
        return None
    if not _linked(notes[begin : kept[0].start()], link):
        return None
    after_title = kept[0].start() + len(notes[kept[0].start() : kept[-1].end()].rstrip("."))
    return notes[kept[0].start() : after_title], kept[0].start(), after_title


def _linked(ahead: str, link: re.Match[str]) -> bool:
    """Whether the mark joins title and name: a comma needs an article before the title, a dash a line's start."""
    mark = link["mark"].strip()
    if mark in {",", "(", "–", "-", ":", "="}:
        alone = not ahead.strip(" \t*•-–") or ahead.rstrip()[-1:] in ";|"
        article = re.search(
            r"\b(?:the|their|our|her|his|my|a|an|la|el|le|boss|and|two|three|both)\s+(?:\w+\s+)?$", ahead, re.IGNORECASE
        )
        return (
            bool(article)
            if mark in {",", "("}
            else alone or bool(article and (mark != ":" or re.search(r"\b(?:two|three|both)\s+(?:\w+\s+)?$", ahead)))
        )
    return True


def _bracketed(notes: str, end: int, stop: int) -> tuple[str, int, int] | None:
    match = _BRACKET.match(notes, end, stop + 1)
    if not match:
        return None
    text = re.sub(r"^(?:the|their|our|a|an|from)\s+", "", match[1], flags=re.IGNORECASE)
    begin = match.end(1) - len(text)
    cut = re.split(
        r"\s*[,;]\s*(?=(?:he|she|they|i|my|\d|lovely|nice|v\b|very|quite|maybe|first|just|on|chair(?:ed|"
        r"ing)?\b)\b)|\s+[-–]\s+|\?|!",
        text,
    )[0].strip(" ,.;")
    cut = _without_company(cut)
    if not cut or not (looks_like_title(cut, explicit=True) or _short_field(cut) or _GRADE.match(cut)):
        return None
    return cut, begin, begin + len(cut)


def _without_company(text: str) -> str:
    """Bracketed words without the company that follows the title ("producer, Saltgate Playhouse")."""
    parts = re.split(r"\s*,\s*", text)
    kept = parts[:1]
    for part in parts[1:]:
        capital = part[:1].isupper() and not any(map(is_title_word, _WORD.findall(part)))
        organisation = (
            part[:1].isupper()
            and len(part.split()) > 1
            and part.split()[-1].lower() in names.vocabulary("company", "kinds")
        )
        if (capital and any(map(is_head, _WORD.findall(kept[0])))) or organisation:
            break
        kept.append(part)
    return text[: len(text)] if len(kept) == len(parts) else ", ".join(kept)


def _short_field(text: str) -> bool:
    """Whether bracketed words without a title's noun still say what somebody does ("English booth", "data")."""
    found = _WORD.findall(text)
    if not 1 <= len(found) <= 4 or any(char.isdigit() for char in text):
        return False
    if re.match(
        r"(?:where|when|which|whom|what|how|now|then|there|just|not|i|he|she|they|we|didn|no|on|in|at|so|very|v|"
        r"the one|via|late|again|also|my|same|lovely|nice|quiet|spelling|sp|pronounced|see|ex|her|his|she|name|"
        r"phone|video|remote|above|below|behind|near|next|opposite|over|under|beside|off|by|with|from|for|and|or|but|"
        r"if|as|to|after|before|until|since|see|call|ring|text|who|whose|still|only|first|second|never|always|turned)\b",
        text,
        re.IGNORECASE,
    ):
        return False
    return (
        any(is_title_word(word) for word in found)
        or (len(found) == 1 and _names_thing(text))
        or (text[0].islower() and len(found) >= 2)
        or (len(found) >= 2 and found[-1][0].islower())
    )


def _names_thing(word: str) -> bool:
    """Whether one bracketed word can say what somebody does: a noun, or a word of another language."""
    tag = lexicon.get(word.lower())
    place = word.lower() in names.vocabulary("things", "places") or names.given_sure(word) > 0
    return word.islower() and len(word) >= 4 and not place and (tag is None or tag in {"NN", "NNS"})


def _clean(notes: str, begin: int, stop: int, *, explicit: bool = False) -> tuple[str, int, int] | None:
    """The phrase from `begin` to the next boundary, when it reads as a title."""
    end = _END.search(notes, begin, stop)
    after_end = end.start() if end else stop
    text = _up_to_head(notes[begin:after_end].rstrip(" -–—"))
    if (end and end[0].strip().lower() in {"and", "&", "/"}) or (
        text and text.lower().endswith(("health", "learning", "people"))
    ):
        text = _joined(notes, begin, after_end, stop) or text
    if not text or not text[0].isalpha() or not looks_like_title(text, explicit=explicit):
        return None
    return text, begin, begin + len(text)


def _up_to_head(text: str) -> str:
    """ "site lead rang me himself" -> "site lead": words after the title's noun stay only where they belong to it."""
    found = list(_WORD.finditer(text))
    heads = [index for index, word in enumerate(found[:7]) if is_head(word.group())]
    if not heads or heads[-1] + 1 >= len(found):
        return text
    following = found[heads[-1] + 1].group().lower()
    linked = (
        following in {"of", "for", "in", "and", "&", "de", "du", "des"}
        or is_title_word(following)
        or len(found) <= heads[-1] + 2
    )
    return text if linked else text[: found[heads[-1]].end()]


def _joined(notes: str, begin: int, end: int, stop: int) -> str | None:
    """ "health and safety", "QA/QC": a title that goes on after "and" or a stroke."""
    match = re.compile(r"\s*(?:and|&|/)\s*([\w-]+)(?:\s+([\w-]+))?").match(notes, end, stop)
    if not match or (match[1][0].isupper() and names.given_sure(match[1])):
        return None
    if match[2] and is_head(match[2]) and is_title_word(match[1]):
        return notes[begin : match.end(2)]
    first_fits = is_title_word(match[1]) and match[1].lower() not in {"i", "we", "he", "she"}
    return notes[begin : match.end(1)] if first_fits else None


def _after_comma(notes: str, end: int, stop: int) -> tuple[str, int, int] | None:
    match = _APPOSED.match(notes, end, stop)
    return _clean(notes, match.end(), stop) if match else None


def _after_dash(notes: str, end: int, stop: int) -> tuple[str, int, int] | None:
    match = _DASHED.match(notes, end, stop)
    return _clean(notes, match.end(), stop) if match else None


def _after_article(notes: str, end: int, stop: int) -> tuple[str, int, int] | None:
    match = _ARTICLE.match(notes, end, stop)
    return _clean(notes, match.end(), stop) if match else None


def _after_pronoun(notes: str, end: int, stop: int) -> tuple[str, int, int] | None:
    match = _PRONOUN.match(notes, end, stop)
    return _clean(notes, match.end(), stop) if match else None


def _after_is(notes: str, end: int, stop: int) -> tuple[str, int, int] | None:
    match = _IS.match(notes, end, stop)
    return _clean(notes, match.end(), stop) if match else None


def _after_does(notes: str, end: int, stop: int) -> tuple[str, int, int] | None:
    """ "who runs collections" -> the words from the verb on; "she does health and safety" -> the field."""
    field = _DOES_FIELD.match(notes, end, stop)
    if field:
        text = _to_boundary(notes, field.end(), stop)
        fits = bool(text) and len(text.split()) <= 5 and not any(char.isdigit() for char in text)
        fits = fits and not re.match(r"(?:not|n['’]t|it|a|an|some|say|ask|seem|look|both|all|two|very|really)\b", text)
        fits = fits and (bool(field["whole"]) or bool(re.match(r"\s*,?\s*(?:he|she|they|who)\b", field[0])))
        begin = field.start("whole") if field["whole"] else field.end()
        whole = notes[begin : field.end() + len(text)]
        return (whole, begin, begin + len(whole)) if fits else None
    match = _DOES.match(notes, end, stop)
    if not match:
        return None
    owned = _OWNS.match(notes, match.start("whole"), stop)
    if owned:
        return owned[0], owned.start(), owned.end()
    text = _to_boundary(notes, match.start("whole"), stop)
    return (
        (text, match.start("whole"), match.start("whole") + len(text)) if text and 2 <= len(text.split()) <= 6 else None
    )


def _to_boundary(notes: str, begin: int, stop: int) -> str:
    end = _END.search(notes, begin + 1, stop)
    after_end = end.start() if end else stop
    text = notes[begin:after_end].strip()
    if end and end[0].strip().lower() in {"and", "&"}:
        text = _joined(notes, begin, after_end, stop) or text
    return text


def _after_from(notes: str, end: int, stop: int) -> tuple[str, int, int] | None:
    match = _FROM.match(notes, end, stop)
    if not match:
        return None
    boundary = _END.search(notes, match.end(), stop)
    text = notes[match.end() : boundary.start() if boundary else stop].strip()
    if boundary and boundary[0].strip().lower() in {"and", "&", "/"}:
        text = _joined(notes, match.end(), boundary.start(), stop) or text
    found = _WORD.findall(text)
    team = (
        bool(found)
        and len(found) <= 4
        and found[-1].lower() in {"team", "squad", "side", "dept", "department", "office", "desk", "unit", "crew"}
    )
    if not (
        team
        or _body(text, match[0])
        or (
            found
            and len(found) <= 3
            and all(word.lower() in names.vocabulary("titles", "departments") or word in {"and", "&"} for word in found)
        )
    ):
        return None
    if match[0].split()[0].lower() == "for":
        return None
    return text, match.end(), match.end() + len(text)


def _body(text: str, link: str) -> bool:
    """Whether "from the municipality", "from transport" says where in the organisation somebody sits."""
    found = text.split()
    if not 1 <= len(found) <= 4 or not text.islower() or link.split()[0].lower() not in {"from", "of", "de"}:
        return False
    if any(char.isdigit() for char in text) or found[0] in _NO_BODY or found[-1] in _NO_BODY:
        return False
    return not any(word in names.vocabulary("things", "places") for word in found) and lexicon.get(found[-1]) in {
        None, "NN", "NNS",
    }  # fmt: skip


def _directly(notes: str, end: int, stop: int) -> tuple[str, int, int] | None:
    """A title that follows the name with nothing between ("Folasade Akinwande ward manager")."""
    match = re.compile(r"[ ]+(?=\S)").match(notes, end, stop)
    if not match:
        return None
    found: list[re.Match[str]] = []
    for word in _WORD.finditer(notes, match.end(), stop):
        linking = word.group().lower() in {"of", "and", "&"} and found
        if (found and notes[found[-1].end() : word.start()].strip()) or not (
            is_title_word(word.group()) or linking or (found and found[-1].group().lower() == "of")
        ):
            break
        found.append(word)
    while found and found[-1].group().lower() in {"of", "and", "&"}:
        found.pop()
    if not found or (
        not any(is_head(word.group()) for word in found)
        and found[-1].group().lower() not in names.vocabulary("titles", "departments")
    ):
        return None
    if (
        len(found) == 1
        and names.is_common(found[0].group())
        and found[0].group().lower()
        in {
            "lead",
            "leads",
            "chair",
            "head",
            "heads",
            "partner",
            "host",
            "cook",
            "guard",
            "it",
            "support",
            "research",
            "training",
            "planning",
            "data",
            "design",
            "ops",
        }
    ):
        return None
    return notes[found[0].start() : found[-1].end()], found[0].start(), found[-1].end()


def recruits(title: str) -> bool:
    """Whether a title is that of a recruiter, an agency or somebody who only arranges."""
    found = [word.lower().strip(".") for word in _WORD.findall(title)]
    return any(word in names.vocabulary("titles", "recruiter") for word in found)
