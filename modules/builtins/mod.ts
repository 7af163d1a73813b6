/** The module `builtins`. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { anext } from "../../core/interpreter/anext.ts";
import { builtinsModule } from "../../core/interpreter/sys_module.ts";
import * as exceptionTypes from "../../core/objspace/exception_types.ts";
import { w_False, w_True } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_Ellipsis, w_None, w_NotImplemented } from "../../core/objspace/singletons.ts";
import { W_Type } from "../../core/objspace/type.ts";
import * as types from "../../core/objspace/types.ts";
import { buildClass } from "./build_class.ts";
import * as execution from "./execution.ts";
import * as functions from "./functions.ts";

const PUBLIC_CLASSES =
  ("type object int bool float complex str bytes bytearray memoryview list tuple dict set frozenset " +
    "range slice property super staticmethod classmethod enumerate reversed zip map filter").split(" ");

/** Classes by name: the public ones, and all exceptions. */
function classes(): Record<string, W_Root> {
  const table: Record<string, W_Root> = {};
  for (const w_type of Object.values(types)) {
    if (w_type instanceof W_Type && PUBLIC_CLASSES.includes(w_type.name.toRts())) {
      table[w_type.name.toRts()] = w_type;
    }
  }
  for (const w_type of Object.values(exceptionTypes)) {
    if (w_type instanceof W_Type) table[w_type.name.toRts()] = w_type;
  }
  table["EnvironmentError"] = exceptionTypes.osErrorType;
  table["IOError"] = exceptionTypes.osErrorType;
  return table;
}

defineModule("builtins", {
  doc: "Functions, classes and exceptions that need no import.",
  module: builtinsModule,
  functions: {
    __build_class__: { signature: "(*args, **kwargs)", scope: buildClass },
    __import__: {
      signature: "(name, globals=None, locals=None, fromlist=(), level=0)",
      scope: execution.import_,
    },
    abs: ["(x, /)", functions.abs, "The absolute value."],
    aiter: ["(async_iterable, /)", functions.aiter, "An async iterator over an async iterable."],
    all: ["(iterable, /)", functions.all, "True if all elements are true."],
    anext: [
      "(async_iterator, default=<unset>, /)",
      anext,
      "An awaitable of the next element of an async iterator.",
    ],
    any: ["(iterable, /)", functions.any, "True if some element is true."],
    ascii: ["(obj, /)", functions.asciiOf, "`repr` in ASCII."],
    bin: ["(number, /)", functions.bin, "The binary digits of an integer."],
    breakpoint: {
      signature: "(*args, **kws)",
      scope: functions.breakpoint,
      doc: "Calls sys.breakpointhook.",
    },
    callable: ["(obj, /)", functions.callable, "True if the object can be called."],
    chr: ["(i, /)", functions.chr, "The character of a code point."],
    compile: {
      signature: "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
      scope: execution.compile,
      doc: "A code object of a source.",
    },
    delattr: ["(obj, name, /)", functions.delattrOf, "Deletes an attribute."],
    dir: ["(object=<unset>, /)", execution.dir, "The names of an object's attributes, sorted."],
    divmod: ["(x, y, /)", functions.divmod, "Quotient and remainder."],
    eval: ["(source, globals=None, locals=None, /)", execution.evaluate, "The value of an expression."],
    exec: ["(source, globals=None, locals=None, /)", execution.exec, "Runs statements."],
    format: ["(value, format_spec='', /)", functions.formatOf, "The value as its format specification says."],
    getattr: ["(object, name, default=<unset>, /)", functions.getattrOf, "An attribute by name."],
    globals: ["()", execution.globals, "The namespace of the module."],
    hasattr: ["(obj, name, /)", functions.hasattr, "True if the object has the attribute."],
    hash: ["(obj, /)", functions.hashOf, "The hash of an object."],
    hex: ["(number, /)", functions.hex, "The hexadecimal digits of an integer."],
    id: ["(obj, /)", functions.id, "The identity of an object."],
    input: ["(prompt=<unset>, /)", functions.input, "A line of standard input."],
    isinstance: ["(obj, class_or_tuple, /)", functions.isinstanceOf, "True if the object is an instance."],
    issubclass: [
      "(cls, class_or_tuple, /)",
      functions.issubclassOf,
      "True if the class derives from another.",
    ],
    iter: ["(object, sentinel=<unset>, /)", functions.iterOf, "An iterator."],
    len: ["(obj, /)", functions.len, "The number of elements."],
    locals: ["()", execution.locals, "The namespace of the running code."],
    max: {
      signature: "(*args, key=None, default=<unset>)",
      scope: functions.max,
      doc: "The largest element.",
    },
    min: {
      signature: "(*args, key=None, default=<unset>)",
      scope: functions.min,
      doc: "The smallest element.",
    },
    next: ["(iterator, default=<unset>, /)", functions.nextOf, "The next element of an iterator."],
    oct: ["(number, /)", functions.oct, "The octal digits of an integer."],
    ord: ["(c, /)", functions.ord, "The code point of a character."],
    pow: ["(base, exp, mod=None)", functions.pow, "A power, perhaps modulo a third number."],
    print: {
      signature: "(*args, sep=' ', end='\\n', file=None, flush=False)",
      scope: functions.print,
      doc: "Writes objects to a stream, or to sys.stdout.",
    },
    repr: ["(obj, /)", functions.reprOf, "The text that shows an object to programmers."],
    round: ["(number, ndigits=None)", functions.round, "A number rounded to some digits."],
    setattr: ["(obj, name, value, /)", functions.setattrOf, "Sets an attribute."],
    sorted: {
      signature: "(*args, **kwargs)",
      scope: functions.sorted,
      doc: "A sorted list of the elements.",
    },
    sum: ["(iterable, /, start=0)", functions.sum, "The sum of the elements."],
    vars: ["(object=<unset>, /)", execution.vars, "The attributes of an object as a dict."],
  },
  constants: {
    None: w_None,
    NotImplemented: w_NotImplemented,
    Ellipsis: w_Ellipsis,
    __debug__: w_True,
    True: w_True,
    False: w_False,
    ...classes(),
  },
});
