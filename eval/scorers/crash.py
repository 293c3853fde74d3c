"""What a program error leaves: the crash of one unit is a result like another, and the rest of the run goes on."""

from __future__ import annotations

import traceback


def told(error: Exception) -> str:
    """An exception in one line, with the file and line where it was raised; paths of the machine stay out."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text} ({place.filename.rpartition('/')[2]}:{place.lineno})"
