"""What must never reach a message: all that either reading puts aside."""

from __future__ import annotations

import re

from assistant.brief import Fact
from assistant.model.merging.table import Table
from assistant.model.quotes import overlap

LONGEST = 240
"""Characters that one private matter may span; a model that shuts away whole pages has not read them."""


def merged(table: Table) -> tuple[Fact, ...]:
    """Everything that the rules or the model hold for private."""
    kept = list(table.rules.private)
    for hushed in table.reading.private:
        spans = table.cited(hushed.quote)
        if not spans or spans[-1].end - spans[0].start > LONGEST or not re.search(r"\w", spans[0].text):
            continue
        if any(overlap(spans, fact.evidence) == 1.0 and len(spans[0].text) <= len(fact.value) for fact in kept):
            continue
        text = " … ".join(span.text for span in spans)
        kept.append(Fact(id=f"private-m{len(kept) + 1}", value=text, evidence=spans, sure=0.9))
    return tuple(kept)
