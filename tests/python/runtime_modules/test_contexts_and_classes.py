"""Context variables, abstract base classes, symbol tables, effects of opcodes."""
import _symtable, _contextvars as c,_opcode, abc, symtable
def t(s,g=None):
    import re
    try: r=repr(eval(s,globals()))
    except BaseException as e: r='!! %s %s'%(type(e).__name__,e)
    print(s,'->',re.sub(r'0x[0-9a-f]+|\(\d{5,}\)','0x',r))
for s in ["c.ContextVar()","c.ContextVar(1)","c.ContextVar('a',default=2)","c.ContextVar('a').get()","c.Token()","c.Context(1)","c.copy_context()[1]","c.copy_context()[c.ContextVar('a')]","c.copy_context().run()","c.ContextVar('a').set(1)","c.ContextVar('a').reset(1)","c.Token.MISSING","c.ContextVar[int]","1 in c.copy_context()","c.copy_context().get(1)", "hash(c.Context())","c.ContextVar('a').set(1).old_value","_opcode.stack_effect(100)","_opcode.stack_effect(1,1)","_opcode.stack_effect(255)","_opcode.stack_effect(100,1,jump=3)","_opcode.stack_effect(122,3)","_opcode.stack_effect(93,3,jump=True)"]: t(s)
v=c.ContextVar('a'); tk=v.set(1); v.reset(tk)
t("v.reset(tk)"); t("c.ContextVar('b').reset(tk)"); t("c.Context().run(v.reset, v.set(1))"); t("(lambda x: x.run(x.run, print))(c.Context())")
def f():
    v.set(5); return list(c.copy_context().items())==[(v,5)], len(c.copy_context())
x=c.copy_context(); print(x.run(f), v.get(), x[v], x.get(v), list(x)==[v], x==c.copy_context(), x==x.copy())
st=symtable.symtable("def f(a):\n  global x\n  class C: pass\n  return lambda: a","f","exec")
print(st, st.get_children(), st.get_symbols())
f=st.get_children()[0]; print(f.get_locals(), f.get_parameters(), f.get_frees(), f.is_nested(), f.get_globals(), f.lookup('a'))
t("_symtable.symtable('x=','f','exec')"); t("_symtable.symtable('x','f','foo')"); t("_symtable.symtable('x','f','exec')")
class A(abc.ABC):
    @abc.abstractmethod
    def m(self): pass
    @property
    @abc.abstractmethod
    def p(self): pass
t("A()"); t("A.__abstractmethods__ == {'m','p'}")
class B(A):
    m=p=1
t("isinstance(B(),A), issubclass(int,A), isinstance(1,A)")
A.register(int); t("isinstance(1,A), issubclass(bool,A), isinstance('',A)")
t("A.register(1)"); t("B.register(A)"); t("issubclass(1,A)")
import collections.abc as ca
t("isinstance([],ca.Sequence), isinstance({},ca.Mapping), isinstance((x for x in ()), ca.Generator), issubclass(dict,ca.MutableMapping), isinstance(1,ca.Hashable),isinstance([],ca.Hashable), isinstance(len, ca.Callable)")
class S(ca.Sequence):
    def __len__(self): return 2
    def __getitem__(self,i):
        if i>1: raise IndexError
        return i
match S():
    case [a,b]: print("seq",a,b)
class R:
    def __len__(self): return 1
    def __getitem__(self,i): return [7][i]
ca.Sequence.register(R)
match R():
    case [q]: print(q)
t("'__abc_tpflags__' in vars(ca.Sequence)")
import types
async def co(): return 3
t("isinstance(co.__code__, types.CodeType)")
x=co(); t("isinstance(x, ca.Coroutine)"); x.close()
