// The documents of the library, as far as the page reads them. What each member means is in
// crates/worthwhile/schema.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type Kind = 'choice' | 'several' | 'rank' | 'rating' | 'share' | 'amount' | 'hours' | 'interval' | 'text';

export interface Option { id: string; label: string; about?: string; value?: number }

export interface Question {
  id: string;
  kind: Kind;
  text: string;
  help?: string;
  why: string;
  unknown: string;
  unit?: string;
  minimum?: number;
  maximum?: number;
  options?: Option[];
  pointer?: string;
  loses_points?: number;
  answer?: string;
}

export interface Week { job: number; sleep: number; everyday: number; care: number; free: number }

export interface Questions {
  case: JsonObject;
  questions: Question[];
  answered: Question[];
  progress: { answered: number; before_first_answer: number };
  good_enough: boolean;
  good_enough_because?: string;
  week?: Week;
}

export interface Problem {
  path: string;
  code: string;
  message: string;
  help?: string;
  severity?: string;
}

export interface Summary { mean: number; p5: number; p25: number; p50: number; p75: number; p95: number }

export interface Contribution { id: string; kind: string; points: number }

export interface PlanSummary {
  hours_per_week: number;
  worth: number;
  pursuits: { id: string; level: number; award?: boolean }[];
}

export interface Sentence { kind: string; text: string }

export interface PursuitAnswer {
  id: string;
  name: string;
  level: number;
  worth: Summary;
  margin: Summary;
  hours_per_week: Summary;
  contributions: Contribution[];
  plan_with: PlanSummary;
  plan_without: PlanSummary;
  plan_without_any: PlanSummary;
  margin_quantiles?: number[];
  award?: { name?: string; chance_ever: number };
  reasons: Sentence[];
  warnings: Sentence[];
}

export interface HowMuch {
  level: number;
  hours_per_week: number;
  offered: boolean;
  margin?: number;
  margin_over_none?: number;
  chance_ever?: number;
}

export type LeverKind =
  | 'hours' | 'gains' | 'free_hours' | 'job_hours' | 'limit' | 'break_even' | 'chance' | 'renewal'
  | 'motivation' | 'protection' | 'enjoyability' | 'bother' | 'condition' | 'anyway'
  | 'meaningful_amount' | 'horizon' | 'without';

export interface Lever {
  kind: LeverKind;
  inputs: string[];
  from: number;
  to: number;
  shown: number;
  answer: 'yes' | 'no';
  turns: boolean;
  level?: number;
  text: string;
}

export interface Assumption {
  input: string;
  value?: Json;
  follows?: string;
  source: { kind: string; text: string; seen?: string; preset?: string };
}

export interface Assessment {
  question: {
    pursuit: string;
    text: string;
    answer: 'yes' | 'no';
    base_answer?: 'yes' | 'no';
    verdict: string;
    level: number;
    in_brief: string[];
    details?: string;
    chance_of_yes?: number;
    close_call: boolean;
    how_much?: HowMuch[];
  };
  person: { free_hours_per_week: number; currency?: string };
  pursuits: PursuitAnswer[];
  levers: Lever[];
  information?: { advice?: string };
  warnings: Sentence[];
  basis: { given: number; illustrative: number; published: number; defaults: number };
  assumptions: Assumption[];
  engine: { scenarios: number; version: string };
}

export interface Input {
  name: string;
  label: string;
  mean: number;
  estimate: Json;
  unit: string;
  meaning: string;
  minimum: number;
  maximum: number;
  whole: boolean;
  uncertain: boolean;
  origin: 'case' | 'preset' | 'catalogue' | 'default';
}

export interface Comparison {
  summary: string;
  first: Compared;
  second: Compared;
  differences: { input: string; noun: string; first?: { text: string }; second?: { text: string } }[];
  contributions: { name: string; margin: number; worth: number }[];
}

export interface Compared {
  answer: 'yes' | 'no';
  summary: string;
  pursuit_name: string;
  hours_per_week: Summary;
  margin: Summary;
  chance_of_yes?: number;
}
