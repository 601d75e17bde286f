import type { FieldProps } from './Question';

export function Text({ question, said, take, goOn, describedBy, isWrong }: FieldProps) {
  const pressed = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.currentTarget.value.trim() === '') return;
    take(event.currentTarget.value);
    goOn();
  };
  return (
    <input
      type="text"
      class="text"
      dir="auto"
      maxLength={400}
      value={said ?? ''}
      aria-label={question.text}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      onChange={(event) => { if (event.currentTarget.value.trim() !== '') take(event.currentTarget.value); }}
      onKeyDown={pressed}
    />
  );
}
