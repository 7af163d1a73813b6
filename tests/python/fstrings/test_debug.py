"""The `=` form shows the expression's text."""

x, name = 5, "n"
assert f"{x=}" == "x=5"
assert f"{x = }" == "x = 5"
assert f"{ x= }" == " x= 5"
assert f"{name=}" == "name='n'"
assert f"{name=!s}" == "name=n"
assert f"{name=:>3}" == "name=  n"
assert f"{x=:03d}" == "x=005"
assert f"{x + 1=}" == "x + 1=6"
assert f"{x=!r:>4}" == "x=   5"
assert f"{x == 5}" == "True"
assert f"{x>=5}" == "True"
assert f"{x == 5 = }" == "x == 5 = True"
assert f"{f'{x=}'=}" == "f'{x=}'='x=5'"
assert f"{[1,2][0]=}" == "[1,2][0]=1"
assert f"""{
x
=}""" == "\nx\n=5"
assert f"{len('abc')=}, {x=}" == "len('abc')=3, x=5"


class C:
    def __repr__(self):
        return "R"

    def __str__(self):
        return "S"

    def __format__(self, spec):
        return "F" + spec


c = C()
assert f"{c=}" == "c=R"
assert f"{c}" == "F"
assert f"{c!s}" == "S"
assert f"{c:spec}" == "Fspec"
assert f"{c=:z}" == "c=Fz"
