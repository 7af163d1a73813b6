/** The module `resource`: limits and use of resources. */
import { type i32, i64ToI32 } from "@rts";
import { osGetrlimit, osGetrusage, osSetrlimit, osSysconf } from "@rts/os";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { osErrorType } from "../../core/objspace/exception_types.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import { i64Argument } from "../posix/arguments.ts";
import { rusageResult, rusageType } from "../posix/wait.ts";
import { NUMBERS } from "./numbers.ts";

const constants: Record<string, W_Root> = {};
for (const [name, value] of Object.entries(NUMBERS)) constants[name] = newInt32(value);

const LIMITS: i32 = 16;
const SC_PAGESIZE: i32 = 30;
const EINVAL: i32 = 22;
const EPERM: i32 = 1;

function resourceArgument(w_resource: W_Root): i32 {
  const resource = intArgument(w_resource);
  if (resource < 0 || resource >= LIMITS) throw valueError("invalid resource specified");
  return resource;
}

function getrlimit(w_resource: W_Root): W_Root {
  const pair = new BigInt64Array(2);
  const result = osGetrlimit(resourceArgument(w_resource), pair);
  if (result < 0) throw osError(-result, null);
  return newTuple2(newInt(pair[0]), newInt(pair[1]));
}

function setrlimit(w_resource: W_Root, w_limits: W_Root): W_Root {
  const resource = resourceArgument(w_resource);
  const items = fixedItems(w_limits);
  if (items.length !== 2) throw valueError("expected a tuple of 2 integers");
  const pair = new BigInt64Array(2);
  pair[0] = i64Argument(items[0]);
  pair[1] = i64Argument(items[1]);
  const result = osSetrlimit(resource, pair);
  if (result === -EINVAL) throw valueError("current limit exceeds maximum limit");
  if (result === -EPERM) throw valueError("not allowed to raise maximum limit");
  if (result < 0) throw osError(-result, null);
  return w_None;
}

function getrusage(w_who: W_Root): W_Root {
  const fields = new BigInt64Array(16);
  const result = osGetrusage(intArgument(w_who), fields);
  if (result === -EINVAL) throw valueError("invalid who parameter");
  if (result < 0) throw osError(-result, null);
  return rusageResult(fields);
}

defineModule("resource", {
  doc: "Limits and use of resources.",
  functions: {
    getrlimit: ["(resource, /)", getrlimit],
    setrlimit: ["(resource, limits, /)", setrlimit],
    getrusage: ["(who, /)", getrusage],
    getpagesize: ["()", (): W_Root => newInt32(i64ToI32(osSysconf(SC_PAGESIZE)))],
  },
  constants: { ...constants, struct_rusage: rusageType, error: osErrorType },
});
