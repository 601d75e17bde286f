// The whole page: the case schema, its UI schema, and a way to take the case away.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import Form from '@rjsf/core';
import { customizeValidator } from '@rjsf/validator-ajv8';
import Ajv2020 from 'ajv/dist/2020.js';

import schema from '../../../crates/worthwhile/schema/case.json';
import uiSchema from '../../../crates/worthwhile/schema/case.ui.json';
import { templates } from './templates.jsx';
import { inWords } from './words.js';

// All that is said of each form of an estimate is needed to tell which form was meant.
const validator = customizeValidator({ AjvClass: Ajv2020, suppressDuplicateFiltering: 'all' });

// Defaults stay out of the document: only what somebody has said is theirs.
const untouched = { emptyObjectFields: 'skipDefaults' };

function Page() {
  // The week is there from the start, so that a missing number is told beside its field.
  const [data, setData] = useState({ schema_version: 1, person: { time: {} } });
  const [finished, setFinished] = useState(null);
  return (
    <>
      <Form
        schema={schema}
        uiSchema={uiSchema}
        validator={validator}
        templates={templates}
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
        onSubmit={({ formData }) => setFinished(JSON.stringify(formData, null, 2))}
      >
        <button type="submit" className="done">Make my case</button>
      </Form>
      {finished && (
        <section className="result" aria-live="polite">
          <h2>Your case</h2>
          <p>
            <a download="case.json" href={`data:application/json,${encodeURIComponent(finished)}`}>
              Save it as case.json
            </a>
            , then run <code>worthwhile assess case.json</code>.
          </p>
          <pre id="case">{finished}</pre>
        </section>
      )}
    </>
  );
}

createRoot(document.getElementById('form')).render(<Page />);
