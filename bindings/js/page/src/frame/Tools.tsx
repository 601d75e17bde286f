import { useRef } from 'preact/hooks';

import { NOTHING } from '../case/said';
import { open } from '../state/files';
import { hasAnswer, hasCase, saveAnswer } from '../state/keeping';
import { canRedo, canUndo, redo, say, undo } from '../state/store';
import { keepToCompare } from '../state/variants';
import { words } from '../words';

export function Tools() {
  const field = useRef<HTMLInputElement>(null);
  const { tools } = words;
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
      <a class="button" href="#keep">{words.keep.heading}</a>
      <details class="menu" ref={menu} onKeyDown={(event) => { if (event.key === 'Escape') closed(menu.current); }}>
        <summary>{tools.more}</summary>
        <ul>
          {item(words.compare.keep, hasAnswer.value, keepToCompare)}
          {item(tools.saveAnswer, hasAnswer.value, saveAnswer)}
          {item(tools.fresh, hasCase.value, () => say(NOTHING))}
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
