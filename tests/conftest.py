"""What every test stands on: nothing of the machine's own settings, no store but a temporary one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import testing
from assistant.message import Situation

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True, scope="session")
def clean_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings as they are when nobody has set anything, and a guide index that is nobody's."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("AFTERWORD_") and name != "AFTERWORD_BROWSER"]:
            patch.delenv(name)
        patch.setenv("AFTERWORD_DATA_DIR", str(tmp_path_factory.mktemp("store")))
        patch.setenv("AFTERWORD_OLLAMA", "off")
        yield


@pytest.fixture
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture
def situation() -> Situation:
    """The sample notes, on their day, for the sample candidate."""
    return Situation(notes=testing.NOTES, today=testing.TODAY, profile=testing.PROFILE)
