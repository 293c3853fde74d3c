"""Which models a server on this computer has: asked once, and quickly given up."""

from __future__ import annotations

import json
import socket
from contextlib import closing
from urllib.parse import urlsplit

_CONNECT, _ANSWER = 0.3, 2.0
"""Seconds to wait for a connection, and for an answer."""
_MOST = 1_000_000


def find(url: str) -> tuple[str, ...]:
    """Names of the models that the server at an address (http://127.0.0.1:11434/v1) has; none where it is silent."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    try:
        socket.create_connection((host, port), timeout=_CONNECT).close()
    except OSError:
        return ()
    import http.client  # noqa: PLC0415  most computers have no such server, and every command would wait for the import

    try:
        make = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        with closing(make(host, port, timeout=_ANSWER)) as connection:
            connection.request("GET", f"{parts.path}/models")
            listed = json.loads(connection.getresponse().read(_MOST))
        return tuple(str(entry["id"]) for entry in listed["data"])
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return ()
