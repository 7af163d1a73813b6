/**
 * Trees as marshal values and back, driven by the table of kinds.
 *
 * A node is a tuple of its kind's name, its fields in the table's order and, for located sorts, the four
 * positions. Lists are lists, identifiers and operators strings, what is absent is None. Strings (docstrings of
 * type comments included) and constants are themselves.
 */
import { PyError } from "../errors.ts";
import { int, list, type MarshalValue, NONE, str } from "../marshal/values.ts";
import type { Node } from "./access.ts";
import type { InvalidConstant } from "./validate.ts";
import { type ConstantValue, ENUM_SORTS, fieldProperty, LOCATED_SORTS, NODE_SPECS } from "./nodes.ts";

/** How a field is carried. */
type Carrier = "node" | "text" | "int" | "constant";

interface FieldPlan {
  property: string;
  carrier: Carrier;
  isList: boolean;
}

interface KindPlan {
  kind: MarshalValue;
  fields: FieldPlan[];
  located: boolean;
}

const POSITIONS = ["lineno", "col_offset", "end_lineno", "end_col_offset"] as const;

const PLANS: Map<string, KindPlan> = new Map();
for (const [kind, spec] of Object.entries(NODE_SPECS)) {
  PLANS.set(kind, {
    kind: { type: "str", value: kind },
    fields: spec.fields.map(([name, type]) => ({
      property: fieldProperty(name),
      carrier: carrierOf(type.replace(/[?*]/g, "")),
      isList: type.endsWith("*"),
    })),
    located: LOCATED_SORTS.has(spec.sort),
  });
}

function carrierOf(type: string): Carrier {
  if (type === "int" || type === "constant") return type;
  if (type === "identifier" || type === "string" || type in ENUM_SORTS) return "text";
  return "node";
}

/** A tree as a marshal value. */
export function serializeTree(node: Node): MarshalValue {
  const plan = PLANS.get(node.kind)!;
  const items: MarshalValue[] = [plan.kind];
  for (const field of plan.fields) {
    const value = node[field.property];
    if (field.isList) items.push(list(value.map((item: Node) => serializeField(item, field.carrier))));
    else items.push(serializeField(value, field.carrier));
  }
  if (plan.located) { for (const position of POSITIONS) items.push(int(node[position])); }
  return { type: "tuple", items };
}

function serializeField(value: Node, carrier: Carrier): MarshalValue {
  if (value === null || value === undefined) return NONE;
  switch (carrier) {
    case "node":
      return serializeTree(value);
    case "text":
      return str(value);
    case "int":
      return int(value);
    case "constant":
      return value;
  }
}

/** The tree of a marshal value; throws `TypeError` as {@link PyError} if it is none. */
export function deserializeTree(value: MarshalValue): Node {
  if (value.type !== "tuple" || value.items[0]?.type !== "str") throw malformed("a node must be a tuple");
  const kind = value.items[0].value;
  const plan = PLANS.get(kind);
  if (plan === undefined) throw malformed(`unknown kind of node: ${kind}`);
  const size = 1 + plan.fields.length + (plan.located ? POSITIONS.length : 0);
  if (value.items.length !== size) throw malformed(`wrong number of fields in ${kind}`);
  const node: Node = { kind };
  let at = 1;
  for (const field of plan.fields) node[field.property] = deserializeField(value.items[at++]!, field);
  if (plan.located) { for (const position of POSITIONS) node[position] = toInt(value.items[at++]!); }
  return node;
}

function deserializeField(value: MarshalValue, field: FieldPlan): Node {
  if (!field.isList) return deserializeItem(value, field.carrier);
  if (value.type !== "list") throw malformed(`${field.property} must be a list`);
  return value.items.map((item) => deserializeItem(item, field.carrier));
}

function deserializeItem(value: MarshalValue, carrier: Carrier): Node {
  if (carrier === "constant") return toConstant(value);
  if (value.type === "None") return null;
  if (carrier === "node") return deserializeTree(value);
  if (carrier === "int") return toInt(value);
  if (value.type !== "str") throw malformed("expected a string");
  return value.value;
}

function toInt(value: MarshalValue): number {
  if (value.type === "int") return Number(value.value);
  if (value.type === "bool") return value.value ? 1 : 0;
  throw malformed("expected an integer");
}

/** What no constant can be is left to the validation of trees to refuse. */
function toConstant(value: MarshalValue): ConstantValue | InvalidConstant {
  switch (value.type) {
    case "tuple":
    case "frozenset":
      return { type: value.type, items: value.items.map(toConstant) as ConstantValue[] };
    case "list":
    case "set":
    case "dict":
    case "code":
    case "StopIteration":
      return { type: "invalid", typeName: value.type };
    default:
      return value;
  }
}

function malformed(what: string): PyError {
  return new PyError("TypeError", what);
}
