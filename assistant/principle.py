"""A principle: one piece of the guide's advice, in our words."""

from __future__ import annotations

from assistant.brief import Frozen


class Principle(Frozen):
    """One piece of advice; one entry of a TOML file in prompts/guide/."""

    id: str
    """Name such as `thanks-within-a-day`."""
    section: int
    """Section of the guide it comes from, 1 to 10."""
    kinds: tuple[str, ...]
    """Ids of the kinds it serves."""
    text: str
    """The advice, one or two sentences, in our own words."""
    rules: tuple[str, ...] = ()
    """Ids of the checking rules that enforce it."""
    when: tuple[str, ...] = ()
    """Situations in which it matters, as people put them; they are embedded with the text."""
