import { currencies } from '../numbers';
import type { FieldProps } from './field';
import { Typed } from './Typed';

let known: ReturnType<typeof currencies> | undefined;

/** A currency by its code, with the names that the browser knows. */
export function Currency({ question, said, take, goOn, describedBy, isWrong }: FieldProps) {
  known ??= currencies();
  return (
    <>
      <Typed class="text is-short" list="currencies" maxLength={40} value={said ?? ''} label={question.text} describedBy={describedBy} isWrong={isWrong} take={take} goOn={goOn} />
      <datalist id="currencies">
        {known.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
      </datalist>
    </>
  );
}
