// What a worker computes. Every function returns when it is done; who no longer wants its result ends
// the worker.
import { ask, assess, call, compare, Plan, ValidationError } from 'worthwhile';

import { changed } from '../case/changes';
import { answerOf, interview, type Said } from '../case/said';
import type { Assessment, Input, JsonObject, Problem, Questions } from '../documents';
import type { Base, Job, Results, Whole } from './protocol';

/** Which questions there are. Their order, and what the answer hangs on, comes later. */
const LISTED = { levers: false };
/** Scenarios of the answer while the person is still changing things. */
const LIVE = 2048;

export function run(job: Job): Results[keyof Results] {
  switch (job.kind) {
    case 'base': return base(job.said);
    case 'doubt': return assess(job.text, { scenarios: LIVE });
    case 'questions': return questions(job.said);
    case 'whole': return whole(job.text);
    case 'report': return report(job.text, job.isPart);
    case 'compare': return compare(job.first, job.second, { scenarios: LIVE });
    case 'read': return read(job.said);
  }
}

/** The problems of a refused document. */
export function problemsOf(error: unknown): Problem[] | undefined {
  return error instanceof ValidationError ? error.problems : undefined;
}

function asked(said: Said, options: object): { found: Questions & { case: JsonObject }; refused: Problem[] } {
  const refused: Problem[] = [];
  const leaving: string[] = [];
  for (;;) {
    try {
      const { case: made, ...rest } = ask(JSON.stringify(interview(said, leaving)), options);
      return { found: { ...rest, case: made as unknown as JsonObject }, refused };
    } catch (error) {
      // The other answers count all the same.
      const fresh = (problemsOf(error) ?? []).filter(({ path }) => path.startsWith('/answers/'));
      const ids = fresh.map(({ path }) => answerOf(path)).filter((id) => id !== undefined && !leaving.includes(id) && id in said.answers) as string[];
      if (ids.length === 0) throw error;
      leaving.push(...ids);
      refused.push(...fresh);
    }
  }
}

function questions(said: Said): Results['questions'] {
  const { case: _, ...rest } = asked(said, {}).found;
  return rest;
}

function read(said: Said): JsonObject {
  return ask(JSON.stringify(interview(said)), LISTED).case as unknown as JsonObject;
}

/** A case as it is saved. */
const written = (commitment: JsonObject) => `${JSON.stringify(commitment, null, 2)}\n`;

function base(said: Said): Base {
  const began = performance.now();
  const { found, refused } = asked(said, LISTED);
  const { case: made, ...rest } = found;
  const text = written(changed(made, said.changes));
  try {
    const { answer, inputs } = average(text);
    const took = performance.now() - began;
    return { questions: rest, text, answer, inputs, problems: refused, took };
  } catch (error) {
    const problems = problemsOf(error);
    if (!problems) throw error;
    const took = performance.now() - began;
    return { questions: rest, text, inputs: [], problems: [...refused, ...problems], took };
  }
}

/** The answer with every uncertain number at its mean. */
function average(text: string): { answer: Assessment; inputs: Input[] } {
  const plan = new Plan(text);
  try {
    const inputs = plan.inputs();
    const means = inputs.filter((input) => input.uncertain).map((input) => [input.name, input.mean]);
    const certain = plan.replace(Object.fromEntries(means));
    try {
      // The sources of all numbers come with the doubt; they are most of an answer's size.
      const answer = { ...certain.assess({ levers: false }), assumptions: [] };
      return { answer, inputs };
    } finally {
      certain.free();
    }
  } finally {
    plan.free();
  }
}

function whole(text: string): Whole {
  const json = call('assess', { case: text });
  return { text: json, answer: JSON.parse(json) as Assessment };
}

function report(text: string, isPart: boolean): string {
  const plan = new Plan(text);
  try {
    return plan.toHtml({ fragment: isPart });
  } finally {
    plan.free();
  }
}
