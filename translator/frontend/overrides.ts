/**
 * Members that a class declares again: they must be of the same form, and pass the same kinds. TypeScript sees to the
 * rest, but not to kinds, and it lets a method have fewer parameters than the one it overrides.
 */
import ts from "typescript";
import type { Frontend } from "./context.ts";
import { type ClassInstance, type ClassType, hasModifier, type Member } from "./classes.ts";
import { isPassedAlike } from "./assignable.ts";
import type { FunctionNode } from "./functions.ts";
import type { RType } from "./types.ts";

/** Reports what does not fit in the class of `instance`. */
export function checkOverrides(fe: Frontend, instance: ClassInstance): void {
  for (const [key, node] of fe.classes.members(instance.type.decl)) {
    if (key.startsWith("static ") || key === "constructor") continue;
    if (ts.isPropertyDeclaration(node) && hasModifier(node, ts.SyntaxKind.AbstractKeyword)) {
      fe.report("RTS403", node.name, node.name.getText());
    }
    const parent = instance.parent?.type;
    const name = (node as ts.PropertyDeclaration).name;
    if (parent === undefined) continue;
    const above = memberAbove(fe, parent, key);
    if (above === null) continue;
    if (formOf(above.node) !== formOf(node)) {
      fe.report("RTS402", name, name.getText(), formOf(above.node), formOf(node));
    } else checkTypes(fe, { node, owner: instance.type }, above, name);
  }
}

/** The member that `key` declares again; for accessors and fields, the other form as well. */
function memberAbove(fe: Frontend, parent: ClassType, key: string): Member | null {
  const plain = key.replace(/^[gs]et /, "");
  const keys = key === plain ? [key, `get ${plain}`, `set ${plain}`] : [key, plain];
  for (const candidate of keys) {
    const found = fe.classes.member(parent, candidate);
    if (found !== null) return found;
  }
  return null;
}

function formOf(node: ts.Node): string {
  if (ts.isMethodDeclaration(node)) return "method";
  return ts.isAccessor(node) ? "accessor" : "field";
}

function checkTypes(fe: Frontend, own: Member, above: Member, at: ts.Node): void {
  if (ts.isMethodDeclaration(own.node) && own.node.typeParameters !== undefined) return; // RTS404, where it is called
  const mine = typesOf(fe, own);
  const theirs = typesOf(fe, above);
  const fits = mine.length === theirs.length && mine.every((type, i) => isPassedAlike(fe, type, theirs[i]));
  if (!fits) fe.report("RTS401", at, at.getText(), above.owner.decl.name?.text ?? "");
}

/** Types of parameters and result, or that of a field. */
function typesOf(fe: Frontend, { node, owner }: Member): RType[] {
  const env = fe.types.bind(owner.decl.typeParameters, owner.args);
  if (ts.isPropertyDeclaration(node) || ts.isParameter(node)) return [fe.classes.fieldType(node, env)];
  const target = node as FunctionNode;
  return [...fe.functions.paramTypes(target, env), fe.functions.resultType(target, env)];
}
