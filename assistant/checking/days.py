"""Rules about time in the message: invented-date, and timing where a day no longer fits today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from assistant.checking.calendar import Mention, around, mentions
from assistant.checking.context import Context
from assistant.checking.layout import Piece
from assistant.checking.words import content_keys, overlap, plain, table, tokens, word_set
from assistant.report import Finding

THANKED = re.compile(
    r"\b(?:thank\w*|grateful|enjoyed|appreciated)(?: you)?(?: \w+){0,3}? (?:for|of)(?: \w+)?\s*$", re.I
)
OF_DAY = re.compile(
    r"\W?s\s+(?:\w+\s+){0,2}(?:interview|meeting|conversation|talk|chat|call|visit|tour|trial|panel)\b", re.I
)
SLACK = 2  # days by which "the end of the month" and the like may miss the day they speak of
REPORTED = re.compile(r"\b(?:said|told|mentioned|expected|hoped|were|planned|thought|promised|had in mind|was)\b", re.I)
MET = re.compile(
    (
        r"\b(?:interview\w*|met|meeting you|talk(?:ing|ed)?|spoke|speaking|conversation|chat(?:ting|ted)"
        r"?|visit\w*|seeing me|trial|tour|having me|showing me|rang|ringing me|calling me|phoned|phoning|"
        r"your call|the call)\b"
    ),
    re.I,
)
NEAR_MET = re.compile(
    MET.pattern + r"(?:(?!\b(?:about|that|which|who|when|because|where|if|for|to)\b)[^,;.:]){0,40}$", re.I
)
VAGUE = re.compile(r"\b(?:look(?:ing)? forward|hear(?:ing)?|know|please|news)\b", re.I)
FUTURE = re.compile(r"\b(?:by|until|till|before|will|shall|your call|hear|expect|coming|next)\b|'ll\b", re.I)
MY_DEED = re.compile(r"\b(?:I (?:will|shall|can)|I['’]ll|you will have|you['’]ll have|will (?:be with|reach) you)\b")
"""A day that the writer sets for a deed of their own."""
AHEAD = re.compile(
    (
        r"\b(?:will|'ll|until|till|shall|send|sending|sent to you|email|by|before|would|can|could|plan|"
        r"going to|available|free|call you|ring|look(?:ing)? forward|hop(?:e|ing)|await(?:ing)?|"
        r"your (?:call|answer|reply|decision|news))\b"
    ),
    re.I,
)


def dates(context: Context) -> Iterator[Finding]:
    """A finding for each day, month or time that the notes do not allow."""
    for where, part in context.stretches():
        for mention in mentions(part.text.replace("’", "'"), context.situation.today):
            key = _fault(mention, part, context)
            if key:
                yield context.about(key, part.start + mention.start, part.start + mention.end, where, **_slots(context))


def _slots(context: Context) -> dict[str, str]:
    day = context.ground.dates.interview
    return {"day": f"{day:%A} {day.day} {day:%B}" if day else "another day"}


def _fault(mention: Mention, part: Piece, context: Context) -> str | None:
    known = context.ground.dates
    written = plain(part.text[mention.start : mention.end])
    if mention.clash:
        return "invented-date.clash"
    if mention.form == "offset":
        return _offset(mention, written, part, context)
    if mention.form == "day":
        held = known.days & set(mention.days) or _bare_day(mention, context)
        return _misplaced(mention, part, context) if held else "invented-date.day"
    if mention.form == "weekday":
        return _weekday(mention, written, context) or _misplaced(mention, part, context)
    if mention.form == "month":
        return _misplaced(mention, part, context) if mention.month in known.months else "invented-date.month"
    if mention.form == "time":
        return _time(mention, context)
    if mention.form == "year":
        return None if mention.month in known.years else "invented-date.year"
    return _span(mention, written, part, context)


def _offset(mention: Mention, written: str, part: Piece, context: Context) -> str | None:
    known, today = context.ground.dates, context.situation.today
    day = mention.days[0]
    if (day in known.days and day != today) or (written in known.text and known.interview == today):
        return None
    if day <= today and known.interview and known.interview != day:
        if _meets(part.text, mention):
            return "timing.offset"
        return "invented-date.past" if day < today and not context.rejected else None
    if day > today and written not in known.text and MY_DEED.search(part.text):
        return None
    if day > today:
        return _promised(mention, part, context) if written in known.text else "invented-date.offset"
    return None


def _meets(text: str, mention: Mention) -> bool:
    """Whether the words round a day say that the meeting was then: `met you today`, `thanks for yesterday's talk`."""
    before, after = text[max(0, mention.start - 60) : mention.start], text[mention.end : mention.end + 40]
    near = NEAR_MET.search(before) and not AHEAD.search(before)
    return bool(near or (THANKED.search(before) and (OF_DAY.match(after) or not re.match(r"\W?s\s", after))))


def _misplaced(mention: Mention, part: Piece, context: Context) -> str | None:
    """A day of the notes in the place of another: the meeting's, or one that the same words go with."""
    known = context.ground.dates
    before = part.text[max(0, mention.start - 60) : mention.start]
    if known.interview and NEAR_MET.search(before) and not AHEAD.search(before):
        past = [day for day in known.days if day <= context.situation.today]
        met = Mention(mention.start, mention.end, mention.form, mention.days, mention.weekday)
        if mention.form == "weekday" and not any(day.weekday() == mention.weekday for day in past):
            return "timing.offset"
        if mention.form == "day" and not any(day in met.days for day in past):
            return "timing.offset"
    future = FUTURE.search(before)
    fixed = {known.interview, known.decision}
    if not future and (
        any(day in fixed for day in mention.days) or mention.weekday in {day.weekday() for day in fixed if day}
    ):
        return None
    names = context.ground.name_keys | context.ground.title_keys
    near = tuple(
        keys for keys in around(_only_clause(part.text, mention), mention.start, mention.end) if names.isdisjoint(keys)
    )
    own = [overlap(near, moment.near) for moment in known.moments if moment.fits(mention)]
    rival = [overlap(near, moment.near) for moment in known.moments if not moment.fits(mention)]
    enough = 1 if future and len(near) <= 3 else 2
    if (
        own
        and rival
        and max(own) == 0
        and max(rival) >= enough
        and not re.match(r"the \d", part.text[mention.start : mention.end])
    ):
        return "invented-date.moved"
    return _promised(mention, part, context)


def _only_clause(text: str, mention: Mention) -> str:
    """The text with everything beyond the commas round the mention, and words that go with any day, blanked out."""
    clause = _clause(text, mention)
    start = text.rfind(clause, 0, mention.start + 1)
    kept = " " * start + clause + " " * (len(text) - start - len(clause))
    return VAGUE.sub(lambda match: " " * len(match.group()), kept)


def _promised(mention: Mention, part: Piece, context: Context) -> str | None:
    """The day of a promise that the notes give for another day."""
    if not re.search(
        r"\bI(?:'ll| will| shall| am going to|'m going to)\b|\bwill (?:be with|reach|come|follow)\b|\bby\b",
        part.text.replace("’", "'"),
    ):
        return None
    ordinary = word_set("lexicon", "courtesy") | word_set("lexicon", "light")
    words = content_keys(token for token in part.tokens if token.low not in ordinary)
    for promise in context.brief.promises:
        held = frozenset(key for keys in content_keys(tokens(promise.value)) for key in keys)
        if promise.due and overlap(words, held) >= 2:
            days = {day.weekday() for day in mention.days} if mention.form != "weekday" else {mention.weekday}
            fits = promise.due in mention.days if mention.days else promise.due.weekday() in days
            decided = context.ground.dates.decision in mention.days or re.search(
                r"\b(?:decide|decision|hear|announce|know)\b", part.text
            )
            return None if fits or decided or promise.due < context.situation.today else "invented-date.moved"
    return None


def _bare_day(mention: Mention, context: Context) -> bool:
    """The notes give the day of the month alone, near a day that they give in full."""
    known = context.ground.dates
    return any(
        day.day in known.month_days and abs((day - other).days) <= 45 for day in mention.days for other in known.days
    )


def _clause(text: str, mention: Mention) -> str:
    start = max(text.rfind(mark, 0, mention.start) for mark in (",", ";", ":", "—", "–")) + 1
    ends = [place for mark in (",", ";", "—", "–") if (place := text.find(mark, mention.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _weekday(mention: Mention, written: str, context: Context) -> str | None:
    known = context.ground.dates
    if mention.weekday not in known.weekdays:
        return "invented-date.weekday"
    if mention.days and written not in known.text and not known.days & set(mention.days):
        return "invented-date.weekday"
    return None


def _time(mention: Mention, context: Context) -> str | None:
    known = context.ground.dates
    if mention.minute is None or any(mention.minute % 720 == minute % 720 for minute in known.minutes):
        return None
    numbers = {figure.value for figure in context.ground.figures}
    hour, minute = divmod(mention.minute, 60)
    return (
        None
        if {hour % 12 or 12, hour, hour % 12 + 12} & numbers and (not minute or minute in numbers or minute == 30)
        else "invented-date.time"
    )


def _span(mention: Mention, written: str, part: Piece, context: Context) -> str | None:
    known, today = context.ground.dates, context.situation.today
    if any(abs((day - other).days) <= SLACK for day in known.days for other in mention.days):
        return _promised(mention, part, context)
    if part.text.rstrip().endswith("?"):
        return None
    if any(re.search(rf"\b{re.escape(form)}\b", known.text) for form in _forms(written)):
        fresh = known.interview is None or (today - known.interview) <= timedelta(days=3)
        return (
            None if fresh or re.search(r"\d|working", written) or REPORTED.search(part.text) else "invented-date.span"
        )
    if re.fullmatch(r"(?:in|within) (?:a|one|1) (?:day|week|month)", written) and not FUTURE.search(part.text):
        return None
    counted = re.search(r"\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|couple|few)\b", written)
    if not counted and not mention.days:
        return None
    if re.match(r"(?:this|in the coming)\s", written) or "coming" in written or re.match(r"in (?:a )?few", written):
        return None
    if counted and any(
        int(figure.value) == _count(counted.group()) and figure.unit for figure in context.ground.figures
    ):
        return None
    return "invented-date.span"


def _forms(written: str) -> set[str]:
    bare = re.sub(r"^(?:the|in|within)\s+(?:the\s+)?", "", written)
    return {written, bare, bare.replace("end of the", "end of"), bare.replace("end of ", "end of the ")}


def _count(word: str) -> int:
    counts = table("calendar")["counts"]
    return int(counts[word]) if word in counts else int(word) if word.isdecimal() else 0
