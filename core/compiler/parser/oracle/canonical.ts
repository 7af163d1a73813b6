/** One text for a tree, the same as `oracle.py` writes: for comparison with CPython's trees. */
import { type ConstantValue, fieldProperty, LOCATED_SORTS, NODE_SPECS } from "../../ast/nodes.ts";

function textOf(value: string, codePoints?: readonly number[]): string {
  const json = JSON.stringify(value).replace(
    /[\x7f-\uffff]/g,
    (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"),
  );
  return json + "'" + (codePoints?.length ?? Array.from(value).length);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

function doubles(...values: number[]): string {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => view.setFloat64(i * 8, value));
  return hex(new Uint8Array(view.buffer));
}

function constantOf(value: ConstantValue): string {
  switch (value.type) {
    case "None":
    case "Ellipsis":
      return value.type;
    case "bool":
      return value.value ? "True" : "False";
    case "int":
      return "i0x" + value.value.toString(16);
    case "float":
      return "f" + doubles(value.value);
    case "complex":
      return "c" + doubles(value.real, value.imag);
    case "bytes":
      return "b" + hex(value.value);
    case "str":
      return "s" + textOf(value.value, value.codePoints);
    default:
      throw new TypeError(`no literal has type ${value.type}`);
  }
}

type Plain = Record<string, unknown>;

function write(node: unknown, type: string, out: string[]): void {
  if (node === null) {
    out.push("None");
  } else if (Array.isArray(node)) {
    out.push("[");
    for (const item of node) {
      write(item, type, out);
      out.push(" ");
    }
    out.push("]");
  } else if (type.startsWith("constant")) {
    out.push(constantOf(node as ConstantValue));
  } else if (typeof node === "object") {
    writeNode(node as Plain, out);
  } else if (type.startsWith("identifier") || type.startsWith("string")) {
    out.push(textOf(node as string));
  } else {
    out.push(String(node));
  }
}

function writeNode(node: Plain, out: string[]): void {
  const kind = node.kind as string;
  const spec = NODE_SPECS[kind];
  if (spec === undefined) throw new TypeError(`no kind of node: ${kind}`);
  out.push(kind, "(");
  if (LOCATED_SORTS.has(spec.sort)) {
    out.push(`${node.lineno},${node.col_offset},${node.end_lineno},${node.end_col_offset} `);
  }
  for (const [name, type] of spec.fields) {
    const value = node[fieldProperty(name)];
    if (value === undefined) throw new TypeError(`${kind} lacks ${name}`);
    write(value, type, out);
    out.push(" ");
  }
  out.push(")");
}

/** The text of a tree. */
export function canonical(tree: unknown): string {
  const out: string[] = [];
  write(tree, "", out);
  return out.join("");
}
