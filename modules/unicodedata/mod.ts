/** The module `unicodedata`. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { define } from "../../core/objspace/typedef.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { UNICODE_VERSION } from "../../core/objspace/unicode/layout.ts";
import * as core from "./core.ts";

const ucdType: W_Type = moduleClass("UCD", "unicodedata");

/** `ucd_3_2_0`: the functions of the module as methods, of an older database. */
class W_OldDatabase extends W_Root {
  override typeOf(): W_Type {
    return ucdType;
  }
}

define(ucdType, {
  flags: TypeFlag.NoNew,
  methods: {
    category: [
      "($self, chr, /)",
      (_w_self: W_Root, w_char: W_Root): W_Root => core.category(true, w_char),
      "The general category of a character.",
    ],
    bidirectional: [
      "($self, chr, /)",
      (_w_self: W_Root, w_char: W_Root): W_Root => core.bidirectional(true, w_char),
      "The bidirectional class of a character.",
    ],
    combining: [
      "($self, chr, /)",
      (_w_self: W_Root, w_char: W_Root): W_Root => core.combining(true, w_char),
      "The canonical combining class of a character.",
    ],
    mirrored: [
      "($self, chr, /)",
      (_w_self: W_Root, w_char: W_Root): W_Root => core.mirrored(true, w_char),
      "1 for a character that is mirrored in text from right to left.",
    ],
    decomposition: [
      "($self, chr, /)",
      (_w_self: W_Root, w_char: W_Root): W_Root => core.decomposition(true, w_char),
      "The decomposition of a character, in hexadecimal.",
    ],
    east_asian_width: [
      "($self, chr, /)",
      (_w_self: W_Root, w_char: W_Root): W_Root => core.eastAsianWidth(true, w_char),
      "The East Asian width of a character.",
    ],
    decimal: [
      "($self, chr, default=<unrepresentable>, /)",
      (_w_self: W_Root, w_char: W_Root, w_default: W_Root): W_Root => core.decimal(true, w_char, w_default),
      "The value of a decimal digit.",
    ],
    digit: [
      "($self, chr, default=<unrepresentable>, /)",
      (_w_self: W_Root, w_char: W_Root, w_default: W_Root): W_Root => core.digit(true, w_char, w_default),
      "The value of a digit.",
    ],
    numeric: [
      "($self, chr, default=<unrepresentable>, /)",
      (_w_self: W_Root, w_char: W_Root, w_default: W_Root): W_Root => core.numeric(true, w_char, w_default),
      "The numeric value of a character.",
    ],
    name: [
      "($self, chr, default=<unrepresentable>, /)",
      (_w_self: W_Root, w_char: W_Root, w_default: W_Root): W_Root => core.name(true, w_char, w_default),
      "The name of a character.",
    ],
    lookup: [
      "($self, name, /)",
      (_w_self: W_Root, w_name: W_Root): W_Root => core.lookup(true, w_name),
      "The character, or sequence of characters, of a name.",
    ],
    normalize: [
      "($self, form, unistr, /)",
      (_w_self: W_Root, w_form: W_Root, w_text: W_Root): W_Root => core.normalizeText(true, w_form, w_text),
      "A text in a normal form.",
    ],
    is_normalized: [
      "($self, form, unistr, /)",
      (_w_self: W_Root, w_form: W_Root, w_text: W_Root): W_Root =>
        core.isNormalizedText(true, w_form, w_text),
      "Whether a text is in a normal form.",
    ],
  },
  members: { unidata_version: [(_w_self: W_Root): W_Root => fromRts("3.2.0")] },
});

defineModule("unicodedata", {
  doc: "The Unicode Character Database.",
  functions: {
    category: [
      "(chr, /)",
      (w_char: W_Root): W_Root => core.category(false, w_char),
      "The general category of a character.",
    ],
    bidirectional: [
      "(chr, /)",
      (w_char: W_Root): W_Root => core.bidirectional(false, w_char),
      "The bidirectional class of a character.",
    ],
    combining: [
      "(chr, /)",
      (w_char: W_Root): W_Root => core.combining(false, w_char),
      "The canonical combining class of a character.",
    ],
    mirrored: [
      "(chr, /)",
      (w_char: W_Root): W_Root => core.mirrored(false, w_char),
      "1 for a character that is mirrored in text from right to left.",
    ],
    decomposition: [
      "(chr, /)",
      (w_char: W_Root): W_Root => core.decomposition(false, w_char),
      "The decomposition of a character, in hexadecimal.",
    ],
    east_asian_width: [
      "(chr, /)",
      (w_char: W_Root): W_Root => core.eastAsianWidth(false, w_char),
      "The East Asian width of a character.",
    ],
    decimal: [
      "(chr, default=<unrepresentable>, /)",
      (w_char: W_Root, w_default: W_Root): W_Root => core.decimal(false, w_char, w_default),
      "The value of a decimal digit.",
    ],
    digit: [
      "(chr, default=<unrepresentable>, /)",
      (w_char: W_Root, w_default: W_Root): W_Root => core.digit(false, w_char, w_default),
      "The value of a digit.",
    ],
    numeric: [
      "(chr, default=<unrepresentable>, /)",
      (w_char: W_Root, w_default: W_Root): W_Root => core.numeric(false, w_char, w_default),
      "The numeric value of a character.",
    ],
    name: [
      "(chr, default=<unrepresentable>, /)",
      (w_char: W_Root, w_default: W_Root): W_Root => core.name(false, w_char, w_default),
      "The name of a character.",
    ],
    lookup: [
      "(name, /)",
      (w_name: W_Root): W_Root => core.lookup(false, w_name),
      "The character, or sequence of characters, of a name.",
    ],
    normalize: [
      "(form, unistr, /)",
      (w_form: W_Root, w_text: W_Root): W_Root => core.normalizeText(false, w_form, w_text),
      "A text in a normal form.",
    ],
    is_normalized: [
      "(form, unistr, /)",
      (w_form: W_Root, w_text: W_Root): W_Root => core.isNormalizedText(false, w_form, w_text),
      "Whether a text is in a normal form.",
    ],
  },
  constants: {
    UCD: ucdType,
    ucd_3_2_0: new W_OldDatabase(),
    unidata_version: fromRts(UNICODE_VERSION),
  },
});
