"""Word lists that stand in the code beside the rule that uses them."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """The words of the lines, which blanks separate."""
    return frozenset(word for line in lines for word in line.split())
