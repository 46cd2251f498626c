// Makes custom-elements.json of the comments of the element classes, and of that the data for editors and the types for frameworks.
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { frameworkTypes } from './framework-types.mjs';
import { published } from './published.mjs';

const outdir = 'dist';

/** Editors show what is said of a tag beside it; what has a place of its own in their data is not said twice. */
const brief = {
  hideSlotDocs: true,
  hideEventDocs: true,
  hideCssPropertiesDocs: true,
  hideCssPartsDocs: true,
  hideMethodDocs: true,
  hideLogs: true,
};

export default {
  // Of src, the names of types alone are read.
  globs: ['elements/**/*.ts', 'src/**/*.ts'],
  exclude: ['src/simulator/**'],
  outdir,
  litelement: true,
  quiet: true,
  plugins: [
    published(),
    frameworkTypes({ outdir: `${outdir}/elements` }),
    customElementVsCodePlugin({
      outdir,
      htmlFileName: 'html-data.json',
      cssFileName: 'css-data.json',
      ...brief,
      hideEventDocs: false,
      hideSlotDocs: false,
    }),
    customElementJetBrainsPlugin({ outdir, packageJson: false, ...brief }),
  ],
};
