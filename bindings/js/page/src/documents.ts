// The documents of the library, and JSON that may be anything.
import type { Assessment, InterviewQuestion, Questions as AllQuestions } from 'worthwhile';

export type {
  Assessment, Assumption, ComparedAnswer, Comparison, HowMuch, Input, Lever, PlanSummary, Problem, Week,
} from 'worthwhile';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type Question = InterviewQuestion;
export type Option = NonNullable<Question['options']>[number];
/** What an interview asks, without the case that it makes. */
export type Questions = Pick<
  AllQuestions, 'answered' | 'good_enough' | 'good_enough_because' | 'hangs_on' | 'progress' | 'questions' | 'week'
>;
export type PursuitAnswer = Assessment['pursuits'][number];
