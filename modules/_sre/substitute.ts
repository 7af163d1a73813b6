/** `Pattern.sub` and `subn`. */
import type { i32 } from "@rts";
import { importModule } from "../../core/interpreter/import_module.ts";
import { getattr } from "../../core/objspace/attributes.ts";
import { BufferFlag } from "../../core/objspace/buffer.ts";
import { call1, call2, callMethod1, isCallable } from "../../core/objspace/call.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { newEmptyList, type W_List } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { W_Bytes } from "../../core/objspace/bytes.ts";
import { Mode, Search, type W_Pattern } from "./pattern.ts";
import { emptyOf, isText } from "./subjects.ts";

const s_join: W_Str = internRts("join");
const s_subx: W_Str = internRts("_subx");
const BACKSLASH: i32 = 92;

/** The pieces of a result, as if they were in a list that is joined at the end. */
class Pieces {
  private readonly text: StrBuilder | null;
  private readonly w_list: W_List;
  private readonly w_string: W_Root;
  private count: i32 = 0;
  /** What joining says of the first piece of a wrong class. */
  private error: string = "";

  constructor(w_string: W_Root) {
    this.w_string = w_string;
    this.text = isText(w_string) ? new StrBuilder() : null;
    this.w_list = newEmptyList(0);
  }

  append(w_piece: W_Root): void {
    const text = this.text;
    if (text === null) this.w_list.append(w_piece);
    else if (w_piece instanceof W_Str) text.appendStr(w_piece);
    else if (this.error === "") {
      this.error = `sequence item ${this.count}: expected str instance, ${typeName(w_piece)} found`;
    }
    this.count++;
  }

  join(): W_Root {
    if (this.error !== "") throw typeError(this.error);
    const text = this.text;
    return text === null ? callMethod1(emptyOf(this.w_string), s_join, this.w_list) : text.build();
  }
}

function hasBackslash(bytes: Uint8Array): boolean {
  for (let i: i32 = 0; i < bytes.length; i++) if (bytes[i] === BACKSLASH) return true;
  return false;
}

/** True for a template without escapes: it stands for itself. */
function isLiteral(w_template: W_Root): boolean {
  if (w_template instanceof W_Str) {
    for (let i: i32 = 0; i < w_template.length; i++) if (w_template.charAt(i) === BACKSLASH) return false;
    return true;
  }
  if (w_template instanceof W_Bytes) return !hasBackslash(w_template.data);
  const buffer = w_template.acquireBuffer(BufferFlag.Simple);
  if (buffer === null) return false;
  const bytes = buffer.toBytes();
  buffer.release();
  return !hasBackslash(bytes);
}

/** What a template comes to: a function of the match, or the text itself. */
function filterOf(w_re: W_Pattern, w_template: W_Root): W_Root {
  if (isCallable(w_template) || isLiteral(w_template)) return w_template;
  return call2(getattr(importModule("re"), s_subx), w_re, w_template);
}

/** How many replacements {@link substitute} made last. */
let lastCount: i32 = 0;

/** The count that belongs to the last result of {@link substitute}. */
export function substitutions(): i32 {
  return lastCount;
}

/** `w_re.sub(w_template, w_string, count)`; a count of 0 is no limit. */
export function substitute(w_re: W_Pattern, w_template: W_Root, w_string: W_Root, count: i32): W_Root {
  const w_filter = filterOf(w_re, w_template);
  const isFunction = isCallable(w_filter);
  const search = new Search(w_re, w_string, 0, 0x7fffffff, BufferFlag.Simple);
  try {
    return replaceAll(search, w_filter, isFunction, count);
  } finally {
    search.release();
  }
}

function replaceAll(search: Search, w_filter: W_Root, isFunction: boolean, count: i32): W_Root {
  const matcher = search.matcher;
  const pieces = new Pieces(search.text.w_string);
  let done: i32 = 0;
  let copied: i32 = 0;
  while ((count === 0 || done < count) && search.next(Mode.Search)) {
    const start = matcher.start;
    const end = matcher.ptr;
    if (copied < start) pieces.append(search.slice(copied, start));
    const w_piece = isFunction ? call1(w_filter, search.match()) : w_filter;
    if (w_piece !== w_None) pieces.append(w_piece);
    copied = end;
    done++;
    search.advance();
  }
  lastCount = done;
  if (done === 0) return search.slice(0, matcher.end);
  if (copied < matcher.end) pieces.append(search.slice(copied, matcher.end));
  const w_result = pieces.join();
  lastCount = done;
  return w_result;
}
