// Names as they are shown: a case from elsewhere may have marks in them that turn or hide text.

const HIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A name without what cannot be seen of it. */
export const shownName = (name: string) => name.replace(HIDDEN, '');

export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
