"""The command line as the tests call it: arguments and standard input -> exit status, output, standard error."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]
