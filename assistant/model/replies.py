"""Reads the JSON object in a model's text: bare, in a fence, or after a preamble; never one that is cut off.

A model's own thoughts before the answer are dropped. What is broken is refused, not completed: half a message that
reads as whole is worse than none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import Any, NoReturn

from assistant.errors import ReplyError

_THOUGHTS = re.compile(r"\A\s*<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_OPEN_THOUGHT = re.compile(r"\A\s*<(?:think|thinking|reasoning)>", re.IGNORECASE)
_FENCE = re.compile(r"```[ \t]*\w*[ \t]*\n(.*?)\n?[ \t]*```", re.DOTALL)
_MOST_STARTS = 50
"""So many braces are tried as the beginning of the object."""


def read(text: str, keys: Collection[str]) -> dict[str, Any]:
    """The one object in the text that has all these keys; raises ReplyError where there is none that is whole."""
    text = _THOUGHTS.sub("", text.lstrip("\ufeff")).strip()
    if _OPEN_THOUGHT.match(text):
        raise ReplyError("the model's answer ends in the middle of its own thoughts")
    if not text:
        raise ReplyError("the model's answer is empty")
    for candidate in _candidates(text):
        if set(keys) <= set(candidate):
            return candidate
    raise ReplyError(f"the model's answer is not the JSON that was asked for, it begins {_shown(text)!r}")


def _candidates(text: str) -> Iterator[dict[str, Any]]:
    for piece in (text, *reversed(_FENCE.findall(text))):
        if (found := _whole(piece)) is not None:
            yield found
    starts = [match.start() for match in re.finditer(r"\{", text)][:_MOST_STARTS]
    for start in starts:
        if (found := _beginning(text[start:])) is not None:
            yield found


def _whole(text: str) -> dict[str, Any] | None:
    try:
        found = _DECODER.decode(text.strip())
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _beginning(text: str) -> dict[str, Any] | None:
    try:
        found, _ = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these pairs; raises ReplyError where a key stands twice with two values: which one is meant?"""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found and found[key] != value:
            raise ReplyError(f"the model's answer gives {key!r} twice, each time another way")
        found[key] = value
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number of JSON")


def _shown(text: str) -> str:
    return " ".join(text[:60].split())


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)
