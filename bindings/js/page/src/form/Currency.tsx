import { currencies } from '../numbers';
import type { FieldProps } from './Question';

let known: ReturnType<typeof currencies> | undefined;

/** A currency by its code, with the names that the browser knows. */
export function Currency({ question, said, take, goOn, describedBy, isWrong }: FieldProps) {
  known ??= currencies();
  const pressed = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key !== 'Enter' || event.currentTarget.value.trim() === '') return;
    event.preventDefault();
    take(event.currentTarget.value);
    goOn();
  };
  return (
    <>
      <input
        type="text"
        class="text is-short"
        list="currencies"
        autocomplete="off"
        spellcheck={false}
        maxLength={40}
        value={said ?? ''}
        aria-label={question.text}
        aria-describedby={describedBy}
        aria-invalid={isWrong}
        onChange={(event) => { if (event.currentTarget.value.trim() !== '') take(event.currentTarget.value); }}
        onKeyDown={pressed}
      />
      <datalist id="currencies">
        {known.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
      </datalist>
    </>
  );
}
