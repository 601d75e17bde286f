// A field for text. What the person is typing is theirs until they are done: no result writes over it.
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  class: string;
  id?: string;
  list?: string;
  dir?: 'auto';
  maxLength?: number;
  /** The answer as it is known. */
  value: string;
  label?: string;
  describedBy: string | undefined;
  isWrong: boolean;
  take: (text: string) => void;
  /** What Enter does once there is an answer. */
  goOn?: () => void;
}

export function Typed({ value, label, describedBy, isWrong, take, goOn, ...rest }: Props) {
  const field = useRef<HTMLInputElement>(null);
  /** What was in the field when it last agreed with what is known. */
  const known = useRef(value);
  useEffect(() => {
    const own = field.current;
    if (own && (own !== document.activeElement || own.value === known.current)) own.value = value;
    known.current = value;
  }, [value]);
  const commit = (input: HTMLInputElement) => {
    const text = input.value;
    if (text.trim() !== '' && text !== value) take(text);
  };
  return (
    <input
      {...rest}
      ref={field}
      type="text"
      autocomplete="off"
      spellcheck={false}
      defaultValue={value}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      onChange={(event) => commit(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        commit(event.currentTarget);
        if (event.currentTarget.value.trim() !== '') goOn?.();
      }}
    />
  );
}
