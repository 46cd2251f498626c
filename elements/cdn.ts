// Entry of the single-file module: everything by name, the elements registered, and other languages fetched from beside it.
import './define.js';
import { fetchLanguages } from './words/languages.js';

export * from './index.js';

fetchLanguages((language) => import(`./lang/${language}.min.js`));
