"""The operating system's keyring, where the package keyring is there; `keyring set afterword HOST` puts a key in."""

from __future__ import annotations

SERVICE = "afterword"


def find(host: str) -> str | None:
    """The key that was put away for a host; nothing where there is none or no keyring can be opened."""
    try:
        import keyring  # noqa: PLC0415  optional, and slow to import: only those who set a remote endpoint need it
        from keyring.errors import KeyringError  # noqa: PLC0415  as above
    except ImportError:
        return None
    try:
        return keyring.get_password(SERVICE, host)
    except KeyringError:
        return None
