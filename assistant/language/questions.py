"""Questions, and the order that they have inside a sentence: `how do I triage` -> `how I triage`."""

from __future__ import annotations

import re

from assistant.language.shapes import BASE, clausal, ends_badly
from assistant.language.tagging import SUBJECTS, Token, inflect, tag, verb_lemma

WH = frozenset({"how", "why", "what", "when", "where", "which", "who", "whether", "if"})
AUXILIARY = frozenset({
    "do", "does", "did", "would", "will", "can", "could", "should", "shall", "may", "might", "must", "is", "are",
    "was", "were", "am", "have", "has", "had",
})  # fmt: skip
DOING = frozenset({"do", "does", "did"})
STRANDED = frozenset({"about", "with", "for", "at", "on", "from", "of", "to"})
WANTING = frozenset({"want", "like", "need", "have", "is", "am", "are", "was"})
WHOLE = re.compile(rf"^(?:D?R?[JCN']*[NJR])?(?:P|{BASE}(?:I{BASE})*)R*[VM]")
FARTHEST = 5  # an auxiliary is looked for among so many words


def is_question(text: str) -> bool:
    """Whether the text opens with a question word, or with an auxiliary and its subject."""
    tokens = tag(text)
    if len(tokens) > 2 and tokens[0].low in AUXILIARY and tokens[1].low in SUBJECTS:
        return True
    return bool(tokens) and tokens[0].low.split("'")[0] in WH


def indirect(question: str) -> str | None:
    """A question as it stands inside a sentence: `how do I triage` -> `how I triage`; nothing if it cannot."""
    text = question.strip(" ?.!")
    tokens = tag(text)
    if len(tokens) < 2:
        return None
    if tokens[0].low in AUXILIARY and tokens[1].low in SUBJECTS and len(tokens) > 2:
        return _whether(text, tokens)
    if tokens[0].low not in WH or "'" in tokens[0].low:
        return None
    if tokens[0].low == "what" and tokens[1].low == "if":
        return f"what to do {text[tokens[1].start :]}"
    at = next((i for i in range(1, min(FARTHEST, len(tokens))) if tokens[i].low in AUXILIARY), None)
    if at and at + 1 < len(tokens) and tokens[at + 1].low in SUBJECTS:
        return _before_pronoun(text, tokens, at)
    if at and at + 2 < len(tokens) and tokens[at].low not in DOING and tokens[at + 1].tag in {"DT", "PRP$"}:
        return _before_noun(text, tokens, at)
    return text


def _whether(text: str, tokens: tuple[Token, ...]) -> str | None:
    """`can I drive` -> `whether I can drive`."""
    if tokens[0].low == "did":
        return None
    auxiliary = "" if tokens[0].low in DOING else f" {tokens[0].low}"
    return f"whether {tokens[1].text}{auxiliary} {text[tokens[1].end :].strip()}"


def _before_pronoun(text: str, tokens: tuple[Token, ...], at: int) -> str | None:
    """`what would you change` -> `what you would change`, with the auxiliary at `at`."""
    lead, subject = text[: tokens[at].start].rstrip(), tokens[at + 1].text
    rest = text[tokens[at + 1].end :].strip()
    auxiliary = tokens[at].low
    if auxiliary in {"do", "does"}:
        return f"{lead} {subject} {rest}" if rest else None
    if auxiliary == "did":
        verb, _, tail = rest.partition(" ")
        return f"{lead} {subject} {inflect(verb, 'VBD')} {tail}".strip()
    return f"{lead} {subject} {tokens[at].text} {rest}".strip()


def _before_noun(text: str, tokens: tuple[Token, ...], at: int) -> str:
    """`where will the van go` -> `where the van will go`; the text itself where the subject has no clear end."""
    last = len(tokens) - 1
    nouns = (i for i in range(at + 2, len(tokens)) if tokens[i].tag.startswith("NN"))
    head = next((i for i in nouns if not tokens[min(i + 1, last)].tag.startswith("NN")), None)
    if not head or head == last:
        return text
    subject = text[tokens[at + 1].start : tokens[head].end]
    return f"{text[: tokens[at].start].rstrip()} {subject} {tokens[at].text} {text[tokens[head].end :].strip()}"


def wh_is_whole(text: str) -> bool:
    """Whether an indirect question is a whole clause: question word, subject, verb, or question word + `to` + verb."""
    tokens = tag(text)
    if len(tokens) < 3 or tokens[-1].low in ends_badly() - STRANDED:
        return False
    if tokens[-1].tag == "MD" or tokens[-1].low in WANTING or tokens[-1].low.endswith("n't"):
        return False
    if tokens[1].low == "to":
        return bool(verb_lemma(tokens[2].text))
    shape = clausal(tokens[1:])
    if tokens[0].low in {"who", "what", "which"} and re.match(r"^R*[VM]", shape):
        return True
    return bool(WHOLE.match(shape))
