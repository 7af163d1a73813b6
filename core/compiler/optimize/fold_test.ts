/** Compares the folding of random constant expressions with CPython 3.10's. */
import { assertEquals } from "@std/assert";
import { checkAnswer } from "../testing/differential.ts";
import { type Random, seededRandom } from "../testing/random.ts";
import { askOracle, findPython310, type OracleRequest } from "../testing/oracle.ts";

const ATOMS = [
  ..."0 1 2 3 5 7 -1 -2 10 100 255 1000 65536 123456789 2147483648 9007199254740993".split(" "),
  ..."18446744073709551616 340282366920938463463374607431768211455 True False".split(" "),
  ..."0.0 1.0 0.5 2.5 -1.5 0.1 1e10 1e-10 1e308 5e-324 1e400 3.141592653589793".split(" "),
  ..."0j 1j 2.5j -0.0 'a' 'abc' '' b'xy' b'' 'é\\U0001f600' () (1,) (1,2,3) ((1,),'a') None ...".split(" "),
];
const BINARY = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "|", "^", "&", "@"];
const UNARY = ["-", "+", "~", "not "];

function expression(random: Random, depth: number): string {
  if (depth === 0) return ATOMS[random(ATOMS.length)]!;
  const sort = random(10);
  const inner = () => expression(random, depth - 1 - random(2) < 0 ? 0 : depth - 1);
  if (sort < 7) return `(${inner()} ${BINARY[random(BINARY.length)]} ${inner()})`;
  if (sort < 9) return `(${UNARY[random(UNARY.length)]}${inner()})`;
  return `(${inner()}[${ATOMS[random(8)]}])`;
}

const python = findPython310();
const seed = Number(Deno.env.get("FOLD_SEED") ?? 1);
const count = Number(Deno.env.get("FOLD_COUNT") ?? 2000);

Deno.test({
  name: python === null ? "folding (skipped: no CPython 3.10)" : "folding",
  ignore: python === null,
  async fn() {
    const random = seededRandom(seed);
    const requests: OracleRequest[] = [];
    for (let i = 0; i < count; i++) {
      const source = expression(random, 1 + random(3));
      // Powers of complex numbers depend on the last bits of the platform's sines.
      if (!(source.includes("j") && source.includes("**"))) requests.push({ source, mode: "eval" });
    }
    const answers = await askOracle(python!, requests);
    const problems: string[] = [];
    requests.forEach((request, i) => {
      const problem = checkAnswer(request, answers[i]!);
      if (problem !== null) problems.push(`${request.source}\n  ${problem}`);
    });
    assertEquals(problems.slice(0, 20).join("\n\n"), "");
  },
});
