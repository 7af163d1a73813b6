"""Numbers, strings and their prefixes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert 0xFF == 0o377 == 0b1111_1111 == 255
assert 1_000_000 == 10 ** 6
assert 0x_ff == 255
assert 1e3 == 1000.0
assert 1_0.0_1 == 10.01
assert .5 == 5e-1
assert 5. == 5.0
assert 3j == complex(0, 3)
assert 1e2j == 100j
assert 00 == 0
assert "a" "b" 'c' == "abc"
assert r"\n" == "\\n"
assert len(r"\"") == 2
assert "\x41\u0042\U00000043\103\N{LATIN SMALL LETTER A}" == "ABCCa"
assert b"\x00\xff\101" == bytes([0, 255, 65])
assert rb"\x" == Rb"\x" == bR"\x" == b"\\x"
assert """a
b""" == "a\nb"
assert "a\
b" == "ab"
assert "\a\b\f\v\t\r\n\0" == chr(7) + chr(8) + chr(12) + chr(11) + chr(9) + chr(13) + chr(10) + chr(0)
assert u"x" == "x"
raises(SyntaxError, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers (<string>, line 1)", eval, "012")
raises(SyntaxError, "invalid digit '8' in octal literal (<string>, line 1)", eval, "0o8")
raises(SyntaxError, "invalid hexadecimal literal (<string>, line 1)", eval, "0x")
raises(SyntaxError, "invalid decimal literal (<string>, line 1)", eval, "1__0")
raises(SyntaxError, "bytes can only contain ASCII literal characters (<string>, line 1)", eval, "b'é'")
raises(SyntaxError, "unterminated string literal (detected at line 1) (<string>, line 1)", eval, "'abc")
raises(SyntaxError, "unterminated triple-quoted string literal (detected at line 3) (<string>, line 1)", eval, "'''abc\n\nd")
raises(SyntaxError, "cannot mix bytes and nonbytes literals (<string>, line 1)", eval, "'a' b'b'")
raises(SyntaxError, "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape (<string>, line 1)", eval, "'\\x4'")
