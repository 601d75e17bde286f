// What this page itself says, above all what is wrong, in words for people. A validator reports on
// properties and on every form that an estimate could have had; here it is one sentence next to the
// field.

const NAMES = [
  ['_', 'only lowercase letters, digits and underscores (_), starting with a letter'],
  ['-', 'only lowercase letters, digits and hyphens (-), including a letter'],
];

const WORDS = {
  required: () => 'This is required.',
  minimum: ({ limit }) => `This has to be ${limit} or more.`,
  maximum: ({ limit }) => `This has to be ${limit} or less.`,
  exclusiveMinimum: ({ limit }) => `This has to be more than ${limit}.`,
  exclusiveMaximum: ({ limit }) => `This has to be less than ${limit}.`,
  type: ({ type }) => (type === 'integer' ? 'This has to be a whole number.' : 'This is not filled in yet.'),
  minItems: () => 'This needs at least one.',
  minProperties: () => 'At least one of these has to matter to you.',
  maxItems: () => 'There are too many of these.',
  maxLength: ({ limit }) => `This is too long: at most ${limit} characters.`,
  minLength: () => 'This is required.',
  uniqueItems: () => 'One of these is listed twice.',
  pattern: ({ pattern }) => {
    const known = NAMES.find(([mark]) => pattern.replace('0-9-', '-').replace(/[a-z0]-[z9]/g, '').includes(mark));
    return `This takes ${known ? known[1] : 'three capital letters, such as EUR'}.`;
  },
};

// The forms of an estimate that do not match what was typed.
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

// Of the errors of an estimate, those of the form that was started.
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
    const message = WORDS[error.name]?.(error.params) ?? 'This is not allowed.';
    return { ...error, message, stack: message };
  });
}

// The first pursuit is the question, the others compete with it.
export function titleOfItem(path) {
  if (path.length !== 2 || path[0] !== 'pursuits') return undefined;
  return path[1] === 0 ? 'The one in question' : 'What you could do instead';
}
