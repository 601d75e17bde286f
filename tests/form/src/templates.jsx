// How the parts of the form look: words on the buttons, and an estimate on one line.

function Titled({ id, title, required, optionalDataControl }) {
  return (
    <legend id={id}>
      {title}
      {required && <span className="required" title="needed"> *</span>}
      {optionalDataControl}
    </legend>
  );
}

// An optional part is away until it is asked for.
function OptionalDataControlsTemplate({ id, onAddClick, onRemoveClick }) {
  if (onAddClick) {
    return <button id={id} type="button" className="quiet fill" onClick={onAddClick}>Fill in</button>;
  }
  if (onRemoveClick) {
    return <button id={id} type="button" className="quiet" onClick={onRemoveClick}>Leave out</button>;
  }
  return <em id={id}>Left out</em>;
}

// The choice of a form of an estimate stands beside its value.
function MultiSchemaFieldTemplate({ selector, optionSchemaField }) {
  return (
    <div className="estimate">
      <div className="value">{optionSchemaField}</div>
      <div className="choice">{selector}</div>
    </div>
  );
}

// What is wrong stands beside its field; here it is how much there is.
function ErrorListTemplate({ errors }) {
  return (
    <p className="look" role="alert">
      {errors.length === 1
        ? 'One thing needs another look. Its place is marked in red below.'
        : `${errors.length} things need another look. Their places are marked in red below.`}
    </p>
  );
}

function button(text) {
  return function Button({ id, className, onClick, disabled }) {
    return (
      <button id={id} type="button" className={`quiet ${className ?? ''}`} onClick={onClick} disabled={disabled}>
        {text}
      </button>
    );
  };
}

export const templates = {
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
