"""Finalizers, callbacks of weak references and closing of generators run by a collection."""
import gc, _weakref
class A:
    def __del__(self): print("del")
a=A(); a=None
gc.collect()
class B: pass
def cb(r): print("cb", r() is None)
b=B(); r=_weakref.ref(b, cb); r2=_weakref.ref(b); r3=_weakref.ref(b, lambda r: print("cb3"))
print(r2 is _weakref.ref(b), r() is b, _weakref.getweakrefcount(b)==3, b.__weakref__ is r2, len(_weakref.getweakrefs(b))==3)
print(r==r2, hash(r)==hash(r2))
p=_weakref.proxy(b); b.x="attr"; print(p.x); p.y="why"; print(b.y)
b=None
gc.collect()
print(r(), r2(), r3())
try: p.x
except ReferenceError as e: print(e)
try: _weakref.ref("a")
except TypeError as e: print(e)
def g():
    try: yield 1
    finally: print("closed")
x=g(); next(x); x=None
gc.collect()
async def c(): pass
x=c(); x=None
gc.collect()
def f(): pass
r=_weakref.ref(f.__get__(1)); gc.collect(); print(r())
r=_weakref.ref(g(), lambda r: print("gen died")); gc.collect(); print(r())
def run():
    l=[]
    for i in range(3):
        l.append(g()); next(l[-1])
run()
gc.collect()
for i in g(): print(i)
class D:
    def __del__(self): raise ValueError("bad")
D(); gc.collect()
class E(list):
    def __del__(self): print("E del")
E(); gc.collect()
