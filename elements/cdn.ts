// Entry of the single-file module: everything by name, and the elements registered.
import './define.js';

export * from './index.js';
