/** Trees of `ast` objects, made from the compiler's answers. */
import type { i32 } from "@rts";
import { setInstanceAttribute } from "../../core/objspace/instance_dict.ts";
import { newEmptyList, type W_List } from "../../core/objspace/list.ts";
import { W_Instance } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { type } from "../../core/objspace/call.ts";
import { intern } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import type { W_Tuple } from "../../core/objspace/tuple.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { type AstField, astType, FieldKind, KINDS, POSITIONS } from "./classes.ts";
import "./node.ts";

export { serializeAst } from "./serialize.ts";

/** True for an instance of `_ast.AST`. */
export function isAstNode(w_obj: W_Root): boolean {
  return type(w_obj).isSubtype(astType);
}

/** The tree of a serialized form: a tuple of the kind's name, its fields and its place. */
export function treeFromAnswer(w_answer: W_Root): W_Root {
  const items = (w_answer as W_Tuple).items;
  const kind = KINDS.get(intern(items[0] as W_Str))!;
  const w_node = new W_Instance(kind.w_type.instanceMap);
  const fields = kind.fields;
  let at: i32 = 1;
  for (let i = 0; i < fields.length; i++) {
    setInstanceAttribute(w_node, fields[i]!.name, fieldValue(fields[i]!, items[at++]));
  }
  if (kind.sort.isLocated) {
    for (let i: i32 = 0; i < POSITIONS.length; i++) setInstanceAttribute(w_node, POSITIONS[i], items[at++]);
  }
  return w_node;
}

function fieldValue(field: AstField, w_value: W_Root): W_Root {
  if (!field.isList) return itemValue(field, w_value);
  const w_items = w_value as W_List;
  const w_list = newEmptyList(w_items.length);
  for (let i: i32 = 0; i < w_items.length; i++) w_list.append(itemValue(field, w_items.getItem(i)));
  return w_list;
}

function itemValue(field: AstField, w_value: W_Root): W_Root {
  if (w_value === w_None) return w_value;
  if (field.kind === FieldKind.Node) return treeFromAnswer(w_value);
  if (field.kind === FieldKind.Enum) return KINDS.get(intern(w_value as W_Str))!.w_singleton!;
  return w_value;
}
