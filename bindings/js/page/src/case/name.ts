// Names as they are shown: a case from elsewhere may have marks in them that turn or hide text.

const HIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

export const shownName = (name: string) => name.replace(HIDDEN, '');
