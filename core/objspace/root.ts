/** The base of everything that Python code can hold. */

/** An object of Python. */
export abstract class W_Root {}
