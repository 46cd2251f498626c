import lwc from '@lwc/rollup-plugin';
import { nodeResolve } from '@rollup/plugin-node-resolve';

/** What a bundler's production mode does. */
const production = {
  name: 'production',
  renderChunk: (code) => code.replaceAll('process.env.NODE_ENV', '"production"'),
};

export default {
  input: 'main.js',
  output: { file: 'dist/main.js', format: 'es', inlineDynamicImports: true },
  // Only components are compiled: what packages bring is plain modules.
  plugins: [lwc({ rootDir: 'modules', include: ['modules/**', '**/@lwc/**'] }), nodeResolve(), production],
};
