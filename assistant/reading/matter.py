"""What of the notes is no matter for a message: arrangements, titles, names, days, reactions, stray words."""

from __future__ import annotations

import re

from assistant.language.tagging import roles, tag
from assistant.reading.scene import fold

ARRANGED = re.compile(
    r"@|https?:|\bwww\.|\b(?:am|pm|o'?clock|minutes?|mins?|hours?|hrs?)\b\s*$|^\W*\d+[\d\s:.,/-]*\W*$|\b(?:on (?:zoom|teams|google meet|skype|site)|zoom|google meet|meet link|in person|reception|car ?park|parking|lift|floor \d|passcode|dial[- ]in|meeting id)\b"
    r"|\b(?:salary|pay|holiday|pension|benefits?|perks?|parking|contract|full[- ]time|part[- ]time|remote|hybrid|wfh|start(?:ing)? date|notice period|shifts? pattern|(?:day|hourly|pay) rate|bonus|package|visa|relocation)\b"
    r"|\b(?:interview(?:ed|s|ing)?|panel|round|candidates?|hear back|let (?:me|us|everyone) know|in touch|get back|decision|decide|call me|ring me|email me|make (?:the|up) |seeing (?:more |other )?people|more people|person to see|thank ?yous?|thank you|linkedin)\b",
    re.I,
)
NEVER = re.compile(r"@|https?:|\bwww\.|^\W*\d+[\d\s:.,/-]*\W*$|\b(?:passcode|dial[- ]in|meeting id)\b", re.I)
EMPTY = re.compile(
    r"^(?:(?:the |a |an |one )?(?:very |really )?(?:best|good|great|hard|tough|first|last|big|main|same|other|nice|lovely) (?:questions?|ones?|thing|bit|things|part)|they say|you say|(?:my|oh my) god"
    r"|(?:hi|hello|hey|dear|morning|good morning|afternoon|evening|thanks|thank you|cheers|best|regards|kind regards|fwd?|re)\b.*|(?:it|that|this|there|those|these)(?:'s| is| was| were| are)\b.*"
    r"|(?:actually |oh |well )?(?:yes|no|fine|nice|good|great|ok|sure|maybe|lovely|tidy|cool|perfect|brilliant)|tomorrow|today|tonight|yesterday|\w|it|that|this|them|him|her|me|us|yes|no|yeah|ok|okay|sure|nothing|something|things?|stuff"
    r"|everything|same|hello|hi|lots|a bit|more|you|that bit|my number|the rest|the usual|everyone|or no)$",
    re.I,
)
VAGUE = re.compile(
    r"^(?:the |a |an |this |that |one of |both |some of )?(?:\d+|one|ones|two|others?|questions?|weekend|week|month|year|day|morning|course|role|job|post|form|forms|thing|things|phone|end|start|rest|lot|bit|moment|part|best|point)(?: (?:that|which|who|i|we|of)\b.*)?$",
    re.I,
)
BLAND = frozenset(
    ["first", "last", "next", "mine", "grand", "thing", "stuff", "today", "time", "notes", "note", "team", "chair", "head", "lead", "people", "person", "call", "chat", "talk", "test", "task", "day", "week", "hour", "question", "questions", "answer", "yes", "doctor", "more", "other", "some", "rest", "lots", "good", "nice", "okay", "numbers", "forms", "feedback", "outcome", "reason", "course", "milk", "saturday", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "weekend", "month", "year", "lunch", "coffee", "laughter", "message", "room", "smart", "half", "logistics", "interviewers", "experience", "background", "cv"]
)
DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)|weekend|week|month|today|tonight|tomorrow|yesterday|new year|easter|\d{1,2}(?:st|nd|rd|th)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*)"
WHEN = re.compile(
    rf"^(?:(?:on|by|in|at|from|until|before|after|starting|starts|start|this|next|last|the|early|late|mid|end|of|now|nothing|morning|afternoon|evening|{DAY}|\d{{1,2}}[:.]\d\d|[–-])\b[\s,]*)+$",
    re.I,
)
STAMPED = re.compile(
    r"^(?:\d{1,2}[.:]\d\d\b|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", re.I
)
PREPOSED = re.compile(
    r"^(?:to|at|in|on|by|with|from|for|of|into|as|after|before|during|since|because|if|or|not|nor|than|like|until|near|per|via|marked|without)\b",
    re.I,
)
DANGLING = re.compile(
    r"(?:^|\s)(?:it|him|them|her|me|i|o|do|is|was|don't)$|^(?:it|him|them|her|he|she|he's|she's|it's|its|they|they're|they'll|they've|he'll|she'll|i|i'm|i've|i'd|what|who)(?:'s)?$",
    re.I,
)
THIRD = re.compile(r"^(?:he|she|it|that|this|nobody|everybody|people|someone|somebody)(?:'s|'ll|'d)?\b", re.I)
PLANNED = re.compile(
    r"\d|\b(?:new|open\w*|launch\w*|start\w*|mov(?:e|es|ing)|build\w*|buy\w*|bought|expand\w*|grow\w*|train\w*|plan\w*|pilot\w*|trial\w*|tak(?:e|es|ing) on|hir(?:e|es|ing)|bring\w*|switch\w*|roll\w*|add\w*|double|tripl\w*|going|getting|putting|setting up|running|rebuild\w*|refurb\w*|replac\w*|introduc\w*|implement\w*|migrat\w*|have|had|'ve|has|got|run|runs|use|uses|do|does|serve|make|makes|supply|work|works|keep|sell|sells|need|needs|want|wants|look\w*|hope|lose|losing|lost|struggl\w*|short)\b|'(?:re|ll)\b",
    re.I,
)


GOING = re.compile(
    r"(?:i )?(?:had|met|went|got|saw|spoke|arrived|came|was|were|did the|finished|just|been|sat|felt|thought|left)\b",
    re.I,
)
MOOD = re.compile(
    r"(?:they|we|you)(?:'re| were| are| seemed| was)? (?:very |so |really |all |quite )*(?:nice|kind|friendly|lovely|gracious|decent|polite|furious|interested|happy|quiet|pleased|keen)\b|they finish|they timed|they sat|they looked",
    re.I,
)


def dull(value: str, known: frozenset[str] | set[str]) -> bool:
    """Whether the value only repeats something known (a title, a name, the job), or is one bare word that says nothing."""
    low = fold(value)
    if any(re.search(rf"(?<!\w){re.escape(low)}(?!\w)", text) for text in known):
        return True
    if " " in value:
        return False
    if value.isupper() and len(value) > 1:
        return False
    noun = "NOUN" in roles(value) or (low.endswith("ing") and bool(roles(value))) or (not roles(value) and len(value) > 5)
    return not noun or len(value) < 4 or low in BLAND


TITLE = re.compile(
    r"(?:manager|officer|director|directors|lead|nurse|head|chair|engineer|supervisor|coordinator|secretary|partner|founder|owner|teacher|trustee|governor|captain|superintendent|technician|midwife|role|school|department|ltd|inc|llp|plc|team)$",
    re.I,
)


def titled(value: str) -> bool:
    """Whether a bare phrase is only a job title or a body: `senior product manager`, `head of school`."""
    return (
        bool(TITLE.search(value))
        and len(value.split()) <= 4
        and not re.match(r"(?:a|an|another|new|more|the new|my|their)\b", value, re.I)
    )


def stray(value: str) -> bool:
    """Whether a fragment that nobody is said to have asked or said is too loose to be what was spoken about."""
    if PREPOSED.match(value) or DANGLING.search(value) or THIRD.match(value) or STAMPED.match(value):
        return True
    tokens = tag(value)
    if not tokens:
        return True
    first = tokens[0]
    if (
        len(tokens) > 1
        and all(
            token.text[:1].isupper() or token.low in {"and", "of", "the", "&", "-", "–"}
            for token in tokens
            if token.text[0].isalpha()
        )
        and not any(token.text.isupper() for token in tokens)
    ):
        return True
    finite = first.tag in {"VBD", "VBP", "VBZ", "MD"} or (first.tag == "VB" and "NOUN" not in roles(first.low))
    return finite and first.low not in {"stretching", "minutes"} and "NOUN" not in roles(first.low)


def idle(value: str) -> bool:
    """Whether what was said about the employer or by somebody tells nothing that a message could rest on."""
    if THIRD.match(value):
        return True
    if not re.match(r"they|we|you", value, re.I):
        return False
    loose = not PLANNED.search(value) and len(value.split()) < 5
    return loose or bool(DANGLING.search(value)) or bool(MOOD.match(value)) or len(value.split()) < 4
