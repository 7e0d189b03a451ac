"""Ports: which are free, and a clear word when one is not."""

import socket


class PortInUse(RuntimeError):
    """The message names the port and the variable that moves it."""


def require_free(host: str, port: int, variable: str) -> None:
    """Raises `PortInUse` when nothing could listen there, for whatever reason."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            probe.listen(1)
    except OSError as error:
        raise PortInUse(f"port {port} on {host} cannot be used ({error.strerror}); set {variable} to another port") from None


def free_ports(count: int) -> list[int]:
    """Different ports that were free on the loopback address a moment ago."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()
