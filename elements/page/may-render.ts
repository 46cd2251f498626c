// Whether a page lets Lit make markup of its templates.
import { html, render } from 'lit';

/** What is said where it does not. In English: it is for whoever sets the page up. */
export const notAllowed = ({ localName }: Element): string =>
  `<${localName}> cannot be shown: this page requires Trusted Types and does not allow the policy lit-html. ` +
  `Add it to the page's Content-Security-Policy: trusted-types lit-html 'allow-duplicates'`;

/** Tries it with a template of its own: false where the page requires Trusted Types and has refused Lit's policy. */
export function mayRender(): boolean {
  try {
    render(html`<i></i>`, document.createDocumentFragment());
    return true;
  } catch {
    return false;
  }
}
