import { useRef } from 'preact/hooks';

import { isEmpty, NOTHING } from '../case/said';
import { report, whole } from '../state/answering';
import { isKept, keepHere, notice } from '../state/begin';
import { keepToCompare } from '../state/variants';
import { nameOf, open, save } from '../state/files';
import { packed } from '../state/link';
import { best, canRedo, canUndo, isAnswerable, redo, said, say, shown, undo } from '../state/store';
import { words } from '../words';
import { Overtaken } from '../worker/lane';

export function Tools() {
  const field = useRef<HTMLInputElement>(null);
  const { tools } = words;
  const hasCase = !isEmpty(said.value);
  const hasAnswer = hasCase && isAnswerable.value && best.value !== undefined;
  const chosen = () => {
    const file = field.current?.files?.[0];
    if (file) void open(file);
    if (field.current) field.current.value = '';
  };
  const menu = useRef<HTMLDetailsElement>(null);
  /** A command of the menu, which closes it. */
  const item = (text: string, isOn: boolean, run: () => unknown) => (
    <li>
      <button type="button" disabled={!isOn} onClick={() => { closed(menu.current); void run(); }}>{text}</button>
    </li>
  );
  return (
    <div class="tools" role="group" aria-label={tools.label}>
      <button type="button" disabled={!canUndo.value} onClick={undo}>{tools.undo}</button>
      <button type="button" disabled={!canRedo.value} onClick={redo}>{tools.redo}</button>
      <button type="button" onClick={() => field.current?.click()}>{tools.open}</button>
      <input ref={field} type="file" accept=".json,application/json" hidden onChange={chosen} />
      <button type="button" disabled={!hasCase} onClick={saveCase}>{tools.save}</button>
      <button type="button" disabled={!hasAnswer} onClick={() => void print()}>{tools.print}</button>
      <details class="menu" ref={menu} onKeyDown={(event) => { if (event.key === 'Escape') closed(menu.current); }}>
        <summary>{tools.more}</summary>
        <ul>
          {item(tools.link, hasCase, copyLink)}
          {item(words.compare.keep, hasAnswer, keepToCompare)}
          {item(tools.saveReport, hasAnswer, saveReport)}
          {item(tools.saveAnswer, hasAnswer, saveAnswer)}
          {item(tools.fresh, hasCase, () => say(NOTHING))}
          <li>
            <label class="check">
              <input type="checkbox" checked={isKept.value} onChange={(event) => keepHere(event.currentTarget.checked)} />
              {tools.keep}
            </label>
          </li>
        </ul>
      </details>
    </div>
  );
}

/** Closes the menu, with the focus where it was opened. */
function closed(menu: HTMLDetailsElement | null) {
  if (!menu?.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

const caseName = () => nameOf(shown.value.text);

function saveCase() {
  save(`${caseName()}.json`, shown.value.text, 'application/json');
}

/** Does something with what takes a moment, or says why there is nothing. */
async function once<T>(found: Promise<T>, use: (found: T) => void) {
  notice.value = { text: words.tools.preparing };
  try {
    const it = await found;
    notice.value = undefined;
    use(it);
  } catch (error) {
    const text = error instanceof Overtaken ? words.tools.overtaken : String(error);
    notice.value = { text, isWrong: true };
  }
}

const saveAnswer = () => once(whole(), ({ text }) => save(`${caseName()}.answer.json`, text, 'application/json'));
const saveReport = () => once(report({ isPart: false }), (html) => save(`${caseName()}.html`, html, 'text/html'));
const print = () => once(report({ isPart: true }), () => window.print());

async function copyLink() {
  const link = `${location.origin}${location.pathname}#${await packed(said.value)}`;
  try {
    await navigator.clipboard.writeText(link);
    notice.value = { text: words.tools.linkCopied, link };
  } catch {
    notice.value = { text: words.tools.linkShown, link };
  }
}
