"""Which names and addresses are the candidate's own."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.brief import Profile
from assistant.reading import names


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
