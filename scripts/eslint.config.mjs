import js from '@eslint/js';
import globals from 'globals';
import ts from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import litA11y from 'eslint-plugin-lit-a11y';

export default ts.config(
  // The applications have compilers of their own, against the packed package.
  {
    ignores: [
      'docs/.vitepress/dist/',
      'docs/.vitepress/cache/',
      'test/types/chatjs/',
      'test/migrate/',
      'dist/',
      'cdn/',
      'coverage/',
      'test/long/apps/',
    ],
  },
  js.configs.recommended,
  {
    files: ['{src,elements,test}/**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y }, // 5.1.1 has no flat preset
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    settings: { wc: { elementBaseClasses: ['LitElement', 'ConnectElement'] } },
    // lit binds @event handlers to the host, so `@click=${this.onClick}` is right.
    rules: {
      ...litA11y.configs.recommended.rules,
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'wc/guard-super-call': 'off', // types say that LitElement has the callbacks
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai: `expect(x).to.be.true`; the types of chai-a11y-axe make every assertion thenable
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      'lit-a11y/accessible-name': 'off',
    },
  },
  {
    files: ['test/**/*.{ts,mjs}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'Property[key.name="timeout"]',
          'CallExpression[callee.property.name=/^(timeout|setTimeout|setDefaultTimeout)$/]',
        ].map((place) => ({
          selector: `${place} > Literal[value>=1000]`,
          message:
            'How long a test waits depends on the machine: PATIENCE and atThisSpeed() of test/support/patience.mjs.',
        })),
      ],
    },
  },
  {
    // Written as applications write it, in whose types much is `any`.
    files: ['test/types/*.ts'],
    extends: [ts.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-unsafe-function-type': 'off' },
  },
  // Members that are taken off an object by naming them beside the rest.
  { files: ['**/*.ts'], rules: { '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }] } },
  { files: ['**/*.mjs'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  { files: ['test/kit/*.js'], languageOptions: { globals: { ...globals.browser, ...globals.mocha } } },
  { files: ['demo/*.js'], languageOptions: { globals: globals.browser } },
);
