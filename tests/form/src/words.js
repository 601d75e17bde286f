// What this page says of its own: first of all what is wrong, in words for people. A validator speaks of properties and of every form that an
// estimate could have had; here it is one sentence beside the field.

const NAMES = [
  ['_', 'only small letters, digits and underscores (_), beginning with a letter'],
  ['-', 'only small letters, digits and hyphens (-), with a letter among them'],
];

const WORDS = {
  required: () => 'This is needed.',
  minimum: ({ limit }) => `This has to be ${limit} or more.`,
  maximum: ({ limit }) => `This has to be ${limit} or less.`,
  exclusiveMinimum: ({ limit }) => `This has to be more than ${limit}.`,
  exclusiveMaximum: ({ limit }) => `This has to be less than ${limit}.`,
  type: ({ type }) => (type === 'integer' ? 'This has to be a whole number.' : 'This is not filled in yet.'),
  minItems: () => 'This needs at least one.',
  minProperties: () => 'At least one of these has to matter to you.',
  maxItems: () => 'These are too many.',
  maxLength: ({ limit }) => `This is too long: at most ${limit} letters.`,
  minLength: () => 'This is needed.',
  uniqueItems: () => 'One of these is here twice.',
  pattern: ({ pattern }) => {
    const known = NAMES.find(([mark]) => pattern.replace('0-9-', '-').replace(/[a-z0]-[z9]/g, '').includes(mark));
    return `This takes ${known ? known[1] : 'three capital letters, such as EUR'}.`;
  },
};

// The forms of an estimate that what was typed cannot be.
const isMisfit = ({ name, params }) =>
  ['additionalProperties', 'const', 'enum', 'type'].includes(name) || params?.missingProperty === 'dist';

function byForm(errors) {
  const forms = new Map();
  for (const error of errors) {
    const form = error.schemaPath.match(/\$defs\/(\w+)\//)?.[1];
    const key = /(Interval|Pert|Uniform|Normal|Discrete)$/.test(form) ? form : 'one number';
    forms.set(key, [...(forms.get(key) ?? []), error]);
  }
  return [...forms.values()];
}

// Of what is said of an estimate, that which is said of the form that was begun.
function ofItsForm(union, errors) {
  const isInside = ({ property }) => property === union.property || property.startsWith(`${union.property}.`);
  const [inside, others] = [errors.filter(isInside), errors.filter((error) => !isInside(error))];
  const fits = byForm(inside.filter((error) => error !== union)).filter((form) => !form.some(isMisfit));
  const kept = fits.length === 1 ? fits[0] : [{ ...union, name: 'type', params: {} }];
  return [...others, ...kept];
}

export function inWords(errors) {
  const unions = errors.filter(({ name }) => name === 'anyOf');
  const kept = unions.reduce((rest, union) => ofItsForm(union, rest), errors);
  return kept.map((error) => {
    const message = WORDS[error.name]?.(error.params) ?? 'This cannot be so.';
    return { ...error, message, stack: message };
  });
}

// The first pursuit is the question, the others compete with it.
export function titleOfItem(path) {
  if (path.length !== 2 || path[0] !== 'pursuits') return undefined;
  return path[1] === 0 ? 'The one in question' : 'What you could do instead';
}
