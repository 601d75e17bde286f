import { useRef } from 'preact/hooks';

import { isEmpty, NOTHING } from '../case/said';
import { whole } from '../state/answering';
import { isKept, keepHere, notice } from '../state/begin';
import { keepToCompare } from '../state/variants';
import { nameOf, open, save } from '../state/files';
import { packed } from '../state/link';
import { best, canRedo, canUndo, redo, said, say, shown, undo } from '../state/store';
import { words } from '../words';

export function Tools() {
  const field = useRef<HTMLInputElement>(null);
  const { tools } = words;
  const hasCase = !isEmpty(said.value);
  const hasAnswer = hasCase && best.value !== undefined;
  const chosen = () => {
    const file = field.current?.files?.[0];
    if (file) void open(file);
    if (field.current) field.current.value = '';
  };
  return (
    <div class="tools" role="group" aria-label={tools.label}>
      <button type="button" disabled={!canUndo.value} onClick={undo}>{tools.undo}</button>
      <button type="button" disabled={!canRedo.value} onClick={redo}>{tools.redo}</button>
      <button type="button" onClick={() => field.current?.click()}>{tools.open}</button>
      <input ref={field} type="file" accept=".json,application/json" hidden onChange={chosen} />
      <button type="button" disabled={!hasCase} onClick={saveCase}>{tools.save}</button>
      <button type="button" disabled={!hasCase} onClick={() => void copyLink()}>{tools.link}</button>
      <button type="button" disabled={!hasAnswer} onClick={keepToCompare}>{words.compare.keep}</button>
      <button type="button" disabled={!hasAnswer} onClick={() => void print()}>{tools.print}</button>
      <button type="button" disabled={!hasAnswer} onClick={() => void saveReport()}>{tools.saveReport}</button>
      <button type="button" disabled={!hasAnswer} onClick={() => void saveAnswer()}>{tools.saveAnswer}</button>
      <button type="button" disabled={!hasCase} onClick={() => say(NOTHING)}>{tools.fresh}</button>
      <label class="check">
        <input type="checkbox" checked={isKept.value} onChange={(event) => keepHere(event.currentTarget.checked)} />
        {tools.keep}
      </label>
    </div>
  );
}

const caseName = () => nameOf(shown.value.text);

function saveCase() {
  save(`${caseName()}.json`, shown.value.text, 'application/json');
}

async function saveAnswer() {
  notice.value = { text: words.tools.preparing };
  const { text } = await whole();
  save(`${caseName()}.answer.json`, text, 'application/json');
}

async function saveReport() {
  notice.value = { text: words.tools.preparing };
  const { html } = await whole();
  save(`${caseName()}.html`, html, 'text/html');
}

async function print() {
  await whole();
  // The report has to be in the document before the browser looks at it.
  requestAnimationFrame(() => window.print());
}

async function copyLink() {
  const link = `${location.origin}${location.pathname}#${await packed(said.value)}`;
  try {
    await navigator.clipboard.writeText(link);
    notice.value = { text: words.tools.linkCopied, link };
  } catch {
    notice.value = { text: words.tools.linkShown, link };
  }
}
