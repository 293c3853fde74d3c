"""The model: any OpenAI-compatible model reads and writes, with the same promises as what ships with the program.

    notes --veil--> read prompt --chat--> reading --merge with the rules' brief--> Brief
    Brief --veil--> write prompt --chat--> sentences --frame--> Message --check--> repair, at most twice --> Message

Nothing here knows a library of a provider: `chat.Wire` is the seam, and `adapters.openai_chat` stands behind it. What
comes back is data, held to the notes as everything else is; where no model can be used, the offline line stands in.
"""

from __future__ import annotations

import os

for _name in ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2"):
    os.environ[_name] = "false"  # langchain-core would send every prompt to a third party where the environment says so
