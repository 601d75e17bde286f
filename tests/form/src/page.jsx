// The whole page: the case schema, its UI schema, and a way to take the case away.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import Form from '@rjsf/core';
import { customizeValidator } from '@rjsf/validator-ajv8';
import Ajv2020 from 'ajv/dist/2020.js';

import schema from '../../../crates/worthwhile/schema/case.json';
import uiSchema from '../../../crates/worthwhile/schema/case.ui.json';
import { templates } from './templates.jsx';
import { customValidate, named } from './sense.js';
import { widgets } from './widgets.jsx';
import { inWords } from './words.js';

// Every error of each form of an estimate is needed to tell which form was meant.
const validator = customizeValidator({ AjvClass: Ajv2020, suppressDuplicateFiltering: 'all' });

// Defaults stay out of the document: only what the person entered is theirs. The UI schema has them,
// as hints in empty fields.
const plain = JSON.parse(JSON.stringify(schema), (key, value) => (key === 'default' ? undefined : value));
const untouched = { emptyObjectFields: 'skipDefaults' };

// Here the short name comes from the name.
const PURSUIT = `${schema.$id}#/$defs/Pursuit`;
const words = structuredClone(uiSchema);
words['ui:definitions'][PURSUIT].id['ui:description'] = 'If empty, it is derived from the name.';

// The required parts are there from the start, so that what is missing is reported next to its
// field.
const fresh = { schema_version: 1, person: { time: {}, motivations: {} }, pursuits: [{}] };

function Page() {
  const [data, setData] = useState(fresh);
  const [finished, setFinished] = useState(null);
  return (
    <>
      <Form
        schema={plain}
        uiSchema={words}
        validator={validator}
        templates={templates}
        widgets={widgets}
        customValidate={customValidate}
        formData={data}
        experimental_defaultFormStateBehavior={untouched}
        transformErrors={inWords}
        showErrorList="top"
        focusOnFirstError
        noHtml5Validate
        onChange={({ formData }) => {
          setData(formData);
          setFinished(null);
        }}
        onSubmit={({ formData }) => setFinished(JSON.stringify(named(formData), null, 2))}
      >
        <button type="submit" className="done">I am done</button>
      </Form>
      {finished && (
        <section className="result" aria-live="polite">
          <h2>Your answers are complete</h2>
          <p>
            <a className="save" download="case.json" href={`data:application/json,${encodeURIComponent(finished)}`}>
              Save my answers
            </a>
          </p>
          <p>
            They go into a file named <b>case.json</b>. To get the verdict, run{' '}
            <code>worthwhile assess case.json</code>.
          </p>
          <details>
            <summary>What is in the file</summary>
            <pre id="case">{finished}</pre>
          </details>
        </section>
      )}
    </>
  );
}

createRoot(document.getElementById('form')).render(<Page />);
