/**
 * Every built-in class object, empty: `define(…)` of `typedef.ts` fills each one from the module that implements
 * it. They stand here, in a module that needs nothing but `W_Type`, so that any module may refer to any class.
 */
import { internRts } from "./str/intern.ts";
import { setStrType } from "./str/str_type.ts";
import { TYPE_BLANKS, W_Type } from "./type.ts";

/** All built-in classes in the order of their creation. */
export const BUILTIN_TYPES: W_Type[] = [];

function builtin(name: string, module = "builtins"): W_Type {
  const w_type = new W_Type(
    BUILTIN_TYPES.length === 0 ? null : typeType.instanceMap,
    internRts(name),
    TYPE_BLANKS,
  );
  if (BUILTIN_TYPES.length === 0) w_type.map = w_type.instanceMap;
  w_type.module = module;
  BUILTIN_TYPES.push(w_type);
  return w_type;
}

export const typeType: W_Type = builtin("type");
export const objectType: W_Type = builtin("object");

export const intType: W_Type = builtin("int");
export const boolType: W_Type = builtin("bool");
export const floatType: W_Type = builtin("float");
export const complexType: W_Type = builtin("complex");
export const strType: W_Type = builtin("str");
setStrType(strType);
export const bytesType: W_Type = builtin("bytes");
export const bytearrayType: W_Type = builtin("bytearray");
export const memoryviewType: W_Type = builtin("memoryview");
export const listType: W_Type = builtin("list");
export const tupleType: W_Type = builtin("tuple");
export const dictType: W_Type = builtin("dict");
export const setType: W_Type = builtin("set");
export const frozensetType: W_Type = builtin("frozenset");
export const rangeType: W_Type = builtin("range");
export const sliceType: W_Type = builtin("slice");
export const propertyType: W_Type = builtin("property");
export const superType: W_Type = builtin("super");
export const staticmethodType: W_Type = builtin("staticmethod");
export const classmethodType: W_Type = builtin("classmethod");
export const enumerateType: W_Type = builtin("enumerate");
export const reversedType: W_Type = builtin("reversed");
export const zipType: W_Type = builtin("zip");
export const mapType: W_Type = builtin("map");
export const filterType: W_Type = builtin("filter");
export const noneType: W_Type = builtin("NoneType");
export const notImplementedType: W_Type = builtin("NotImplementedType");
export const ellipsisType: W_Type = builtin("ellipsis");

export const functionType: W_Type = builtin("function");
export const methodType: W_Type = builtin("method");
export const builtinFunctionType: W_Type = builtin("builtin_function_or_method");
export const methodDescriptorType: W_Type = builtin("method_descriptor");
export const wrapperDescriptorType: W_Type = builtin("wrapper_descriptor");
export const methodWrapperType: W_Type = builtin("method-wrapper");
export const classmethodDescriptorType: W_Type = builtin("classmethod_descriptor");
export const getsetDescriptorType: W_Type = builtin("getset_descriptor");
export const memberDescriptorType: W_Type = builtin("member_descriptor");
export const moduleType: W_Type = builtin("module");
export const codeType: W_Type = builtin("code");
export const frameType: W_Type = builtin("frame");
export const tracebackType: W_Type = builtin("traceback");
export const cellType: W_Type = builtin("cell");
export const generatorType: W_Type = builtin("generator");
export const coroutineType: W_Type = builtin("coroutine");
export const coroutineWrapperType: W_Type = builtin("coroutine_wrapper");
export const asyncGeneratorType: W_Type = builtin("async_generator");
export const asyncGeneratorAsendType: W_Type = builtin("async_generator_asend");
export const asyncGeneratorAthrowType: W_Type = builtin("async_generator_athrow");
export const asyncGeneratorWrappedValueType: W_Type = builtin("async_generator_wrapped_value");
export const mappingproxyType: W_Type = builtin("mappingproxy");
export const simpleNamespaceType: W_Type = builtin("SimpleNamespace", "types");
export const genericAliasType: W_Type = builtin("GenericAlias", "types");
export const unionType: W_Type = builtin("UnionType", "types");

export const listIteratorType: W_Type = builtin("list_iterator");
export const listReverseIteratorType: W_Type = builtin("list_reverseiterator");
export const tupleIteratorType: W_Type = builtin("tuple_iterator");
export const strIteratorType: W_Type = builtin("str_iterator");
export const bytesIteratorType: W_Type = builtin("bytes_iterator");
export const bytearrayIteratorType: W_Type = builtin("bytearray_iterator");
export const memoryIteratorType: W_Type = builtin("memory_iterator");
export const rangeIteratorType: W_Type = builtin("range_iterator");
export const longrangeIteratorType: W_Type = builtin("longrange_iterator");
export const sequenceIteratorType: W_Type = builtin("iterator");
export const callableIteratorType: W_Type = builtin("callable_iterator");
export const setIteratorType: W_Type = builtin("set_iterator");
export const dictKeysType: W_Type = builtin("dict_keys");
export const dictValuesType: W_Type = builtin("dict_values");
export const dictItemsType: W_Type = builtin("dict_items");
export const dictKeyIteratorType: W_Type = builtin("dict_keyiterator");
export const dictValueIteratorType: W_Type = builtin("dict_valueiterator");
export const dictItemIteratorType: W_Type = builtin("dict_itemiterator");
export const dictReverseKeyIteratorType: W_Type = builtin("dict_reversekeyiterator");
export const dictReverseValueIteratorType: W_Type = builtin("dict_reversevalueiterator");
export const dictReverseItemIteratorType: W_Type = builtin("dict_reverseitemiterator");
export const managedBufferType: W_Type = builtin("managedbuffer");

export const weakrefType: W_Type = builtin("ReferenceType", "weakref");
export const weakProxyType: W_Type = builtin("ProxyType", "weakref");
export const weakCallableProxyType: W_Type = builtin("CallableProxyType", "weakref");

/** A class of a built-in module: made where it is defined. */
export function moduleClass(name: string, module: string): W_Type {
  return builtin(name, module);
}
