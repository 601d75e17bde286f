// Where the answer stands below the form: what it is in few words, at the foot of the screen, until it is
// on the screen itself.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { isEmpty } from '../case/said';
import * as numbers from '../numbers';
import { best, isAnswerable, said, shown } from '../state/store';
import { words } from '../words';

export function Glance() {
  const isThere = useSignal(false);
  useEffect(() => {
    const answer = document.getElementById('answer');
    if (!answer) return undefined;
    // It may have come and gone by the time of the call.
    const seen = (all: IntersectionObserverEntry[]) => { isThere.value = all.at(-1)?.isIntersecting ?? false; };
    // The edge of it alone says nothing yet.
    const observer = new IntersectionObserver(seen, { rootMargin: '0px 0px -40%' });
    observer.observe(answer);
    return () => observer.disconnect();
  }, []);
  const text = inBrief();
  if (text === undefined || isThere.value) return null;
  const [first, more] = text;
  return <a class="glance" href="#answer"><b>{first}</b>{more && <span>{more}</span>}</a>;
}

/** What there is to say, and how sure it is. */
function inBrief(): [string, string?] | undefined {
  const { glance } = words;
  const left = shown.value.questions?.progress.before_first_answer;
  if (isEmpty(said.value)) return [glance.begin];
  if (!isAnswerable.value) return left ? [glance.left(left)] : undefined;
  const question = best.value?.question;
  if (!question) return undefined;
  const { verdict, close_because: why, chance_of_yes: chance } = question;
  const [clear, even] = glance.of[verdict] ?? [question.answer, question.answer];
  const first = why.includes('small_margin') ? even : clear;
  return chance === undefined || verdict === 'without_the_award' ? [first] : [first, glance.chance(numbers.chance(chance))];
}
