"""Which names, speakers and addresses are the candidate's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.brief import Profile
from assistant.reading import names
from assistant.reading.segments import Segment

_SELF = re.compile(r"(?:me|i|myself|candidate|you|a|interviewee|applicant)$", re.IGNORECASE)
_OWN_WORDS = re.compile(
    r"\b(?:i(?:'m|'ve|'d|'ll)?|my|me)\b.*\b(?:interview|told|said|asked|explained|met|panel|role|job)\b|\b(?:told|"
    r"asked|showed) me\b|\bi (?:said|told|talk|tell)\b",
    re.IGNORECASE,
)
_FRIEND_WORDS = re.compile(
    r"\b(?:how (?:did|was|far)|did (?:you|u|they)|who interview|any news|good luck|well done|congrats|proud of|"
    r"what did (?:they|you)|fingers crossed|when (?:will|do) you|you got this|don't forget|nice one)\b|🎉|🤞",
    re.IGNORECASE,
)


def is_candidate_name(parts: Sequence[str], profile: Profile) -> bool:
    """Whether a name (its words) is the candidate's, whole, short, or in another order."""
    if not profile.name:
        return False
    own = [piece for word in profile.name.split() for piece in names.fold(word).split("-")]
    said = [piece for word in parts for piece in names.fold(word).strip(".").split("-") if piece]
    if not said or any(names.is_honorific(word) for word in said):
        said = [piece for piece in said if not names.is_honorific(piece)]
    if not said:
        return False
    return all(any(_same(piece, mine) for mine in own) for piece in said) and any(len(piece) > 1 for piece in said)


def _same(piece: str, own: str) -> bool:
    short = len(piece) >= 3 and own.startswith(piece) and len(own) - len(piece) <= 8
    return piece == own or short or (len(piece) == 1 and own.startswith(piece))


def is_candidate_address(value: str, profile: Profile) -> bool:
    """Whether an e-mail address is the candidate's own."""
    return bool(profile.email) and value.lower() == str(profile.email).lower()


def own_voices(segments: Sequence[Segment], profile: Profile) -> frozenset[str]:
    """The raw speaker names under which the candidate speaks in a chat, a transcript or a pasted e-mail."""
    spoken: dict[str, list[str]] = {}
    for segment in segments:
        if segment.speaker:
            spoken.setdefault(segment.speaker, []).append(segment.text)
    sure = {voice for voice in spoken if _SELF.match(voice) or is_candidate_name(_bare(voice), profile)}
    if sure or len(spoken) < 2 or profile.name:
        return frozenset(sure)
    turns = {segment.speaker for segment in segments if segment.form == "turn" and segment.speaker}
    counted = Counter({voice: _weight(texts) for voice, texts in spoken.items() if voice in turns})
    best = counted.most_common(1)
    return frozenset({best[0][0]}) if best and best[0][1] > 0 else frozenset()


def _bare(voice: str) -> list[str]:
    return re.sub(r"[<(\[].*", "", voice).split()


def _weight(texts: Sequence[str]) -> float:
    own = sum(1 for text in texts if _OWN_WORDS.search(text))
    return own - sum(1 for text in texts if _FRIEND_WORDS.search(text))
