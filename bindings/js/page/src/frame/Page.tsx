import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { Answer } from '../answer/Answer';
import { Compare } from '../answer/Compare';
import { Interview } from '../form/Interview';
import { Numbers } from '../form/Numbers';
import { open } from '../state/files';
import { failure, redo, undo } from '../state/store';
import { words } from '../words';
import { Glance } from './Glance';
import { Keep } from './Keep';
import { Notice } from './Notice';
import { Printed } from './Printed';
import { Tools } from './Tools';

export function Page() {
  const isOver = useSignal(false);
  useEffect(() => {
    document.documentElement.lang = words.language;
    document.title = words.title;
    return listen();
  }, []);
  const drop = (event: DragEvent) => {
    isOver.value = false;
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    void open(file);
  };
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    isOver.value = true;
  };
  return (
    <>
      <div
        class={isOver.value ? 'page is-over' : 'page'}
        data-drop={words.tools.drop}
        onDragOver={over}
        onDragLeave={() => { isOver.value = false; }}
        onDrop={drop}
      >
        <a class="skip" href="#answer">{words.skip}</a>
        <header class="top">
          <h1>{words.title}</h1>
          <Tools />
        </header>
        <Notice />
        {failure.value && <p class="notice is-wrong" role="alert">{failure.value}</p>}
        <main class="halves">
          <section class="said" aria-labelledby="said-heading">
            <h2 id="said-heading">{words.questions.heading}</h2>
            <p class="faint">{words.intro}</p>
            <Interview />
            <Numbers />
          </section>
          <section class="answer" id="answer" aria-labelledby="answer-heading" tabIndex={-1}>
            <h2 id="answer-heading" class="hidden">{words.answer.heading}</h2>
            <Compare />
            <Answer />
            <Keep />
          </section>
        </main>
        <Glance />
      </div>
      <Printed />
    </>
  );
}

/** Undo and redo by keyboard, where no field has its own; and what is unfolded comes into view as far as it fits. */
function listen() {
  const toggled = ({ target }: Event) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open || target.offsetHeight > innerHeight / 2) return;
    target.scrollIntoView({ block: 'nearest' });
  };
  const pressed = (event: KeyboardEvent) => {
    const isCommand = event.ctrlKey || event.metaKey;
    const target = event.target as HTMLElement;
    const isField = target instanceof HTMLInputElement && !['range', 'radio', 'checkbox'].includes(target.type);
    if (!isCommand || isField || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) undo();
    else if (key === 'y' || key === 'z') redo();
    else return;
    event.preventDefault();
  };
  addEventListener('keydown', pressed);
  // Such an event does not rise.
  addEventListener('toggle', toggled, true);
  return () => {
    removeEventListener('keydown', pressed);
    removeEventListener('toggle', toggled, true);
  };
}
