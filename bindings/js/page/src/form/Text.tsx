import type { FieldProps } from './field';
import { Typed } from './Typed';

export function Text({ question, said, take, goOn, describedBy, isWrong }: FieldProps) {
  return (
    <Typed class="text" dir="auto" maxLength={400} value={said ?? ''} label={question.text} describedBy={describedBy} isWrong={isWrong} take={take} goOn={goOn} />
  );
}
