/** The tokens of the IR's text form (`print.ts` describes it), and errors that name a place in the text. */

/** A token. `text` is the name or string without quotes, or the punctuation itself. */
export interface Token {
  readonly kind: "name" | "string" | "number" | "position" | "punct" | "end";
  readonly text: string;
  /** The n of a `name@n`; 0 without. */
  readonly ordinal: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** A mistake in the text form; the message begins with `line:column: `. */
export class ParseError extends Error {
  constructor(at: { line: number; column: number }, message: string) {
    super(`${at.line}:${at.column}: ${message}`);
    this.name = "ParseError";
  }
}

/** Alternatives in order: blanks and comments, position, number, name, string, punctuation. */
const TOKEN = new RegExp(
  [
    /(?<blank>[ \t\r\n]+|\/\/[^\n]*)/,
    /(?<position>@\d+:\d+:\d+)/,
    /(?<number>-?(?:\d+\.\d+(?:e[+-]?\d+)?|\d+e[+-]?\d+|\d+n?|inf\b))/,
    /(?<name>[A-Za-z_$][\w$]*(?:\.[\w$]+)*)(?:@(?<nameOrdinal>\d+))?/,
    /(?<string>"(?:[^"\\\n]|\\.)*")(?:@(?<stringOrdinal>\d+))?/,
    /(?<punct>->|[{}()[\]:,=.&^#*])/,
  ].map((part) => part.source).join("|"),
  "y",
);

/** Splits `text` into tokens; the last one is of kind "end". */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const place = { line, column: at - lineStart + 1 };
    if (match === null) throw new ParseError(place, `unexpected character ${JSON.stringify(text[at])}`);
    const token = toToken(match.groups!, place);
    if (token !== null) tokens.push(token);
    else {
      for (let i = at; i < at + match[0].length; i++) {
        if (text.charCodeAt(i) === 10) {
          line++;
          lineStart = i + 1;
        }
      }
    }
    at += match[0].length;
  }
  tokens.push({ kind: "end", text: "end of text", ordinal: 0, line, column: at - lineStart + 1 });
  return tokens;
}

function toToken(
  groups: Record<string, string | undefined>,
  place: { line: number; column: number },
): Token | null {
  const make = (kind: Token["kind"], text: string, ordinal: string | undefined): Token => {
    return { kind, text, ordinal: Number(ordinal ?? 0), ...place };
  };
  if (groups.name !== undefined) return make("name", groups.name, groups.nameOrdinal);
  if (groups.number !== undefined) return make("number", groups.number, undefined);
  if (groups.punct !== undefined) return make("punct", groups.punct, undefined);
  if (groups.position !== undefined) return make("position", groups.position.slice(1), undefined);
  if (groups.string === undefined) return null;
  try {
    return make("string", JSON.parse(groups.string), groups.stringOrdinal);
  } catch {
    throw new ParseError(place, "malformed string");
  }
}
