"""A direct question of the notes as an indirect one: `how would you settle a child` -> `how I would settle a child`."""

from __future__ import annotations

import re

from assistant.reading import edits

_WH = re.compile(
    r"^(?P<wh>(?:how|what|where|when|why|who|which)(?: (?!(?:you|u|i|we|they|are|is|do|did)\b)\w+){0,3}?) (?P<aux>do|did|would|could|can|will|should|are|were|have|had|wd|wld)"
    r" (?P<who>you|u|i|we|they) (?P<rest>.+)$",
    re.I,
)
_WHETHER = re.compile(
    r"^(?P<aux>do|did|would|could|can|will|are|were|have|am|wd|wld) (?P<who>you|u|they|i) (?P<rest>.+)$",
    re.I,
)
_SAID, _SILENT = {"wd": "would", "wld": "would"}, frozenset({"do", "did"})
_CONJUNCTION = r"(?P<before>\b(?:when|if|that|while|before|after|where|what|how|and|because|since|until|which|as) )"
_ME = (
    (re.compile(rf"{_CONJUNCTION}(?:(?:you|u) are|you're)\b", re.I), r"\g<before>I am"),
    (re.compile(rf"{_CONJUNCTION}(?:you|u)\b", re.I), r"\g<before>I"),
    (
        re.compile(r"\b(?P<before>(?:for|with|to|at|of|on|by|from|asks?|tells?|gives?) )(?:you|u)\b", re.I),
        r"\g<before>me",
    ),
    (re.compile(r"\b(?:you|u)$", re.I), "me"),
    (re.compile(r"\byourself\b", re.I), "myself"),
    (re.compile(r"\b(?:your|ur|yr)\b", re.I), "my"),
)
_END = re.compile(r"[?!]|\.(?=\s|$)")
_LEFT = re.compile(r"\b(?:you|u|you're|yours)\b", re.I)


def indirect(question: str, asked_by_me: bool) -> str | None:
    """A question in direct speech as it stands after `You asked` or `I asked`; nothing where it is not one.

    >>> indirect("Where do you see yourself in five years?", asked_by_me=False)
    'where I see myself in five years'
    """
    text = " ".join(_END.split(question, maxsplit=1)[0].strip(" \"'“”‘’?-–—:").split())
    if not (found := _WH.match(text) or _WHETHER.match(text)):
        return None
    aux, who, rest = found["aux"].lower(), found["who"].lower(), found["rest"]
    aux = _SAID.get(aux, aux)
    opening = found["wh"].lower() if "wh" in found.groupdict() else "whether"
    reader = who in {"you", "u"}
    subject = ("you" if asked_by_me else "I") if reader else "I" if who == "i" else "you"
    if reader and not asked_by_me:
        for pattern, mine in _ME:
            rest = pattern.sub(mine, rest)
        if _LEFT.search(rest):
            return None
    if aux == "did":
        verb, _, after = rest.partition(" ")
        rest = f"{edits.form(verb, 'past') or verb} {after}".strip()
    if aux in {"are", "were"} and subject == "I":
        aux = {"are": "am", "were": "was"}[aux]
    return " ".join(filter(None, (opening, subject, "" if aux in _SILENT else aux, rest)))
