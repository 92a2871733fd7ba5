"""Garbage in cycles is collected on the window's thread, whichever thread makes it."""

import gc
import threading

import pytest

from reader.gui.collector import LATEST, WATCHED, Collector
from reader.gui.jobs import Lane
from reader.gui.start import prepare

pytestmark = pytest.mark.gui


class Node:
    """A cycle of its own, which tells on which thread it ends."""

    def __init__(self, ended):
        self.itself, self._ended = self, ended

    def __del__(self):
        self._ended.append(threading.get_ident())


def old_garbage(collections):
    """The list in which a node tells its end that is garbage of the oldest generation, which has since waited for so
    many collections of the middle one."""
    ended = []
    gc.collect()
    node = Node(ended)
    for _ in range(2):
        gc.collect(1)
    del node
    for _ in range(collections):
        gc.collect(1)
    return ended


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


def test_what_is_old_is_collected_when_there_is_little_else_to_do(qapp):
    collector = prepare().findChild(Collector)
    ended = old_garbage(gc.get_threshold()[2] + 1)
    collector.collect(calm=False)
    assert ended == []
    collector.collect()
    assert len(ended) == 1


def test_it_is_calm_once_little_was_done_for_a_while_and_not_when_something_has_just_begun(qapp):
    collector = Collector(qapp)
    collector._timer.stop()
    looks = [collector._is_calm(0.1 * count, 0.001 * count) for count in range(WATCHED + 2)]
    assert looks == [False] * WATCHED + [True] * 2
    now, worked = 0.1 * WATCHED + 0.1, 0.001 * WATCHED + 0.001
    assert not collector._is_calm(now + 0.1, worked + 0.05)
    assert collector._is_calm(now + 0.2, worked + 0.051)
    assert not collector._is_calm(now + 0.3, worked + 0.8)
    assert not collector._is_calm(now + 0.4, worked + 0.801)
    collector.deleteLater()


def test_what_is_old_does_not_wait_for_calm_without_end(qapp):
    collector = prepare().findChild(Collector)
    ended = old_garbage(LATEST + 1)
    collector.collect(calm=False)
    assert len(ended) == 1
