/** The module `_csv`: reading and writing of tables as text. */
import type { FixedArray } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { keywordsOf } from "../../core/objspace/call_arguments.ts";
import { typeError } from "../../core/objspace/errors.ts";
import { newInt, newInt32, W_Int } from "../../core/objspace/int.ts";
import { listFrom } from "../../core/objspace/list_methods.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { dialectType, makeDialect, Quoting, registeredDialect, w_dialects } from "./dialect.ts";
import { csvError, csvErrorType } from "./error.ts";
import { fieldLimit, reader, readerType, setFieldLimit, sourceArguments } from "./reader.ts";
import { writer, writerType } from "./writer.ts";

defineModule("_csv", {
  doc: "Reading and writing of tables as text with separated values.",
  functions: {
    reader: {
      signature: "(*args, **kwargs)",
      scope: reader,
      doc: "reader(iterable [, dialect], **options): an iterator over the records of lines.",
    },
    writer: {
      signature: "(*args, **kwargs)",
      scope: writer,
      doc: "writer(file [, dialect], **options): an object that writes records.",
    },
    register_dialect: {
      signature: "(*args, **kwargs)",
      scope: registerDialect,
      doc: "register_dialect(name [, dialect], **options): gives a dialect a name.",
    },
    unregister_dialect: ["(name)", unregisterDialect, "Forgets the dialect of a name."],
    get_dialect: ["(name)", registeredDialect, "The dialect of a name."],
    list_dialects: ["()", (): W_Root => listFrom(w_dialects), "The names of all dialects."],
    field_size_limit: ["(limit=<unset>, /)", fieldSizeLimit, "The longest field that is read; sets another."],
  },
  constants: {
    Dialect: dialectType,
    Reader: readerType,
    Writer: writerType,
    Error: csvErrorType,
    _dialects: w_dialects,
    __version__: fromRts("1.0"),
    QUOTE_MINIMAL: newInt32(Quoting.Minimal),
    QUOTE_ALL: newInt32(Quoting.All),
    QUOTE_NONNUMERIC: newInt32(Quoting.Nonnumeric),
    QUOTE_NONE: newInt32(Quoting.None),
  },
});

function registerDialect(scope: FixedArray<W_Root>): W_Root {
  const args = sourceArguments(scope);
  const w_name = args[0];
  if (!(w_name instanceof W_Str)) throw typeError("dialect name must be a string");
  w_dialects.set(w_name, makeDialect(dialectType, args.length > 1 ? args[1] : null, keywordsOf(scope)));
  return w_None;
}

function unregisterDialect(w_name: W_Root): W_Root {
  if (w_dialects.delete(w_name) === null) throw csvError("unknown dialect");
  return w_None;
}

function fieldSizeLimit(w_limit: W_Root): W_Root {
  const old = fieldLimit;
  if (w_limit !== w_unset) {
    if (!(w_limit instanceof W_Int)) throw typeError("limit must be an integer");
    setFieldLimit(w_limit.value);
  }
  return newInt(old);
}
