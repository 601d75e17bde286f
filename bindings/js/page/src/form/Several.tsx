import { words } from '../words';
import type { FieldProps } from './Question';

export function Several({ question, said, take, goOn, describedBy }: FieldProps) {
  const options = question.options ?? [];
  const parts = (said ?? '').split(',').map((part) => part.trim().toLowerCase()).filter((part) => part !== '');
  const isNone = parts.length === 1 && parts[0] === 'none';
  const isIt = (option: { id: string; label: string }) =>
    parts.includes(option.id) || parts.includes(option.label.toLowerCase());
  const toggle = (own: string, isWanted: boolean) => {
    const chosen = options.filter((option) => (option.id === own ? isWanted : isIt(option)));
    take(chosen.length > 0 ? chosen.map((option) => option.id).join(', ') : 'none');
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (said === undefined) take('none');
    goOn();
  };
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
            {option.about && <small class="faint">{option.about}</small>}
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
