// A lane runs the newest of the jobs that it is given. What it computes while a newer job comes is
// either let finish (`patient`) or ended with its worker.
import type { FromWorker, Job, Results, ToWorker } from './protocol';

export class Refused extends Error {
  constructor(readonly problems: import('../documents').Problem[]) {
    super(problems[0]?.message ?? '');
  }
}

/** The job was given up for a newer one. */
export class Overtaken extends Error {}

type Settle = { resolve: (result: never) => void; reject: (error: Error) => void };
interface Waiting extends Settle { job: Job }

export class Lane {
  readonly #module: Promise<WebAssembly.Module>;
  readonly #isPatient: boolean;
  #worker: Worker | undefined;
  /** Started already, so that whoever ends a worker need not wait for the next one. */
  #spare: Worker | undefined;
  #running: (Settle & { id: number }) | undefined;
  #next: Waiting | undefined;
  #count = 0;

  constructor(module: Promise<WebAssembly.Module>, { isPatient }: { isPatient: boolean }) {
    this.#module = module;
    this.#isPatient = isPatient;
    this.#worker = this.#started();
    if (!isPatient) this.#spare = this.#started();
  }

  /** The result of a job. Only the newest job of a lane has one; the others are overtaken. */
  run<J extends Job>(job: J): Promise<Results[J['kind']]> {
    return new Promise((resolve, reject) => {
      this.#next?.reject(new Overtaken());
      this.#next = { job, resolve, reject };
      if (this.#running && !this.#isPatient) this.cancel();
      this.#step();
    });
  }

  /** Ends what is being computed. */
  cancel() {
    if (!this.#running) return;
    this.#running.reject(new Overtaken());
    this.#running = undefined;
    this.#worker?.terminate();
    this.#worker = this.#spare ?? this.#started();
    this.#spare = this.#started();
  }

  #started(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#heard(data);
    worker.onerror = (event) => this.#broke(worker, event.message);
    // A worker keeps what comes before it is ready.
    void this.#module.then((start) => worker.postMessage({ start } satisfies ToWorker));
    return worker;
  }

  #step() {
    if (this.#running || !this.#next || !this.#worker) return;
    const { job, ...settle } = this.#next;
    this.#next = undefined;
    const id = ++this.#count;
    this.#running = { id, ...settle };
    const worker = this.#worker;
    void this.#module.then(() => worker.postMessage({ id, job } satisfies ToWorker));
  }

  #heard(data: FromWorker) {
    if (data.id !== this.#running?.id) return;
    const { resolve, reject } = this.#running;
    this.#running = undefined;
    if ('result' in data) resolve(data.result as never);
    else if ('problems' in data) reject(new Refused(data.problems));
    else {
      reject(new Error(data.failed));
      // Whatever it was, the next job begins afresh.
      this.#worker?.terminate();
      this.#worker = this.#started();
    }
    this.#step();
  }

  #broke(worker: Worker, message: string) {
    if (worker !== this.#worker) return;
    const running = this.#running;
    this.#running = undefined;
    this.#worker = this.#started();
    running?.reject(new Error(message));
    this.#step();
  }
}
