"""The job that the interview was for, as a person would write it in a message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant import prompts
from assistant.brief import Fact, Span
from assistant.reading import job_titles, labels, names, organisations
from assistant.reading.segments import Segment
from assistant.reading.wordlist import words

_NOUN = r"(?:role|job|position|post|vacancy|opening|opportunity|gig|puesto|poste|stelle|vaga)"
_ASKED_FOR = (
    r"(?:int[er]{0,3}v[a-z]*|int|trial|audition\w*|round|stage|assessment|applied|apply(?:ing)?|going|went in|put in|"
    r"shortlisted|considered|candidate|app|"
    r"application|entrevista|entretien|vorstellungsgespräch|feedback|screen|chat|call)"
)
_BEFORE = (
    (
        re.compile(
            rf"\b{_ASKED_FOR}\b[^.;:\n]{{0,60}}?\b(?:for|re|abt|about|as|für|pour|para|pra)\s+(?:the |a |an |their "
            rf"|this |their new )?$",
            re.I,
        ),
        4.0,
    ),
    (
        re.compile(
            r"\b(?:it(?:'s| was| is)|this (?:is|was)|so|for|re|abt|about) (?:for )?(?:the |a |an |their |this )?$", re.I
        ),
        2.0,
    ),
    (
        re.compile(
            r"\b(?:role|job|position|post|vacancy|poste|puesto|vaga)\s+(?:is|was|of|as|de|=|:|-|–)\s+(?:an? |the )?$",
            re.I,
        ),
        4.5,
    ),
    (
        re.compile(
            r"\b(?:need|needs|want|wants|wanted|after|looking for|hiring|no for the|recruiting)\s+(?:an? |one |the |another |"
            r"someone as |somebody as )?$",
            re.I,
        ),
        2.2,
    ),
    (
        re.compile(
            r"\b(?:gone with|went with|going with|chose|picked|someone else|somebody else|a "
            r"no)\b[^.;\n]{0,40}\bfor the $",
            re.I,
        ),
        3.5,
    ),
    (re.compile(r"\b(?:job|role|post|position)['’]s\s+(?:an? |the )?$", re.I), 4.0),
    (re.compile(r"\b(?:for|as)\s+(?:the |a |an |their |this )?$", re.I), 1.2),
)
_AFTER = (
    (re.compile(rf"\s+{_NOUN}\b", re.I), 3.0),
    (re.compile(r"\s+(?:interview|trial|audition|opening|recruitment|vacancy)\b", re.I), 3.0),
    (re.compile(r"\s*(?:\([^()\n]{2,50}\)\s*)?(?:,|@|\bat|\bwith|\bw/?)\s+[A-ZÀ-Þ]"), 0.8),
)
_SESSION = re.compile(r"\s+(?:interview|trial|audition|onsite)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:my (?:last|old|current|previous|first)|i (?:was|am|worked)|used to|worked|at my|offer|turned down|"
    r"other|met|his|her|he'?s|she'?s|they'?re|who'?s|is the|was the|spoke to|by the|from the|told the|asked the|"
    r"assistant to the|reports? to(?: the)?)\W+(?:an? |the )?$",
    re.IGNORECASE,
)
_BREAK = words(
    "interviw interveiw intervew interviewd somebody someone",
    "the a an my his her their our this that these those for at with w as so is was be been are were i he she "
    "they we you it me him them us just had has have",
    "interviw interveiw intervew interviewd job role position post vacancy interview interviews interviewed "
    "trial audition today yesterday tomorrow "
    "morning afternoon evening this next last about abt re",
    "went got did do done see saw met from by on in into up out no not also then but if when where who what how "
    "why which again back still first second third 1st 2nd",
    "3rd final round stage new same other old good great nice real proper whole one two three four five six "
    "asked said told want wants need needs like feel ok okay",
    "y si va bien muy que con pero um uh er right hi hey please recap notes thing now here there offered got "
    "call phone zoom teams video online feedback fwd fw accepted subject invitation invite",
    "à de la le el en con para por pour chez avec am im bei für als das der die ein eine um uma na no em do da "
    "os as minha mi una un comme",
    "lady guy man woman person chap bloke lad girl place shop town city because if than or either via per plus "
    "minus very really quite hopefully maybe company",
)
_INLINE = re.compile(
    r"(?:^|[,.;(]\s*)(?:role|position|stelle|post|job|puesto|poste|vacancy|job title|função|"
    r"vaga)\s*[:=]\s*(?P<job>[^\n.,;:()]{3,60}?)(?=\s*(?:[.,;(\n]|$|\s[-–—]\s))",
    re.IGNORECASE | re.MULTILINE,
)
_VAGUE = words(
    "dream main day full-time part-time next current whole actual company hard hospital perfect tough easy in-person"
)
_PERSONAL = re.compile(
    r"\b(?:met|with|w|asked|said|told|i|he|she|they|who|was|is|by|my|me|his|her|from|had|chair|panel|seen|not|"
    r"interview|round|but|because|perm|plus)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\s*\((?:ref\b|start|£|\$|€|temporary agent|perm|full|part|maternity|\d+\s*month|ftc|contract|relief|job "
    r"share|not\b)[^()]*\)",
    re.IGNORECASE,
)
_ACRONYMS = words(
    "ml ai ui ux qa qc hr sre bi pr crm erp sen cdp rn gp hca ot seo cad cnc plc hgv it ks1 ks2 eyfs ictu icu "
    "itu nhs ngo"
)
_SHIFTS = words("nights days weekends evenings mornings lates earlies part-time full-time level grade band")
_AGENT_NOUN = re.compile(
    r"[a-zà-þ]{2,}(?:er|or|ist|ian|ant|man|woman|eer|ess|ière|ier|eur|euse|ero|era|in)$", re.IGNORECASE
)
_NOT_SOUGHT = words(
    "boss owner founder gaffer guvnor cofounder co-founder sister patron dueño dueña member hr interviewer "
    "external lay board head chair"
)
_INSIDE = words("of and & to for in de du des d'")
_SUBJECT_LABELS = frozenset({"subject", "summary", "betreff", "asunto", "objet", "title", "what", "assunto"})
_WORD = re.compile(r"[^\W_][\w&/'’+>#.-]*")


def find(notes: str, segments: Sequence[Segment]) -> Fact | None:
    """The job, or nothing where the notes do not say it."""
    labelled = _labelled(segments)
    if labelled:
        return _fact(notes, *labelled, sure=1.0)
    inline = _INLINE.search(notes)
    if inline and _heads(inline["job"]):
        return _fact(notes, inline.start("job"), inline.end("job"), sure=0.95)
    found = [*_everywhere(notes, segments), *_bands(notes, segments)]
    if not found:
        return None
    start, end, score = max(found, key=lambda each: (each[2], -each[0]))
    return _fact(notes, start, end, sure=min(0.95, 0.4 + 0.1 * score)) if score >= 2.0 else None


def _labelled(segments: Sequence[Segment]) -> tuple[int, int] | None:
    for segment in segments:
        key = (segment.label or "").strip() if segment.form in {"field", "bullet"} else ""
        if not key or not labels.announces(key, "role") or not segment.text[:1].isalnum():
            continue
        text = re.split(r"\s(?:at|with|@)\s(?=[A-Z])|\s+[-–—]\s+|;|\.\s", segment.text)[0]
        text = _REMARK.sub("", text).rstrip(" .,")
        if 1 <= len(text.split()) <= 14 and (_heads(text) or not organisations.is_date(text)):
            return segment.start, segment.start + len(text)
    return None


def _phrases(notes: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """(start, end, headed) of the stretches that could name a job: words between marks and everyday words."""
    run: list[re.Match[str]] = []
    for word in [*_WORD.finditer(notes, start, end), None]:
        joined = (
            bool(run)
            and word is not None
            and not notes[run[-1].end() : word.start()].strip(" \xa0")
            and not run[-1].group().endswith(".")
        )
        following = _WORD.match(notes, word.end() + 1, end) if word else None
        breaks = (
            word is None
            or (
                not (following and _before_head(word.group(), following.group()))
                and word.group().lower().rstrip(".").removesuffix("'s").removesuffix("’s") in _BREAK
                and not _inside(word, run)
            )
            or "@" in word.group()
        )
        if run and (breaks or not joined):
            yield from _narrowed(run)
            run = []
        if word is not None and not breaks:
            run.append(word)


def _before_head(word: str, following: str) -> bool:
    """Whether an everyday word belongs to the job after it: "shop manager", "second mate", "call handler"."""
    return word.lower() in names.vocabulary("titles", "modifiers") and _is_job(following)


def _inside(word: re.Match[str], run: Sequence[re.Match[str]]) -> bool:
    """Whether a small word stands within a job ("Head of Ops", "EA to CEO")."""
    return word.group().lower() in _INSIDE and bool(run) and job_titles.is_title_word(run[-1].group())


def _narrowed(run: Sequence[re.Match[str]]) -> Iterator[tuple[int, int, bool]]:
    kept = list(run)
    while kept and kept[-1].group().lower() in _INSIDE | {"-"}:
        kept.pop()
    while kept and (kept[0].group().lower() in _INSIDE or kept[0].group()[0] == "-"):
        kept.pop(0)
    heads = [index for index, word in enumerate(kept) if _is_job(word.group()) or _head_of(kept, index)]
    if not kept or len(kept) > 9:
        return
    if heads and heads[-1] < len(kept) - 1 and not _tail_belongs(kept[heads[-1] + 1 :]):
        kept = kept[: heads[-1] + 1]
    kept = _without_name(kept)
    if kept:
        yield kept[0].start(), kept[-1].end() - (1 if kept[-1].group().endswith(".") else 0), bool(heads)


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) <= 5


def _head_of(kept: Sequence[re.Match[str]], index: int) -> bool:
    """ "Head of Year 9" is a job, a head alone is somebody's title."""
    following = kept[index + 1].group().lower() if index + 1 < len(kept) else ""
    return kept[index].group().lower() in {"head", "chair", "chief", "director", "vp"} and following == "of"


def _without_name(kept: list[re.Match[str]]) -> list[re.Match[str]]:
    """A phrase without the company before it ("Blackcab Link preston controller nights" -> "controller nights")."""
    if not any(word.group().islower() for word in kept) or not kept[0].group()[0].isupper():
        return kept
    foreign = [
        index
        for index, word in enumerate(kept)
        if (
            word.group()[0].isupper()
            and not _is_acronym(word.group())
            and not job_titles.is_title_word(word.group())
            and not names.is_common(word.group())
        )
        or word.group().lower() in names.vocabulary("things", "places")
    ]
    placed = any(kept[index].group().lower() in names.vocabulary("things", "places") for index in foreign)
    shorter = kept[foreign[-1] + 1 :] if len(foreign) > 1 or placed else kept
    return shorter if any(_is_job(word.group()) for word in shorter) else kept


def _tail_belongs(tail: Sequence[re.Match[str]]) -> bool:
    """Whether what follows the head still belongs to the job ("shift team leader nights", "head of people")."""
    first = tail[0].group().lower().rstrip(".")
    return len(tail) <= 4 and (first in _SHIFTS or first in _INSIDE or job_titles.is_title_word(first))


def _everywhere(notes: str, segments: Sequence[Segment]) -> list[tuple[int, int, float]]:
    found = []
    content = [
        segment for segment in segments if segment.form not in {"boilerplate", "quote"} or "role" in segment.text
    ]
    for number, segment in enumerate(content[:400]):
        subject = _is_subject(segment)
        for start, end, headed in _phrases(notes, segment.start, segment.end):
            score = _score(notes, segment, (start, end), headed) + _opening(
                notes, segment, start, number, subject, headed
            )
            if score > 0:
                found.append((start, _widened(notes, start, end, segment.end), score - min(1.5, 0.05 * number)))
    return found


def _is_subject(segment: Segment) -> bool:
    return segment.form == "header" and (segment.label or "").lower() in _SUBJECT_LABELS


def _score(notes: str, segment: Segment, span: tuple[int, int], headed: bool) -> float:
    """What the words around a phrase say for its being the job that the interview was for."""
    before, after = notes[max(segment.start, span[0] - 80) : span[0]], notes[span[1] : min(segment.end, span[1] + 60)]
    text = notes[span[0] : span[1]]
    house = re.match(r"['’]?\s+([A-ZÀ-Þ][\w&]+)", after)
    if house and text[0].isupper() and organisations.is_kind(house[1]):
        return -5.0
    ahead = next((weight for pattern, weight in _BEFORE if pattern.search(before)), 0.0)
    behind = next((weight for pattern, weight in _AFTER if pattern.match(after)), 0.0)
    if not headed and _SESSION.match(after):
        return -5.0
    if behind < 2 and not headed:
        return (
            -5.0
            if ahead < 4 or len(text.split()) > 4 or not job_titles.is_title_word(text.split()[-1])
            else ahead - 1.0
        )
    if len(text.split()) > 5 and not headed:
        return -5.0
    if (_ELSEWHERE.search(before) and behind < 3) or _of_somebody(notes, span, segment):
        ahead -= 4.0
    if not headed and (
        organisations.is_date(text)
        or text.lower() in _VAGUE
        or any(organisations.is_kind(word) for word in text.split())
    ):
        return -5.0
    return ahead + behind + (0.5 if headed else -1.5)


def _of_somebody(notes: str, span: tuple[int, int], segment: Segment) -> bool:
    """Whether the phrase is somebody's title: "Eilidh Rintoul, commercial director", "owner nuala"."""
    before, after = notes[max(segment.start, span[0] - 40) : span[0]], notes[span[1] : span[1] + 30]
    named = re.search(
        r"([^\W\d_][\w'’-]+)(?:\s+[^\W\d_][\w'’-]+){0,2}\s*(?:,|\(|\s[-–—])\s*(?:the\s+|our\s+)?$", before
    )
    formal = re.search(
        r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?\s+[^\W\d_][\w'’-]+(?:\s+[^\W\d_][\w'’-]+)?\s+(?:the\s+)?$", before
    )
    if formal:
        return True
    if named and any(names.given_sure(word) == 1.0 for word in re.findall(r"[^\W\d_][\w'’-]+", named[0])):
        return True
    follows = re.match(r"\s+(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?\s*)?([^\W\d_][\w'’-]+)", after)
    return follows is not None and (
        names.given_sure(follows[1]) == 1.0 or bool(re.match(r"\s+(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b", after))
    )


def _opening(notes: str, segment: Segment, start: int, number: int, subject: bool, headed: bool) -> float:
    """What standing in a headline or a subject line says for a phrase."""
    if not headed:
        return 0.0
    if subject:
        return 2.6
    if segment.form == "heading":
        return 3.0
    label = (segment.label or "").lower()
    own = number == 0 or label.split(" ")[-1] in {"notes", "recap", "day", "summary"} or not label
    named = not own or (segment.owner is not None and number > 0)
    piece = re.split(r"[,;:(|/]|\s[-–—]\s|[–—]|\.\s", notes[segment.start : start])[-1]
    if number > 9 or named or start - segment.start > 150 or _PERSONAL.search(piece):
        return 0.0
    alone = all(
        word[0].isupper() or word.lower() in names.vocabulary("things", "places") for word in _WORD.findall(piece)
    )
    if number > 5:
        return 1.9 if alone and start == segment.start else 0.0
    return (3.2 if alone else 1.2) - 0.3 * number


def _widened(notes: str, start: int, end: int, limit: int) -> int:
    """The end of a job with the bracket or the field of work that belongs to it ("Senior Physio, neuro")."""
    bracket = re.compile(r"\s*\((?!ref\b|£|\$|€)[^()\n]{2,40}\)").match(notes, end, limit)
    if (
        bracket
        and not organisations.is_date(bracket[0])
        and not _REMARK.match(bracket[0])
        and not _PERSONAL.search(bracket[0])
    ):
        return bracket.end()
    field = re.compile(
        r",\s+(?:the\s+)?(?P<field>[a-zà-þ][\w-]*(?:\s(?:[a-zà-þ][\w-]*|&)){0,3})(?=\s*(?:[.;\n–—]|\s-\s|,|$))"
    ).match(notes, end, limit)
    if (
        not field
        or len(field["field"].split()) > 4
        or _PERSONAL.search(field["field"])
        or organisations.is_date(field["field"])
    ):
        return end
    known = any(
        job_titles.is_title_word(word) or word in {"ward", "booth", "team", "zone"} for word in field["field"].split()
    )
    return field.end("field") if known and not any(job_titles.is_head(word) for word in field["field"].split()) else end


def _heads(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if _is_job(word)]


def _is_job(word: str) -> bool:
    """Whether a word is the noun of a job that one applies for (no owner or boss)."""
    return any(
        job_titles.is_exact_head(piece) and job_titles.corrected(piece) not in _NOT_SOUGHT
        for piece in (word, *word.split("/"))
    )


def _bands(notes: str, segments: Sequence[Segment]) -> list[tuple[int, int, float]]:
    """ "band 6 resp ward": a grade with the place of work says the job where no title does."""
    found = []
    for number, segment in enumerate(segments[:4]):
        for match in re.finditer(
            r"\b(?:band|grade|level) \d\w?(?: (?!on\b|at\b|in\b)[a-z]\w+){1,4}", segment.text, re.IGNORECASE
        ):
            found.append((segment.start + match.start(), segment.start + match.end(), 2.8 - 0.2 * number))
    return found


@cache
def _shorthand() -> dict[str, dict[str, str]]:
    content = prompts.read_toml(prompts.folder() / "reading" / "roles.toml")
    return {key: dict(table) for key, table in content.items()}


def written(text: str) -> str:
    """A job as one writes it: shorthand spelled out, the first letter a capital."""
    table = _shorthand()
    found = re.split(r"(\s+|(?<=\w)[/,](?=\w))", re.sub(r"\s+", " ", text).strip(" .,*_"))
    spelled = []
    for index, word in enumerate(found):
        bare = word.lower().rstrip(".,)").lstrip("(")
        following = [other for other in found[index + 1 :] if other.strip(" /,")]
        beside = bool(following) and not word.endswith(",")
        title_follows = beside and job_titles.is_title_word(following[0].strip(".,()"))
        if _is_job(bare) and job_titles.corrected(bare) != bare:
            bare_new = job_titles.corrected(bare)
            spelled.append(_like(word, bare, bare_new))
            continue
        if bare in _ACRONYMS and word.islower():
            spelled.append(word.upper())
            continue
        new = (table["inside"] if title_follows else table["last"]).get(bare) or table["expand"].get(bare)
        spelled.append(_like(word, bare, new) if new and not (word.isupper() and len(word) > 3) else word)
    whole = "".join(spelled)
    return whole[:1].upper() + whole[1:]


def _like(word: str, bare: str, new: str) -> str:
    shown = new.capitalize() if word.lstrip("(")[:1].isupper() else new
    at = word.lower().index(bare)
    tail = word[at + len(bare) :]
    return word[:at] + shown + tail.lstrip(".")


def _fact(notes: str, start: int, end: int, sure: float) -> Fact:
    text = notes[start:end]
    return Fact(id="role", value=written(text), evidence=(Span(start=start, end=end, text=text),), sure=round(sure, 2))
