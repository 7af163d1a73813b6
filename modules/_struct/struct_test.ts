/** The formats against CPython 3.10. */
import { testAgainstPython } from "../testing.ts";

testAgainstPython(import.meta.url);
