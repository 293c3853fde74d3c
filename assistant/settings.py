"""What can be set from outside: environment variables that begin with AFTERWORD_, and secrets of the same names."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Self

from platformdirs import user_cache_path
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import OptionError

Engine = Literal["auto", "offline", "model"]

PREFIX = "AFTERWORD_"
OFF = "off"


class Settings(BaseSettings):
    """Everything that the wiring needs to know; each field is read from AFTERWORD_<FIELD>."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore", use_attribute_docstrings=True
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

    endpoint: str | None = None
    """Where a model answers: an address ending in /v1, or openai, azure:RESOURCE, ollama, vllm, llama.cpp, lm-studio,
    openrouter."""
    model: str | None = None
    """Name of the model, as the endpoint calls it."""
    api_key: SecretStr | None = None
    """Key for the endpoint; without it, the provider's own variable or the operating system's keyring."""
    ollama: str = "http://127.0.0.1:11434"
    """Where a local Ollama is looked for when no endpoint is set; off for nowhere."""
    deadline: float = Field(default=120.0, ge=1, le=3600)
    """Seconds that a reading or a message may take with a model, all tries together."""
    budget: int = Field(default=200_000, ge=0)
    """Tokens that a model may use in one session."""
    private: bool = False
    """Whether names of people and companies are replaced before anything is sent to a model."""

    @field_validator("data_dir")
    @classmethod
    def _at_home(cls, value: Path) -> Path:
        return value.expanduser()

    @model_validator(mode="after")
    def _there(self) -> Self:
        self.require_engines()
        return self

    def require_engines(self) -> None:
        """Raises OptionError where a model is asked for and there is no endpoint."""
        if self.endpoint is None and "model" in (self.reader, self.writer):
            raise OptionError(f"no model endpoint is configured: set {PREFIX}ENDPOINT, or choose 'offline' or 'auto'")

    def asked(self, *, reader: Engine | None = None, writer: Engine | None = None) -> Settings:
        """These settings with another reader or writer; raises OptionError for a model while there is no endpoint."""
        changed = self.model_copy(update={"reader": reader or self.reader, "writer": writer or self.writer})
        changed.require_engines()
        return changed


def load(secrets: Mapping[str, Any] | None = None) -> Settings:
    """The settings of the environment, and of `secrets` where that says nothing.

    Raises OptionError, in one line, for a value that cannot be.
    """
    known = {name: (secrets or {}).get(PREFIX + name.upper()) for name in Settings.model_fields}
    unset = (name for name, value in known.items() if value is not None and not os.environ.get(PREFIX + name.upper()))
    given = {name: known[name] for name in unset}
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise OptionError(f"{name} is {first['input']!r}: {first['msg'][0].lower()}{first['msg'][1:]}") from error
