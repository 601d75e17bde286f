// What is printed, by the button or by the browser's own command: the report, as the command writes it.
import { useEffect, useRef } from 'preact/hooks';

import { current, shown } from '../state/store';

export function Printed() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The browser does not wait for anything here. Without a report of what is on the screen, it prints that.
    const fill = () => {
      const { part, partVersion } = shown.peek();
      const isThere = part !== undefined && partVersion === current.peek();
      place.current?.replaceChildren(...(isThere ? report(part) : []));
    };
    addEventListener('beforeprint', fill);
    return () => removeEventListener('beforeprint', fill);
  }, []);
  return <div class="printed" ref={place} aria-hidden="true" />;
}

/** The nodes of a report without its styles, which the page has already and its policy would stop. */
function report(part: string): Node[] {
  const { body } = new DOMParser().parseFromString(part.replace(/<style>[^<]*<\/style>/, ''), 'text/html');
  return [...body.childNodes];
}
