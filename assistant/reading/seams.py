"""Where small words that came in meet the notes' own: what both brought is said once, and no small word is left at the end."""

from __future__ import annotations

import re

from assistant.brief import Form

_SUBJECT = re.compile(
    r"\b(?P<who>I|you|we|he|she|they|it) (?:am|are|is|was|were|do|did|would|will|had|have|has|can|could)"
    r" (?=(?P=who)(?:'\w+)?\b)",
    re.I,
)
_TWICE = re.compile(
    r"\b(?P<word>I|you|we|the|a|an|my|your|their|of|to|in|on|at|for|with|and|is|are) (?=(?P=word)\b)", re.I
)
_OWNED = re.compile(r"\b(?P<own>my|your) (?:the|a|an|their|our|his|her|its|my|your) ", re.I)
_NOT_OWNED = re.compile(r"\b(?:the|a|an) (?P<own>the|a|an|my|your|their|our|his|her|its) ", re.I)
_SOMEBODY = re.compile(r"\b(?:the|a|an) (?=(?:someone|somebody|anyone|anybody|everyone|everybody|people who)\b)", re.I)
_LONG = re.compile(
    r"(?P<article>\b(?:a|an|the|my|your|our) )?\b(?P<count>\d+) (?P<unit>minute|hour|day|week|month|year)s?"
    r" (?=(?:lesson|talk|presentation|test|trial|interview|demo|task|call|tour|walk|drive|exercise|session|shift|course|trip)\b)",
    re.I,
)
_AGED = re.compile(r"\b(?P<count>\d+) (?:years? old(?=s\b)|year old\b)", re.I)
_WHO = re.compile(r"^(?P<one>[a-z-]+(?<!s)) (?=who\b)", re.I)
_ABOUT = re.compile(r"^(?:re|about|abt|regarding|concerning) ", re.I)
_A_FEW = re.compile(r"^an? (?=(?:[a-z-]+ ){0,2}[a-z]+(?<![sui])s(?: (?:in|on|at|for|with|of)\b|$))")
_PAPER = r"(?:copy|link|photo|picture|scan|list|sample|video|recording|draft|summary)\b"
"""One of what is given or sent, whose article notes leave out."""
_COPY = re.compile(rf"^(?P<given>(?:send|e-?mail|forward|share|bring|show|give|post|text)(?: you)?) (?={_PAPER})")
_BARE_PAPER = re.compile(rf"^{_PAPER}")
_NOBODY = re.compile(r"\b(?:with|from|for|of|to) (?=(?:at|in|on|by) (?:the|my|your|a|an)\b)", re.I)
_LEFT_OVER = re.compile(
    r"(?:[ ,]+(?:and|or|but|the|a|an|of|to|with|without|for|from|than|as|because|if|while"
    r"|which|that|my|your))+$",
    re.I,
)
_BODIES = frozenset(
    {"somebody", "someone", "anybody", "anyone", "everybody", "everyone", "those", "people", "staff", "one"}
)
_WHOLE_WITHOUT: frozenset[Form] = frozenset({"np", "inf", "gerund"})
"""Forms that stand without what was left over; a clause may end on such a word or miss what followed it."""


def joined(text: str, form: Form) -> str:
    """The words of a form without doubled subjects, determiners and small words, and without small words left over.

    >>> joined("how I would I'd handle late deliveries", "wh")
    "how I'd handle late deliveries"
    """
    text = _AGED.sub(r"\g<count>-year-old", text)
    text = _LONG.sub(lambda found: f"{found['article'] or 'a '}{found['count']}-{found['unit']} ", text)
    for pattern, kept in (
        (_SUBJECT, ""),
        (_TWICE, ""),
        (_OWNED, r"\g<own> "),
        (_NOT_OWNED, r"\g<own> "),
        (_NOBODY, ""),
        (_SOMEBODY, ""),
    ):
        text = pattern.sub(kept, text)
    if form == "inf":
        text = _COPY.sub(r"\g<given> a ", text)
    if form == "np":
        text = _A_FEW.sub("", _ABOUT.sub("", text))
    if form == "np" and (one := _WHO.match(text)) and one["one"].lower() not in _BODIES:
        text = f"{'an' if text[0].lower() in 'aeiou' else 'a'} {text}"
    return _LEFT_OVER.sub("", text) if form in _WHOLE_WITHOUT else text


def with_article(thing: str) -> str:
    """A thing that is sent, with the article that notes leave out: a link to the talk."""
    return _BARE_PAPER.sub(r"a \g<0>", thing)
