// How the parts of the form look: what most people leave out is folded away, and an estimate is one
// number until someone is not sure.
import { useState } from 'react';
import { buttonId, canExpand, descriptionId, getTemplate, getUiOptions, titleId } from '@rjsf/utils';

import { titleOfItem } from './words.js';

function Titled({ id, title, required, optionalDataControl }) {
  return (
    <legend id={id}>
      {title}
      {required && <span className="required" title="required"> *</span>}
      {optionalDataControl}
    </legend>
  );
}

// What most people leave out, or leave out once another field is given.
function isRare({ content }, formData) {
  const { rare, rareWith } = getUiOptions(content.props.uiSchema);
  return Boolean(rare || (rareWith && formData?.[rareWith]));
}

// Until something is entered about a pursuit, the form only asks what it is.
const isUnsaid = (formData) => Object.values(formData ?? {}).every((value) => value === undefined);
const isOneWord = ({ content, name }) => content.props.schema.type === 'string' && ['preset', 'name'].includes(name);

function ObjectFieldTemplate(props) {
  const { className, description, errorSchema, fieldPathId, formData, onAddProperty, optionalDataControl } = props;
  const { properties, registry, required, schema, title, uiSchema } = props;
  const options = getUiOptions(uiSchema);
  const DescriptionFieldTemplate = getTemplate('DescriptionFieldTemplate', registry, options);
  const { AddButton } = registry.templates.ButtonTemplates;
  const item = titleOfItem(fieldPathId.path);
  const asked = item && isUnsaid(formData) ? properties.filter(isOneWord) : properties;
  const rare = asked.filter((property) => !property.hidden && isRare(property, formData));
  const common = asked.filter((property) => !rare.includes(property));
  const isItem = typeof fieldPathId.path.at(-1) === 'number';
  return (
    <fieldset className={className} id={fieldPathId.$id}>
      {title && (
        <Titled id={titleId(fieldPathId)} title={item ?? title} required={required && !isItem} optionalDataControl={optionalDataControl} />
      )}
      {description && (
        <DescriptionFieldTemplate id={descriptionId(fieldPathId)} description={description} schema={schema} uiSchema={uiSchema} registry={registry} />
      )}
      {common.map(({ content }) => content)}
      {rare.length > 0 && (
        <details className="rare" open={rare.some(({ name }) => errorSchema?.[name]) || undefined}>
          <summary>More: {inList(rare.map(({ content }) => getUiOptions(content.props.uiSchema).title))}</summary>
          {rare.map(({ content }) => content)}
        </details>
      )}
      {canExpand(schema, uiSchema, formData) && (
        <AddButton id={buttonId(fieldPathId, 'add')} className="rjsf-object-property-expand" onClick={onAddProperty} uiSchema={uiSchema} registry={registry} />
      )}
    </fieldset>
  );
}

// Labels as they go on in a sentence.
function inList(labels) {
  return labels.map((label) => label[0].toLowerCase() + label.slice(1)).join(', ');
}

// An optional part is hidden until someone asks for it.
function OptionalDataControlsTemplate({ id, onAddClick, onRemoveClick }) {
  if (onAddClick) {
    return <button id={id} type="button" className="quiet fill" onClick={onAddClick}>Fill in</button>;
  }
  if (onRemoveClick) {
    return <button id={id} type="button" className="quiet" onClick={onRemoveClick}>Leave out</button>;
  }
  return <em id={id}>Left out</em>;
}

// The choice of a form of an estimate is there for those who ask for it.
function MultiSchemaFieldTemplate({ selector, optionSchemaField }) {
  const [isAsked, setAsked] = useState(false);
  const isPlain = !selector?.props.value;
  return (
    <div className="estimate">
      <div className="value">{optionSchemaField}</div>
      <div className="choice">
        {isAsked || !isPlain
          ? selector
          : <button type="button" className="link" onClick={() => setAsked(true)}>Not sure?</button>}
      </div>
    </div>
  );
}

// Each error is next to its field; this says how many there are.
function ErrorListTemplate({ errors }) {
  return (
    <p className="look" role="alert">
      {errors.length === 1
        ? 'One thing needs another look. It is marked in red below.'
        : `${errors.length} things need another look. They are marked in red below.`}
    </p>
  );
}

function button(text) {
  return function Button({ id, className, onClick, disabled, uiSchema }) {
    return (
      <button id={id} type="button" className={`quiet ${className ?? ''}`} onClick={onClick} disabled={disabled}>
        {(text === 'Add one' && getUiOptions(uiSchema).add) || text}
      </button>
    );
  };
}

export const templates = {
  ObjectFieldTemplate,
  TitleFieldTemplate: Titled,
  OptionalDataControlsTemplate,
  MultiSchemaFieldTemplate,
  ErrorListTemplate,
  ButtonTemplates: {
    AddButton: button('Add one'),
    RemoveButton: button('Remove'),
    MoveUpButton: button('Up'),
    MoveDownButton: button('Down'),
    CopyButton: button('Copy'),
    ClearButton: button('Clear'),
  },
};
