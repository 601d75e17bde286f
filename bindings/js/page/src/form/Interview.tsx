// The interview as a form that grows: what has an answer, then what is asked next.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { Problem, Question as QuestionData, Questions } from '../documents';
import { answerOf } from '../case/said';
import { current, said, shown } from '../state/store';
import { words } from '../words';
import { Question } from './Question';
import { Week } from './Week';

/** Open questions that are shown at once. */
const NEXT = 1;

export function Interview() {
  const list = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const wanted = useSignal<string | undefined>(undefined);
  const isAll = useSignal(false);
  const last = useRef<QuestionData[]>([]);
  const asked = useRef<QuestionData[]>([]);
  /** The question that has the focus. */
  const held = useRef<string | undefined>(undefined);
  const { questions, problems, version, isOrdered } = shown.value;

  const wrong = new Map<string, Problem>();
  for (const problem of problems) {
    const id = answerOf(problem.path);
    if (id !== undefined && !wrong.has(id)) wrong.set(id, problem);
  }
  const answered = withRefused(questions?.answered ?? [], last.current, wrong);
  last.current = answered;
  const taken = new Set(answered.map((question) => question.id));
  const open = (questions?.questions ?? []).filter((question) => !taken.has(question.id));
  const isFirst = (questions?.progress.before_first_answer ?? 1) > 0;
  const offered = open.slice(0, isAll.value ? open.length : NEXT);
  const visible = withHeld(offered, held.current, [...open, ...asked.current], taken);
  asked.current = visible;
  const hidden = Math.max(0, open.length - visible.length);

  // Whoever goes on comes to the next open question, or to the first answer that is refused.
  useEffect(() => {
    if (wanted.value === undefined || current.value !== version) return;
    wanted.value = undefined;
    const own = answered.find((question) => wrong.has(question.id)) ?? visible[0];
    if (!own) {
      end.current?.focus();
      return;
    }
    const item = list.current?.querySelector<HTMLElement>(`[data-question="${CSS.escape(own.id)}"]`);
    const control = item?.querySelector<HTMLElement>('input:checked, input:not([type=range]), .handle, button');
    control?.focus({ preventScroll: true });
    // What was left folds first.
    requestAnimationFrame(() => item?.scrollIntoView({ block: 'nearest' }));
  }, [version, wanted.value, current.value]);

  if (!questions) return <p class="faint" role="status">{words.loading}</p>;
  const goOn = (id: string) => { wanted.value = id; };
  return (
    <>
      <ol
        class="questions"
        ref={list}
        aria-busy={!isFirst && !isOrdered}
        onFocusIn={(event) => { held.current = questionOf(event.target); }}
        onFocusOut={(event) => { held.current = questionOf(event.relatedTarget); }}
      >
        {[...answered, ...visible].map((question) => (
          <li key={question.id} data-question={question.id}>
            {question.id === 'week-job' && <Week week={questions.week} answered={answered} />}
            <Question
              question={question}
              said={said.value.answers[question.id] ?? question.answer}
              problem={wrong.get(question.id)}
              isOpen={!taken.has(question.id) || wrong.has(question.id)}
              isFurther={!isFirst && !taken.has(question.id)}
              goOn={goOn}
            />
          </li>
        ))}
      </ol>
      <div class="further" ref={end} tabIndex={-1} aria-live="polite">
        {wrong.size > 0 && <p class="wrong">{words.questions.wrong(wrong.size)}</p>}
        {isFirst && visible.length > 0 && <p class="faint">{words.questions.left(questions.progress.before_first_answer)}</p>}
        {!isFirst && isOrdered && questions.progress.worth_asking > 0 && (
          <p class="faint">{words.questions.worthAsking(questions.progress.worth_asking)}</p>
        )}
        {!isFirst && questions.good_enough && (
          <p class="enough"><strong>{words.questions.enough}</strong> {questions.good_enough_because}</p>
        )}
      </div>
      {!isFirst && isOrdered && <HangsOn questions={questions} />}
      {hidden > 0 && (
        <button type="button" class="quiet" onClick={() => { isAll.value = true; }}>{words.questions.more(hidden)}</button>
      )}
    </>
  );
}

const questionOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-question]')?.dataset.question : undefined;

/** What someone is about to answer is not taken away from them when another question is worth more by now. */
function withHeld(offered: QuestionData[], held: string | undefined, known: QuestionData[], taken: Set<string>): QuestionData[] {
  if (held === undefined || taken.has(held) || offered.some(({ id }) => id === held)) return offered;
  const question = known.find(({ id }) => id === held);
  if (!question) return offered;
  return offered.length > NEXT ? [question, ...offered] : [question];
}

/** What the person left open, and the answer still depends on. */
function HangsOn({ questions }: { questions: Questions }) {
  const all = questions.hangs_on ?? [];
  if (all.length === 0) return null;
  const show = (id: string) => {
    const item = document.querySelector(`[data-question="${CSS.escape(id)}"]`);
    item?.scrollIntoView({ block: 'nearest' });
    item?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true });
  };
  return (
    <section class="hangs-on">
      <h3>{words.questions.hangsOn}</h3>
      <ul>
        {all.map((own) => {
          const question = questions.answered.find(({ id }) => id === own.question);
          return (
            <li key={own.input}>
              {own.text}{' '}
              {question && (
                <button type="button" class="quiet" aria-label={words.questions.goTo(question.text)} onClick={() => show(question.id)}>{words.questions.goThere}</button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Questions whose answer is refused stay where they were. */
function withRefused(answered: QuestionData[], before: QuestionData[], wrong: Map<string, Problem>): QuestionData[] {
  const { questions } = shown.value;
  const all = [...answered];
  for (const id of wrong.keys()) {
    if (all.some((question) => question.id === id)) continue;
    const known = before.find((question) => question.id === id) ?? questions?.questions.find((question) => question.id === id);
    if (!known) continue;
    const at = before.findIndex((question) => question.id === id);
    const previous = at > 0 ? before[at - 1]?.id : undefined;
    const place = all.findIndex((question) => question.id === previous);
    if (at === 0) all.unshift(known);
    else if (place >= 0) all.splice(place + 1, 0, known);
    else all.push(known);
  }
  return all;
}
