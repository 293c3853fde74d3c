"""Clauses: a segment split where one thought ends and the next subject and its verb begin."""

from __future__ import annotations

import re

from assistant.reading.scene import fold
from assistant.reading.segments import Segment
from assistant.reading.speech import Clause

STOP = re.compile(
    r"[!?]+[\"'”’]?(?=\s|$)|[;\n]+|\s[–—-]{1,2}\s|—|\s*(?:→|->|=>|—>|–>)\s*|\.{3,}|…|\s*\((?=(?:he|she|they|i|we)\b)|\)|:\s+(?=(?:he|she|they|i|we)\b)"
    r"|\s+(?=(?:me|my answer|answer|A)\s?:\s)",
    re.I,
)
ARROW = re.compile(r"(?:→|->|=>|—>|–>)\s*$")
EDGE = ' \t,:;-–—*•·"“”'


class Clauses:
    """Splits segments; knows the names that may be subjects."""

    def __init__(self, names: str) -> None:
        """`names` is a pattern of the folded names that the notes use."""
        self.subject = rf"(?:(?:i|we|he|she|they|the panel|everyone|the team|both)(?:['’](?:d|ll|m|ve|s|re))?|{names})"
        lead = r"(?:told|tell|said|asked|asks|ask|explained|showed|mentioned|liked?s?|loved?s?|wants?|wanted|needs?|promised|talked|discussed|described|gave|walked me)"
        self._split = re.compile(
            rf"(?:,\s*(?:(?:and|but|so|then|um|uh)\s+)*|\s+and that\s+(?=there|they|he|she|we)|\s+(?:and|but|so|then|um|uh|okay so)\s+(?:(?:then|also|so|uh|um|oh)\s+)*)"
            rf"(?=(?:will|gonna|must|need to|have to|got to|owe)\s+(?:send|post|email|mail|bring|drop|text|share|get|ring|call|{names})\b|there\s+(?:is|are|will|was)\b|(?:{self.subject}\s+(?:also\s+|then\s+|really\s+)?[\w']+)|(?:then |also )?{lead}\b)",
        )

    def split(self, segment: Segment, *, whole_questions: bool) -> list[Clause]:
        """The clauses of a segment; with `whole_questions` a question is not split before its inner subjects."""
        cuts = {(match.start(), match.end()) for match in STOP.finditer(segment.text)}
        folded = fold(segment.text)
        if len(folded) == len(segment.text) and not (whole_questions and "?" in segment.text):
            cuts |= {(match.start(), match.end()) for match in self._split.finditer(folded)}
        found: list[Clause] = []
        at, lead = 0, ""
        for start, end in [*sorted(cuts), (len(segment.text), len(segment.text))]:
            if start < at:
                continue
            piece = segment.text[at:start]
            skip = len(piece) - len(piece.lstrip(EDGE))
            text = piece[skip:].rstrip(EDGE)
            lead += piece[:skip]
            if text:
                begin = segment.start + at + skip
                found.append(Clause(begin, begin + len(text), text, lead, "?" in segment.text[start:end]))
                lead = ""
            lead += segment.text[start:end]
            at = end
        return found
