"""A scheduler of generators with messages."""

from collections import deque


class Scheduler:
    def __init__(self):
        self.ready, self.waiting, self.log = deque(), {}, []

    def spawn(self, gen):
        self.ready.append((gen, None))

    def run(self):
        while self.ready:
            gen, value = self.ready.popleft()
            try:
                request = gen.send(value)
            except StopIteration as e:
                self.log.append(("end", gen.__name__, e.value))
                continue
            kind, *args = request
            if kind == "sleep":
                self.ready.append((gen, None))
            elif kind == "receive":
                self.waiting.setdefault(args[0], deque()).append(gen)
            elif kind == "send":
                name, message = args
                self.ready.append((gen, None))
                if self.waiting.get(name):
                    self.ready.append((self.waiting[name].popleft(), message))
                else:
                    self.log.append(("lost", message))
        return self.log


def consumer():
    total = 0
    while (m := (yield "receive", "numbers")) is not None:
        total += m
    return total


def producer(n):
    for i in range(n):
        yield "send", "numbers", i
        yield "sleep",
    yield "send", "numbers", None
    return "produced"


s = Scheduler()
s.spawn(consumer())
s.spawn(producer(4))
for line in s.run():
    print(line)
