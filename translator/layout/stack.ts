/** What layout, emitter and engine agree on about stacks. */

/**
 * A frame of a recursive function takes at most this many times as many bytes of the native stack as of the shadow
 * stack: the emitter pads frames, and the engine sets the shadow stack's limit by it.
 */
export const NATIVE_RATIO = 4;
