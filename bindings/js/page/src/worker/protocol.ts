// What the page asks of its workers, and what they reply.
import type { Said } from '../case/said';
import type { Assessment, Comparison, Input, JsonObject, Problem, Questions } from '../documents';

/** The first of two stages, which is over before the next frame: the case and its base case. */
export interface BaseJob { kind: 'base'; said: Said }
/** The answer with its doubt and what would change it. */
export interface DoubtJob { kind: 'doubt'; text: string }
/** The open questions in the order of what knowing them is worth. */
export interface QuestionsJob { kind: 'questions'; said: Said }
/** The whole answer, as the command computes it. */
export interface WholeJob { kind: 'whole'; text: string }
/** The report of a case: an HTML file, or a part of a page. */
export interface ReportJob { kind: 'report'; text: string; isPart: boolean }
export interface CompareJob { kind: 'compare'; first: string; second: string }
/** Whether a case can be read. */
export interface ReadJob { kind: 'read'; said: Said }

export type Job = BaseJob | DoubtJob | QuestionsJob | WholeJob | ReportJob | CompareJob | ReadJob;

export interface Base {
  /** The questions, for as much as is known without looking at scenarios. */
  questions: Questions;
  /** The case as it would be saved. */
  text: string;
  /** The answer with every uncertain number at its mean. Absent if the case is refused. */
  answer?: Assessment;
  inputs: Input[];
  /** Answers that are refused, with paths such as `/answers/week-job`, and problems of the case. */
  problems: Problem[];
  /** Milliseconds that it took. */
  took: number;
}

export interface Whole {
  /** The answer as JSON: the bytes of the command. */
  text: string;
  answer: Assessment;
}

export interface Results {
  base: Base;
  doubt: Assessment;
  questions: Questions;
  whole: Whole;
  report: string;
  compare: Comparison;
  read: JsonObject;
}

export type ToWorker = { start: WebAssembly.Module } | { id: number; job: Job };
export type FromWorker =
  | { id: number; result: Results[keyof Results] }
  | { id: number; problems: Problem[] }
  | { id: number; failed: string };
