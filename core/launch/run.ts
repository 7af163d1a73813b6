/**
 * A start of Python: command line, image, run. Loads neither the translator nor packages, for that is what makes a
 * start slow.
 */
import type { Image } from "../../translator/wasm/image.ts";
import { coercedLocale, configure, encodeConfig, PYTHON_VERSION, Stop } from "../cli/mod.ts";
import { InternalError } from "../engine/engine.ts";
import { v8Engine } from "../engine/v8.ts";
import { DenoHost } from "../host/deno.ts";
import type { Os } from "../host/os/calls.ts";
import { realOs, Services } from "../host/os/mod.ts";
import { bundleFits, isBundled, makeBundle, runUnbundled } from "./bundle.ts";
import { loadImage } from "./image.ts";
import { locked } from "./lock.ts";
import { type ImagePlaces, imagePlaces, ROOT } from "./places.ts";
import { exactArguments, exactVariables } from "./texts.ts";
import { NotBuilt, prepareImage, prepareStandardLibrary } from "./prepare.ts";

/** An internal error of the program, or of the toolchain. */
const EXIT_INTERNAL = 70;
/** The image or the library is missing and cannot be made. */
const EXIT_UNAVAILABLE = 69;

/** The launcher's own arguments: kB of stack, `sys.executable`, and what we were called. */
const OWN_ARGUMENT = /^--pypy-(stack|executable|called)=(.*)$/s;
/** Bytes that Deno's own frames have taken of V8's stack when a program is loaded; measured: 12 kB. */
const STACK_IN_USE = 64 * 1024;

/** How we were started. */
interface Call {
  readonly executable: string;
  readonly called: string;
  /** kB; undefined when nobody says. */
  readonly stack: number | undefined;
  readonly args: readonly string[];
}
function callOf(all: readonly string[]): Call {
  const own: Record<string, string> = {};
  let count = 0;
  for (let match; count < all.length && (match = OWN_ARGUMENT.exec(all[count])) !== null; count++) {
    own[match[1]] = match[2];
  }
  return {
    executable: own.executable ?? `${ROOT}/pypy`,
    called: own.called ?? "pypy",
    stack: own.stack === undefined ? undefined : Number(own.stack),
    args: all.slice(count),
  };
}

function write(file: { writeSync(bytes: Uint8Array): number }, text: string): void {
  for (let bytes = new TextEncoder().encode(text); bytes.length > 0;) {
    bytes = bytes.subarray(file.writeSync(bytes));
  }
}

/** The image; another process may be about to replace it, so it is looked for twice. */
function imageOf(os: Os, places: ImagePlaces): Image {
  prepareImage(os, places);
  try {
    return loadImage(places.folder);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    locked(os, () => {});
    prepareImage(os, places);
    return loadImage(places.folder);
  }
}

/** Registers what the program asks of us; see `core/host/os/services.ts`. */
export type RegisterServices = (services: Services) => void;

function start(all: readonly string[], os: Os, register: RegisterServices): number {
  const { executable, called, stack, args } = callOf(exactArguments(all));
  const variables = exactVariables(os);
  const config = configure(args, called, variables);
  if (!bundleFits(os)) {
    if (isBundled()) return runUnbundled(os, all, stack);
    locked(os, () => {
      if (!bundleFits(os)) makeBundle(os);
    });
  }
  const locale = coercedLocale(variables);
  if (locale !== null) Deno.env.set("LC_CTYPE", locale);
  const image = imageOf(os, imagePlaces());
  const library = [`${ROOT}/lib-python/3.10`, prepareStandardLibrary(os)];
  const strings = encodeConfig(config, { executable, prefix: ROOT, library, version: PYTHON_VERSION });
  const services = new Services();
  register(services);
  const host = new DenoHost(strings, services);
  const native = stack === undefined ? undefined : stack * 1024 - STACK_IN_USE;
  const program = v8Engine.load(image, host, native);
  program.call("gcInit");
  const code = Number(program.call("rtsMain"));
  host.flush();
  return code;
}

/** Runs Python with these arguments; the exit code. */
export function runPython(args: readonly string[], register: RegisterServices = () => {}): number {
  try {
    return start(args, realOs(), register);
  } catch (error) {
    if (error instanceof Stop) {
      write(error.toError ? Deno.stderr : Deno.stdout, error.text);
      return error.code;
    }
    if (error instanceof NotBuilt) {
      write(Deno.stderr, `pypy: ${error.message}\n`);
      return EXIT_UNAVAILABLE;
    }
    if (!(error instanceof InternalError)) throw error;
    write(Deno.stderr, `${error.message}\n`);
    return EXIT_INTERNAL;
  }
}
