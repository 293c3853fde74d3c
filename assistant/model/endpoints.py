"""Endpoints: the providers and servers that are known by name, and any other by its address."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import SecretStr

from assistant.errors import OptionError
from assistant.model.chat import LimitName, Step
from assistant.settings import Settings

FindKey = Callable[[str], str | None]
"""Looks a key up by the endpoint's host: the operating system's keyring."""
FindModels = Callable[[str], Sequence[str]]
"""The models that a local server at an address has, none where nothing answers."""


@dataclass(frozen=True, slots=True)
class Preset:
    """What is known of a provider or server."""

    url: str
    """Its address; `RESOURCE` stands for the name of one's own."""
    key_variable: str | None = None
    limit_name: LimitName = "max_tokens"
    step: Step = "json-schema"


PRESETS: Mapping[str, Preset] = {
    "openai": Preset("https://api.openai.com/v1", "OPENAI_API_KEY", "max_completion_tokens"),
    "azure": Preset("https://RESOURCE.openai.azure.com/openai/v1", "AZURE_OPENAI_API_KEY", "max_completion_tokens"),
    "ollama": Preset("http://127.0.0.1:11434/v1"),
    "vllm": Preset("http://127.0.0.1:8000/v1", "VLLM_API_KEY"),
    "llama.cpp": Preset("http://127.0.0.1:8080/v1"),
    "lm-studio": Preset("http://127.0.0.1:1234/v1"),
    "openrouter": Preset("https://openrouter.ai/api/v1", "OPENROUTER_API_KEY"),
}
_NO_CHAT = ("embed", "rerank", "whisper", "tts", "bge-", "clip")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers, which one, and with which key."""

    url: str
    model: str
    key: SecretStr | None = None
    limit_name: LimitName = "max_tokens"
    step: Step = "json-schema"

    @property
    def host(self) -> str:
        """The host, with its port where it has one."""
        return urlsplit(self.url).netloc

    @property
    def local(self) -> bool:
        """Whether it is on this computer, so that nothing leaves it."""
        return _is_here(urlsplit(self.url).hostname or "")


def configured(settings: Settings, find_key: FindKey, find_models: FindModels) -> Endpoint | None:
    """The endpoint of the settings, or nothing; raises OptionError where it cannot be one or a part is missing."""
    if settings.endpoint is None:
        return None
    name, _, resource = settings.endpoint.strip().partition(":")
    preset = PRESETS.get(name.lower())
    url = _address(preset.url.replace("RESOURCE", _resource(name, resource)) if preset else settings.endpoint)
    preset = preset or next((known for known in PRESETS.values() if known.url == url), Preset(url))
    host = urlsplit(url).netloc
    here = _is_here(urlsplit(url).hostname or "")
    key = settings.api_key or _secret(os.environ.get(preset.key_variable or "")) or _found(find_key, host, here=here)
    model = settings.model or (_first(find_models(url)) if here else None)
    if model is None:
        raise OptionError(f"no model is named for {host}: set AFTERWORD_MODEL to one that it has")
    return Endpoint(url, model, key, preset.limit_name, preset.step)


def ollama(settings: Settings, find_models: FindModels) -> Endpoint | None:
    """A local Ollama that answers and has a model, or nothing."""
    if settings.ollama.lower() == "off":
        return None
    url = _address(
        settings.ollama if settings.ollama.rstrip("/").endswith("/v1") else f"{settings.ollama.rstrip('/')}/v1"
    )
    found = find_models(url)
    model = settings.model if settings.model in found else None if settings.model else _first(found)
    return Endpoint(url, model) if model else None


def _address(text: str) -> str:
    """The address of an endpoint without a slash at its end; raises OptionError where it is none."""
    url = text.strip().removesuffix("/").removesuffix("/chat/completions")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        names = ", ".join("azure:RESOURCE" if name == "azure" else name for name in PRESETS)
        raise OptionError(f"the endpoint {text!r} is no address such as https://host/v1, and none of {names}")
    if parts.username or parts.password:
        raise OptionError("the endpoint's address holds a name or password: put the key into AFTERWORD_API_KEY instead")
    if parts.scheme == "http" and not _is_near(parts.hostname):
        raise OptionError(f"the endpoint {text!r} would send your notes unprotected: use https")
    return url


def _resource(name: str, resource: str) -> str:
    if name.lower() == "azure" and not resource.replace("-", "").isalnum():
        raise OptionError("azure needs the name of your resource: set AFTERWORD_ENDPOINT to azure:RESOURCE")
    return resource


def _is_here(host: str) -> bool:
    return host == "localhost" or (_is_number(host) and ipaddress.ip_address(host).is_loopback)


def _is_near(host: str) -> bool:
    """Whether a host is on this computer or in its own network."""
    number = _is_number(host) and ipaddress.ip_address(host).is_private
    return _is_here(host) or number or "." not in host or host.endswith((".local", ".lan", ".internal", ".home.arpa"))


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _secret(text: str | None) -> SecretStr | None:
    return SecretStr(text) if text else None


def _found(find_key: FindKey, host: str, *, here: bool) -> SecretStr | None:
    return None if here else _secret(find_key(host))


def _first(models: Sequence[str]) -> str | None:
    return next((model for model in models if not any(word in model.lower() for word in _NO_CHAT)), None)
