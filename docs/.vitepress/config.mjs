// The site of the documents: `npm run docs` to read it, `npm run docs:build` to make it for any static host.
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { sidebar } from './contents.mjs';
import { live } from './live.mjs';
import { packageFiles, writePackageFiles } from './package-files.mjs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

export default defineConfig({
  title: 'connect-ccp-elements',
  description: "Amazon Connect's contact control panel as web components",
  lang: 'en',
  /** Where the site will stand, such as `/docs/`: with a slash at both ends. */
  base: process.env.DOCS_BASE ?? '/',
  cleanUrls: false,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: {
    config: (md) => md.use(live),
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('connect-') } } },
  vite: {
    plugins: [packageFiles()],
    // The index of the search is one file, fetched when somebody searches.
    build: { chunkSizeWarningLimit: 2000 },
  },
  buildEnd: writePackageFiles,
  themeConfig: {
    nav: [
      { text: 'Start', link: '/start' },
      { text: 'Elements', link: '/elements/' },
      { text: 'Playground', link: '/playground' },
      { text: `Version ${version}`, link: '/' },
    ],
    sidebar: sidebar(),
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    docFooter: { prev: 'Before', next: 'Next' },
  },
});
