"""What f-strings refuse."""


def bad(source, message):
    try:
        compile(source, "<s>", "eval")
    except SyntaxError as e:
        assert e.msg == message, e.msg
    else:
        raise AssertionError("compiled: " + source)


bad("f'{}'", "f-string: empty expression not allowed")
bad("f'{ }'", "f-string: empty expression not allowed")
bad("f'{!r}'", "f-string: empty expression not allowed")
bad("f'{x'", "f-string: expecting '}'")
bad("f'x}'", "f-string: single '}' is not allowed")
bad("f'{x!z}'", "f-string: invalid conversion character: expected 's', 'r', or 'a'")
bad("f'{x!}'", "f-string: invalid conversion character: expected 's', 'r', or 'a'")
bad("f'{x\\\\}'", "f-string expression part cannot include a backslash")
bad("f'{#}'", "f-string expression part cannot include '#'")
bad("f'{a b}'", "f-string: invalid syntax. Perhaps you forgot a comma?")
bad("f'{x:{y:{z}}}'", "f-string: expressions nested too deeply")
bad("f'{(}'", "f-string: closing parenthesis '}' does not match opening parenthesis '('")
bad("f'{)}'", "f-string: unmatched ')'")
bad("f'{lambda x: 1}'", "f-string: invalid syntax")
bad("f'{a=!}'", "f-string: invalid conversion character: expected 's', 'r', or 'a'")
bad("fb'x'", "invalid syntax")
bad("f'{1 = x}'", "f-string: expecting '}'")
