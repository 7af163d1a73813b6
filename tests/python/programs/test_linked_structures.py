"""Trees and linked lists with generators and recursion."""


class Tree:
    def __init__(self, values=()):
        self.root = None
        for v in values:
            self.insert(v)

    def insert(self, v):
        node, parent = self.root, None
        while node:
            if v == node[0]:
                return False
            parent, node = node, node[1 if v < node[0] else 2]
        new = [v, None, None]
        if parent is None:
            self.root = new
        else:
            parent[1 if v < parent[0] else 2] = new
        return True

    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n[1])
                yield n[0]
                yield from walk(n[2])
        return walk(self.root)

    def __contains__(self, v):
        n = self.root
        while n and n[0] != v:
            n = n[1 if v < n[0] else 2]
        return n is not None

    def __len__(self):
        return sum(1 for _ in self)

    def depth(self):
        def d(n):
            return 0 if n is None else 1 + max(d(n[1]), d(n[2]))
        return d(self.root)


t = Tree([5, 2, 8, 1, 9, 3])
assert list(t) == [1, 2, 3, 5, 8, 9]
assert 8 in t
assert 7 not in t
assert len(t) == 6
assert t.depth() == 3
assert not t.insert(5)
assert t.insert(7)


class Cons:
    def __init__(self, head, tail=None):
        self.head, self.tail = head, tail

    def __iter__(self):
        while self:
            yield self.head
            self = self.tail


lst = None
for i in range(5):
    lst = Cons(i, lst)
print(list(lst), sum(lst), list(Tree("hello world".replace(" ", ""))))
big = Tree((i * 7919) % 1009 for i in range(1000))
assert len(big) == 1000
assert list(big) == sorted(big)
