"""Rule invented-number: every number of the message stands in the notes, and for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checking.calendar import mentions
from assistant.checking.context import Context
from assistant.checking.figures import Figure, figures, ratios
from assistant.checking.ground import contacts
from assistant.checking.words import overlap, word_set
from assistant.report import Finding

MEASURES = frozenset(
    {
        "percent",
        "money",
        "hour",
        "minute",
        "second",
        "day",
        "week",
        "month",
        "year",
        "kilometre",
        "metre",
        "tonne",
        "kilogram",
        "litre",
    }
)
MIXED = re.compile(r"(?=\w*\d)(?=\w*[^\W\d_])[\w./-]*\w")


def numbers(context: Context) -> Iterator[Finding]:
    """A finding for each number that the notes do not hold, or hold for something else."""
    for where, part in context.stretches():
        text = _without_dates(part.text, context)
        for share, start, end in ratios(text):
            if re.search(r"\b(?:in|of)\b", text[start:end]) and _shared(share, context):
                text = text[:start] + " " * (end - start) + text[end:]
        for figure in figures(text):
            written = part.text[figure.start : figure.end]
            if re.search(r"\w[-/]$", part.text[max(0, figure.start - 2) : figure.start]) and written[0].isdecimal():
                continue
            if _exempt(figure, written.lower(), text, context):
                continue
            start, end = part.start + figure.start, part.start + figure.end
            verdict = _verdict(figure, context)
            if verdict == "absent":
                yield context.about("invented-number.absent", start, end, where)
            elif verdict == "unit":
                yield context.about("invented-number.unit", start, end, where)
            elif verdict == "moved":
                yield context.about("invented-number.moved", start, end, where)
            elif verdict == "elsewhere":
                yield context.about("invented-number.elsewhere", start, end, where)
        yield from _codes(context, where, part.start, text)


def _without_dates(text: str, context: Context) -> str:
    """The text with addresses and expressions of time blanked out, same length."""
    spans = [(start, end) for _, start, end in contacts(text)]
    spans += [(mention.start, mention.end) for mention in mentions(text, context.situation.today)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _codes(context: Context, where: object, offset: int, text: str) -> Iterator[Finding]:
    """Codes such as P7, NEWS2, 1.24 or EIWS/TA/25/07: letter for letter in the notes."""
    notes = context.ground.open_notes.lower()
    for match in MIXED.finditer(text):
        code = match.group().lower()
        if re.fullmatch(
            (
                r"\d+(?:[.,]\d+)*(?:st|nd|rd|th|s|%|k|m|bn|am|pm|h|hrs?|mins?|yrs?)?|\d+-\w{2,}(?:-\w+)*|\d+h\d+|"
                r"\d{1,2}/\d{1,2}"
            ),
            code,
        ):
            continue
        if (
            re.fullmatch(r"[a-z]+-\d+", code)
            and re.search(rf"(?<!\d){code.rpartition('-')[2]}(?!\d)", notes)
            and code.rpartition("-")[0] in {"mid", "pre", "post", "early", "late"}
        ):
            continue
        bare = code.rstrip("s") if code.endswith("s") and not code[-2:-1].isdecimal() else code
        if bare not in notes and bare not in (context.brief.role.value.lower() if context.brief.role else ""):
            yield context.about(
                "invented-number.code",
                offset + match.start(),
                offset + match.end(),
                "subject" if where == "subject" else "body",
            )


def _exempt(figure: Figure, written: str, text: str, context: Context) -> bool:
    value, following = figure.value, text[figure.end : figure.end + 24].lower()
    if not written[0].isdecimal():
        if written in word_set("numbers", "ordinal_words") or written in {"zero"}:
            return True
        if written == "one":
            return True
        if (
            value <= 5
            and figure.unit is None
            and (figure.noun is None or figure.noun in word_set("numbers", "counting_nouns"))
        ):
            return True
        if written in {"once", "twice"}:
            return True
    if re.match(r"\s+of\s+(?:you|us|them|those|these)\b", following):
        return value <= max(len(context.brief.people), 2)
    return figure.noun in {"interviewer", "colleague", "person", "people"} and value == len(
        context.brief.interviewers()
    )


def _verdict(figure: Figure, context: Context) -> str:
    same = [known for known in context.ground.figures if abs(known.value - figure.value) < 1e-6]
    if not same:
        held = figure.value in context.ground.numerals or _rounded(figure, context) or _derived(figure, context)
        return "known" if held else "absent"
    if figure.unit in MEASURES:
        if any(known.unit == figure.unit for known in same):
            return _placed(figure, [known for known in same if known.unit == figure.unit], context)
        bare = [known for known in same if known.unit is None and not known.near.isdisjoint(figure.near)]
        return "known" if bare or _elapsed(figure, context) else "unit"
    if figure.noun is None and figure.unit is None:
        return "known"
    if all(known.unit in MEASURES for known in same):
        return "known" if any(not known.near.isdisjoint(figure.near) for known in same) else "unit"
    return _placed(figure, same, context)


def _placed(figure: Figure, same: list[Figure], context: Context) -> str:
    """Whether the number stands among the words that surround it in the notes, or among those of another number."""
    own = max(overlap(figure.words, known.near) for known in same)
    rivals = [
        known
        for known in context.ground.figures
        if known.value != figure.value
        and known.unit == figure.unit
        and (figure.unit or known.noun == figure.noun is not None)
    ]
    rival = max((overlap(figure.words, known.near) for known in rivals), default=0)
    if own == 0 and (rival >= 2 or (rival == 1 and figure.unit in MEASURES and len(figure.words) <= 3)):
        return "moved"
    if not figure.near or any(not known.near.isdisjoint(figure.near) for known in same):
        return "known"
    return "elsewhere"


def _rounded(figure: Figure, context: Context) -> bool:
    """A round figure for an exact one of the notes: four thousand for 4,200, nearly five hundred for 487."""
    value = figure.value
    if value < 20 or value % 10 ** (len(str(int(value))) - 1):
        return False
    size = 10 ** (len(str(int(value))) - 1)
    return any(
        known.value > 20 and known.value % size and abs(known.value - value) <= 0.08 * value
        for known in context.ground.figures
        if known.unit in {figure.unit, None} or figure.unit is None
    )


def _shared(share: float, context: Context) -> bool:
    """Whether the notes hold this share of a whole, as a fraction or in per cent."""
    held = [value for value, _, _ in ratios(context.ground.open_notes)]
    held += [known.value / 100 for known in context.ground.figures if known.unit in {"percent", None}]
    return any(abs(value - share) <= 0.08 * share for value in held)


def _elapsed(figure: Figure, context: Context) -> bool:
    """The days, weeks or months between the interview, today and the decision."""
    known, step = context.ground.dates, {"day": 1, "week": 7, "month": 30}.get(figure.unit or "")
    marks = [day for day in (known.interview, context.situation.today, known.decision) if day]
    if not step:
        return False
    return any(abs((a - b).days - figure.value * step) <= step * 0.6 for a in marks for b in marks if a > b)


def _derived(figure: Figure, context: Context) -> bool:
    """Weeks for days, dozens, and the spelling of a rounded figure."""
    if any(0 < known.value < 1 and abs(known.value * 100 - figure.value) < 1e-6 for known in context.ground.figures):
        return True
    ratio = {
        "week": ("day", 7),
        "day": ("week", 1 / 7),
        "year": ("month", 12),
        "month": ("year", 1 / 12),
        "hour": ("minute", 60),
        "minute": ("hour", 1 / 60),
    }
    if figure.unit in ratio:
        if _elapsed(figure, context):
            return True
        unit, factor = ratio[figure.unit]
        return any(
            known.unit == unit and abs(known.value - figure.value * factor) < 1e-6 for known in context.ground.figures
        )
    return False
