/** The class `str`. What its methods compute stands in `str/`; here are arguments, errors and the table. */
import { type FixedArray, type i32, i32ToI64, i64ToI32 } from "@rts";
import { CompareOp } from "./compare.ts";
import { typeError, typeName } from "./errors.ts";
import { indexErrorType } from "./exception_types.ts";
import { strFormat } from "./format_methods.ts";
import { newBool, newInt32, W_Int } from "./int.ts";
import { repeatCount } from "./list_methods.ts";
import { memoryError } from "./memory_error.ts";
import { percentFormat } from "./percent_format.ts";
import type { W_Root } from "./root.ts";
import { w_NotImplemented, w_unset } from "./singletons.ts";
import { W_Slice } from "./slice.ts";
import { sliceIndices } from "./slice_indices.ts";
import * as cases from "./str/case.ts";
import * as finding from "./str/find.ts";
import * as predicates from "./str/predicates.ts";
import { repr } from "./str/repr.ts";
import * as trimming from "./str/trim.ts";
import { Side } from "./str/trim.ts";
import { MAX_LENGTH, W_Str } from "./str/wstr.ts";
import { cInt, optionalText, sizeArgument } from "./str_arguments.ts";
import { formatMap, formatWith } from "./str_format.ts";
import { W_StrIterator } from "./str_iterator.ts";
import { strJoin } from "./str_join.ts";
import { strNew } from "./str_new.ts";
import {
  strip,
  strPartition,
  strRemoveprefix,
  strRemovesuffix,
  strReplace,
  strRpartition,
  strRsplit,
  strSplit,
  strSplitlines,
} from "./str_pieces.ts";
import {
  strCount,
  strEndswith,
  strFind,
  strIndex,
  strRfind,
  strRindex,
  strStartswith,
} from "./str_search.ts";
import { maketrans, strTranslate } from "./str_translate.ts";
import { codecOfText, encodeText, encodeWith } from "./text_codecs.ts";
import { Codec } from "./unicode/codecs.ts";
import { newBytes } from "./bytes.ts";
import { hasIndex, indexI64, normalizeIndex } from "./truth.ts";
import { newTuple1, type W_Tuple } from "./tuple.ts";
import { TypeFlag } from "./type.ts";
import { define } from "./typedef.ts";
import { strType } from "./types.ts";

define(strType, {
  doc:
    "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nA text: a sequence of code points that never changes.",
  flags: TypeFlag.Base | TypeFlag.MatchSelf,
  new: ["($type, object=<unset>, encoding=<unset>, errors=<unset>)", strNew],
  methods: {
    __len__: ["($self, /)", strLen],
    __getitem__: ["($self, key, /)", strGetitem],
    __contains__: ["($self, key, /)", strContains],
    __iter__: ["($self, /)", (w_self: W_Root): W_Root => new W_StrIterator(w_self as W_Str)],
    __repr__: ["($self, /)", (w_self: W_Root): W_Root => repr(w_self as W_Str)],
    __str__: ["($self, /)", (w_self: W_Root): W_Root => (w_self as W_Str).plain()],
    __hash__: ["($self, /)", (w_self: W_Root): W_Root => newInt32((w_self as W_Str).hashOf())],
    __add__: ["($self, value, /)", strAdd],
    __mul__: ["($self, value, /)", strMul],
    __rmul__: ["($self, value, /)", strMul],
    __mod__: [
      "($self, value, /)",
      (w_self: W_Root, w_args: W_Root): W_Root => percentFormat(w_self as W_Str, w_args),
    ],
    __rmod__: ["($self, value, /)", strRmod],
    __lt__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareStrings(CompareOp.Lt, w_a, w_b),
    ],
    __le__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareStrings(CompareOp.Le, w_a, w_b),
    ],
    __eq__: ["($self, value, /)", strEq],
    __ne__: ["($self, value, /)", strNe],
    __gt__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareStrings(CompareOp.Gt, w_a, w_b),
    ],
    __ge__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareStrings(CompareOp.Ge, w_a, w_b),
    ],
    __format__: ["($self, format_spec, /)", strFormat, "The text laid out by a specification."],
    __getnewargs__: ["($self, /)", strGetnewargs],
    __sizeof__: ["($self, /)", strSizeof, "Size of the text in memory, in bytes."],
    find: [
      "($self, sub, start=<opt>, end=<opt>, /)",
      strFind,
      "Lowest place of a part within a range; -1 where there is none.",
    ],
    rfind: [
      "($self, sub, start=<opt>, end=<opt>, /)",
      strRfind,
      "Highest place of a part within a range; -1 where there is none.",
    ],
    index: [
      "($self, sub, start=<opt>, end=<opt>, /)",
      strIndex,
      "As `find`; raises ValueError where there is none.",
    ],
    rindex: [
      "($self, sub, start=<opt>, end=<opt>, /)",
      strRindex,
      "As `rfind`; raises ValueError where there is none.",
    ],
    count: [
      "($self, sub, start=<opt>, end=<opt>, /)",
      strCount,
      "How often a part occurs within a range, without overlaps.",
    ],
    startswith: [
      "($self, prefix, start=<opt>, end=<opt>, /)",
      strStartswith,
      "Whether the range begins with a text, or one of a tuple of texts.",
    ],
    endswith: [
      "($self, suffix, start=<opt>, end=<opt>, /)",
      strEndswith,
      "Whether the range ends with a text, or one of a tuple of texts.",
    ],
    join: ["($self, iterable, /)", strJoin, "The texts of an iterable, with this one between them."],
    split: [
      "($self, /, sep=None, maxsplit=-1)",
      strSplit,
      "The parts between separators, or between white space.",
    ],
    rsplit: ["($self, /, sep=None, maxsplit=-1)", strRsplit, "As `split`, cut from the right."],
    splitlines: ["($self, /, keepends=False)", strSplitlines, "The lines."],
    partition: [
      "($self, sep, /)",
      strPartition,
      "What is before the first separator, the separator, what is behind it.",
    ],
    rpartition: [
      "($self, sep, /)",
      strRpartition,
      "What is before the last separator, the separator, what is behind it.",
    ],
    replace: [
      "($self, old, new, count=-1, /)",
      strReplace,
      "A copy with a part replaced wherever it occurs.",
    ],
    strip: [
      "($self, chars=None, /)",
      (w_self: W_Root, w_set: W_Root): W_Root => strip(w_self, w_set, Side.Both, "strip"),
      "A copy without white space, or certain characters, at both ends.",
    ],
    lstrip: [
      "($self, chars=None, /)",
      (w_self: W_Root, w_set: W_Root): W_Root => strip(w_self, w_set, Side.Left, "lstrip"),
      "A copy without white space, or certain characters, at the start.",
    ],
    rstrip: [
      "($self, chars=None, /)",
      (w_self: W_Root, w_set: W_Root): W_Root => strip(w_self, w_set, Side.Right, "rstrip"),
      "A copy without white space, or certain characters, at the end.",
    ],
    removeprefix: ["($self, prefix, /)", strRemoveprefix, "A copy without a prefix, if it has it."],
    removesuffix: ["($self, suffix, /)", strRemovesuffix, "A copy without a suffix, if it has it."],
    ljust: ["($self, width, fillchar=' ', /)", strLjust, "Filled up at the end to a width."],
    rjust: ["($self, width, fillchar=' ', /)", strRjust, "Filled up at the start to a width."],
    center: ["($self, width, fillchar=' ', /)", strCenter, "Filled up at both ends to a width."],
    zfill: [
      "($self, width, /)",
      (w_self: W_Root, w_width: W_Root): W_Root => trimming.zfill(w_self as W_Str, widthArgument(w_width)),
      "Filled up with zeros behind the sign to a width.",
    ],
    expandtabs: [
      "($self, /, tabsize=8)",
      (w_self: W_Root, w_size: W_Root): W_Root => trimming.expandTabs(w_self as W_Str, cInt(w_size)),
      "A copy with spaces for tabs.",
    ],
    encode: [
      "($self, /, encoding=<unset:'utf-8'>, errors=<unset:'strict'>)",
      strEncode,
      "The bytes of the text in an encoding.",
    ],
    translate: [
      "($self, table, /)",
      strTranslate,
      "A copy with each character replaced by what a table gives for it.",
    ],
    format: {
      signature: "($self, /, *args, **kwargs)",
      scope: strFormatMethod,
      doc: "The text with its replacement fields filled in from the arguments.",
    },
    format_map: [
      "($self, mapping, /)",
      (w_self: W_Root, w_mapping: W_Root): W_Root => formatMap(w_self as W_Str, w_mapping),
      "As `format`, with names looked up in a mapping.",
    ],
    upper: ["($self, /)", (w_self: W_Root): W_Root => cases.upper(w_self as W_Str), "In upper case."],
    lower: ["($self, /)", (w_self: W_Root): W_Root => cases.lower(w_self as W_Str), "In lower case."],
    casefold: [
      "($self, /)",
      (w_self: W_Root): W_Root => cases.casefold(w_self as W_Str),
      "For comparison without regard to case.",
    ],
    capitalize: [
      "($self, /)",
      (w_self: W_Root): W_Root => cases.capitalize(w_self as W_Str),
      "The first character in upper case, all others in lower case.",
    ],
    title: [
      "($self, /)",
      (w_self: W_Root): W_Root => cases.title(w_self as W_Str),
      "Words beginning in upper case, all else in lower case.",
    ],
    swapcase: [
      "($self, /)",
      (w_self: W_Root): W_Root => cases.swapcase(w_self as W_Str),
      "Upper case for lower case and the other way round.",
    ],
    isalpha: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(predicates.strIsAlpha(w_self as W_Str)),
      "Whether all are letters, and there are some.",
    ],
    isdecimal: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(predicates.strIsDecimal(w_self as W_Str)),
      "Whether all are decimal digits, and there are some.",
    ],
    isdigit: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(predicates.strIsDigit(w_self as W_Str)),
      "Whether all are digits, and there are some.",
    ],
    isnumeric: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(predicates.strIsNumeric(w_self as W_Str)),
      "Whether all have a numeric value, and there are some.",
    ],
    isalnum: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(predicates.strIsAlnum(w_self as W_Str)),
      "Whether all are letters or digits, and there are some.",
    ],
    isspace: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(predicates.strIsSpace(w_self as W_Str)),
      "Whether all are white space, and there is some.",
    ],
    isprintable: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(predicates.strIsPrintable(w_self as W_Str)),
      "Whether `repr` would escape none.",
    ],
    isascii: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool((w_self as W_Str).asciiOnly),
      "Whether all are ASCII.",
    ],
    islower: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(predicates.strIsLower(w_self as W_Str)),
      "Whether all letters are in lower case, and there are some.",
    ],
    isupper: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(predicates.strIsUpper(w_self as W_Str)),
      "Whether all letters are in upper case, and there are some.",
    ],
    istitle: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(predicates.strIsTitle(w_self as W_Str)),
      "Whether each word begins in upper case and goes on in lower case.",
    ],
    isidentifier: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(predicates.strIsIdentifier(w_self as W_Str)),
      "Whether it can be a name in Python.",
    ],
  },
  sequenceSlots: ["__add__", "__mul__", "__rmul__"],
  staticmethods: {
    maketrans: ["(x, y=<unset>, z=<unset>, /)", maketrans, "A table for `translate`."],
  },
});

function strLen(w_self: W_Root): W_Root {
  return newInt32((w_self as W_Str).length);
}

function strGetitem(w_self: W_Root, w_index: W_Root): W_Root {
  const self = w_self as W_Str;
  if (w_index instanceof W_Int) {
    const length = i32ToI64(self.length);
    const index = w_index.value;
    const at = index < 0n ? index + length : index;
    if (at >= 0n && at < length) return self.item(i64ToI32(at));
  }
  if (w_index instanceof W_Slice) {
    const slice = sliceIndices(w_index, self.length);
    return self.slice(slice.start, slice.step, slice.length);
  }
  if (!hasIndex(w_index)) throw typeError("string indices must be integers");
  return self.item(
    normalizeIndex(indexI64(w_index, indexErrorType), self.length, "string index out of range"),
  );
}

function strContains(w_self: W_Root, w_part: W_Root): W_Root {
  if (!(w_part instanceof W_Str)) {
    throw typeError(`'in <string>' requires string as left operand, not ${typeName(w_part)}`);
  }
  return newBool(finding.contains(w_self as W_Str, w_part));
}

function strAdd(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Str)) {
    throw typeError(`can only concatenate str (not "${typeName(w_other)}") to str`);
  }
  return (w_self as W_Str).concat(w_other);
}

function strMul(w_self: W_Root, w_count: W_Root): W_Root {
  const count = repeatCount(w_count);
  const self = w_self as W_Str;
  if (count > 1 && self.length > ((MAX_LENGTH / count) | 0)) throw memoryError();
  return self.repeat(count);
}

function strRmod(w_self: W_Root, w_format: W_Root): W_Root {
  return w_format instanceof W_Str ? percentFormat(w_format, w_self) : w_NotImplemented;
}

function strEq(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Str ? newBool((w_self as W_Str).equals(w_other)) : w_NotImplemented;
}

function strNe(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Str ? newBool(!(w_self as W_Str).equals(w_other)) : w_NotImplemented;
}

function compareStrings(op: i32, w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Str)) return w_NotImplemented;
  const order = (w_self as W_Str).compare(w_other);
  if (op === CompareOp.Lt) return newBool(order < 0);
  if (op === CompareOp.Le) return newBool(order <= 0);
  return newBool(op === CompareOp.Gt ? order > 0 : order >= 0);
}

/** A new object: what is pickled must not be memorized twice under one identity. */
function strGetnewargs(w_self: W_Root): W_Root {
  const self = w_self as W_Str;
  return newTuple1(new W_Str(self.kind, self.data, self.length, self.asciiOnly));
}

/** What CPython's layouts take. */
function strSizeof(w_self: W_Root): W_Root {
  const self = w_self as W_Str;
  const header: i32 = self.asciiOnly ? 48 : 72;
  return newInt32(header + (self.length + 1) * self.kind);
}

/** A width that the result can have. Throws MemoryError for others. */
function widthArgument(w_width: W_Root): i32 {
  const width = sizeArgument(w_width);
  if (width > MAX_LENGTH) throw memoryError();
  return width;
}

function fillArgument(w_fill: W_Root): i32 {
  if (!(w_fill instanceof W_Str)) {
    throw typeError(`The fill character must be a unicode character, not ${typeName(w_fill)}`);
  }
  if (w_fill.length !== 1) throw typeError("The fill character must be exactly one character long");
  return w_fill.charAt(0);
}

function strLjust(w_self: W_Root, w_width: W_Root, w_fill: W_Root): W_Root {
  const width = widthArgument(w_width);
  return trimming.ljust(w_self as W_Str, width, fillArgument(w_fill));
}

function strRjust(w_self: W_Root, w_width: W_Root, w_fill: W_Root): W_Root {
  const width = widthArgument(w_width);
  return trimming.rjust(w_self as W_Str, width, fillArgument(w_fill));
}

function strCenter(w_self: W_Root, w_width: W_Root, w_fill: W_Root): W_Root {
  const width = widthArgument(w_width);
  return trimming.center(w_self as W_Str, width, fillArgument(w_fill));
}

function strEncode(w_self: W_Root, w_encoding: W_Root, w_errors: W_Root): W_Root {
  if (w_errors === w_unset) {
    const codec: i32 = w_encoding === w_unset ? Codec.Utf8 : codecOfText(w_encoding);
    if (codec !== Codec.None) return newBytes(encodeWith(codec, w_self as W_Str, null));
  }
  const encoding = optionalText(w_encoding, "encode", "'encoding'");
  return encodeText(w_self as W_Str, encoding, optionalText(w_errors, "encode", "'errors'"));
}

function strFormatMethod(scope: FixedArray<W_Root>): W_Root {
  return formatWith(scope[0] as W_Str, scope[1] as W_Tuple, scope[2]);
}
