"""Settings become an endpoint: by name or address, with the key from where it is kept; what cannot be is said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pydantic import SecretStr

from assistant.errors import OptionError
from assistant.model import endpoints
from assistant.model.endpoints import PRESETS, Endpoint
from assistant.settings import Settings


def no_key(host: str) -> str | None:
    return None


def models(*names: str) -> endpoints.FindModels:
    def find(url: str) -> Sequence[str]:
        return names

    return find


def configured(
    endpoint: str, model: str | None = "m", find: endpoints.FindModels | None = None, **more: object
) -> Endpoint:
    given = Settings.model_validate({"endpoint": endpoint, "model": model, **more})
    found = endpoints.configured(given, no_key, find or models())
    assert found is not None
    return found


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_every_provider_and_server_has_a_name(name: str) -> None:
    found = configured("azure:my-resource" if name == "azure" else name.upper())
    assert found.url == PRESETS[name].url.replace("RESOURCE", "my-resource")
    assert found.limit_name == PRESETS[name].limit_name
    assert found.local == (name in {"ollama", "vllm", "llama.cpp", "lm-studio"})


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://models.example/v1/", "https://models.example/v1"),
        ("https://models.example/v1/chat/completions", "https://models.example/v1"),
        ("http://localhost:9999/v1", "http://localhost:9999/v1"),
        ("http://192.168.1.20:8000/v1", "http://192.168.1.20:8000/v1"),
        ("http://gpu-box.local:8000/v1", "http://gpu-box.local:8000/v1"),
    ],
)
def test_any_address_will_do(given: str, url: str) -> None:
    assert configured(given).url == url


def test_an_address_that_has_a_name_takes_what_is_known_of_it() -> None:
    assert configured("https://api.openai.com/v1").limit_name == "max_completion_tokens"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("chatgpt", "is no address"),
        ("ftp://x/v1", "is no address"),
        ("https://models.example/v1?api-version=1", "is no address"),
        ("https://me:pw@models.example/v1", "AFTERWORD_API_KEY"),
        ("http://models.example/v1", "use https"),
        ("azure", "name of your resource"),
        ("azure:evil.example/x", "name of your resource"),
    ],
)
def test_what_cannot_be_an_endpoint_is_said(given: str, says: str) -> None:
    with pytest.raises(OptionError, match=says) as caught:
        configured(given)
    assert "pw" not in str(caught.value)


def test_a_remote_endpoint_needs_the_name_of_a_model() -> None:
    with pytest.raises(OptionError, match="AFTERWORD_MODEL"):
        configured("openrouter", None)


def test_a_local_server_is_asked_which_model_it_has() -> None:
    assert configured("ollama", None, models("nomic-embed-text", "llama3.2")).model == "llama3.2"
    with pytest.raises(OptionError, match="AFTERWORD_MODEL"):
        configured("ollama", None, models("nomic-embed-text"))


def test_the_key_comes_from_the_settings_the_providers_variable_or_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def find(host: str) -> str | None:
        asked.append(host)
        return "from-keyring"

    given = Settings(endpoint="openrouter", model="m")
    monkeypatch.delenv("OPENROUTER_API_KEY", raising=False)
    keys = []
    for settings in (given, given.model_copy(update={"api_key": SecretStr("from-settings")})):
        found = endpoints.configured(settings, find, models())
        assert found is not None
        assert found.key is not None
        keys.append(found.key.get_secret_value())
    monkeypatch.setenv("OPENROUTER_API_KEY", "from-variable")
    found = endpoints.configured(given, find, models())
    assert found is not None
    assert found.key is not None
    keys.append(found.key.get_secret_value())
    assert keys == ["from-keyring", "from-settings", "from-variable"]
    assert asked == ["openrouter.ai"]


def test_a_key_of_one_provider_does_not_go_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-openai")
    assert configured("openrouter").key is None
    assert configured("https://models.example/v1").key is None


def test_a_key_is_shown_nowhere() -> None:
    given = Settings(endpoint="openai", model="m", api_key=SecretStr("sk-hidden"))
    assert "sk-hidden" not in f"{given!r} {given} {configured('openai', api_key='sk-hidden')!r}"


def test_without_an_endpoint_a_local_ollama_that_answers_is_taken() -> None:
    given = Settings(ollama="http://127.0.0.1:11434")
    found = endpoints.ollama(given, models("llama3.2", "qwen3"))
    assert found == Endpoint("http://127.0.0.1:11434/v1", "llama3.2")
    assert endpoints.ollama(given.model_copy(update={"model": "qwen3"}), models("llama3.2", "qwen3")) == Endpoint(
        "http://127.0.0.1:11434/v1", "qwen3"
    )
    assert endpoints.ollama(given.model_copy(update={"model": "gpt-9"}), models("llama3.2")) is None
    assert endpoints.ollama(given, models()) is None


def test_ollama_is_left_alone_where_one_says_so() -> None:
    def find(url: str) -> Sequence[str]:
        raise AssertionError(url)

    assert endpoints.ollama(Settings(ollama="off"), find) is None
