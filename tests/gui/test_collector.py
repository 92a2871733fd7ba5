"""Garbage in cycles is collected on the window's thread, whichever thread makes it."""

import gc
import threading

import pytest

from reader.gui.collector import Collector
from reader.gui.jobs import Lane
from reader.gui.start import prepare

pytestmark = pytest.mark.gui


class Node:
    """A cycle of its own, which tells on which thread it ends."""

    def __init__(self, ended):
        self.itself, self._ended = self, ended

    def __del__(self):
        self._ended.append(threading.get_ident())


def test_what_a_lane_leaves_behind_ends_on_the_windows_thread(qapp, until):
    prepare()
    ended, lane = [], Lane("test")

    def work():
        for _ in range(20_000):
            Node(ended)
        yield None

    lane.run(work)
    until(lambda: lane.is_idle() and len(ended) == 20_000)
    lane.close(finish=True)
    assert set(ended) == {threading.get_ident()}


def test_there_is_one_collector_and_it_waits_until_it_is_due(qapp):
    collector = prepare().findChild(Collector)
    assert prepare().findChildren(Collector) == [collector]
    assert not gc.isenabled()
    ended = []
    gc.collect()
    Node(ended)
    collector.collect()
    assert ended == []
    kept = [[] for _ in range(gc.get_threshold()[0] + 1)]
    collector.collect()
    assert len(ended) == 1
    assert kept
