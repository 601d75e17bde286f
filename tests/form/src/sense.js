// What no schema can express, shown next to its field, and the names that no one wants to think of.
// The reader has the last word: this is for what people are likely to do.

import uiSchema from '../../../crates/worthwhile/schema/case.ui.json';

// What there is to start from: whether it has an award, and which kinds of drawback.
const PURSUIT = Object.keys(uiSchema['ui:definitions']).find((name) => name.endsWith('/Pursuit'));
const PRESETS = new Map(uiSchema['ui:definitions'][PURSUIT].preset['ui:choices'].map((each) => [each.value, each]));

// A word as documents have it: `Run a meetup` as run-a-meetup, or run_a_meetup.
export function asName(text, pattern) {
  const joint = pattern?.includes('_') ? '_' : '-';
  const plain = (text ?? '').normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, joint).replace(/^[-_]+|[-_]+$/g, '').slice(0, 60);
}

// A pursuit needs a short name where it starts from nothing, or where another one has it.
export function named(data) {
  const taken = new Set();
  const pursuits = data.pursuits.map((pursuit) => {
    const wanted = pursuit.id ?? pursuit.preset ?? asName(pursuit.name);
    let id = wanted;
    for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
    taken.add(id);
    return id === (pursuit.id ?? pursuit.preset) ? pursuit : { id, ...pursuit };
  });
  return { ...data, pursuits: pursuits.map(withoutEmptyLists) };
}

// A list that was opened and left says nothing.
function withoutEmptyLists(pursuit) {
  const isSaid = ([, value]) => !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(pursuit).filter(isSaid));
}

export function customValidate(data, errors) {
  // That there is none at all is reported by the schema.
  const ratings = Object.values(data.person?.motivations ?? { none: 0 });
  if (ratings.length > 0 && ratings.every((rating) => rating === 0)) {
    tell(errors.person, 'motivations', 'At least one of these has to matter to you.');
  }
  const { free_hours_per_week: free, work_hours_per_week: work = 40 } = data.person?.time ?? {};
  if (free !== undefined && most(free) + most(work) > 168) {
    tell(errors.person.time, 'free_hours_per_week', 'Together with your job, this is more than the 168 hours in a week.');
  }
  (data.pursuits ?? []).forEach((pursuit, at) => ofPursuit(pursuit ?? {}, errors.pursuits[at]));
  estimates(data, errors);
  return errors;
}

// What is not there yet has no place for what is said of it.
function tell(errors, key, message) {
  errors[key] ??= { __errors: [] };
  errors[key].__errors.push(message);
}

function ofPursuit({ preset, name, id, award, activities = [], benefits = [], costs = [], drawbacks = [] }, errors) {
  const from = PRESETS.get(preset);
  if (award && !from?.award) needs(award, ['chance_per_year', 'renewal_chance'], errors.award);
  drawbacks.forEach((each, at) => {
    // When the preset's own bother is known; of others only the person can say.
    const isCustom = !from?.drawbacks.includes(each?.kind);
    const isAsked = isCustom && (award || from?.award);
    needs(each, ['kind', 'bother', ...(isAsked ? ['during'] : [])], errors.drawbacks[at]);
  });
  if (preset) return;
  if (!id && !name) tell(errors, 'name', 'Give it a name, or choose what to start from.');
  else if (!id && !/[a-z]/.test(asName(name))) tell(errors, 'name', 'This needs a letter from a to z.');
  activities.forEach((each, at) => needs(each, ['kind', 'hours', 'per_year'], errors.activities[at]));
  benefits.forEach((each, at) => needs(each, ['category', 'strength'], errors.benefits[at]));
  costs.forEach((each, at) => needs(each, ['id', 'money_per_year'], errors.costs[at]));
}

function needs(part, fields, errors) {
  for (const field of fields) {
    if (part?.[field] === undefined) tell(errors, field, 'This is required.');
  }
}

function most(estimate) {
  if (typeof estimate !== 'object' || estimate === null) return estimate ?? 0;
  return estimate.high ?? estimate.max ?? estimate.mean ?? Math.max(...(estimate.values ?? [0]));
}

// The ends of what is not sure have an order.
function estimates(value, errors) {
  if (typeof value !== 'object' || value === null) return;
  if (value.low > value.high) tell(errors, 'high', 'This has to be more than the other end.');
  if (value.min > value.max) tell(errors, 'max', 'This has to be more than the lowest.');
  else if (value.mode < value.min || value.mode > value.max) tell(errors, 'mode', 'This has to be between the other two.');
  for (const [key, inner] of Object.entries(value)) estimates(inner, errors[key] ?? {});
}
