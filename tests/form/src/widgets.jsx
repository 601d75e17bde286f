// Controls for what people rate, choose and name.
import { useState } from 'react';
import { getTemplate } from '@rjsf/utils';

import { asName } from './sense.js';

const OWN = 'another';

// A rating, a share or a chance can be slid as well as typed.
function Slider(props) {
  const { value, schema, onChange } = props;
  const [low, high] = [schema.minimum ?? schema.exclusiveMinimum, schema.maximum ?? schema.exclusiveMaximum];
  const step = high === 1 ? 0.05 : 1;
  const untouched = Number.parseFloat(props.placeholder) || low;
  return (
    <div className="slider">
      <Input {...props} placeholder={props.placeholder?.replace(' if empty', '')} />
      <input
        type="range" min={low} max={high} step={step} value={value ?? untouched} tabIndex={-1} aria-hidden="true"
        className={value === undefined ? 'untouched' : ''}
        onChange={({ target }) => onChange(target.value)}
      />
      {high === 1 && typeof value === 'number' && <output>{Math.round(value * 1000) / 10}%</output>}
    </div>
  );
}

// Words to choose from, by their names, and a way to another word or number if one is allowed.
function Choice(props) {
  const { id, value, onChange, options, required, schema } = props;
  const { choices } = options;
  const chosen = choices.find((choice) => choice.value === value);
  const isNumber = schema.type === 'number';
  const [isOwn, setOwn] = useState(value !== undefined && !chosen);
  const take = (word) => {
    setOwn(word === OWN);
    onChange(word === OWN || word === '' ? undefined : word);
  };
  const isPreset = id.endsWith('_preset');
  const Own = isNumber ? Slider : Named;
  return (
    <div className="words">
      <select id={id} value={isOwn ? OWN : value ?? ''} onChange={({ target }) => take(target.value)} required={required}>
        <option value="">{isPreset ? 'Choose one, or name something else below' : ''}</option>
        {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.name}</option>)}
        {isPreset || <option value={OWN}>{isNumber ? 'Another number' : 'Something else'}</option>}
      </select>
      {isOwn && <Own {...props} id={`${id}__own`} schema={{ ...schema, examples: undefined }} />}
      {chosen?.about && <p className="field-description">{chosen.about}</p>}
    </div>
  );
}

// A name as documents have it comes of what people type, when they have typed it.
function Named(props) {
  const { schema, onChange, onBlur } = props;
  const leave = (id, text) => {
    const name = asName(text, schema.pattern);
    if (name !== text) onChange(name || undefined);
    onBlur(id, name);
  };
  return <Input {...props} onBlur={leave} />;
}

function Input(props) {
  const Template = getTemplate('BaseInputTemplate', props.registry, props.options);
  return <Template {...props} />;
}

function isScale({ type, minimum, exclusiveMinimum, maximum, exclusiveMaximum }) {
  return type === 'number' && (minimum ?? exclusiveMinimum) === 0 && [1, 10].includes(maximum ?? exclusiveMaximum);
}

function TextWidget(props) {
  const { schema, options } = props;
  if (options.choices) return <Choice {...props} />;
  if (isScale(schema)) return <Slider {...props} />;
  if (schema.pattern && schema.maxLength) return <Named {...props} />;
  return <Input {...props} />;
}

export const widgets = { TextWidget };
