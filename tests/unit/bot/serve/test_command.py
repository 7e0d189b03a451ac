from datetime import date
from pathlib import Path

import pytest

from bot.serve.command import address, child_environment, children, with_inner_ports
from bot.serve.ports import PortInUse, free_ports
from knowledge.settings import Settings


def settings(**values: object) -> Settings:
    return Settings.model_validate({"rasa_port": 5005, "actions_port": 5055, **values})


def test_children_get_absolute_settings_and_no_leftovers() -> None:
    environment = child_environment(settings(today=date(2026, 6, 1)), {"PATH": "/bin", "OMP_NUM_THREADS": "64"})
    assert environment["BOT_TODAY"] == "2026-06-01"
    assert environment["BOT_ACTIONS_URL"] == "http://127.0.0.1:5055"
    assert environment["OMP_NUM_THREADS"] == "1"
    assert environment["PATH"] == "/bin"
    assert "BOT_REDIS_URL" not in environment
    assert "*" not in environment["BOT_INTERNAL_SECRET"]
    assert Path(environment["BOT_DATA_DIR"]).is_absolute()


def test_only_the_gateway_listens_beyond_loopback() -> None:
    commands = {child.name: " ".join(child.command) for child in children(settings(host="0.0.0.0", port=9000))}
    assert "--host 0.0.0.0 --port 9000" in commands["gateway"]
    assert "--host 127.0.0.1 --port 5055" in commands["actions"]
    assert set(commands) == {"rasa", "actions", "gateway"}


def test_inner_ports_are_chosen_unless_set() -> None:
    port, set_port = free_ports(2)
    chosen = with_inner_ports(settings(port=port, rasa_port=set_port, actions_port=None))
    assert chosen.rasa_port == set_port
    assert chosen.actions_port not in (None, set_port)
    with pytest.raises(PortInUse, match="BOT_PORT"):
        with_inner_ports(settings(host="192.0.2.1"))


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", "http://127.0.0.1:8000"), ("0.0.0.0", "http://127.0.0.1:8000"), ("::", "http://127.0.0.1:8000"), ("::1", "http://[::1]:8000")],
)
def test_printed_address_opens_in_a_browser_here(host: str, expected: str) -> None:
    assert address(settings(host=host, port=8000)) == expected
