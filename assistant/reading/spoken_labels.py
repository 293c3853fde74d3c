"""What the label of a line (`Q:`, `They liked:`, `JV asked:`) says about what stands behind it."""

from __future__ import annotations

import re
from functools import cache

from assistant import prompts
from assistant.brief import Person
from assistant.reading.scene import Scene, fold

LABELLED = re.compile(
    r"^(?P<who>[\w.' -]{1,30}?) (?P<act>asked|asks|said|says|wants|wanted|needs|liked|likes|mentioned|asked about)$",
    re.I,
)
CUES = (
    (r"\b(?:i|my|me)\b.*\b(?:said|answer\w*|told|repl\w+)|\bmy (?:answer|reply|response)", "told"),
    (r"\brispost\w*|\brespuesta\w*|\bresposta\w*|\bantwort\w*|\breponses?\b", "told"),
    (r"\bask\w*|\bquestions?\b|pregunt\w*|pergunt\w*|\bfrage\w*|demandé|\bdomand\w*", "asked"),
    (r"\b(?:liked?|loved|impressed|rated|praised?|nice things|compliments?)\b", "liked"),
    (r"\b(?:role ?play|scenario|case study|exercise)\b", "asked"),
    (r"\b(?:wants?|needs?|looking for)\b", "wants"),
    (r"\bsays?\b|\bsaid\b", "said"),
    (
        r"^(?:do|does|what (?:he|she|they) do(?:es)?)$|\b(?:position|title|role|job|dept|department|team|function|puesto|cargo|função)\b",
        "skip",
    ),
    (r"\b(?:send|owe|promis\w+|follow.?up|to (?:take|bring|do|email))\b", "promise"),
)
ASKER = re.compile(r"(?:q|question)\w*\s*\((.+)\)", re.I)


@cache
def _labels() -> dict[str, str]:
    labels = prompts.read_toml(prompts.folder() / "reading" / "acts.toml")["labels"]
    return {word: act for act, words in labels.items() for word in words}


def label_act(label: str | None) -> str | None:
    """What a line's label says its content is: asked, discussed, ..., `skip`, or nothing for an unknown label."""
    if not label:
        return None
    label = re.sub(r"\s*\(.*?\)", "", label)
    named = LABELLED.match(label.strip(" *:-?"))
    key = fold(named.group("act") if named else label).strip(" *:-?")
    return _labels().get(key) or next((act for pattern, act in CUES if re.search(pattern, key)), None)


def label_person(label: str | None, scene: Scene) -> Person | None:
    """The person in a label such as `JV asked`, `Q (Lynn, branch rep)` or `Anthony's pain`."""
    if not label or len(label.split()) > 8:
        return None
    named = LABELLED.match(label.strip(" *:-?"))
    asker = ASKER.match(label)
    return scene.who(named.group("who") if named else asker.group(1) if asker else label)
