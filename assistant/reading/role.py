"""The job that the interview was for, as a person would write it in a message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant import prompts
from assistant.brief import Fact, Span
from assistant.reading import job_titles, organisations
from assistant.reading.segments import Segment

_LABEL = re.compile(
    r"(?:(?:job |role |post |position )?(?:role|position|post|job|job title|title|vacancy|opening|job role|grade|puesto|cargo|poste|stelle|função|funcao|vaga|functie|stanowisko|posizione|vessel/post|applying for|applied for|for)|"
    r"(?:role|position|job|post)\s?(?:title|applied for|name))$",
    re.IGNORECASE,
)
_NOUN = r"(?:role|job|position|post|vacancy|opening|opportunity|place|gig|puesto|poste|stelle|vaga)"
_LEAD = r"(?:interview\w*|int|trial|audition\w*|first round|second round|final round|round|assessment|applied|apply(?:ing)?|going|went|shortlisted|considered|hiring|look(?:ing)?|candidate|entrevista|entretien|in)\s+(?:\S+\s+){0,3}?(?:for|re|abt|about|as)"
_BODY = r"(?P<role>[\w][\w&/'’+.-]*(?:[ ,][ ]?\(?[\w&/'’+.-]+\)?){0,7}?)"
_PATTERNS = (
    (
        re.compile(
            rf"\b{_LEAD}\s+(?:the|a|an|their|this|its)?\s*{_BODY}\s+{_NOUN}\b(?P<more>\s*\([^()\n]{{2,40}}\))?", re.I
        ),
        5.0,
    ),
    (
        re.compile(
            rf"\b(?:for|the|a|an|their|this|abt|about|as|re)\s+{_BODY}\s+{_NOUN}\b(?P<more>\s*\([^()\n]{{2,40}}\))?",
            re.I,
        ),
        4.0,
    ),
    (
        re.compile(
            rf"\b(?:role|job|position|post)\s+(?:is|was|of|as|=|:)\s+(?:an?\s+|the\s+)?{_BODY}(?=\s*(?:[,.;()\n–—]|\s-\s|$|\s(?:at|with|in|for)\b))",
            re.I,
        ),
        4.5,
    ),
    (
        re.compile(
            rf"(?:^|[,.;–—:|(\n]\s*|\bso\s+|\bthe\s+){_BODY}\s+(?:role|job|position|interview|trial|audition)\b(?P<more>\s*\([^()\n]{{2,40}}\))?",
            re.I,
        ),
        3.5,
    ),
    (
        re.compile(
            rf"\b(?:interview\w*|audition\w*|trial|round|applied)\s+(?:\S+\s+){{0,2}}?(?:for|as)\s+(?:the|a|an|their)?\s*{_BODY}(?P<more>\s*\([^()\n]{{2,40}}\))?(?=\s*(?:[,.;\n–—]|\s-\s|$|\s(?:at|with|@|in|on)\b))",
            re.I,
        ),
        4.0,
    ),
    (
        re.compile(
            rf"\b(?:need|needs|want|wants|looking for|hiring)\s+(?:an?|one|the|another)\s+{_BODY}(?=\s*(?:[,.;()\n–—]|$|\s(?:for|at|with|who|in|to|on)\b))",
            re.I,
        ),
        1.5,
    ),
)
_CUT = re.compile(
    r"^(?:the|a|an|their|this|its|my|for|so|just|new|had|first|second|final|1st|2nd|3rd|round|stage|today|interview|interviewed|in|person|about|abt|am|pm|of|on|at|re|fwd|fw|accepted|invitation|invite|updated|as|and|with|was)\b[\s:–-]*",
    re.IGNORECASE,
)
_SUBJECT_NOISE = re.compile(
    r"\b(?:feedback|interview|application|follow|call|next|invitation|confirm\w*|your|re|fwd|accepted|update|availability|thanks?)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,–—-]*(?:\b(?:interview|job|role|position|post|trial|today|yesterday|this|morning|on|at|with|w|in|the|for|and|\d{1,2}(?::\d\d)?\s?(?:am|pm))\b[\s,]*)+$",
    re.IGNORECASE,
)


def find(notes: str, segments: Sequence[Segment]) -> Fact | None:
    """The job, or nothing where the notes do not say it."""
    labelled = _labelled(segments)
    if labelled:
        return _fact(notes, *labelled, sure=1.0)
    found = [*_headline(notes, segments), *_subjects(notes, segments), *_in_prose(segments)]
    if not found:
        return None
    start, end, score = max(found, key=lambda each: (each[2], -each[0]))
    return _fact(notes, start, end, sure=min(0.95, 0.4 + 0.1 * score)) if score >= 2.0 else None


def _labelled(segments: Sequence[Segment]) -> tuple[int, int] | None:
    first_cells = {segment.line: segment for segment in reversed(segments) if segment.form == "cell"}
    for segment in segments:
        key = segment.label if segment.form in {"field", "bullet"} else None
        if segment.form == "cell" and first_cells.get(segment.line) is not segment:
            key = first_cells[segment.line].text
        if (
            key
            and _LABEL.match(key.strip())
            and segment.text[:1].isalnum()
            and not organisations.is_date(segment.text[:20])
        ):
            text = re.split(
                r"\s(?:at|with|@)\s(?=[A-Z])|\s+[-–—]\s+(?=(?:ref|start|salary|£|\$|€|\d))|;|\.\s", segment.text
            )[0]
            text = re.sub(
                r"\s*\((?:ref\b|start|£|\$|€|temporary agent|perm|full|part|maternity|\d+\s*month|ftc|contract)[^()]*\)",
                "",
                text,
            ).rstrip(" .,")
            if 1 <= len(text.split()) <= 14:
                return segment.start, segment.start + len(text)
    return None


def _headline(notes: str, segments: Sequence[Segment]) -> list[tuple[int, int, float]]:
    """Jobs among the pieces of the first lines ("Rosebank Lodge, deputy home manager - 2nd interview")."""
    found = []
    opening = [segment for segment in segments if segment.form not in {"boilerplate", "header", "quote"}][:4]
    for number, segment in enumerate(opening):
        limit = segment.start + 170 if number < 2 else segment.start + 90
        cut = organisations.pieces(notes, segment.start, min(segment.end, limit))
        for index, (start, end, text) in enumerate(cut[:6]):
            begin, after = _narrowed(text, start)
            score = _headline_score(notes[begin:after], number, index, len(cut), segment)
            if score > 0:
                found.append((begin, _widened(notes, after, min(segment.end, limit)), score))
    return found


def _headline_score(text: str, number: int, index: int, count: int, segment: Segment) -> float:
    found = re.findall(r"[\w/&+'’.-]+", text)
    if not 1 <= len(found) <= 8 or organisations.is_date(text):
        return 0.0
    heads = [word for word in found if job_titles.is_head(word)]
    ward = re.search(r"\bband \d\b", text, re.IGNORECASE)
    if not heads and not ward:
        return 0.0
    if re.search(
        r"\b(?:met|with|asked|said|told|i|he|she|they|who|was|is|by|my|me|his|her|from|had|chair)\b",
        text,
        re.IGNORECASE,
    ):
        return 0.0
    label = segment.owner is not None or (segment.form in {"bullet", "field"} and segment.label is not None)
    return 3.6 - 0.4 * number - 0.1 * index - (2.5 if label else 0.0) - (1.0 if count == 1 and number else 0.0)


def _narrowed(text: str, start: int) -> tuple[int, int]:
    """A piece without the words around the job ("so head nurse job" -> "head nurse")."""
    body = text
    while (match := _CUT.match(body)) and match.end() < len(body):
        body = body[match.end() :]
    begin = start + len(text) - len(body)
    body = _TAIL.sub("", body)
    return begin, begin + len(body.rstrip(" .,"))


def _widened(notes: str, end: int, limit: int) -> int:
    """The end of a job with the bracket or the field of work that belongs to it ("Senior Physio, neuro")."""
    bracket = re.compile(r"\s*\((?!ref\b|£|\$|€)[^()\n]{2,50}\)").match(notes, end, limit)
    if (
        bracket
        and not organisations.is_date(bracket[0])
        and not re.search(r"\b(?:not|interview|round|she|he|they|perm)\b", bracket[0])
    ):
        return bracket.end()
    return end


def _subjects(notes: str, segments: Sequence[Segment]) -> list[tuple[int, int, float]]:
    found = []
    for segment in segments:
        if segment.form != "header" or (segment.label or "").lower() not in {
            "subject",
            "summary",
            "betreff",
            "asunto",
            "objet",
            "title",
            "what",
        }:
            continue
        for start, _, text in organisations.pieces(notes, segment.start, segment.end):
            begin, after = _narrowed(text, start)
            inner = notes[begin:after]
            heads = [word for word in re.findall(r"[\w/&-]+", inner) if job_titles.is_head(word)]
            if heads and len(inner.split()) <= 8 and not _SUBJECT_NOISE.search(inner):
                found.append((begin, after, 3.8))
    return found


def _in_prose(segments: Sequence[Segment]) -> list[tuple[int, int, float]]:
    found = []
    for number, segment in enumerate(segments):
        if segment.form in {"boilerplate", "header"} or len(segment.text) < 6:
            continue
        for pattern, weight in _PATTERNS:
            for match in pattern.finditer(segment.text[:600]):
                begin, after = _narrowed(match["role"], segment.start + match.start("role"))
                text = segment.text[begin - segment.start : after - segment.start]
                more = match.groupdict().get("more")
                score = weight + _fits(text) - min(1.5, 0.08 * number) - _elsewhere(segment, match.start())
                if _fits(text) > -2:
                    found.append((begin, segment.start + match.end("more") if more else after, score))
    return found


def _fits(text: str) -> float:
    """How well a phrase reads as the name of a job."""
    found = re.findall(r"[\w/&+'’.-]+", text)
    if (
        not found
        or len(found) > 8
        or re.search(
            r"\b(?:i|he|she|they|we|you|it|me|my|his|her|asked|said|told|was|is|are|will|would|got|get|did|do|same|other|old|last|previous|current|dream|good|great|best|new|different|next|whole|hospital|first)\b",
            text,
            re.IGNORECASE,
        )
    ):
        return -5.0
    heads = sum(job_titles.is_head(word) for word in found)
    return 1.0 if heads and job_titles.is_head(found[-1]) else 0.5 if heads else -0.8 if len(found) <= 4 else -2.5


def _elsewhere(segment: Segment, at: int) -> float:
    """What speaks for another job than this one: the candidate's past, or other people's."""
    before = segment.text[max(0, at - 60) : at + 12].lower()
    return (
        3.0
        if re.search(
            r"\b(?:my (?:last|old|current|previous)|i was|used to|worked|at my|offer|turned down|other)\b", before
        )
        else 0.0
    )


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
        title_follows = bool(following) and job_titles.is_title_word(following[0].strip(".,()"))
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
