// What the test asks of a page.
const person = {
  schema_version: 1,
  person: { motivations: { learning: 7 }, time: { free_hours_per_week: 10 } },
  pursuits: [{ preset: "certification" }],
};

/** The first message of a worker that satisfies a condition. */
function told(worker, is) {
  return new Promise((done, failed) => {
    worker.addEventListener("error", (event) => failed(new Error(event.message)));
    worker.addEventListener("message", ({ data }) => is(data) && done(data));
  });
}

globalThis.answer = async () => {
  const { assess, init } = await import("/package/index.js");
  await init();
  return assess(person).question.verdict;
};

globalThis.title = async (name) => {
  const { schema } = await import("/package/index.js");
  return (await schema(name)).title;
};

globalThis.vectors = async (path) => {
  const worker = new Worker(path, { type: "module" });
  const result = told(worker, () => true);
  worker.postMessage({ ask: "vectors" });
  return result.finally(() => worker.terminate());
};

globalThis.stopped = async (path, how) => {
  const worker = new Worker(path, { type: "module" });
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const begun = told(worker, (data) => data === "begins");
  const ended = told(worker, (data) => data !== "begins");
  worker.postMessage({ ask: "long", person, stop });
  await begun;
  await new Promise((done) => setTimeout(done, 100));
  if (how === "flag") {
    Atomics.store(stop, 0, 1);
    return ended.finally(() => worker.terminate());
  }
  worker.terminate();
  return Promise.race([ended, new Promise((done) => setTimeout(() => done("ended"), 500))]);
};
