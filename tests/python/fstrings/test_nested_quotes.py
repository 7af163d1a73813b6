"""Quotes, braces and long f-strings."""

d = {"key": "value", "n": [1, 2]}
name = "x"
assert f"{d['key']}" == 'value'
assert f'{d["key"]}' == "value"
assert f"""{d["key"]} '{d['n'][0]}'""" == "value '1'"
assert f"{'a' if d else 'b'}" == "a"
assert f"{'{'}{'}'}" == "{}"
assert f"{{{name}}}" == "{x}"
assert f"{{{{{name}}}}}" == "{{x}}"
assert f"{f'{name}'}" == "x"
assert f"{', '.join(f'{k}={v}' for k, v in d.items())}" == "key=value, n=[1, 2]"
assert f"{(lambda v: v * 2)(3)}" == "6"
assert f"{ {'a': 1}['a'] }" == "1"
assert f"{[x for x in 'ab']}" == "['a', 'b']"
assert f"{1:{'>'}{5}}|{'s':{'*'}^{3}}|{3.14159:.{1 + 1}f}" == "    1|*s*|3.14"
assert f"{5!r:0>{3}}" == "005"
assert f"{10:#{'x'}}" == "0xa"
assert f"{d!r:.8}" == "{'key': "
assert f"\N{BULLET} {name} \x41 \u00e9 \\ \'" == "• x A é \\ '"
assert rf"\d{name}\{{" == "\\dx\\{"
assert (f'''line1 {name}
line2''' == "line1 x\nline2")
assert f"{name}" "{not}" f"{name}" == "x{not}x"
table = [("apple", 1.5, 3), ("fig", 12.25, 10)]
print("\n".join(f"{n:<8}|{p:>8.2f}|{q:^5}|{p * q:>+10,.1f}" for n, p, q in table))
print(f"{name=} {d['n']=} {1 + 1 = } {name!r:>5} {d=!s:.10}")
import datetime

print(f"{datetime.date(2024, 5, 6):%d.%m.%Y} {datetime.time(7, 8):%H:%M} {datetime.timedelta(1)}")
