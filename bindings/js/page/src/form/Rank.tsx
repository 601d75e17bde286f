// A ranking, by drag and by keyboard.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import Sortable from 'sortablejs';

import type { Option } from '../documents';
import { words } from '../words';
import type { FieldProps } from './field';

export function Rank({ question, said, take, describedBy }: FieldProps) {
  const options = question.options ?? [];
  const ranked = rankedOf(said, options);
  const others = options.filter((option) => !ranked.includes(option));
  const spoken = useSignal('');
  const [rankedList, otherList] = [useRef<HTMLOListElement>(null), useRef<HTMLUListElement>(null)];
  /** The handle that gets the focus back once its row has moved. */
  const follow = useRef<string | undefined>(undefined);

  const put = (list: Option[], moved: Option, place: number | undefined) => {
    take(list.map((option) => option.id).join(', ') || 'don\'t know');
    spoken.value = place === undefined ? words.rank.removed(moved.label) : words.rank.moved(moved.label, place + 1);
  };
  const move = (option: Option, to: number) => {
    if (to < 0 || to >= ranked.length) return;
    const rest = ranked.filter((own) => own !== option);
    rest.splice(to, 0, option);
    follow.current = option.id;
    put(rest, option, to);
  };
  const add = (option: Option) => {
    follow.current = option.id;
    put([...ranked, option], option, ranked.length);
  };
  const remove = (option: Option) => put(ranked.filter((own) => own !== option), option, undefined);

  useEffect(() => {
    if (follow.current === undefined) return;
    rankedList.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(follow.current)}"] .handle`)?.focus();
    follow.current = undefined;
  }, [said]);

  // What a drag does to the page is taken back at once: the page follows from the answer alone.
  const newest = useRef({ ranked, put, options });
  newest.current = { ranked, put, options };
  useEffect(() => {
    const dropped = (event: Sortable.SortableEvent) => {
      const { from, to, item, oldIndex = 0, newIndex = 0 } = event;
      from.insertBefore(item, from.children[oldIndex + (from === to && newIndex < oldIndex ? 1 : 0)] ?? null);
      const now = newest.current;
      const option = now.options.find((own) => own.id === item.dataset.id);
      if (!option) return;
      const rest = now.ranked.filter((own) => own !== option);
      if (to === otherList.current) {
        if (rest.length < now.ranked.length) now.put(rest, option, undefined);
        return;
      }
      rest.splice(newIndex, 0, option);
      now.put(rest, option, newIndex);
    };
    const made = [rankedList.current, otherList.current].filter((list) => list !== null).map((list) =>
      Sortable.create(list, { group: question.id, animation: 0, draggable: '[data-id]', forceFallback: true, fallbackTolerance: 4, onEnd: dropped }));
    return () => made.forEach((own) => own.destroy());
  }, []);

  return (
    <div class="rank">
      <p class="faint">{words.rank.hint}</p>
      <p class="label">{words.rank.ranked}</p>
      <ol ref={rankedList} class="ranked">
        {ranked.length === 0 && <li class="faint none">{words.rank.empty}</li>}
        {ranked.map((option, at) => (
          <li key={option.id} data-id={option.id}>
            <button
              type="button"
              class="handle"
              aria-label={words.rank.handle(option.label, at + 1, ranked.length)}
              aria-describedby={describedBy}
              onKeyDown={(event) => {
                const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                if (step === undefined) return;
                event.preventDefault();
                move(option, at + step);
              }}
            >
              <span aria-hidden="true">⠿</span>
            </button>
            <span class="name">{option.label}</span>
            <button type="button" class="small" disabled={at === 0} aria-label={words.rank.up(option.label)} onClick={() => move(option, at - 1)}>↑</button>
            <button type="button" class="small" disabled={at === ranked.length - 1} aria-label={words.rank.down(option.label)} onClick={() => move(option, at + 1)}>↓</button>
            <button type="button" class="small" aria-label={words.rank.remove(option.label)} onClick={() => remove(option)}>×</button>
          </li>
        ))}
      </ol>
      <p class="label">{words.rank.others}</p>
      <ul ref={otherList} class="others">
        {others.map((option) => (
          <li key={option.id} data-id={option.id}>
            <button type="button" class="chip" aria-label={words.rank.add(option.label)} onClick={() => add(option)}>+ {option.label}</button>
          </li>
        ))}
      </ul>
      <p class="hidden" aria-live="polite">{spoken}</p>
    </div>
  );
}

/** The options of an answer, in its order. */
function rankedOf(said: string | undefined, options: Option[]): Option[] {
  const parts = (said ?? '').split(',').map((part) => part.trim().toLowerCase());
  return parts
    .map((part) => options.find((option) => option.id === part || option.label.toLowerCase() === part))
    .filter((option) => option !== undefined);
}
