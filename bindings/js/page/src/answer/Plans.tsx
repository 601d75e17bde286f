import { awardOf, shownName } from '../case/name';
import type { Assessment, PlanSummary, PursuitAnswer } from '../documents';
import * as numbers from '../numbers';
import { words } from '../words';

export function Plans({ answer, asked }: { answer: Assessment; asked: PursuitAnswer }) {
  const free = answer.person.free_hours_per_week;
  const without = asked.award ? words.plans.withoutAward(awardOf(answer)) : words.plans.without;
  const all: [string, PlanSummary][] = [
    [words.plans.with, asked.plan_with],
    [without, asked.plan_without],
    ...(asked.award ? [[words.plans.withoutAny, asked.plan_without_any] as [string, PlanSummary]] : []),
  ];
  const name = (id: string) => shownName(answer.pursuits.find((own) => own.id === id)?.name ?? id);
  const most = Math.max(free, ...all.map(([, plan]) => plan.hours_per_week), 1);
  return (
    <section class="plans">
      <h3>{words.plans.heading}</h3>
      <ul>
        {all.map(([title, plan]) => {
          const left = free - plan.hours_per_week;
          return (
            <li key={title}>
              <div class="head"><span class="faint">{title}</span><b>{words.plans.points(numbers.points(plan.worth))}</b></div>
              <p>{inWords(plan, name)}</p>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width={(100 * free) / most} height="8" />
                <rect class="hours" width={(100 * plan.hours_per_week) / most} height="8" />
              </svg>
              <p class="faint">
                {words.plans.hours(numbers.hours(plan.hours_per_week))}, {left >= 0 ? words.plans.free(numbers.hours(left)) : words.plans.over(numbers.hours(-left))}
              </p>
            </li>
          );
        })}
      </ul>
      <p class="faint">{words.plans.caption}</p>
    </section>
  );
}

function inWords(plan: PlanSummary, name: (id: string) => string): string {
  const parts = plan.pursuits.map((own) => {
    const named = own.award === false ? words.plans.workOnly(name(own.id)) : name(own.id);
    return own.level === 1 ? named : words.plans.part(named, numbers.amount(own.level));
  });
  return parts.length === 0 ? words.plans.nothing : parts.join(' + ');
}
