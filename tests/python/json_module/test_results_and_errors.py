"""What json, bisect and heapq return and raise, printed."""
import json, _json, _bisect, _heapq
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, getattr(e,'args',None) if isinstance(e,StopIteration) else '')
L=json.loads; D=json.dumps
for s in ['1','-1','0','01','1.5','1e5','1E+5','1e','1.','-','-0','-0.0','"a"','"a\\n\\u00e9\\ud83d\\ude00"','"\\ud83d"','"\\ud83dx"','"\\ud83d\\u0041"','"\\x"','"\\u12"','"\\u12g4"','"abc','"a\nb"','[]','[1,2]','[1,]','[1','[','[1 2]','{}','{"a":1}','{"a":1,}','{"a"}','{"a":}','{"a":1','{','{1:2}','{"a" 1}','{"a":1 "b":2}','null','true','false','nul','NaN','Infinity','-Infinity','','  ',' 1 ','1 2','{"a":[1,{"b":null}]}','123456789012345678901234567890','1.5e400','"\u1234é"','{"a":1,"a":2}','["a","b\\"c"]','-I','tru','[[[]]]','"\\','"\\u','99999999999999999999','-999999999999999999','1'*5000,'{"k":"v","k2":{"k":1}}','\ufeff1','"a\x7f"','[1,\n\t 2 ]','1.5.5']:
    print(ascii(s[:30]), end=' '); t(lambda: L(s))
for o in [1,-5,10**30,1.5,1e100,float('inf'),float('nan'),'a"\\\n\x00\x7fé😀',None,True,False,[],[1,[2]],(),(1,),{},{'a':1},{1:2,1.5:3,None:4,True:5},{(1,):2},object(),[object()],{'a':{'b':[1,2,{'c':'d'}]}},set(),b'a','\ud800', {'b':1,'a':2}, 5e-324, -0.0]:
    print(ascii(o)[:30] if not 'object' in repr(o) else 'o', end=' '); t(lambda: D(o)); 
    if 'object' in repr(o): continue
    t(lambda: D(o,ensure_ascii=False)); t(lambda: D(o,sort_keys=True)); t(lambda: D(o,skipkeys=True)); t(lambda: D(o,allow_nan=False)); t(lambda: D(o,separators=(',',':'))); t(lambda: D(o,indent=1))
a=[]; a.append(a); t(lambda: D(a)); d={}; d['x']=d; t(lambda: D(d)); t(lambda: D(a,check_circular=False) if 0 else 0)
class E(json.JSONEncoder):
    def default(self,o): return {'o':str(type(o))}
t(lambda: D(object(),cls=E)); t(lambda: D([1,{2},{'x':{3}}],default=list)); t(lambda: D({2},default=lambda o:o)); class_=type('I',(int,),{'__repr__':lambda s:'x'}); t(lambda: D(class_(5))); t(lambda: D(type('F',(float,),{'__repr__':lambda s:'x'})(5.5))); t(lambda: D(type('S',(str,),{})('q'))); t(lambda: D({class_(5):1}))
import collections
t(lambda: D(collections.OrderedDict([('b',1),('a',2)]))); t(lambda: D({'a':1,2:3},sort_keys=True))
t(lambda: L('{"a":1}',object_hook=lambda d:list(d.items()))); t(lambda: L('{"a":1,"b":[{"c":2}]}',object_pairs_hook=lambda p:p)); t(lambda: L('[1,1.5,NaN]',parse_int=str,parse_float=lambda s:s+'!',parse_constant=lambda s:s)); t(lambda: L('"a\nb"',strict=False)); t(lambda: json.JSONDecoder().raw_decode(' 1',1)); t(lambda: json.JSONDecoder().raw_decode('x')); t(lambda: L(b'{"a":1}')); t(lambda: L(5))
t(lambda: _json.scanstring('"abc"',1)); t(lambda: _json.scanstring('abc',9)); t(lambda: _json.scanstring(5,1)); t(lambda: _json.scanstring('a"',-1)); t(lambda: _json.encode_basestring_ascii(5)); t(lambda: _json.encode_basestring('é"')); t(lambda: _json.encode_basestring_ascii('é"😀')); t(lambda: _json.make_encoder(5,1,1,1,'a','b',1,1,1));  t(lambda: _json.make_scanner(5)); t(lambda: _json.make_scanner); t(lambda: _json.make_encoder); t(lambda: json.JSONDecoder().scan_once('1',-1)); t(lambda: json.JSONDecoder().scan_once('1',5)); t(lambda: json.JSONDecoder().scan_once(5,5)); s=json.JSONDecoder().scan_once; t(lambda: (s.strict,s.object_hook,s.parse_int)); r=L('[{"k":1},{"k":2}]'); t(lambda: [*r[0]][0] is [*r[1]][0])
try: L('{"a":\n 1,}')
except json.JSONDecodeError as e: print(e.msg,e.pos,e.lineno,e.colno,e.doc)
B=_bisect
t(lambda: B.bisect([1,2,2,3],2)); t(lambda: B.bisect_left([1,2,2,3],2)); t(lambda: B.bisect([1,2,3],2,-1)); t(lambda: B.bisect([1,2,3],2,hi=2)); t(lambda: B.bisect([1,2,3],'a')); t(lambda: B.bisect(5,1)); t(lambda: B.bisect((1,2,3),2)); t(lambda: B.bisect([1,4,9],2,key=lambda x:x**.5)); l=[1,3]; t(lambda: (B.insort(l,2),l)); t(lambda: (B.insort_left(l,2.0),l)); t(lambda: B.bisect()); t(lambda: B.bisect([1,2,3],2,0,10)); t(lambda: B.insort((1,2),1)); t(lambda: B.insort([3,2,1],2,key=lambda x:-x)); t(lambda: B.bisect([1,2],1,lo=10**30)); t(lambda: B.bisect([],1)); t(lambda: B.bisect('abc','b'))
H=_heapq; h=[]; [H.heappush(h,x) for x in (5,1,4,2,3)]; t(lambda: h); t(lambda: H.heappop(h)); t(lambda: h); t(lambda: H.heapreplace(h,9)); t(lambda: H.heappushpop(h,0)); t(lambda: H.heappushpop(h,10)); t(lambda: h); x=[5,3,8,1]; t(lambda: (H.heapify(x),x)); t(lambda: H.heappop([])); t(lambda: H.heapreplace([],1)); t(lambda: H.heappop(5)); t(lambda: H.heappush(5,1)); t(lambda: H.heapify(())); t(lambda: (H._heapify_max(x),x)); t(lambda: H._heappop_max(x)); t(lambda: H._heapreplace_max(x,0)); t(lambda: x); t(lambda: H.heappush([1],'a')); t(lambda: H.heappushpop([],1)); t(lambda: H.heappushpop(5,1)); t(lambda: H._heappop_max([])); t(lambda: H.heapify(5)); t(lambda: H.heapreplace(5,1))
import heapq, bisect
t(lambda: heapq.nlargest(3,[1,5,2,8])); t(lambda: heapq.nsmallest(2,[3,1,2])); t(lambda: list(heapq.merge([1,3],[2,4])))
