import { words } from '../words';
import type { FieldProps } from './field';

export function Several({ question, id, said, take, goOn, describedBy }: FieldProps) {
  const options = question.options ?? [];
  const parts = (said ?? '').split(',').map((part) => part.trim().toLowerCase()).filter((part) => part !== '');
  const isNone = parts.length === 1 && parts[0] === 'none';
  const isIt = (option: { id: string; label: string }) =>
    parts.includes(option.id) || parts.includes(option.label.toLowerCase());
  // In the order in which they were ticked, as one would type them.
  const toggle = (own: string, isWanted: boolean) => {
    const chosen = parts.map((part) => options.find(({ id, label }) => [id, label.toLowerCase()].includes(part))?.id);
    const rest = chosen.filter((id) => id !== undefined && id !== own);
    const all = isWanted ? [...rest, own] : rest;
    take(all.length > 0 ? all.join(', ') : 'none');
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (said === undefined && options.length > 1) take('none');
    goOn();
  };
  const [only, ...others] = options;
  // Of one thing alone the question is whether or not.
  if (only && others.length === 0) {
    const both = [{ value: only.id, label: words.questions.yes, isChosen: isIt(only) }, { value: 'none', label: words.questions.no, isChosen: isNone }];
    return (
      <div class="options" onKeyDown={pressed}>
        {both.map(({ value, label, isChosen }) => (
          <label class="option" key={value}>
            <input type="radio" name={id} value={value} checked={isChosen} aria-describedby={describedBy} onChange={() => take(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    );
  }
  return (
    <div class={options.length > 6 ? 'options is-long' : 'options'} onKeyDown={pressed}>
      {options.map((option) => (
        <label class="option" key={option.id}>
          <input
            type="checkbox"
            value={option.id}
            checked={isIt(option)}
            aria-describedby={describedBy}
            onChange={(event) => toggle(option.id, event.currentTarget.checked)}
          />
          <span>
            {option.label}
            {option.about && isIt(option) && <small class="faint">{option.about}</small>}
          </span>
        </label>
      ))}
      <label class="option">
        <input type="checkbox" value="none" checked={isNone} onChange={() => take('none')} />
        <span>{words.questions.none}</span>
      </label>
    </div>
  );
}
