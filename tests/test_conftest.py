"""The guards themselves: a test that reaches the network must fail."""

from __future__ import annotations

import socket

import pytest


def test_a_connection_to_the_network_is_refused_before_it_is_tried() -> None:
    with socket.socket() as sock, pytest.raises(Exception, match="tried to connect"):
        sock.connect(("192.0.2.1", 80))


def test_a_name_is_not_resolved() -> None:
    with pytest.raises(Exception, match="tried to resolve"):
        socket.create_connection(("example.org", 80))


def test_loopback_is_open_for_real_servers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
