import type { FieldProps } from './field';

export function Choice({ question, said, take, goOn, id, describedBy }: FieldProps) {
  const options = question.options ?? [];
  const wanted = said?.trim().toLowerCase();
  const isIt = (option: { id: string; label: string }) =>
    wanted !== undefined && [option.id, option.label.toLowerCase()].includes(wanted);
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (said !== undefined) goOn();
  };
  return (
    <div class={options.length > 6 ? 'options is-long' : 'options'}>
      {options.map((option) => (
        <label class="option" key={option.id}>
          <input
            type="radio"
            name={id}
            value={option.id}
            checked={isIt(option)}
            aria-describedby={describedBy}
            onChange={() => take(option.id)}
            onKeyDown={pressed}
          />
          <span>
            {option.label}
            {option.about && isIt(option) && <small class="faint">{option.about}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}
