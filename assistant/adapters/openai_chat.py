"""One call to an OpenAI-compatible endpoint through the openai SDK: over in time, stoppable, never tried twice here.

The SDK runs on an event loop in a thread of its own, so that a call has one deadline from connection to last byte,
many calls run side by side, and stopping one closes its connection. Retrying and adapting are not done here.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import threading
import weakref
from functools import cached_property
from typing import Any, cast

import httpx2
import openai

from assistant.adapters import chat_errors
from assistant.adapters.chat_body import Body
from assistant.errors import BusyError, ModelError, ReplyError, StoppedError
from assistant.model.chat import Answer, Call, Hearing, Stop
from assistant.model.endpoints import Endpoint

_CONNECT = 5.0
SILENCE = 30.0
_NO_KEY = "none"
_UNSAID = (
    "OpenAI-Organization", "OpenAI-Project", "X-Stainless-Lang", "X-Stainless-Package-Version", "X-Stainless-OS",
    "X-Stainless-Arch", "X-Stainless-Runtime", "X-Stainless-Runtime-Version", "X-Stainless-Async",
)  # fmt: skip
"""Headers that the SDK would add about this computer and other accounts."""


class _Running:
    """The SDK's client on an event loop in a thread of its own."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.loop = asyncio.new_event_loop()
        self.client = _client(endpoint)
        self.thread = threading.Thread(target=self.loop.run_forever, name="model calls", daemon=True)
        self.thread.start()

    def end(self) -> None:
        """Closes the connections and ends the thread."""
        if self.loop.is_closed():
            return
        self.loop.call_soon_threadsafe(lambda: self.loop.create_task(self._end()))
        if threading.current_thread() is not self.thread:
            self.thread.join(_CONNECT)
            self.loop.close()

    async def _end(self) -> None:
        await self.client.close()
        self.loop.stop()


class OpenAIWire:
    """An endpoint with a model; threads may share it."""

    def __init__(self, endpoint: Endpoint, silence: float = SILENCE) -> None:
        """Nothing is opened before the first call; a stream that is silent for `silence` seconds is dead."""
        self._endpoint, self._silence = endpoint, silence
        self._lock = threading.Lock()

    @property
    def endpoint(self) -> str:
        """Host of the endpoint."""
        return self._endpoint.host

    @property
    def model(self) -> str:
        """The model, as it is asked for."""
        return self._endpoint.model

    def send(self, call: Call, seconds: float, stop: Stop, heard: Hearing | None) -> Answer:
        """The answer to a call within so many seconds, as a stream where there is a hearing; raises ModelError."""
        with self._lock:
            running = self._running
        work = asyncio.run_coroutine_threadsafe(self._exchange(running, call, seconds, heard), running.loop)
        with stop.telling(work.cancel):
            try:
                return work.result()
            except concurrent.futures.CancelledError:
                raise StoppedError("stopped before the model had answered") from None

    def close(self) -> None:
        """Closes the connections; what is forgotten without this is closed when it is collected."""
        with self._lock:
            if "_running" in self.__dict__:
                self._running.end()
                del self.__dict__["_running"]

    @cached_property
    def _running(self) -> _Running:
        running = _Running(self._endpoint)
        weakref.finalize(self, running.end)
        return running

    async def _exchange(self, running: _Running, call: Call, seconds: float, heard: Hearing | None) -> Answer:
        try:
            async with asyncio.timeout(seconds):
                create = running.client.chat.completions.with_streaming_response.create
                async with create(**self._arguments(call, seconds, heard is not None)) as response:
                    return await self._body(response, call, heard)
        except Exception as error:
            raise self._hushed(translated(error, self.endpoint, self.model, seconds)) from error

    async def _body(self, response: Any, call: Call, heard: Hearing | None) -> Answer:
        body = Body(len(call.system) + len(call.user), self.model, self.endpoint, heard)
        pieces = aiter(response.iter_bytes())
        while True:
            try:
                async with asyncio.timeout(self._silence if body.streaming else None):
                    piece = await anext(pieces, None)
            except TimeoutError as error:
                raise BusyError(f"{self.endpoint} fell silent in the middle of its answer") from error
            if piece is None:
                return body.answer()
            body.feed(piece)

    def _hushed(self, error: ModelError) -> ModelError:
        """The error without the key, which some endpoints repeat in theirs."""
        key = self._endpoint.key
        if key and key.get_secret_value() in str(error):
            error.args = (str(error).replace(key.get_secret_value(), "***"),)
        return error

    def _arguments(self, call: Call, seconds: float, stream: bool) -> dict[str, Any]:
        system = [{"role": "system", "content": call.system}] if call.system else []
        asked: dict[str, Any] = {
            "model": self.model,
            "messages": [*system, {"role": "user", "content": call.user}],
            call.limit_name: call.limit,
            "timeout": openai.Timeout(seconds, connect=min(_CONNECT, seconds)),
        }
        if call.step != "text":
            asked["response_format"] = _format(call)
        if stream:
            asked["stream"] = True
            if call.counted:
                asked["stream_options"] = {"include_usage": True}
        return asked


def _client(endpoint: Endpoint) -> openai.AsyncOpenAI:
    unsaid = dict.fromkeys(_UNSAID, openai.omit)
    return openai.AsyncOpenAI(
        api_key=endpoint.key.get_secret_value() if endpoint.key else _NO_KEY,
        base_url=endpoint.url,
        max_retries=0,
        default_headers=cast(dict[str, str], {**unsaid, "User-Agent": "afterword", "Accept-Encoding": "identity"}),
        http_client=openai.DefaultAsyncHttpxClient(follow_redirects=False, trust_env=not endpoint.local),
    )


def _format(call: Call) -> dict[str, Any]:
    if call.step == "json-schema":
        return {"type": "json_schema", "json_schema": {"name": call.name, "strict": True, "schema": call.schema}}
    if call.step == "json-object-schema":
        return {"type": "json_object", "schema": call.schema}
    return {"type": "json_object"}


def translated(error: Exception, host: str, model: str, seconds: float) -> ModelError:
    """The error of ours for one of the SDK, of the transport, or for anything else that an exchange raises."""
    if isinstance(error, ModelError):
        return error
    if isinstance(error, openai.APIStatusError):
        wait = chat_errors.pause(error.response.headers)
        return chat_errors.told(host, model, error.status_code, error.body, wait, str(error))
    if isinstance(error, openai.APITimeoutError) and chat_errors.caused(error, httpx2.ConnectTimeout):
        return BusyError(f"{host} does not take the connection: try again later, or check AFTERWORD_ENDPOINT")
    if isinstance(error, openai.APITimeoutError | TimeoutError):
        return chat_errors.late(host, seconds)
    if isinstance(error, openai.APIConnectionError | httpx2.TransportError):
        return chat_errors.unconnected(error, host)
    if isinstance(error, openai.APIError):
        return chat_errors.told(host, model, 0, error.body, None, str(error))
    return ReplyError(f"{host} answered in a way that cannot be read ({type(error).__name__})")
