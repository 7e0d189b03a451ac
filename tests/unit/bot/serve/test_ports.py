import socket

import pytest

from bot.serve.ports import PortInUse, free_ports, require_free


def test_a_port_in_use_is_named_with_its_variable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortInUse, match=f"port {port} .* set BOT_PORT"):
            require_free("127.0.0.1", port, "BOT_PORT")
    require_free("127.0.0.1", port, "BOT_PORT")


def test_free_ports_differ() -> None:
    assert len(set(free_ports(5))) == 5
