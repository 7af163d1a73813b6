/**
 * The diagnostics of RTS: one table from code to text and way out, and the list that collects what was found.
 */

/** An entry: `text` with `{0}`, `{1}` for arguments, and what to write instead. */
export interface DiagnosticInfo {
  readonly text: string;
  readonly help: string;
}

/**
 * The table. 1xx: syntax outside RTS; 2xx: types; 3xx: names and globals; 4xx: classes; 5xx: hints; 6xx: module
 * top level and prebuilt constants; 9xx: program structure.
 */
export const DIAGNOSTICS = {
  RTS100: { text: "{0} is not RTS", help: "see docs/rts.md for what is" },
  RTS101: { text: "`var` is not RTS", help: "use `let` or `const`" },
  RTS102: { text: "destructuring is not RTS", help: "read the elements or fields one by one" },
  RTS103: {
    text: "spread is not RTS",
    help: "use `concat`, `push` in a loop, or pass the elements one by one",
  },
  RTS104: { text: "rest parameters are not RTS", help: "take an array" },
  RTS105: { text: "optional '{0}' is not RTS", help: "give it a default value, or the type `T | null`" },
  RTS106: { text: "optional chaining is not RTS", help: "test for null: `p !== null ? p.x : …`" },
  RTS107: { text: "'{0}' is not RTS", help: "use `===` or `!==`" },
  RTS108: { text: "generators are not RTS", help: "write a class that keeps the state between steps" },
  RTS109: {
    text: "'{0}' is not RTS",
    help: "write straight-line code; hosts do not suspend translated code through promises",
  },
  RTS110: { text: "regular expressions are not RTS", help: "scan the string with `charCodeAt` or `indexOf`" },
  RTS111: { text: "object literals are not RTS", help: "declare a class and use `new`" },
  RTS112: { text: "tuple types are not RTS", help: "declare a class with a field for each element" },
  RTS113: { text: "the type '{0}' is not RTS", help: "use a class, or `object` with `instanceof`" },
  RTS114: { text: "the type '{0}' does not say a kind", help: "use a kind, such as `i32`, `f64` or `i64`" },
  RTS115: { text: "intersection types are not RTS", help: "declare a class" },
  RTS116: {
    text: "union types other than `T | null` are not RTS",
    help: "declare a base class and test with `instanceof`",
  },
  RTS117: { text: "conditional types are not RTS", help: "write the type out" },
  RTS118: { text: "mapped types are not RTS", help: "declare a class" },
  RTS119: { text: "the type operator '{0}' is not RTS", help: "write the type out" },
  RTS120: { text: "structural types are not RTS", help: "declare a class" },
  RTS121: { text: "`implements` is not RTS", help: "derive from an abstract class" },
  RTS122: { text: "decorators are not RTS", help: "do at module top level what the decorator does" },
  RTS123: { text: "`#private` names are not RTS", help: "use `private`" },
  RTS124: { text: "computed names are not RTS", help: "use a name, or a Map" },
  RTS125: { text: "overloads are not RTS", help: "give each signature a name of its own" },
  RTS126: { text: "`delete` is not RTS", help: "use a Map, or set the field to null" },
  RTS127: { text: "`in` is not RTS", help: "use `has` of a Map or `instanceof`" },
  RTS128: { text: "`for … in` is not RTS", help: "iterate by index, or over `keys()` of a Map" },
  RTS129: { text: "`typeof` is not RTS", help: "use `instanceof`, or a field that tells the cases apart" },
  RTS130: { text: "`with` is not RTS", help: "name the object" },
  RTS131: { text: "the comma operator is RTS in `for` headers only", help: "write two statements" },
  RTS132: { text: "tagged templates are not RTS", help: "call the function with the finished string" },
  RTS133: { text: "'{0}' is not RTS", help: "pass what is needed as a parameter" },
  RTS134: { text: "`import()` is not RTS", help: "import the module at its top" },
  RTS135: { text: "'{0}' is not RTS", help: "write a function" },
  RTS136: { text: "`arguments` is not RTS", help: "name the parameters" },
  RTS137: { text: "`undefined` is not RTS", help: "use `null` and the type `T | null`" },
  RTS138: { text: "namespaces are not RTS", help: "use a module, or static members of a class" },
  RTS139: { text: "`satisfies` is not RTS", help: "write the type of the variable" },
  RTS140: { text: "symbols are not RTS", help: "use an enum member or an object of a class" },
  RTS141: { text: "`this` as a type is not RTS", help: "name the class" },
  RTS142: { text: "index signatures are not RTS", help: "use a Map" },
  RTS143: { text: "the operator `void` is not RTS", help: "write the expression as a statement" },
  RTS144: { text: "'{0}' is not RTS", help: "write the condition with `if`" },
  RTS145: {
    text: "type predicates are not RTS",
    help: "return `bool` and test with `instanceof` where the type matters",
  },
  RTS146: { text: "`as const` is not RTS", help: "write the type of the variable" },
  RTS147: { text: "literal types are not RTS", help: "use an enum, or the kind of the literal" },
  RTS148: { text: "elements left out of an array literal are not RTS", help: "write the element" },
  RTS149: { text: "accessors of object literals are not RTS", help: "declare a class with accessors" },
  RTS150: { text: "a class inside a function is not RTS", help: "declare the class at module top level" },
  RTS151: { text: "'{0}' inside a function is not RTS", help: "declare it at module top level" },
  RTS152: { text: "constructor types are not RTS", help: "pass a function that makes the object" },
  RTS153: { text: "`import(…)` types are not RTS", help: "import the type at the top of the module" },
  RTS154: { text: "casts in angle brackets are not RTS", help: "use `x as C`" },
  RTS155: {
    text: "a generic function as a value is not RTS",
    help: "declare it at module top level, or write its types out",
  },
  RTS156: { text: "`accessor` fields are not RTS", help: "write `get` and `set`" },
  RTS157: { text: "`using` is not RTS", help: "use `try` and `finally`" },
  RTS158: {
    text: "`throw` of a literal is not RTS",
    help: "throw an object of a class derived from Exception",
  },
  RTS159: { text: "unary `+` is not RTS", help: "leave it out; use a conversion function to convert" },
  RTS160: { text: "`for … of` needs a declaration", help: "write `for (const x of …)`" },
  RTS161: {
    text: "`{0}` is not RTS",
    help: "translation relies on TypeScript's checks: write code that passes them",
  },
  RTS200: { text: "type '{0}' is not an RTS type", help: "use a kind, a class, an array or `T | null`" },
  RTS201: {
    text: "expected {0}, found {1}",
    help: "convert explicitly, see the table of conversions in docs/rts.md",
  },
  RTS202: { text: "the type of '{0}' must be written", help: "add a type annotation" },
  RTS203: { text: "integer literal {0} does not fit {1}", help: "use a wider kind" },
  RTS204: { text: "operator '{0}' does not take {1} and {2}", help: "convert one side explicitly" },
  RTS205: { text: "`(a * b) | 0` is inexact untranslated", help: "use Math.imul(a, b)" },
  RTS206: {
    text: "condition must be bool, found {0}",
    help: "write a comparison, such as `x !== 0` or `p !== null`",
  },
  RTS207: { text: "cannot infer type argument {0}", help: "write the type arguments" },
  RTS208: { text: "'{0}' of {1} is not RTS", help: "see docs/rts.md for the members there are" },
  RTS209: {
    text: "{0} cannot be a key",
    help: "keys are `i32`, `i64`, `f64`, strings or objects, never null",
  },
  RTS210: {
    text: "too many arguments: this call takes {0}",
    help: "leave the others out, or call once for each",
  },
  RTS211: { text: "argument '{0}' is missing", help: "write it; there is no default value" },
  RTS212: {
    text: "{0} cannot be cast to {1}",
    help: "cast along inheritance; convert containers element by element",
  },
  RTS213: {
    text: "`!` on {0}, which is never null",
    help: "leave it out, and give the variable a value where it is declared",
  },
  RTS214: { text: "`{0}!` hides that the variable has no value", help: "give it a value" },
  RTS215: { text: "{0} cannot be called", help: "call functions, methods, and values of a function type" },
  RTS216: { text: "this cannot be assigned", help: "assign a variable, a field or an element" },
  RTS217: {
    text: "`instanceof` takes an object and a class of the program",
    help: "test against a class that is declared in RTS, by its name",
  },
  RTS218: { text: "the width must be the literal 64", help: "shift left and right to wrap to other widths" },
  RTS219: {
    text: "`new {0}` takes no arguments",
    help: "use `newArray` for a length; fill with `push`, `set` or `add`",
  },
  RTS300: { text: "'{0}' is not available to translated code", help: "use what the prelude `@rts` offers" },
  RTS301: {
    text: "'{0}' is captured by a nested function",
    help: "pass it as a parameter or keep it in an object",
  },
  RTS302: {
    text: "'{0}' is declared without a definition",
    help: "define it in RTS; host functions come from `@rts`",
  },
  RTS303: {
    text: "`{0}` has no meaning here",
    help: "pass the object as a parameter, or name the class for static members",
  },
  RTS400: { text: "class '{0}' {1}", help: "see section Classes of docs/rts.md" },
  RTS401: {
    text: "the types of '{0}' differ in kind or number from those in {1}",
    help: "repeat the parameters and the kinds of the overridden member",
  },
  RTS402: {
    text: "'{0}' is a {1} in a base class, and a {2} here",
    help: "use one form in all classes",
  },
  RTS403: {
    text: "abstract field '{0}' is not RTS",
    help: "declare the field in the base class, or an abstract getter",
  },
  RTS404: {
    text: "the generic method '{0}' is overridden",
    help: "make the class generic instead of the method, or do not override it",
  },
  RTS405: { text: "`super.{0}` is RTS for methods only", help: "move what the accessor does into a method" },
  RTS500: {
    text: "a JitDriver must be a module-level constant",
    help: "write `const driver = new JitDriver(…)` at the top",
  },
  RTS501: { text: "the name of a layout constant must be a literal", help: "write the string here" },
  RTS600: {
    text: "'{0}' cannot be frozen into the image: {1}",
    help: "give it a declared RTS type, or keep it out of translated code",
  },
  RTS601: {
    text: "the module's top level failed: {0}",
    help: "top levels run at translation; run the file with --untranslated to see the stack",
  },
  RTS900: { text: "{0}", help: "a program exports `main(args: string[]): i32`" },
  RTS901: {
    text: "`main` must be `main(args: string[]): i32`",
    help: "write these types; the result is the exit code",
  },
  RTS902: {
    text: "the exported name '{0}' belongs to the toolchain",
    help: "use another name, or do not export it",
  },
  RTS903: {
    text: "the code is nested too deeply for the translator",
    help: "split the expression or statement: name parts of it, or use a loop over an array",
  },
} as const satisfies Record<string, DiagnosticInfo>;

/** Codes of diagnostics. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** One finding, placed. `line` and `column` count from 1. */
export interface Diagnostic {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly help: string;
}

/** Fills the entry of `code` with `args`. */
export function makeDiagnostic(
  code: DiagnosticCode,
  file: string,
  line: number,
  column: number,
  ...args: string[]
): Diagnostic {
  const info: DiagnosticInfo = DIAGNOSTICS[code];
  const message = info.text.replace(/\{(\d)\}/g, (_, index) => args[Number(index)] ?? "");
  return { code, file, line, column, message, help: info.help };
}

/** `file:line:column: error CODE: message` and the help, as shown to a person. */
export function formatDiagnostic(d: Diagnostic): string {
  return `${d.file}:${d.line}:${d.column}: error ${d.code}: ${d.message}\n  help: ${d.help}`;
}

/** Thrown when translation cannot go on; carries every diagnostic found. */
export class RtsError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
  }
}
