"""Deep patterns over parsed data."""


def describe(data):
    match data:
        case {"type": "user", "name": str(name), "tags": [first, *_]}:
            return f"user {name} tagged {first}"
        case {"type": "user", "name": str(name)}:
            return f"user {name}"
        case {"type": "group", "members": [{"name": leader}, *others]}:
            return f"group of {1 + len(others)} led by {leader}"
        case [["x", x], ["y", y]] | {"x": x, "y": y}:
            return f"point {x},{y}"
        case [int() | float() as n, str(unit)] if n > 0:
            return f"{n} {unit}"
        case (a, b, c) if a == b == c:
            return "triple"
        case str() | bytes() as s if len(s) > 3:
            return f"long {type(s).__name__}"
        case [] | {} | "" | None | False | 0:
            return "empty" if not isinstance(data, dict) or not data else "dict"
        case _:
            return "unknown"


for data in [{"type": "user", "name": "ann", "tags": ["a", "b"]}, {"type": "user", "name": "bob", "tags": []}, {"type": "group", "members": [{"name": "z"}, 1, 2]},
             [["x", 1], ["y", 2]], {"x": 3, "y": 4, "z": 5}, [5, "kg"], [-5, "kg"], (7, 7, 7), "text", b"bytes", "", None, 0, {}, {"q": 1}, 3.5]:
    print(describe(data))
