import threading

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def lane(qapp):
    from reader.gui.jobs import Lane

    made = []

    def make(**options):
        lane = Lane("test", **options)
        made.append(lane)
        return lane

    yield make
    for lane in made:
        lane.close(finish=False)


def test_values_arrive_in_order_on_the_window_s_thread_and_the_work_is_done_on_another(lane, until):
    one, seen, threads, working, ended = lane(), [], set(), set(), []

    def work():
        for number in range(100):
            working.add(threading.get_ident())
            yield number

    def take(number):
        seen.append(number)
        threads.add(threading.get_ident())

    one.run(work, take, lambda: ended.append(True))
    until(lambda: ended)
    assert seen == list(range(100))
    assert threads == {threading.get_ident()}
    assert len(working) == 1
    assert not working & threads
    assert one.is_idle()


def test_cancelling_closes_the_generator_on_its_thread_and_nothing_more_is_heard_of_it(lane, until):
    one, seen, over, go_on, closed = lane(), [], [], threading.Event(), threading.Event()

    def work():
        try:
            yield "first"
            go_on.wait(10)
            yield "stale"
            raise AssertionError("went on after it was cancelled")
        finally:
            closed.set()

    job = one.run(work, seen.append, lambda: over.append("done"), lambda error: over.append(error))
    until(lambda: seen)
    one.cancel(job)
    go_on.set()
    after = []
    one.run(lambda: ["next"], after.append)
    until(lambda: after)
    assert closed.is_set()
    assert seen == ["first"]
    assert over == []


def test_a_job_that_was_cancelled_while_it_waited_never_starts(lane, until):
    one, go_on, started, ended = lane(), threading.Event(), [], []

    def first():
        go_on.wait(10)
        yield 1

    one.run(first)
    waiting = one.run(lambda: started.append(True) or [])
    one.cancel(waiting)
    go_on.set()
    one.run(list, on_done=lambda: ended.append(True))
    until(lambda: ended)
    assert started == []


def test_an_error_comes_once_after_the_values_before_it_and_the_lane_goes_on(lane, until):
    one, heard = lane(), []

    def work():
        yield "value"
        raise ValueError("broken")

    one.run(work, heard.append, lambda: heard.append("done"), heard.append)
    until(lambda: len(heard) == 2)
    assert heard[0] == "value"
    assert isinstance(heard[1], ValueError)
    after = []
    one.run(lambda: ["next"], after.append)
    until(lambda: after)
    assert heard[2:] == []


def test_closing_finishes_what_waits_where_that_is_asked_and_runs_the_end_on_the_thread(lane):
    done, ends = [], []
    one = lane(at_end=lambda: ends.append(threading.get_ident()))
    for number in range(5):
        one.run(lambda number=number: done.append(number) or [])
    one.close(finish=True)
    assert done == [0, 1, 2, 3, 4]
    assert len(ends) == 1
    assert ends[0] != threading.get_ident()
    one.run(lambda: done.append("late") or [])
    assert done[-1] == 4


def test_closing_cancels_what_runs_and_what_waits(lane, until):
    one, started, seen, late = lane(), threading.Event(), [], []

    def endless():
        while True:
            started.set()
            yield 1

    one.run(endless, seen.append)
    one.run(lambda: late.append(True) or [])
    until(started.is_set)
    one.close(finish=False)
    assert late == []


def test_what_is_disowned_is_done_without_being_heard_and_holds_nobody_up(lane, until):
    one, owner, go, done, heard = lane(), object(), threading.Event(), [], []

    def work():
        go.wait(10)
        yield "value"
        done.append("to the end")

    def broken():
        raise ValueError("broken")

    one.run(work, heard.append, lambda: heard.append("done"), owner=owner)
    one.run(broken, on_error=heard.append, owner=owner)
    one.run(lambda: ["mine"], heard.append)
    one.disown(owner)
    assert not one.is_idle()
    go.set()
    until(one.is_idle)
    assert (done, heard) == (["to the end"], ["mine"])
