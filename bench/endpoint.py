"""A polite endpoint to measure with: `python -m bench.endpoint SECONDS` prints its port and answers after so long."""

from __future__ import annotations

import asyncio
import json
import sys

WRITING = {
    "subject": "Story time for 40 families",
    "sentences": [
        {"paragraph": 1, "move": move, "text": text, "facts": ["topic-1"], "principles": []}
        for move, text in (
            ("thanks", "Thank you for seeing me yesterday about the children's librarian post."),
            (
                "recall",
                "You asked how I would run story time for 40 families, and I have been thinking about it since.",
            ),
            ("recall", "The reading garden that I started in my last branch is where I would begin."),
            ("interest", "I would like the job, and that hour with the families most of all."),
        )
    ],
}
WORDS = "how I would run story time for 40 families"
FACT = {"sort": "topic", "act": "asked", "said_by": "them", "person": "Oyelaran", "form": "wh", "best": 9}
READING = {"people": [], "facts": [{**FACT, "value": WORDS, "quote": WORDS}]}


def answer(request: bytes) -> bytes:
    """The response to one request."""
    text = json.dumps(READING if b"<notes-" in request else WRITING)
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    usage = {"prompt_tokens": 2000, "completion_tokens": 200}
    body = json.dumps({"model": "bench", "choices": [choice], "usage": usage}).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)


async def serve(seconds: float) -> None:
    """Answers until it is ended."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0] or b"0")
                body = await reader.readexactly(length)
                await asyncio.sleep(seconds)
                writer.write(answer(body))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0, backlog=128)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
