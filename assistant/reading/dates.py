"""When the interview was: every date in the notes is weighed by the words round it, and the latest good one is taken.

`resolve` reads a phrase such as `by fri` or `tonight`; it also gives promises their due day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from assistant.brief import Fact, Span
from assistant.reading import calendar_words, mention_days, mentions, timeframes
from assistant.reading.mentions import Mention
from assistant.reading.segments import Segment


@dataclass(frozen=True, slots=True)
class _Candidate:
    day: date
    span: Span
    score: int


_LABEL = re.compile(
    r"(?i)^\W*(?:interview(?:ed)?|int|date|day(?:\s*\d)?|when|datum|wann|fecha|cuándo|ngày|thời gian|quand|data"
    r"|quando|time|dtstart"
    r"|(?:\d(?:st|nd|rd|th)|first|second|third|final|last)?\s*(?:round|interview|meeting|stage|visit|trial)(?:\s*\d)?"
    r"|(?:interview|meeting|panel|visit)?\s*(?:date|day|datetime|date\s*(?:/|&|and)\s*time)(?:\s+of\s+interview)?"
    r"|starts?|dates?|event|appointment|termin)\W*$"
)
_BAD_LABEL = re.compile(
    r"(?i)decision|result|outcome|deadline|timeline|next\s*steps?|start|notice|sent|received|follow|due|promise"
    r"|to\s*do|todo|offer"
    r"|válasz|döntés|odpowied|wynik|svar|besked|cevap|jibu|sagot|kabar|výsled|rezultat|r[aă]spuns|odgovor"
    r"|available|availability|reply|respond|answer|hear|dtstamp|created|until|applied|posted|closing|other|elsewhere"
    r"|today|written"
)
_INTERVIEW = re.compile(
    r"(?i)\b(?:interview\w*|intervw|intvw?|int['.]?d?|panel|trial|assessment|screen(?:ing)?|met|meet(?:ing)?|saw|seen"
    r"|see|visit(?:ed)?"
    r"|spoke|chat(?:ted)?|talk(?:ed)?\s+(?:to|with)|call\s+with|call|conversation|demo|audition|walk(?:ed)?\b|round"
    r"|zoom|teams|meet|webex|skype"
    r"|in\s+person|on\s*-?site|in-person|video|panel|sat\s+down|coffee\s+with|tour|shadow|session|recap|notes|debrief"
    r"|field\s+test|test"
    r"|stage|went\s+(?:to|in|for)|came\s+out\s+of|had\s+(?:my|the|an?)|with|w/|bei|gespräch|vorstellungs\w+|probe\w*"
    r"|kennenlern\w+"
    r"|entrevist\w*|entretien|rencontré|rendez-vous|reunión|prueba|phỏng\s+vấn|gặp|colloquio|incontr\w+|rozmow\w+"
    r"|intervju|wawancara|selection\s+day|centre|center|for\s+coming(?:\s+in)?|came\s+in|(?:lovely|nice|great"
    r"|good)\s+(?:to\s+meet|meeting)|today\s+i\s+go)(?!\w)"
)
_STRONG = re.compile(
    r"(?i)\b(?:interview(?:ed|s)?|intvw?|panel|trial|met|assessment\s+(?:day|cent)|audition|vorstellungs\w+"
    r"|entrevist\w*|entretien|phỏng\s+vấn|colloquio"
    r"|(?:1st|2nd|3rd|first|second|third|final)\s+(?:round|interview|stage)|round\s+(?:\d|one|two|three))(?!\w)"
)
_LEADS_AWAY = re.compile(
    r"(?i)(?<!\w)(?:by|before|until|till?|due|from|since|after|every|each|next|bis|antes\s+d[eo]l?|avant|trước|para"
    r"|até|booked\s+for|starts?|starting|opens?|expires?)\s+(?:the\s+|on\s+|in\s+|now,?\s+|it\s+now,?\s+)*$"
)
_NEGATIVE = re.compile(
    r"(?i)\b(?:let\s+(?:u|you|me)\s+know|deadline|starts?|starting|decid\w+|decision|let\s+(?:me|us|everyone)\s+know"
    r"|hear|will|\w+['’]ll|theyll|hell|shell|going\s+to"
    r"|gonna|expires?|holiday|leave|annual|notice|born|applied|application|cv\s+sent|sent|sen[dt]|submitt\w+|deadline"
    r"|opens?|launch\w*"
    r"|must|need\s+to|have\s+to|offered|offer|rang|phoned|called|emailed|e-?mailed|wrote|texted|replied|heard"
    r"|got\s+(?:the|an|a)\s+(?:e?-?mail|letter|call|message|text)|letter|confirm\w*"
    r"|passed|told\s+me|back\s+to\s+me|i\s+(?:bring|give|take|drop)|to\s+take|not\s+before|available|graduat\w+|moved"
    r"|joined|other\s+(?:interview|company|place|offer)|elsewhere|result\w*"
    r"|rejected|rejection|wants?\s+me|posted|published|advert\w*|expir\w*|promised|thank[\s-]?you(?!\s+for)|invited|invitation"
    r"|nothing\s+since|silence|previous\s+role|worked)(?!\w)"
)
_RELATIVE: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(
        r"(?i)(?<!\w)(?:the\s+)?day\s+before\s+yesterday|vorgestern|anteayer|avant-hier|anteontem|hôm\s+kia"
        r"|l'altro\s+ieri"), 2),
    (re.compile(
        r"(?i)(?<!\w)(?:yesterday|yest(?:erda?y)?|yday|ystday|yesterdy|last\s+night|kahapon|gestern|ayer|hier(?!\w)"
        r"|ontem|hôm\s+qua|ieri|gisteren|igår|kemarin|wczoraj)(?!\w)"), 1),
    (re.compile(
        r"(?i)(?<!\w)(?<!ago\s)(?:today|tod|2day|tdy|this\s+(?:morning|afternoon|evening|morn|arvo|lunchtime|lunch)|tonight"
        r"|earlier\s+on|just\s+now|kanina(?:ng)?|heute|hoy|esta\s+(?:mañana|tarde|manhã)"
        r"|aujourd['’]hui|ce\s+matin|cet\s+après-midi|hoje|hôm\s+nay|sáng\s+nay|chiều\s+nay|oggi|stamattina|vandaag"
        r"|idag|hari\s+ini|dzisiaj|dziś)(?!\w)"), 0),
)  # fmt: skip
_AGO = re.compile(
    r"(?i)(?<!\w)(?P<n>\d{1,2}|an?|one|two|three|four|five|six|ten|couple\s+of|a\s+couple\s+of)\s+(?P<unit>days?"
    r"|weeks?|wks?)\s+ago(?!\w)"
)
_FRESH = re.compile(
    r"(?i)(?<!\w)just\s+(?:had|finished|did|got\s+(?:out|off|back|home|done)|came\s+(?:out|back|from|off)|been|back"
    r"|out|met|left|wrapped|done|interviewed|spoke|off)"
    r"|fresh\s+(?:out|from|off)|straight\s+after|before\s+i\s+forget|brain\s+dump|(?:sitting|sat)\s+in\s+(?:the"
    r"|my)\s+(?:car|truck|van|ute|bus|train|cab|lorry)"
    r"|on\s+the\s+(?:train|bus|tram|tube|metro|plane|ferry|way)\s+(?:home|back)|(?:walking|driving|cycling)\s+(?:home"
    r"|back)|recording\s+this|still\s+in\s+the\s+(?:car\s*park|lobby)"
    r"|just\s+come\s+from|had\s+an?\s+(?:lovely|great|good|nice|long|brilliant|fun|weird"
    r"|strange)\s+(?:\w+\s+)?(?:morning|afternoon|day|time|chat)\s+(?:at|with|in)|acabo\s+de|ya\s+salí|mi\s+just"
    r"|je\s+sors\s+(?:de|d')|komme\s+gerade|gerade\s+(?:raus|fertig)|acabei\s+de|vừa\s+(?:phỏng|xong|gặp)"
    r"|interview\s+done|don\s+finish|all\s+done|trial\s+done|done\s+with"
)
_CLAUSE = re.compile(r"[.;!?\n]|\s[-–—]\s|,\s*(?:and|but|so|then)\s|\bbecause\b")


def interview(notes: str, segments: Sequence[Segment], today: date) -> Fact | None:
    """The day of the latest interview at the target company, resolved against `today`; nothing where none is told."""
    all_mentions = [mention for segment in segments for mention in mentions.find(segment.text)]
    american = mention_days.month_first(all_mentions)
    found = [candidate for segment in segments for candidate in _candidates(segment, today, american)]
    found += [candidate for segment in segments for candidate in _in_label(notes, segment, today, american)]
    best = max((candidate.score for candidate in found), default=0)
    if best < 2:
        return _undated(segments, today) or (_fact(_weak(found)) if found and best >= 1 else None)
    good = [candidate for candidate in found if candidate.score >= max(2, best - 1)]
    return _fact(max(good, key=lambda candidate: (candidate.day, candidate.score, -candidate.span.start)))


@lru_cache(maxsize=1024)
def resolve(phrase: str, base: date) -> date | None:
    """The last day that a phrase such as `by fri`, `tonight` or `within 5 working days` means, seen from `base`."""
    frames = timeframes.find(phrase, base)
    return frames[-1].day if frames else None


def _fact(candidate: _Candidate) -> Fact:
    return Fact(id="interview", value=candidate.day.isoformat(), evidence=(candidate.span,))


def _weak(found: list[_Candidate]) -> _Candidate:
    return max(found, key=lambda candidate: (candidate.score, -candidate.span.start))


def _candidates(segment: Segment, today: date, american: bool) -> Iterator[_Candidate]:
    """The past days that a segment names, each with how much the words round it speak of an interview."""
    if segment.form == "boilerplate" or _is_mail_date(segment):
        return
    anchor = min(segment.day, today) if segment.day else today
    for start, end, day, weight in _days(segment.text, anchor, today, american):
        if day <= today and today - day < timedelta(
            days=400 if re.search(r"(?:19|20)\d\d", segment.text[start:end]) else 200
        ):
            score = _score(segment, start, end, weight) - (2 if today - day > timedelta(days=90) else 0)
            yield _Candidate(day, _span(segment, start, end), score)


def _in_label(notes: str, segment: Segment, today: date, american: bool) -> Iterator[_Candidate]:
    """A line headed by a day (`Fri: chat with Cathal`, `Weds 1 July = Harrier`): the day stands in its label."""
    label = segment.label or ""
    found = mentions.find(label) if 3 <= len(label) <= 40 and segment.form not in ("header", "cell") else ()
    start = notes.rfind(label, max(0, segment.start - len(label) - 300), segment.start) if found else -1
    if start < 0 or _BAD_LABEL.search(label) or _LEADS_AWAY.search(label[: found[0].start]):
        return
    day = _past(found[0], label, today, american)
    if day is not None and day <= today and (today - day).days <= 120:
        place = Span(start=start + found[0].start, end=start + found[0].end, text=found[0].text)
        alone = label.strip().lower() == found[0].text.lower()
        clue = 3 if _STRONG.search(segment.text) else 2 if alone or _INTERVIEW.search(segment.text) else 1
        yield _Candidate(day, place, clue + 2 * (found[0].kind == "date"))


def _is_mail_date(segment: Segment) -> bool:
    return segment.form == "header" and bool(
        re.match(r"(?i)sent|date|received|gesendet|enviado|envoyé", segment.label or "")
    )


def _span(segment: Segment, start: int, end: int) -> Span:
    return Span(start=segment.start + start, end=segment.start + end, text=segment.text[start:end])


def _days(text: str, anchor: date, today: date, american: bool) -> Iterator[tuple[int, int, date, int]]:
    """Start, end, day and how much the words alone tell: a whole date and `yesterday` more than a weekday."""
    for mention in mentions.find(text):
        day = _past(mention, text, today if mention.kind == "date" else anchor, american)
        if day is not None:
            yield (
                mention.start,
                mention.end,
                day,
                1 if mention.kind == "date" else -1 if mention.kind == "weekday" else 0,
            )
    for pattern, back in _RELATIVE:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), anchor - timedelta(days=back), 2 if back else 1
    for match in _AGO.finditer(text):
        number = calendar_words.count(match.group("n").split()[-1] if "couple" not in match.group("n") else "2")
        if number:
            factor = 7 if match.group("unit").lower().startswith("w") else 1
            yield match.start(), match.end(), anchor - timedelta(days=number * factor), 0


def _past(mention: Mention, text: str, anchor: date, american: bool) -> date | None:
    """The day in the past that a mention means; one that is today's own date or weekday means today."""
    if mention.kind == "weekday" and mention.weekday == anchor.weekday():
        return anchor if not re.search(r"(?i)last\s*$", text[: mention.start]) else anchor - timedelta(days=7)
    if mention.kind == "weekday" and _LAST_WEEK.search(text[max(0, mention.start - 20) : mention.end + 20]):
        return anchor - timedelta(days=anchor.weekday() + 7 - (mention.weekday or 0))
    return mention_days.on_or_before(mention, anchor, american)


_LAST_WEEK = re.compile(r"(?i)last\s+(?:week|wk)|(?:week|wk)\s+ago")


def _score(segment: Segment, start: int, end: int, weight: int) -> int:
    left, right = _clause(segment.text, start, end)
    clause = segment.text[left:start] + " " + segment.text[end:right]
    score = weight
    if segment.label and _BAD_LABEL.search(segment.label):
        score -= 6
    elif segment.label and _LABEL.match(segment.label):
        score += 5
    if segment.line <= 2 and segment.form != "turn":
        score += 2 if weight > 0 else 1
    if segment.line == 0 and weight < 0 and re.match(r"\W*$|\W*\d", segment.text[end:]):
        score += 3
    if segment.form in ("heading", "header"):
        score += 2 if weight > 0 else 1
    if _STRONG.search(clause):
        score += 4
    elif _INTERVIEW.search(clause):
        score += 2
    if _TIME.match(segment.text, end):
        score += 2
    if (
        re.search(r"(?i)^\W*(?:it\s+)?(?:was|that\s+was|would\s+have\s+been)\s*$", segment.text[left:start])
        and weight > 0
        and not _STRONG.search(clause)
    ):
        score -= 2
    if _LEADS_AWAY.search(segment.text[max(0, start - 40) : start]) or (
        _NEGATIVE.search(clause) and not _STRONG.search(clause[: start - left])
    ):
        score -= 4
    return score


_TIME = re.compile(
    r"(?i)[\s,@–-]*(?:at\s+|um\s+|à\s+|a\s+las\s+|às\s+|lúc\s+|from\s+)?(?:\d{1,2}(?:[:.h]\d{0,2})?\s*(?:[ap]\.?m\b"
    r"|uhr|h\b|hrs|giờ|o'clock)|\d{1,2}[:.]\d{2}\b|\d{1,2}h\d{0,2}\b|noon)"
)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(0, start - 90), min(len(text), end + 90)
    left = max((match.end() for match in _CLAUSE.finditer(text, first, start)), default=first)
    after = _CLAUSE.search(text, end, last)
    return left, after.start() if after else last


def _undated(segments: Sequence[Segment], today: date) -> Fact | None:
    """Notes with no date of their own: those written straight after the interview, and chats with time stamps."""
    for segment in segments:
        fresh = _FRESH.search(segment.text)
        if fresh and (segment.form != "quote"):
            day = min(segment.day, today) if segment.day else today
            return Fact(id="interview", value=day.isoformat(), evidence=(_span(segment, *fresh.span()),), sure=0.8)
    return _first_day_of_chat(segments, today)


def _first_day_of_chat(segments: Sequence[Segment], today: date) -> Fact | None:
    turns = [
        segment for segment in segments if segment.form in ("turn", "bullet") and segment.day and segment.day <= today
    ]
    told = [segment for segment in turns if _INTERVIEW.search(segment.text)] or turns[:1]
    if not told:
        return None
    segment = told[0]
    day = segment.day or today
    return Fact(id="interview", value=day.isoformat(), evidence=(_span(segment, 0, len(segment.text)),), sure=0.7)
