"""What can be set from outside: environment variables that begin with AFTERWORD_."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from platformdirs import user_cache_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import OptionError

Engine = Literal["auto", "offline", "model"]


class Settings(BaseSettings):
    """Everything that the wiring needs to know; each field is read from AFTERWORD_<FIELD>."""

    model_config = SettingsConfigDict(
        env_prefix="AFTERWORD_", env_ignore_empty=True, frozen=True, extra="ignore", use_attribute_docstrings=True
    )

    data_dir: Path = Field(default_factory=lambda: user_cache_path("afterword"))
    """Folder in which the index of the guide is kept; it can be removed at any time."""
    embedder: str | None = Field(default=None, pattern=r"^[\w.]+:\w+$")
    """Another embedder for the guide, as module:callable; without it, the one that ships."""
    lock_timeout: float = Field(default=5.0, gt=0, le=60)
    """Seconds to wait for another process that is building the index."""
    linkedin_limit: int = Field(default=200, ge=100, le=300)
    """Longest LinkedIn note in characters: 200 on a free account, 300 on a paid one."""
    host: str = Field(default="127.0.0.1", min_length=1)
    """Address on which the page listens."""
    port: int = Field(default=8501, ge=1, le=65535)
    """Port on which the page listens."""
    reader: Engine = "auto"
    """What reads the notes: rules (offline), a model, or whichever there is."""
    writer: Engine = "auto"
    """What writes the messages: phrases (offline), a model, or whichever there is."""

    @field_validator("data_dir")
    @classmethod
    def _at_home(cls, value: Path) -> Path:
        return value.expanduser()

    @field_validator("reader", "writer")
    @classmethod
    def _there(cls, value: Engine) -> Engine:
        return engine(value)


def load() -> Settings:
    """The settings of the environment; raises OptionError, in one line, for a value that cannot be."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "AFTERWORD_" + "_".join(str(part) for part in first["loc"]).upper()
        raise OptionError(f"{name} is {first['input']!r}: {first['msg'][0].lower()}{first['msg'][1:]}") from error


def engine(asked: Engine) -> Engine:
    """The reader or writer that was asked for; raises OptionError for a model while no endpoint is configured."""
    if asked == "model":
        raise OptionError("no model endpoint is configured: choose 'offline' or 'auto'")
    return asked
