"""What was typed about the candidate -> Profile."""

from __future__ import annotations

from collections.abc import Mapping

from assistant import profile as profiles
from assistant.brief import Profile
from assistant.errors import ProfileError

FIELDS = ("name", "email", "phone", "linkedin")


def problem(field: str, value: str) -> str | None:
    """Why this value cannot be used, in one line; nothing where it can."""
    try:
        profiles.from_fields({field: value}, "about you")
    except ProfileError as error:
        return str(error).removeprefix("profile 'about you': ")
    return None


def profile(typed: Mapping[str, str]) -> Profile:
    """The profile of all typed values that can be used."""
    return profiles.from_fields({field: typed[field] for field in FIELDS if _usable(field, typed.get(field, ""))})


def _usable(field: str, value: str) -> bool:
    return bool(value.strip()) and problem(field, value) is None
