import { useEffect, useRef } from 'preact/hooks';

import { notice } from '../state/begin';
import { words } from '../words';

/** The most problems of a file that are listed. */
const MOST = 12;

export function Notice() {
  const own = notice.value;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), [own?.link]);
  return (
    <div class="notices" aria-live="polite">
      {own && (
        <div class={own.isWrong ? 'notice is-wrong' : 'notice'} role={own.isWrong ? 'alert' : undefined}>
          <p>{own.text}</p>
          {own.link && <input ref={field} class="link" readOnly value={own.link} aria-label={words.tools.linkLabel} />}
          {own.problems && (
            <ul>
              {own.problems.slice(0, MOST).map((problem) => (
                <li key={problem.path + problem.code}>
                  {problem.message}{problem.help ? `; ${problem.help}` : ''}{' '}
                  <code>{words.refused.at(problem.path || '/')}</code>
                </li>
              ))}
            </ul>
          )}
          <button type="button" class="quiet" onClick={() => { notice.value = undefined; }}>{words.refused.fix}</button>
        </div>
      )}
    </div>
  );
}
