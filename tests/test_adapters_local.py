"""What is asked of this computer: which models a local server has, and a key from the keyring."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import model_server as serve
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import NoKeyringError

from assistant.adapters import local_models, os_keyring


class Shelf(KeyringBackend):
    """A keyring in memory."""

    priority = 1  # type: ignore[assignment]
    locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise NoKeyringError("locked")
        return {("afterword", "api.host.example"): "sk-kept"}.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    before, made = keyring.get_keyring(), Shelf()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_key_is_found_by_the_host_it_is_for(shelf: Shelf) -> None:
    assert os_keyring.find("api.host.example") == "sk-kept"
    assert os_keyring.find("other.example") is None


def test_a_keyring_that_cannot_be_opened_has_no_key(shelf: Shelf) -> None:
    shelf.locked = True
    assert os_keyring.find("api.host.example") is None


def test_a_local_server_lists_its_models() -> None:
    listed = {"object": "list", "data": [{"id": "nomic-embed-text"}, {"id": "llama3.2:3b"}]}
    with serve.serving(serve.whole(listed)) as server:
        assert local_models.find(server.url) == ("nomic-embed-text", "llama3.2:3b")
    assert server.got[0].path == "/v1/models"


@pytest.mark.parametrize("body", ["<html>", "[]", '{"data": 5}', '{"data": [{"name": "x"}]}', ""])
def test_a_server_that_is_something_else_has_none(body: str) -> None:
    with serve.serving(serve.whole(body)) as server:
        assert local_models.find(server.url) == ()


def test_nobody_there_has_none() -> None:
    with serve.serving() as server:
        url = server.url
    assert local_models.find(url) == ()
