"""The prompts in prompts/model/: each a file that declares its inputs, and whose label changes with its content.

    +++
inputs = ["today", "notes"]
include = ["rules"]
+++
# system
What the model is told once.
# step
    What it is told this time, with {today} and {notes} filled in.

An included file stands in the place of its name in braces, and the label changes with it too.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from langchain_core.prompts import ChatPromptTemplate

from assistant import prompts
from assistant.errors import ContentError

NAMES = ("read", "write", "repair", "rewrite", "judge")


@dataclass(frozen=True)
class Template:
    """One prompt: what it needs, and its two texts with slots in braces."""

    name: str
    label: str
    """name@hash-of-content: kept with every draft."""
    inputs: frozenset[str]
    system: str
    step: str

    @cached_property
    def _chat(self) -> ChatPromptTemplate:
        return ChatPromptTemplate.from_messages([("system", self.system), ("human", self.step)])

    @property
    def used(self) -> frozenset[str]:
        """The slots that the texts really have."""
        return frozenset(self._chat.input_variables)

    def fill(self, values: Mapping[str, str]) -> tuple[str, str]:
        """System and user text with the slots filled; raises ContentError where values and inputs are not the same."""
        if set(values) != self.inputs:
            differ = sorted(set(values) ^ self.inputs)
            raise ContentError(f"model/{self.name}.md: inputs and values differ in {', '.join(differ)}")
        system, step = self._chat.format_messages(**values)
        return _tidy(str(system.content)), _tidy(str(step.content))


def parse(text: str, name: str, include: Callable[[str], str]) -> Template:
    """The prompt in a file's text; raises ContentError where its parts or its inputs are not as they should be."""
    try:
        _, head, body = text.split("+++\n", 2)
        declared = tomllib.loads(head)
        inputs, included = frozenset(declared["inputs"]), declared.get("include", [])
        for other in included:
            body = body.replace(f"{{{other}}}", include(other).strip())
        before, system, step = f"\n{body}".replace("\n# step\n", "\n# system\n").split("\n# system\n")
    except (ValueError, KeyError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"model/{name}.md: needs inputs between +++ lines, # system and # step: {error}") from error
    digest = hashlib.sha256(f"{head}{body}".encode()).hexdigest()[:8]
    found = Template(name, f"{name}@{digest}", inputs, f"{before}{system}".strip(), step.strip())
    try:
        used = found.used
    except ValueError as error:
        raise ContentError(f"model/{name}.md: {error}; double a brace of the text") from error
    if used != inputs:
        differ = ", ".join(sorted(used ^ inputs))
        raise ContentError(f"model/{name}.md: declared and used inputs differ in {differ}; double a brace of the text")
    return found


@cache
def template(name: str, root: Path | None = None) -> Template:
    """The prompt of that name; raises ContentError where its file is missing or wrong."""
    folder = (root or prompts.folder()) / "model"
    return parse(_read(folder, name), name, partial(_read, folder))


def _read(folder: Path, name: str) -> str:
    try:
        return (folder / f"{name}.md").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"model/{name}.md: cannot be read: {error}") from error


@cache
def words(table: str) -> Mapping[str, str]:
    """A table of prompts/model/words.toml: what moves, kinds, angles and tones are called to a model."""
    found = prompts.read_toml(prompts.folder() / "model" / "words.toml").get(table)
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ContentError(f"model/words.toml: {table!r} must be a table of strings")
    return found


def say(key: str, /, **slots: object) -> str:
    """What stands round the facts, by its key in words.toml, with its slots filled."""
    try:
        return words("said")[key].format(**slots)
    except (KeyError, IndexError) as error:
        raise ContentError(f"model/words.toml: said.{key}: {error} is missing") from error


def _tidy(text: str) -> str:
    """Without the empty lines that empty slots leave."""
    lines = [line.rstrip() for line in text.splitlines()]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return "\n".join(kept).strip()
