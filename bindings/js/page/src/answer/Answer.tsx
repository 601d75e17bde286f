// The answer: its first line, then what supports it.
import { isEmpty } from '../case/said';
import type { Assessment } from '../documents';
import * as numbers from '../numbers';
import { best, isAnswerable, isWorking, said, shown } from '../state/store';
import { isComparing } from '../state/variants';
import { words } from '../words';
import { Chance } from './Chance';
import { Contributions } from './Contributions';
import { HowMuch } from './HowMuch';
import { Levers } from './Levers';
import { Plans } from './Plans';
import { Trying } from './Trying';

export function Answer() {
  const answer = best.value;
  const { problems, inputs } = shown.value;
  if (isEmpty(said.value) || !shown.value.questions) return <Waiting />;
  if (!isAnswerable.value) return <Underway />;
  if (!answer) return <Refused />;
  const isBusy = isWorking.value;
  const asked = answer.pursuits.find((own) => own.id === answer.question.pursuit);
  const [first, ...rest] = answer.question.in_brief;
  const isRefused = problems.length > 0 && inputs.length === 0;
  return (
    <div class="shown" aria-busy={isBusy} data-version={shown.value.version} data-working={isBusy}>
      {isRefused && <Refused />}
      <Trying />
      <div class={`verdict is-${answer.question.answer}`}>
        <p class="question-asked">{answer.question.text}</p>
        <p class="first" aria-live="polite">{first}</p>
        {rest.map((text) => <p key={text}>{text}</p>)}
        {isBusy && <p class="faint">{words.answer.working}</p>}
        {answer.question.details && <p class="faint">{answer.question.details}</p>}
      </div>
      {!isComparing.value && asked && (
        <>
          <Chance answer={answer} asked={asked} isBusy={isBusy} />
          <HowMuch answer={answer} />
          <Contributions answer={answer} asked={asked} />
          <Plans answer={answer} asked={asked} />
          <Levers answer={answer} />
          <Sentences title={words.warnings} texts={[...answer.warnings, ...asked.warnings].map((own) => own.text)} kind="warnings" />
          <Sentences title={words.findOut} texts={[answer.information?.advice].filter((text) => text !== undefined)} kind="find-out" />
          <Basis answer={answer} />
        </>
      )}
    </div>
  );
}

function Waiting() {
  return <div class="verdict is-waiting"><p class="first">{words.answer.waiting}</p></div>;
}

/** How far the interview is. An answer from so little would turn with every question. */
function Underway() {
  const { questions, version } = shown.value;
  if (!questions) return null;
  const { progress, week } = questions;
  return (
    <div class="shown" data-version={version} data-working={isWorking.value}>
      <Refused />
      <Trying />
      <div class="verdict is-waiting">
        {best.value && <p class="question-asked">{best.value.question.text}</p>}
        <p class="first" aria-live="polite">{words.questions.left(progress.before_first_answer)}</p>
        <p class="faint">{words.answer.soFar(progress.answered, week && numbers.hours(week.free))}</p>
      </div>
    </div>
  );
}

function Refused() {
  const problems = shown.value.problems.filter((problem) => !problem.path.startsWith('/answers/'));
  if (problems.length === 0) return null;
  return (
    <div class="notice is-wrong" role="alert">
      <p>{words.answer.refused}</p>
      <ul>{problems.slice(0, 8).map((problem) => <li key={problem.path + problem.code}>{problem.message}{problem.help ? `; ${problem.help}` : ''} <code>{words.refused.at(problem.path)}</code></li>)}</ul>
    </div>
  );
}

export function Sentences({ title, texts, kind }: { title: string; texts: string[]; kind: string }) {
  if (texts.length === 0) return null;
  return (
    <section class={kind}>
      <h3>{title}</h3>
      {texts.length === 1 ? <p>{texts[0]}</p> : <ul>{texts.map((text) => <li key={text}>{text}</li>)}</ul>}
    </section>
  );
}

function Basis({ answer }: { answer: Assessment }) {
  const { given, illustrative, published, defaults } = answer.basis;
  const { scenarios, version } = answer.engine;
  const show = () => {
    const numbersOfCase = document.getElementById('numbers');
    if (!(numbersOfCase instanceof HTMLDetailsElement)) return;
    numbersOfCase.open = true;
    numbersOfCase.scrollIntoView({ block: 'start' });
    numbersOfCase.querySelector('summary')?.focus();
  };
  return (
    <section class="basis">
      <h3>{words.basis.heading}</h3>
      <p>{words.basis.text(given, illustrative, published, defaults)}</p>
      <button type="button" class="quiet" onClick={show}>{words.basis.show}</button>
      <p class="faint">{scenarios > 1 ? words.answer.scenarios(numbers.count(scenarios), version) : words.answer.certain(version)}</p>
    </section>
  );
}
