// What the library calls after each step, to tell of it and to ask whether to go on.

/** Whether a call may begin. Throws the reason of a signal that has fired. */
export function begins(options) {
  if (typeof (options.onProgress ?? begins) !== "function") throw new TypeError("`onProgress` is a function");
  if (options.stop !== undefined && !(options.stop instanceof Int32Array)) {
    throw new TypeError("`stop` is an Int32Array");
  }
  options.signal?.throwIfAborted();
  return true;
}

export function goesOn(options, stage, done, total) {
  if (options.stop !== undefined && Atomics.load(options.stop, 0) !== 0) return false;
  options.signal?.throwIfAborted();
  const said = options.onProgress?.({ stage, done, total });
  options.signal?.throwIfAborted();
  return said !== false;
}
