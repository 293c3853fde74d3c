"""Where the layout promises a person: the value of "Panel: ...", piece by piece, and the name column of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.reading import labels
from assistant.reading.segments import Segment

_NEXT = re.compile(
    r"\s*(?:[,;+&/]|\b(?:and|n|y|e|et|und|en|og|och|plus|then|dan|at|na|và|a)\b)\s+(?=\S)", re.IGNORECASE
)
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


def expected(segments: Sequence[Segment]) -> frozenset[int]:
    """Positions in the notes at which a name should begin."""
    return frozenset(position for segment in segments for position in _slots(segment))


def _slots(segment: Segment) -> Iterator[int]:
    if segment.form not in {"field", "bullet", "prose", "cell"} or not segment.label:
        return
    if not (labels.announces(segment.label, "panel") or labels.announces(segment.label, "recruiter")):
        return
    yield segment.start
    text = _BRACKETS.sub(lambda match: " " * len(match[0]), segment.text)
    if segment.form != "cell":
        yield from (segment.start + match.end() for match in _NEXT.finditer(text))
