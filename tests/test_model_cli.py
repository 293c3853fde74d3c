"""The commands and the page with a model behind an endpoint, and without one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import model_server as serve
import pytest
import ui_script
from commands import Run
from model_samples import changed, own
from model_server import GOOD, SENTENCES, Got, Server, asked, error, reply, serving
from streamlit.testing.v1 import AppTest

from assistant import settings, testing, wiring
from assistant.desk import Desk
from assistant.errors import OptionError
from assistant.message import Message
from assistant.settings import Settings
from assistant.ui import plan, state

ROOT = Path(__file__).parent.parent
DAY = ("--today", "2026-03-12")
TEXTS = [text for _, text, _ in SENTENCES]
READING = {
    "people": [],
    "facts": [
        {"sort": "topic", "act": "asked", "said_by": "them", "person": "Oyelaran", "form": "wh", "best": 9,
         "value": "how I would run story time for 40 families", "quote": "how I would run story time for 40 families"},
        {"sort": "strength", "act": "told", "said_by": "me", "form": "np", "best": 6,
         "value": "the reading garden I started in my last branch", "quote": "the reading garden I started in my last branch"},
    ],
}  # fmt: skip
FACTS = {"interview-date": "interview"}
WRITING = json.loads(json.dumps(GOOD).replace("interview-date", "interview"))


def both(got: Got) -> Iterator[bytes | float]:
    """Answers the reading and the writing."""
    return asked("<notes-", reply(json.dumps(READING)), reply(json.dumps(WRITING)))(got)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """An endpoint that reads and writes, configured."""
    with serving(both) as running:
        monkeypatch.setenv("AFTERWORD_ENDPOINT", running.url)
        monkeypatch.setenv("AFTERWORD_MODEL", "test-model")
        monkeypatch.setenv("AFTERWORD_API_KEY", "sk-very-secret")
        yield running


@pytest.fixture
def me(tmp_path: Path) -> Path:
    path = tmp_path / "me.json"
    path.write_text(testing.PROFILE.model_dump_json(), encoding="utf-8")
    return path


def test_with_an_endpoint_a_model_reads_and_writes_and_says_so(run: Run, server: Server, notes: Path, me: Path) -> None:
    status, out, err = run("draft", notes, "--to", "oyelaran", "--me", me, *DAY)
    assert (status, err) == (0, "")
    assert TEXTS[1] in out
    assert "Written by test-model at 127.0.0.1:" in out
    assert "900 tokens sent, 150 received" in out
    assert len(server.got) == 2


def test_the_json_of_a_draft_carries_who_wrote_it_and_at_what_cost(
    run: Run, server: Server, notes: Path, me: Path
) -> None:
    status, out, err = run("draft", notes, "--to", "oyelaran", "--me", me, *DAY, "--json")
    assert (status, err) == (0, "")
    (message,) = json.loads(out)["messages"]
    assert message["writer"] == "test-model"
    assert message["trace"]["prompts"][0].startswith("write@")
    assert (message["trace"]["sent"], message["trace"]["received"], message["trace"]["failure"]) == (900, 150, None)


def test_offline_means_that_nothing_is_asked(run: Run, server: Server, notes: Path, me: Path) -> None:
    for arguments in (("read", notes, "--reader", "offline"), ("draft", notes, "--writer", "offline", "--me", me)):
        assert run(*arguments, *DAY)[0] == 0
    assert run("check", notes, "--notes", notes, *DAY)[0] in (0, 1)
    assert server.got == []


def test_a_draft_may_be_read_by_rules_and_written_by_a_model(run: Run, server: Server, notes: Path, me: Path) -> None:
    run("draft", notes, "--reader", "offline", "--writer", "model", "--to", "oyelaran", "--me", me, *DAY)
    assert ["<notes-" in got.text for got in server.got] == [False] * len(server.got)
    assert server.got


def test_verbose_shows_every_word_and_no_key(run: Run, server: Server, notes: Path, me: Path) -> None:
    _, out, err = run("draft", notes, "--to", "oyelaran", "--me", me, *DAY, "--json", "--verbose")
    assert json.loads(out)
    assert "afterword: works with test-model at 127.0.0.1" in err
    assert "You read notes that a candidate jotted down" in err
    assert "You write one follow-up message" in err
    assert TEXTS[1] in err
    assert "sk-very-secret" not in err + out


def test_verbose_says_that_it_works_offline(run: Run, notes: Path) -> None:
    assert run("read", notes, *DAY, "--verbose")[2] == "afterword: works offline\n"


def test_an_endpoint_that_fails_leaves_the_offline_message_and_the_reason(
    run: Run, server: Server, notes: Path, me: Path
) -> None:
    server.behaviours[:] = [error(401, "Incorrect API key: sk-very-secret")]
    status, out, err = run("draft", notes, "--to", "oyelaran", "--me", me, *DAY)
    assert status == 0
    assert "Written offline, because 127.0.0.1" in out
    assert "does not take the key: check AFTERWORD_API_KEY" in out
    assert err.startswith("afterword: read by the rules alone, because 127.0.0.1")
    assert err.count("\n") == 1
    assert "sk-very-secret" not in out + err


def test_wishes_and_locked_sentences_go_along(run: Run, server: Server, notes: Path, me: Path) -> None:
    locked = "I will bring the planting list with me."
    _, out, _ = run(
        *("draft", notes, "--to", "oyelaran", "--me", me, *DAY),
        *("--wish", "shorter", "--wish", "mention the garden", "--lock", locked),
    )
    assert locked in out
    assert "- shorter\n- mention the garden" in server.got[1].text


def test_wishes_without_a_model_are_left_aside_and_that_is_said(run: Run, notes: Path, me: Path) -> None:
    status, _, err = run("draft", notes, "--me", me, *DAY, "--wish", "shorter")
    assert status == 0
    assert "need a model" in err


def test_a_message_is_rewritten_from_a_file(run: Run, server: Server, notes: Path, me: Path, tmp_path: Path) -> None:
    _, out, _ = run("draft", notes, "--to", "oyelaran", "--me", me, *DAY, "--json")
    before = tmp_path / "message.json"
    before.write_text(json.dumps(json.loads(out)["messages"][0]), encoding="utf-8")
    server.behaviours[:] = [
        asked(
            "You may change",
            reply(json.dumps(changed((3, "The reading garden is where I would begin."), (1, "No.")))),
            both,
        )
    ]
    _, out, _ = run(
        "draft", notes, "--from", before, "--lock", TEXTS[0], "--wish", "shorter", "--me", me, *DAY, "--json"
    )
    again = Message.model_validate(json.loads(out)["messages"][0])
    assert own(again) == [TEXTS[0], TEXTS[1], "The reading garden is where I would begin.", TEXTS[3]]


def test_rewriting_without_a_model_is_one_line(run: Run, notes: Path, tmp_path: Path) -> None:
    path = tmp_path / "message.txt"
    path.write_text(testing.message().body, encoding="utf-8")
    status, out, err = run("draft", notes, "--from", path, "--wish", "shorter", *DAY)
    assert (status, out) == (2, "")
    assert "rewriting a message needs a model: set AFTERWORD_ENDPOINT" in err


def test_a_second_opinion_is_added_as_hints(run: Run, server: Server, notes: Path, tmp_path: Path) -> None:
    path = tmp_path / "message.txt"
    path.write_text(testing.message().body, encoding="utf-8")
    server.behaviours[:] = [reply(json.dumps({"send": False, "faults": [{"quote": "story time", "why": "Too bare."}]}))]
    _, out, _ = run("check", path, "--notes", notes, "--opinion", *DAY, "--json")
    assert [one["message"] for one in json.loads(out)["findings"] if one["rule"] == "second-opinion"] == ["Too bare."]
    assert len(server.got) == 1


def test_a_model_that_is_asked_for_and_not_there_is_one_line(run: Run, notes: Path) -> None:
    for arguments in (("read", notes, "--reader", "model"), ("draft", notes, "--writer", "model")):
        status, out, err = run(*arguments, *DAY)
        assert (status, out) == (2, "")
        assert "no model endpoint is configured: set AFTERWORD_ENDPOINT" in err


def test_an_endpoint_that_cannot_be_one_is_one_line(run: Run, notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_ENDPOINT", "chatgpt")
    status, out, err = run("draft", notes, *DAY)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "is no address" in err


def test_auto_takes_a_local_ollama_that_answers(
    run: Run, notes: Path, me: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = serve.whole({"data": [{"id": "llama3.2"}]})
    with serving(lambda got: (listed if got.path == "/v1/models" else both)(got)) as running:
        monkeypatch.setenv("AFTERWORD_OLLAMA", running.url.removesuffix("/v1"))
        _, out, err = run("draft", notes, "--to", "oyelaran", "--me", me, *DAY, "--verbose")
    assert "works with llama3.2 at 127.0.0.1" in err
    assert TEXTS[1] in out
    assert {got.path for got in running.got} == {"/v1/models", "/v1/chat/completions"}


def test_private_mode_reads_by_rules_and_sends_no_name(
    run: Run, server: Server, notes: Path, me: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTERWORD_PRIVATE", "1")
    run("draft", notes, "--to", "oyelaran", "--me", me, *DAY)
    assert server.got
    for name in ("oyelaran", "finch", "marit", "solheim", "lantern", "rosalind", "achterberg", "07700"):
        assert name not in server.everything.lower()


def test_a_budget_ends_the_asking(
    run: Run, server: Server, notes: Path, me: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTERWORD_BUDGET", "1000")
    _, out, _ = run("draft", notes, "--to", "oyelaran", "--me", me, *DAY)
    assert len(server.got) == 1
    assert "raise AFTERWORD_BUDGET" in out


def test_no_command_imports_openai_or_langchain_without_an_endpoint(tmp_path: Path, notes: Path) -> None:
    script = (
        "import sys\nfrom assistant import cli\n"
        f"cli.run(['read', {str(notes)!r}, '--today', '2026-03-12'])\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in {'openai', 'langchain_core', 'keyring'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_settings_come_from_secrets_where_the_environment_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = {
        "AFTERWORD_ENDPOINT": "openai",
        "AFTERWORD_MODEL": "from-secrets",
        "AFTERWORD_API_KEY": "sk-1",
        "other": 1,
    }
    monkeypatch.setenv("AFTERWORD_MODEL", "from-environment")
    found = settings.load(secrets)
    assert (found.endpoint, found.model) == ("openai", "from-environment")
    assert found.api_key is not None
    assert found.api_key.get_secret_value() == "sk-1"
    assert "sk-1" not in repr(found)


def test_a_desk_says_whether_anything_leaves_this_computer() -> None:
    here = wiring.build(Settings(endpoint="http://127.0.0.1:1/v1", model="m"))
    there = wiring.build(Settings(endpoint="https://models.example/v1", model="m"))
    alone = wiring.build(Settings(endpoint="https://models.example/v1", model="m", reader="offline", writer="offline"))
    assert [(desk.engine, desk.local) for desk in (here, there, alone)] == [
        ("m at 127.0.0.1:1", True),
        ("m at models.example", False),
        ("offline", True),
    ]


class TestPage:
    @pytest.fixture
    def page(self, monkeypatch: pytest.MonkeyPatch) -> AppTest:
        made = ui_script.desk()
        made.engine, made.local = "m at models.example", False
        monkeypatch.setattr(state, "desk", lambda: made)
        monkeypatch.setattr(state, "today", lambda: ui_script.TODAY)
        return AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=20).run()

    def test_it_says_where_the_notes_go(self, page: AppTest) -> None:
        shown = "\n".join(caption.value for caption in page.caption).replace("\\", "").replace("\u2060", "")
        assert "Your notes go to m at models.example" in shown
        assert "Everything stays on this machine" not in shown

    def test_it_shows_who_wrote_each_message(self, page: AppTest) -> None:
        page.text_area(key="notes").input(ui_script.NOTES)
        page.button(key="go").click().run()
        assert any("Written offline" in caption.value for caption in page.caption)

    def test_it_goes_on_where_the_settings_are_wrong(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse() -> Desk:
            raise OptionError("the endpoint 'chatgpt' is no address")

        monkeypatch.setattr(state, "desk", refuse)
        page = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=20).run()
        page.text_area(key="notes").input(ui_script.NOTES)
        page.button(key="go").click().run()
        assert not page.exception
        assert any("is no address" in one.value for one in page.error)

    def test_a_message_by_a_model_says_what_it_cost(self) -> None:
        message = testing.message(writer="gpt-x")
        assert plan.writer(message) == "Written by gpt-x"
