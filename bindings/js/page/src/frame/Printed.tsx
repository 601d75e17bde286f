// What is printed: the report, as the command writes it.
import { useEffect, useRef } from 'preact/hooks';

import { current, shown } from '../state/store';

export function Printed() {
  const place = useRef<HTMLDivElement>(null);
  const { part: known, partVersion } = shown.value;
  const part = partVersion === current.value ? known : undefined;
  useEffect(() => {
    if (part === undefined) place.current?.replaceChildren();
    else place.current?.replaceChildren(...report(part));
  }, [part]);
  return <div class="printed" ref={place} aria-hidden="true" />;
}

/** The nodes of a report without its styles, which the page has already and its policy would stop. */
function report(part: string): Node[] {
  const { body } = new DOMParser().parseFromString(part.replace(/<style>[^<]*<\/style>/, ''), 'text/html');
  return [...body.childNodes];
}
