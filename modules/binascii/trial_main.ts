/** Answers the trials of the file that is named: a codec's name, its numbers, the data in hexadecimal. */
import { type i32, parseI32, print, readTextFile } from "@rts";
import { fromHex, toHex } from "../hex.ts";
import * as core from "./core.ts";
import { Status } from "./core.ts";
import { a2bHqx, b2aHqx, HqxEnd, rlecodeHqx, rledecodeHqx } from "./hqx.ts";
import { a2bQp, b2aQp } from "./qp.ts";

function answer(line: string): string {
  const words = line.split(" ");
  const name = words[0], data = fromHex(words[3]);
  const a = parseI32(words[1]), b = parseI32(words[2]), n = data.length;
  const out = new core.Output(0);
  const end = new HqxEnd();
  let status: Status = Status.Ok;
  switch (name) {
    case "hexlify":
      core.hexlify(data, 0, n, a, b, out);
      break;
    case "unhexlify":
      status = core.unhexlify(data, 0, n, out);
      break;
    case "a2b_base64":
      status = core.a2bBase64(data, 0, n, out);
      if (status === Status.Base64Length) return core.base64LengthMessage(out.length);
      break;
    case "b2a_base64":
      core.b2aBase64(data, 0, n, a !== 0, out);
      break;
    case "a2b_uu":
      status = core.a2bUu(data, 0, n, out);
      break;
    case "b2a_uu":
      status = core.b2aUu(data, 0, n, a !== 0, out);
      break;
    case "a2b_qp":
      a2bQp(data, 0, n, a !== 0, out);
      break;
    case "b2a_qp":
      b2aQp(data, 0, n, (a & 1) !== 0, (a & 2) !== 0, (a & 4) !== 0, out);
      break;
    case "a2b_hqx":
      status = a2bHqx(data, 0, n, end, out);
      if (status === Status.Ok) return `${toHex(out.bytes, out.length)} ${end.done}`;
      break;
    case "b2a_hqx":
      b2aHqx(data, 0, n, out);
      break;
    case "rlecode_hqx":
      rlecodeHqx(data, 0, n, out);
      break;
    case "rledecode_hqx":
      status = rledecodeHqx(data, 0, n, out);
      break;
    case "crc32":
      return `${core.crc32(data, 0, n, a) >>> 0}`;
    case "crc_hqx":
      return `${core.crcHqx(data, 0, n, a)}`;
  }
  return status === Status.Ok ? toHex(out.toBytes(), out.length) : core.MESSAGES[status];
}

export function main(args: string[]): i32 {
  const answers: string[] = [];
  for (const line of readTextFile(args[0]).split("\n")) if (line.length > 0) answers.push(answer(line));
  print(answers.join("\n"));
  return 0;
}
