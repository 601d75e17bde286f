import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { Option, Problem, Question as QuestionData } from '../documents';
import { quoted } from '../case/name';
import { UNKNOWN } from '../case/said';
import { answer } from '../state/store';
import { words } from '../words';
import * as numbers from '../numbers';
import { Choice } from './Choice';
import { Currency } from './Currency';
import type { FieldProps } from './field';
import { NumberField } from './NumberField';
import { Rank } from './Rank';
import { Several } from './Several';
import { Text } from './Text';

/** Lists longer than this are folded once they have an answer. */
const LONG = 4;

interface Props {
  question: QuestionData;
  said: string | undefined;
  problem: Problem | undefined;
  isOpen: boolean;
  isFurther: boolean;
  goOn: (id: string) => void;
}

export function Question({ question, said, problem, isOpen, isFurther, goOn }: Props) {
  const isHere = useSignal(false);
  /** From when it is asked until the person goes on. */
  const isCurrent = useSignal(isOpen);
  const group = useRef<HTMLFieldSetElement>(null);
  const isAsked = useRef(false);
  const id = `q-${question.id.replaceAll(/[^a-zA-Z0-9-]/g, '-')}`;
  const isUnknown = said !== undefined && isUnknownText(said);
  const isList = ['choice', 'several'].includes(question.kind) && (question.options?.length ?? 0) > LONG;
  const isFolded = isList && !isOpen && !isCurrent.value && !isHere.value && !problem && said !== undefined;
  const take: FieldProps['take'] = (text, how) => answer(question.id, text, how);
  const next = () => {
    isHere.value = false;
    isCurrent.value = false;
    goOn(question.id);
  };
  // What a terminal says about typing a ranking is of no use here.
  const help = question.kind === 'rank' ? '' : question.help;
  const described = [help && `${id}-help`, problem && `${id}-wrong`].filter(Boolean).join(' ') || undefined;
  const props: FieldProps = {
    question, id, said: isUnknown ? undefined : said, describedBy: described, isWrong: problem !== undefined, take, goOn: next,
  };
  // The button that unfolds it has the focus too, and is no reason to unfold.
  const entered = () => { if (!isFolded) isHere.value = true; };
  const left = (event: FocusEvent) => {
    if (!group.current?.contains(event.relatedTarget as Node | null)) isHere.value = false;
  };
  const unfold = () => {
    isAsked.current = true;
    isHere.value = true;
  };
  const doNotKnow = () => {
    take(UNKNOWN);
    // The button goes. Where nothing else is to be asked, the focus stays in the question.
    if (isOpen) next();
    else isAsked.current = true;
  };
  useEffect(() => {
    if (isFolded || !isAsked.current) return;
    isAsked.current = false;
    group.current?.querySelector<HTMLElement>('input:checked, input, button')?.focus();
  }, [isFolded, isUnknown]);
  return (
    <fieldset ref={group} class={isOpen ? 'question is-open' : 'question'} onFocusOut={left} onFocusIn={isList ? entered : undefined} aria-describedby={described}>
      <legend>{question.text}</legend>
      {isFurther && question.loses_points !== undefined && (
        <p class="faint worth">{words.questions.furtherAbout(numbers.plain(Math.round(question.loses_points * 10) / 10))}</p>
      )}
      {isFolded ? (
        <div class="folded">
          <span>{isUnknown ? words.questions.unknownSaid : labels(said, question.options ?? [])}</span>
          <button type="button" class="quiet" onClick={unfold} aria-label={`${words.questions.change}: ${question.text}`}>{words.questions.change}</button>
        </div>
      ) : (
        <>
          {help && <p class="faint help" id={`${id}-help`}>{help}</p>}
          <Field {...props} />
          {isUnknown && <p class="unknown">{words.questions.unknownSaid} {question.unknown}</p>}
          {problem && (
            <p class="wrong" id={`${id}-wrong`}>{quoted(problem.message)}{problem.help ? `; ${quoted(problem.help)}` : ''}</p>
          )}
          <div class="below">
            {(isOpen || isCurrent.value) && <button type="button" class="main" onClick={() => confirm(props)}>{words.questions.next}</button>}
            {!isUnknown && (
              <button type="button" class="quiet" onClick={doNotKnow}>{words.questions.unknown}</button>
            )}
            <details class="why">
              <summary aria-label={`${words.questions.why}: ${question.text}`}>{words.questions.why}</summary>
              <p>{question.why} <span class="faint">{words.questions.unknown}: {question.unknown}</span></p>
              <Meanings options={question.options ?? []} />
            </details>
          </div>
        </>
      )}
    </fieldset>
  );
}

/** What each option means; in the list itself only the chosen ones say it, so that the list can be read. */
function Meanings({ options }: { options: Option[] }) {
  const told = options.filter((option) => option.about);
  if (told.length === 0) return null;
  return <dl>{told.map((option) => <div key={option.id}><dt>{option.label}</dt><dd class="faint">{option.about}</dd></div>)}</dl>;
}

const isUnknownText = (text: string) => text.trim().toLowerCase().replace('’', "'") === UNKNOWN;

/** Goes on with what is there; a list without a tick is none of it. Of one thing alone it is no answer. */
function confirm({ question, said, take, goOn }: FieldProps) {
  if (said === undefined && question.kind === 'several' && (question.options?.length ?? 0) > 1) take('none');
  goOn();
}

function labels(said: string, options: Option[]): string {
  if (said === 'none') return words.questions.none;
  const label = (id: string) => options.find((option) => option.id === id)?.label ?? id;
  return said.split(',').map((id) => label(id.trim())).join('; ');
}

function Field(props: FieldProps) {
  switch (props.question.kind) {
    case 'choice': return <Choice {...props} />;
    case 'several': return <Several {...props} />;
    case 'rank': return <Rank {...props} />;
    case 'text': return props.question.id === 'money-currency' ? <Currency {...props} /> : <Text {...props} />;
    default: return <NumberField {...props} />;
  }
}
