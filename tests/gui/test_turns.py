"""Work in steps: one in each turn of the event loop, one piece of work after another."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def turns(qapp):
    from reader.gui.turns import Turns

    return Turns()


def steps(done, name, count):
    for number in range(count):
        done.append(f"{name}{number}")
        yield


def test_each_step_has_a_turn_and_one_work_ends_before_the_next_begins(turns, until):
    from PySide6.QtCore import QTimer

    done = []
    beat = QTimer()
    beat.timeout.connect(lambda: done.append("."))
    turns.add(steps(done, "a", 3))
    turns.add(steps(done, "b", 2))
    assert (done, turns.is_idle()) == ([], False)
    beat.start(0)
    until(turns.is_idle)
    beat.stop()
    assert [one for one in done if one != "."] == ["a0", "a1", "a2", "b0", "b1"]
    text = "".join(done)
    assert all(first + second not in text for first, second in zip(("a0", "a1", "b0"), ("a1", "a2", "b1"), strict=True))


def test_work_that_is_added_by_a_step_has_its_turn_after_what_waits(turns, until):
    done = []

    def adding():
        turns.add(steps(done, "late", 1))
        yield
        done.append("first")

    turns.add(adding())
    turns.add(steps(done, "b", 1))
    until(turns.is_idle)
    assert done == ["first", "b0", "late0"]


def test_what_is_first_can_be_finished_at_once_and_the_rest_goes_on(turns, until, qapp):
    done = []
    turns.add(steps(done, "a", 3))
    turns.add(steps(done, "b", 2))
    while not done:
        qapp.processEvents()
    turns.finish_first()
    assert done == ["a0", "a1", "a2"]
    until(turns.is_idle)
    assert done[3:] == ["b0", "b1"]


def test_work_that_fails_is_over_and_the_next_begins(turns, qapp, monkeypatch):
    import sys

    from PySide6.QtCore import QDeadlineTimer

    done, raised = [], []

    def failing():
        yield
        raise ValueError("no")

    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: raised.append(kind))
    turns.add(failing())
    turns.add(steps(done, "b", 1))
    deadline = QDeadlineTimer(5000)
    while not turns.is_idle() and not deadline.hasExpired():
        qapp.processEvents()
    assert (done, raised) == (["b0"], [ValueError])
