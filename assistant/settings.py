"""What can be set from outside: environment variables that begin with AFTERWORD_."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import OptionError


class Settings(BaseSettings):
    """Everything that the wiring needs to know; each field is read from AFTERWORD_<FIELD>."""

    model_config = SettingsConfigDict(
        env_prefix="AFTERWORD_", frozen=True, extra="ignore", use_attribute_docstrings=True
    )

    store: Path = Field(default_factory=lambda: user_cache_path("afterword"))
    """Folder in which the guide's principles are indexed."""
    linkedin_chars: int = Field(default=200, ge=100, le=300)
    """Longest LinkedIn note: 200 on a free account, 300 on a paid one."""


def load() -> Settings:
    """The settings of the environment; raises OptionError, in one line, for a value that cannot be."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "AFTERWORD_" + "_".join(str(part) for part in first["loc"]).upper()
        raise OptionError(f"{name} is {first['input']!r}: {first['msg'][0].lower()}{first['msg'][1:]}") from error
