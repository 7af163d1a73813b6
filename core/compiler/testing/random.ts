/** Random numbers that are the same at each run, and random programs made from them. */

/** Draws a number below a limit. */
export type Random = (limit: number) => number;

/** A generator of numbers that a seed determines. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * limit);
  };
}

const EXPRESSIONS = [
  ..."a|1|f(x)|a.b|a[0]|a and b|a or b and c|not a|a < b < c|a if b else c|0|None|(a, b)|[x for x in y]"
    .split("|"),
  ..."a and not (b or c)|(yield)|f(*a, **b)|a.m(b)|lambda: a|a is None|(\n a and\n b)|f'{a}'|'s'|__debug__"
    .split("|"),
];

interface Scope {
  random: Random;
  inLoop: boolean;
  isAsync: boolean;
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)]!;
}

/** A function of random nested statements. It compiles, whatever it may mean. */
export function randomFunction(random: Random, depth = 3): string {
  const isAsync = random(4) === 0;
  const scope = { random, inLoop: false, isAsync };
  return `${isAsync ? "async " : ""}def f():\n${block(scope, 1, depth)}`;
}

function block(scope: Scope, indent: number, depth: number): string {
  let text = "";
  for (let i = 1 + scope.random(3); i > 0; i--) text += statement(scope, indent, depth);
  return text;
}

function statement(scope: Scope, indent: number, depth: number): string {
  const { random } = scope;
  const pad = " ".repeat(indent);
  if (depth > 0 && random(5) < 3) return compound(scope, indent, depth - 1);
  const value = pick(random, EXPRESSIONS);
  const simple = [
    `${value}`,
    `v = ${value}`,
    "pass",
    "return",
    "return 1",
    `raise E`,
    "del v",
    "assert v",
    "assert 0, w",
  ];
  simple.push("v += 1", "v.w, x[y] = z", "'doc'", "import m");
  if (!scope.isAsync) simple.push(`return ${value}`, `return v`);
  else simple.push("await v", "v = [x async for x in y]");
  if (scope.inLoop) simple.push("break", "continue", "continue", "break");
  return `${pad}${pick(random, simple)}\n`;
}

function compound(scope: Scope, indent: number, depth: number): string {
  const { random } = scope;
  const pad = " ".repeat(indent);
  const value = pick(random, EXPRESSIONS);
  const body = (inner: Scope = scope) => block(inner, indent + 1, depth);
  const loop = () => body({ ...scope, inLoop: true });
  const maybe = (head: string, text: () => string) => random(2) === 0 ? `${pad}${head}:\n${text()}` : "";
  const wait = scope.isAsync && random(2) === 0 ? "async " : "";
  switch (random(9)) {
    case 0:
    case 1:
    case 2:
      return `${pad}if ${value}:\n${body()}` + maybe(`elif ${value}`, body) + maybe("else", body);
    case 3:
      return `${pad}while ${random(3) === 0 ? 1 : value}:\n${loop()}` + maybe("else", body);
    case 4:
      return `${pad}${wait}for v in ${value}:\n${loop()}` + maybe("else", body);
    case 5:
      return `${pad}${wait}with ${value}${random(2) ? " as v" : ""}:\n${body()}`;
    case 6:
      return `${pad}try:\n${body()}${pad}finally:\n${body()}`;
    case 7:
      return `${pad}try:\n${body()}${pad}except E${random(2) ? " as v" : ""}:\n${body()}` +
        maybe("except", body) +
        maybe("else", body) + maybe("finally", body);
    default:
      return match(scope, indent, depth);
  }
}

const PATTERNS =
  "1; 'a'; [a, *b]; [a, _, 3]; {'k': v, **r}; A(x, y=z); A.b; None; [1, (2 | 3)] as w; [*_, a]; (a, b) | [b, a]"
    .split("; ");

function match(scope: Scope, indent: number, depth: number): string {
  const { random } = scope;
  const pad = " ".repeat(indent);
  let text = `${pad}match v:\n`;
  for (let i = 1 + random(3); i > 0; i--) {
    const guard = random(3) === 0 ? ` if ${pick(random, ["a", "a and b"])}` : "";
    text += `${pad} case ${pick(random, PATTERNS)}${guard}:\n${block(scope, indent + 2, depth)}`;
  }
  if (random(2) === 0) text += `${pad} case _:\n${block(scope, indent + 2, depth)}`;
  return text;
}
