"""Threads, locks, events, thread-local data and queues."""

import queue
import threading


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


results = []
threads = [threading.Thread(target=lambda n=n: results.append(n * n), name="t%d" % n) for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
assert sorted(results) == [0, 1, 4, 9, 16]
assert not threads[0].is_alive()
assert threads[0].name == "t0"
assert threading.current_thread() is threading.main_thread()
lock, total = threading.Lock(), 0


def add():
    global total
    for _ in range(500):
        with lock:
            total += 1


ts = [threading.Thread(target=add) for _ in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
assert total == 2000
assert not lock.locked()
assert lock.acquire(False)
assert not lock.acquire(False)
lock.release()
raises(RuntimeError, "release unlocked lock", lock.release)
r = threading.RLock()
with r, r:
    pass
raises(RuntimeError, "cannot release un-acquired lock", r.release)
q, out = queue.Queue(), []


def consume():
    while (item := q.get()) is not None:
        out.append(item * 2)
        q.task_done()


c = threading.Thread(target=consume)
c.start()
for i in range(3):
    q.put(i)
q.put(None)
c.join()
assert out == [0, 2, 4]
raises(queue.Empty, "", q.get_nowait)
local = threading.local()
local.v = "main"
seen = []
t = threading.Thread(target=lambda: seen.append(hasattr(local, "v")))
t.start()
t.join()
assert seen == [False]
assert local.v == "main"
e = threading.Event()
t = threading.Thread(target=e.set)
t.start()
assert e.wait(5)
assert e.is_set()
raises(RuntimeError, "threads can only be started once", t.start)
raises(RuntimeError, "cannot join current thread", threading.current_thread().join)
raises(RuntimeError, "cannot join thread before it is started", threading.Thread().join)
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2) as pool:
    assert list(pool.map(lambda x: x + 1, range(4))) == [1, 2, 3, 4]
    f = pool.submit(int, "x")
    raises(ValueError, "invalid literal for int() with base 10: 'x'", f.result)
