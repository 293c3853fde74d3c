"""Loads the candidate's profile: a TOML or JSON file with name, email, phone and linkedin, each optional."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import phonenumbers

from assistant.addresses import valid_email
from assistant.brief import Profile
from assistant.errors import ProfileError

MAX_BYTES = 64_000
MAX_CHARS = 200

LINKEDIN = re.compile(
    r"(?:https?://)?(?:(?:[a-z]{2,3}|www|m)\.)?linkedin\.com/(?:mwlite/)?(?:in|pub)/[^\s/?#@<>\"]+[^\s<>\"]*",
    re.IGNORECASE,
)


def load(path: Path) -> Profile:
    """The profile in the file at `path`; raises ProfileError where it is missing, unreadable or has a wrong field."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ProfileError(f"profile {str(path)!r} cannot be read: {reason}; give a TOML or JSON file") from error
    return parse(data, path.name)


def parse(data: bytes, name: str) -> Profile:
    """The profile in `data`; `name` tells TOML from JSON by its extension, where it has none the content does."""
    if len(data) > MAX_BYTES:
        raise ProfileError(f"profile {name!r} is larger than {MAX_BYTES // 1000} kB; it holds four short fields")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProfileError(f"profile {name!r} is not UTF-8 text; save it as UTF-8") from error
    return from_fields(_fields(text, name), name)


def from_fields(fields: dict[str, Any], name: str = "profile") -> Profile:
    """The profile with these fields; raises ProfileError on an unknown field, a wrong type or a wrong value."""
    unknown = [key for key in fields if key not in Profile.model_fields]
    if unknown:
        known = ", ".join(Profile.model_fields)
        raise ProfileError(f"profile {name!r} has an unknown field {unknown[0]!r}; the fields are {known}")
    return Profile(**{key: _value(key, fields.get(key), name) for key in Profile.model_fields})


def _fields(text: str, name: str) -> dict[str, Any]:
    read, language = _language(text, name)
    try:
        fields = read(text)
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else " ".join(str(error).split())
        raise ProfileError(f"profile {name!r} is not valid {language}: {reason}") from error
    if not isinstance(fields, dict):
        raise ProfileError(f"profile {name!r} must hold name, email, phone and linkedin, not a {type(fields).__name__}")
    return fields


def _language(text: str, name: str) -> tuple[Callable[[str], Any], str]:
    suffix = Path(name).suffix.lower()
    if suffix == ".json" or (suffix != ".toml" and text.lstrip().startswith(("{", "["))):
        return _read_json, "JSON"
    return tomllib.loads, "TOML"


def _read_json(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a field stands twice")
    return fields


def _value(key: str, value: Any, name: str) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ProfileError(f"profile {name!r}: {key} must be text in quotes, not {value!r:.60}")
    if any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in value.strip()):
        raise ProfileError(f"profile {name!r}: {key} {value!r:.60} holds a line break or control character")
    text = " ".join(value.split())
    if len(text) > MAX_CHARS:
        raise ProfileError(f"profile {name!r}: {key} is longer than {MAX_CHARS} characters")
    return CHECKS[key](text, name) if text else None


def _name(text: str, name: str) -> str:
    if not any(char.isalpha() for char in text):
        raise ProfileError(f"profile {name!r}: name {text!r} has no letter; give the name as you sign it")
    return text


def _email(text: str, name: str) -> str:
    try:
        return valid_email(text)
    except ValueError as error:
        raise ProfileError(f"profile {name!r}: email {text!r} is not an e-mail address; {error}") from error


def _phone(text: str, name: str) -> str:
    try:
        phonenumbers.parse(text, "US")  # the region only lets numbers without a country code through
    except phonenumbers.NumberParseException as error:
        raise ProfileError(f"profile {name!r}: phone {text!r} is not a phone number") from error
    return text


def _linkedin(text: str, name: str) -> str:
    if not LINKEDIN.fullmatch(text):
        raise ProfileError(
            f"profile {name!r}: linkedin {text!r} is not a LinkedIn page such as linkedin.com/in/your-name"
        )
    return text


CHECKS = {"name": _name, "email": _email, "phone": _phone, "linkedin": _linkedin}
