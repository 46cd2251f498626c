// Entry of the single-file module for pages that need no element but <connect-ccp>: the API, that element with the commands and
// plain buttons, and other languages fetched from beside it.
import './connect-ccp.js';
import { fetchLanguages } from './words/languages.js';

export * from '../src/index.js';
export { ConnectCcpElement } from './ccp/element.js';
export * from './host/events.js';
export * from './verbs/requests.js';
export { registerLanguage, registerTerms } from './words/languages.js';
export { CcpController } from './host/ccp-controller.js';

fetchLanguages((language) => import(`./lang/${language}.min.js`));
