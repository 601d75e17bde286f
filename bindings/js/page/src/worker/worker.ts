// A worker: one job at a time, in the order in which they come.
import { init } from 'worthwhile';

import { problemsOf, run } from './engine';
import type { FromWorker, ToWorker } from './protocol';

const reply = (message: FromWorker) => self.postMessage(message);

let ready: Promise<void> | undefined;

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if ('start' in data) {
    ready = init(data.start);
    return;
  }
  const { id, job } = data;
  try {
    await ready;
    reply({ id, result: run(job) });
  } catch (error) {
    const problems = problemsOf(error);
    if (problems) reply({ id, problems });
    else reply({ id, failed: error instanceof Error ? error.message : String(error) });
  }
};
