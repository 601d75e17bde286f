// Where one keeps what was said, or sends it to somebody, in one place beside the answer.
import { isKept, keepHere } from '../state/begin';
import { copyLink, hasAnswer, hasCase, printed, saveCase, saveReport } from '../state/keeping';
import { words } from '../words';

export function Keep() {
  const { keep, tools } = words;
  const ways: [string, string, boolean, () => unknown][] = [
    [tools.link, keep.link, hasCase.value, copyLink],
    [tools.saveReport, keep.report, hasAnswer.value, saveReport],
    [tools.print, keep.print, hasAnswer.value, printed],
    [tools.save, keep.file, hasCase.value, saveCase],
  ];
  return (
    <section class="keep" id="keep" aria-labelledby="keep-heading" tabIndex={-1}>
      <h3 id="keep-heading">{keep.heading}</h3>
      <ul>
        {ways.map(([name, about, isOn, run]) => (
          <li key={name}>
            <button type="button" disabled={!isOn} aria-describedby={`keep-${name}`.replaceAll(' ', '-')} onClick={() => void run()}>{name}</button>
            <span class="faint" id={`keep-${name}`.replaceAll(' ', '-')}>{about}</span>
          </li>
        ))}
        <li>
          <label class="check">
            <input type="checkbox" checked={isKept.value} aria-describedby="keep-here" onChange={(event) => keepHere(event.currentTarget.checked)} />
            {tools.keep}
          </label>
          <span class="faint" id="keep-here">{keep.here}</span>
        </li>
      </ul>
    </section>
  );
}
