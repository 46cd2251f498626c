import { dirname } from 'node:path';

// The packages stand beside the application, not in it.
const root = dirname(import.meta.dirname);

export default { output: 'export', outputFileTracingRoot: root, turbopack: { root } };
