/** The fast parser's parameter lists, of functions and of lambdas. */
import * as ast from "../../ast/build.ts";
import type { Arg, Arguments, Expr } from "../../ast/types.ts";
import { T } from "../../tokenizer/tokens.ts";
import { refuse, TokenStream } from "./stream.ts";

/** A parser of parameter lists. */
export abstract class ParameterParser extends TokenStream {
  abstract expression(): Expr;

  /** Reads parameters up to `closing`, which is not read. */
  protected parameters(closing: number, annotated: boolean): Arguments {
    const out = ast.arguments_([], [], null, [], [], null, []);
    let keywordOnly = false;
    while (this.peek() !== closing) {
      switch (this.peek()) {
        case T.SLASH:
          if (keywordOnly || out.posonlyargs.length > 0 || out.args.length === 0) refuse();
          this.index++;
          out.posonlyargs = out.args;
          out.args = [];
          break;
        case T.STAR:
          if (keywordOnly) refuse();
          keywordOnly = true;
          this.star(out, closing, annotated);
          break;
        case T.DOUBLESTAR:
          this.index++;
          out.kwarg = this.parameter(annotated);
          this.accept(T.COMMA);
          if (this.peek() !== closing) refuse();
          return out;
        default:
          this.named(out, keywordOnly, annotated);
      }
      if (this.peek() === closing) break;
      this.expect(T.COMMA);
    }
    return out;
  }

  /** Reads `*args`, or a `*` that a parameter must follow. */
  private star(out: Arguments, closing: number, annotated: boolean): void {
    this.index++;
    if (this.peek() !== T.COMMA) {
      out.vararg = this.parameter(annotated);
      return;
    }
    const next = this.peekAt(1);
    if (next === closing || next === T.DOUBLESTAR) refuse();
  }

  /** Reads a parameter with or without a default. */
  private named(out: Arguments, keywordOnly: boolean, annotated: boolean): void {
    const arg = this.parameter(annotated);
    const value = this.accept(T.EQUAL) ? this.expression() : null;
    if (keywordOnly) {
      out.kwonlyargs.push(arg);
      out.kw_defaults.push(value);
      return;
    }
    out.args.push(arg);
    if (value !== null) out.defaults.push(value);
    else if (out.defaults.length > 0) refuse();
  }

  private parameter(annotated: boolean): Arg {
    const from = this.index;
    const name = this.name();
    const annotation = annotated && this.accept(T.COLON) ? this.expression() : null;
    return ast.arg(this.at(from), name, annotation, null);
  }
}
