"""Expressions, conversions and nesting in f-strings."""
x, name = 42, "World"
assert f"Hello {name}!" == "Hello World!" and f"{x}" f"{x}" "z" == "4242z"
assert f"{x + 1} {x * 2!r} {name!r} {name!s} {'é'!a}" == "43 84 'World' World '\\xe9'"
assert f"{{}} {{{x}}} {{x}}" == "{} {42} {x}"
assert f"{x:5}|{x:<5}|{x:^5}|{x:05d}|{x:#x}" == "   42|42   | 42  |00042|0x2a"
width, prec = 8, 3
assert f"{3.14159:{width}.{prec}}" == "    3.14" and f"{3.14159:{'>' + str(10)}.2f}" == "      3.14"
assert f"{x!r:>5}" == "   42" and f"{name:{'*'}^{11}}" == "***World***"
assert f"{[i for i in range(3)]} { {'a': 1}['a'] } {(lambda: 5)()}" == "[0, 1, 2] 1 5"
assert f"{x if x else 0} {x:d}" == "42 42" and f"{(y := 3)} {y}" == "3 3"
assert f"{'nested ' + f'{x}'}" == "nested 42" and f'{name["lower":] if 0 else name}' == "World"
assert rf"\{x}" == "\\42" and fR"{x}\n" == "42\\n" and f"\n{x}\t" == "\n42\t"
assert f"""{
    x
}""" == "42"
assert f"{x,}" == "(42,)" and f"{*'ab',}" == "('a', 'b')" and f"{x != 5}" == "True"
assert f"" == "" and f"{''}" == ""
assert f"{'a' 'b'}" == "ab" and f"{b'x'}" == "b'x'" and f"{None}" == "None"
