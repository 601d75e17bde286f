// Two variants side by side.
import { shownName } from '../case/name';
import { useRef } from 'preact/hooks';

import type { ComparedAnswer, Comparison } from '../documents';
import * as numbers from '../numbers';
import { shown } from '../state/store';
import { compareWith, comparison, isComparing, stop, swap } from '../state/variants';
import { words } from '../words';

export function Compare() {
  const field = useRef<HTMLInputElement>(null);
  if (!isComparing.value) return null;
  const own = comparison.value;
  const isStale = own !== undefined && own.version !== shown.value.version;
  const chosen = () => {
    const file = field.current?.files?.[0];
    if (file) void compareWith(file);
    if (field.current) field.current.value = '';
  };
  return (
    <section class={isStale ? 'compare is-stale' : 'compare'} aria-labelledby="compare-heading" aria-busy={isStale || !own}>
      <div class="head">
        <h3 id="compare-heading">{words.compare.heading}</h3>
        <button type="button" class="quiet" onClick={swap}>{words.compare.swap}</button>
        <button type="button" class="quiet" onClick={() => field.current?.click()}>{words.compare.file}</button>
        <input ref={field} type="file" accept=".json,application/json" hidden onChange={chosen} />
        <button type="button" class="quiet" onClick={stop}>{words.compare.stop}</button>
      </div>
      {own ? <Sides found={own.found} /> : <p class="faint">{words.compare.working}</p>}
    </section>
  );
}

function Sides({ found }: { found: Comparison }) {
  const { compare } = words;
  const rows: [string, (side: ComparedAnswer) => string][] = [
    [compare.pursuit, (side) => shownName(side.pursuit_name)],
    [compare.hours, (side) => numbers.hours(side.hours_per_week.mean)],
    [compare.margin, (side) => numbers.points(side.margin.mean)],
    [compare.chance, (side) => (side.chance_of_yes === undefined ? '–' : numbers.chance(side.chance_of_yes))],
  ];
  const sides: [string, ComparedAnswer][] = [[compare.first, found.first], [compare.second, found.second]];
  return (
    <>
      <div class="sides">
        {sides.map(([title, side]) => (
          <div class={`side is-${side.answer}`} key={title}>
            <p class="faint">{title}</p>
            <p class="first">{side.summary}</p>
            <dl>{rows.map(([name, of]) => <div key={name}><dt>{name}</dt><dd>{of(side)}</dd></div>)}</dl>
          </div>
        ))}
      </div>
      {found.differences.length === 0 ? <p>{compare.same}</p> : (
        <>
          <p>{found.summary}</p>
          <Differences found={found} />
        </>
      )}
    </>
  );
}

function Differences({ found }: { found: Comparison }) {
  const { compare } = words;
  return (
    <>
      <h4>{compare.differ}</h4>
      <div class="scroll" tabIndex={0} role="group" aria-label={compare.differ}>
        <table>
          <thead><tr><th scope="col">{compare.what}</th><th scope="col">{compare.first}</th><th scope="col">{compare.second}</th></tr></thead>
          <tbody>
            {found.differences.map((own) => (
              <tr key={own.input}>
                <th scope="row">{own.noun}</th>
                <td>{own.first?.text ?? compare.nothing}</td>
                <td>{own.second?.text ?? compare.nothing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.contributions.length > 0 && (
        <>
          <h4>{compare.effect}</h4>
          <ul class="plain">
            {found.contributions.map((own) => <li key={own.name}><span>{own.name}</span> <b>{numbers.points(own.margin)}</b></li>)}
          </ul>
        </>
      )}
    </>
  );
}
