/** The module `_string`: the parsers of `str.format`, for `string.Formatter`. */
import type { i32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { newBool, newInt32 } from "../../core/objspace/int.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { FieldName, FormatPieces } from "../../core/objspace/str_format.ts";
import { charStr, EMPTY, W_Str } from "../../core/objspace/str/wstr.ts";
import { newTuple2, tupleOf } from "../../core/objspace/tuple.ts";
import { define } from "../../core/objspace/typedef.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";

const formatterIteratorType: W_Type = moduleClass("formatteriterator", "builtins");
const fieldNameIteratorType: W_Type = moduleClass("fieldnameiterator", "builtins");

/** Gives `(literal, field_name, format_spec, conversion)`. */
class W_FormatterIterator extends W_Root {
  constructor(private readonly pieces: FormatPieces) {
    super();
  }
  override typeOf(): W_Type {
    return formatterIteratorType;
  }
  override iterNext(): W_Root | null {
    const pieces = this.pieces;
    if (!pieces.next()) return null;
    const w_text = pieces.w_text;
    const items: W_Root[] = [
      w_text.substring(pieces.literalStart, pieces.literalEnd),
      w_None,
      w_None,
      w_None,
    ];
    if (pieces.hasField) {
      items[1] = w_text.substring(pieces.nameStart, pieces.nameEnd);
      const hasSpec = pieces.specEnd > pieces.specStart;
      items[2] = hasSpec ? w_text.substring(pieces.specStart, pieces.specEnd) : EMPTY;
      if (pieces.conversion !== 0) items[3] = charStr(pieces.conversion);
    }
    return tupleOf(items);
  }
}

/** Gives `(is_attribute, name or index)`. */
class W_FieldNameIterator extends W_Root {
  constructor(private readonly name: FieldName) {
    super();
  }
  override typeOf(): W_Type {
    return fieldNameIteratorType;
  }
  override iterNext(): W_Root | null {
    const name = this.name;
    if (!name.next()) return null;
    return newTuple2(newBool(name.isAttribute), numberOrText(name.number, name.part()));
  }
}

const ITERATOR_METHODS = {
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
  },
} as const;
define(formatterIteratorType, ITERATOR_METHODS);
define(fieldNameIteratorType, ITERATOR_METHODS);

function numberOrText(number: i32, w_text: W_Str): W_Root {
  return number >= 0 ? newInt32(number) : w_text;
}

function textOperand(w_text: W_Root): W_Str {
  if (w_text instanceof W_Str) return w_text;
  throw typeError(`expected str, got ${typeName(w_text)}`);
}

function formatterParser(w_text: W_Root): W_Root {
  const text = textOperand(w_text);
  return new W_FormatterIterator(new FormatPieces(text, 0, text.length));
}

function formatterFieldNameSplit(w_text: W_Root): W_Root {
  const text = textOperand(w_text);
  const name = new FieldName(text, 0, text.length);
  const w_first = numberOrText(name.firstNumber, text.substring(0, name.firstEnd));
  return newTuple2(w_first, new W_FieldNameIterator(name));
}

defineModule("_string", {
  doc: "string helper module",
  functions: {
    formatter_parser: ["(format, /)", formatterParser, "The literals and fields of a format."],
    formatter_field_name_split: ["(name, /)", formatterFieldNameSplit, "The parts of the name of a field."],
  },
});
