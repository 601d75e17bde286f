// Pictures are drawn for the pixels that they have, so that their words are as large as all others.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** A place for a picture and how wide it is. */
export function useWidth(start: number) {
  const place = useRef<HTMLDivElement>(null);
  const width = useSignal(start);
  useEffect(() => {
    if (!place.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.round(entry?.contentRect.width ?? 0);
      if (now > 0) width.value = now;
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return { place, width: width.value };
}
