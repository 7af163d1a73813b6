"""Sorting is stable, also in reverse."""

records = [(i % 3, i) for i in range(20)]
by_first = sorted(records, key=lambda r: r[0])
assert [r[1] for r in by_first if r[0] == 1] == [1, 4, 7, 10, 13, 16, 19]
down = sorted(records, key=lambda r: r[0], reverse=True)
assert [r[1] for r in down if r[0] == 1] == [1, 4, 7, 10, 13, 16, 19]
assert down[0] == (2, 2)
words = ["banana", "Apple", "cherry", "apple", "Banana"]
assert sorted(words, key=str.lower) == ["Apple", "apple", "banana", "Banana", "cherry"]
assert sorted(sorted(words), key=len) == ["Apple", "apple", "Banana", "banana", "cherry"]
items = [1, 1.0, True]
assert [type(x) for x in sorted(items)] == [int, float, bool]
assert [type(x) for x in sorted(items, reverse=True)] == [int, float, bool]


class Item:
    def __init__(self, key, tag):
        self.key, self.tag = key, tag

    def __lt__(self, other):
        return self.key < other.key


data = [Item(i * 7 % 10, i) for i in range(60)]
data.sort()
for a, b in zip(data, data[1:]):
    assert a.key < b.key or a.key == b.key and a.tag < b.tag
