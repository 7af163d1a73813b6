"""What list methods ask of subclasses."""


class L(list):
    def __getitem__(self, i):
        return "got %s" % (i,)

    def __len__(self):
        return 99

    def __iter__(self):
        return iter("iter")

    def __contains__(self, x):
        return x == "special"


l = L([1, 2])
assert l[0] == "got 0"
assert l[1:2] == "got slice(1, 2, None)"
assert len(l) == 99
assert list(l) == ["i", "t", "e", "r"]
assert "special" in l
assert 1 not in l
assert l == [1, 2]
assert repr(l) == "[1, 2]"
assert l + [3] == [1, 2, 3]
assert sorted(l) == ["e", "i", "r", "t"]
assert [*l] == ["i", "t", "e", "r"]
assert tuple(l) == ("i", "t", "e", "r")
assert ",".join(L("ab")) in ("a,b", "i,t,e,r")
l.append(3)
assert list.__len__(l) == 3
assert list.__getitem__(l, 2) == 3
assert bool(l)


class Init(list):
    def __init__(self, *items):
        super().__init__(items)


i = Init(1, 2)
assert i == [1, 2]
assert i.copy() == [1, 2]
assert type(i.copy()) is list
assert type(i * 2) is list


class Missing(list):
    def __getattr__(self, name):
        return name.upper()


m = Missing()
assert m.anything == "ANYTHING"
assert m.append(1) is None
assert m == [1]
assert list.__init__(m, "xy") is None
assert m == ["x", "y"]
