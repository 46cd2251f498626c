// Entry of the single-file module for pages that need no element but <connect-ccp>: the API, that element with the commands and
// plain buttons, and other languages fetched from beside it.
import './connect-ccp.js';
import { fetchLanguages } from './base/languages.js';

export * from '../src/index.js';
export { ConnectCcpElement } from './connect-ccp-element.js';
export * from './events.js';
export * from './requests.js';
export { registerLanguage, registerTerms } from './base/languages.js';
export { CcpController } from './base/ccp-controller.js';

fetchLanguages((language) => import(`./lang/${language}.min.js`));
