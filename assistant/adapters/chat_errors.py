"""Everything that can go wrong with an endpoint, as errors of ours: who must act, what happened, what to do."""

from __future__ import annotations

import email.utils
import socket
import ssl
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import httpx2

from assistant.errors import BusyError, EndpointError, ModelError, QuotaError, RefusalError, RejectedError, SizeError

_NO_CREDIT = ("insufficient_quota", "billing", "insufficient_funds", "insufficient credit", "payment_required")
_FILTERED = ("content_filter", "content_policy", "content management policy", "responsibleai", "moderation")
_NO_MODEL = ("model_not_found", "does not exist", "not found", "no such model", "unknown model", "invalid model")
_TOO_LONG = ("context_length", "context length", "context window", "maximum context", "too many tokens", "n_ctx")
_PASSING = frozenset({408, 409, 425, 500, 501, 502, 503, 504, 520, 521, 522, 523, 524, 529})
_FORMS = frozenset({400, 405, 415, 422})


def told(host: str, model: str, status: int, body: Any, wait: float | None = None, text: str = "") -> ModelError:
    """The error that an endpoint tells of with a status, a body, or both."""
    said = _said(body, text)
    short = _short(said)
    low = said.lower()
    if any(word in low for word in _FILTERED):
        return RefusalError(f"a filter of {host} stopped the request: change the notes or the wishes, or the model")
    if status == 402 or any(word in low for word in _NO_CREDIT):
        return QuotaError(f"the account at {host} has no credit left: top it up, or choose another endpoint")
    if status in (401, 407) or "invalid_api_key" in low:
        return EndpointError(f"{host} does not take the key: check AFTERWORD_API_KEY")
    if status == 403:
        return EndpointError(f"{host} does not let this key use {model!r}: check the key and AFTERWORD_MODEL{short}")
    if status == 429 or "rate_limit" in low:
        when = f" in {wait:g} s" if wait else " later"
        return BusyError(f"{host} is asked too often for now: try again{when}", status=429, limited=True, pause=wait)
    if status == 413 or any(word in low for word in _TOO_LONG):
        return SizeError(f"the notes are too long for {model!r}: choose a model with a larger context{short}")
    if status == 404 or (status in {0, 400} and "model" in low and any(word in low for word in _NO_MODEL)):
        return EndpointError(
            f"{host} knows no model {model!r} there: check AFTERWORD_MODEL and AFTERWORD_ENDPOINT{short}"
        )
    if 300 <= status < 400:
        return EndpointError(f"{host} sends elsewhere (status {status}): set AFTERWORD_ENDPOINT to the final address")
    if status in _PASSING or status >= 500:
        return BusyError(f"{host} fails for now (status {status}): try again later{short}", status=status, pause=wait)
    if status in _FORMS:
        return RejectedError(f"{host} does not take the request (status {status}){short}", status=status, said=low)
    if status == 0:
        return BusyError(f"{host} gave an error instead of an answer{short}")
    return EndpointError(f"{host} refuses the request (status {status}): check AFTERWORD_ENDPOINT{short}")


def late(host: str, seconds: float) -> BusyError:
    """The error for an answer that did not come in time."""
    return BusyError(
        f"{host} had not answered after {seconds:.0f} s: try again, or raise AFTERWORD_DEADLINE", again=False
    )


def unconnected(error: Exception, host: str) -> ModelError:
    """The error for a connection that was not made, or that broke."""
    if caused(error, ConnectionRefusedError):
        return EndpointError(f"nothing answers at {host}: start the server, or check AFTERWORD_ENDPOINT")
    if caused(error, socket.gaierror):
        return EndpointError(f"{host} cannot be found: check AFTERWORD_ENDPOINT and your connection")
    if caused(error, ssl.SSLError):
        return EndpointError(f"{host} has no certificate that can be trusted: check AFTERWORD_ENDPOINT")
    if caused(error, httpx2.ConnectError):
        return EndpointError(f"{host} cannot be reached: check AFTERWORD_ENDPOINT and your connection")
    return BusyError(f"the connection to {host} broke: try again")


def caused(error: BaseException, kind: type[BaseException]) -> bool:
    """Whether an error of that kind stands behind an error."""
    return any(isinstance(cause, kind) for cause in _causes(error, 12))


def _causes(error: BaseException, depth: int) -> Iterator[BaseException]:
    yield error
    inner = (error.__cause__, error.__context__, *(error.exceptions if isinstance(error, BaseExceptionGroup) else ()))
    if depth:
        for cause in inner:
            if cause is not None:
                yield from _causes(cause, depth - 1)


def _said(body: Any, text: str) -> str:
    """What an error body says: message, code, type and parameter, as far as they are there."""
    if isinstance(body, dict):
        inner = body.get("error", body)
        if isinstance(inner, dict):
            kept = [inner.get(key) for key in ("message", "code", "type", "param", "status")]
            kept.append(_detail(inner.get("detail")))
            return " ".join(str(value) for value in kept if value not in (None, "")) or text
        return str(inner)
    return str(body) if isinstance(body, str) and body.strip() else text


def _detail(found: Any) -> str:
    """The complaints of a server that checks its input, without the input, which some send back with them."""
    if isinstance(found, list):
        entries = [entry for entry in found if isinstance(entry, dict)]
        return "; ".join(f"{entry.get('loc', '')} {entry.get('msg', '')}" for entry in entries)
    return found if isinstance(found, str) else ""


def _short(said: str) -> str:
    """What was said, as an end to a sentence; nothing for a web page."""
    if not said.strip() or "<" in said[:20]:
        return ""
    line = " ".join("".join(char if char.isprintable() else " " for char in said[:400]).split())
    return f" ({line[:140]}…)" if len(line) > 141 else f" ({line})"


def pause(headers: Mapping[str, str]) -> float | None:
    """Seconds that the endpoint asks to wait, by its headers."""
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return max(0.0, float(milliseconds) / 1000)
        value = headers.get("retry-after")
        if not value:
            return None
        if value.strip().replace(".", "", 1).isdigit():
            return float(value)
        return max(0.0, (email.utils.parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None
