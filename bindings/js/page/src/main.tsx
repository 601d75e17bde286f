import { render } from 'preact';

import { Page } from './frame/Page';
import { begin } from './state/begin';
import './style/page.css';
import './style/form.css';
import './style/answer.css';
import '../../../../crates/worthwhile-report/src/style.css';

const place = document.getElementById('page');
if (place) render(<Page />, place);
void begin();
// From the second visit on, the page needs no network. Where that cannot be, it works all the same.
if (import.meta.env.PROD) navigator.serviceWorker?.register('./offline.js').catch(() => undefined);
