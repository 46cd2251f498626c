// The report of a doctor as a host shows it: closed at first, with the origin to approve and the whole text to copy.
import type { Diagnosis } from '../../src/index.js';
import type { DoctorTerms, PatientTerms } from './terms.js';

/** Marks text as styles for editors and for the build, which makes it smaller; this module has nothing of Lit. */
const css = String.raw;

const STYLES = css`
  :host {
    display: block;
    max-inline-size: 100%;
    text-align: start;
  }
  * {
    box-sizing: border-box;
  }
  /* Closed it takes no room: it comes when the agent may be about to press what stands above it, which is not to move. */
  details:not([open]) {
    block-size: 0;
  }
  summary {
    padding-block: 0.375rem;
    text-align: center;
    color: var(--_text-quiet);
    cursor: pointer;
  }
  summary:hover {
    color: var(--_text);
  }
  dl {
    margin: 0;
  }
  dt {
    color: var(--_text-quiet);
  }
  .sign-in {
    display: block;
    margin: 0 auto 0.5rem;
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    margin: 0.25rem 0 0.75rem;
  }
  code {
    overflow-wrap: anywhere;
  }
  code,
  pre {
    color: var(--_text);
    font:
      0.8125rem/1.5 ui-monospace,
      Menlo,
      Consolas,
      monospace;
  }
  pre {
    max-block-size: 13rem;
    max-inline-size: 70ch;
    margin: 0 0 0.5rem;
    padding: 0.75rem;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_control-radius);
    background: var(--_surface-raised);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  button {
    min-block-size: var(--_small-size);
    padding: 2px var(--_gap-3);
    border: 1px solid var(--_field-border);
    border-radius: var(--_control-radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }
  button:hover {
    background: var(--_surface-raised);
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: 2px;
  }
`;

/**
 * Makes the view: a tree of its own, whose looks come with it.
 * @param report what was found.
 * @param terms the words of the host.
 * @param login opens the sign-in window.
 */
export function reportView(
  { findings, origins, text }: Diagnosis,
  terms: PatientTerms,
  login: () => void,
): HTMLElement {
  const { doctor: words, status } = terms;
  const view = document.createElement('div');
  view.part.add('doctor');
  view.setAttribute('exportparts', 'button, doctor-report');
  const root = view.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  const report = element('pre', text);
  report.part.add('doctor-report');
  report.tabIndex = 0; // a long one is scrolled by the keyboard
  const details = element('details', element('summary', words.details));
  if (findings.some(({ code }) => code === 'no-answer')) {
    const list = element('dl', element('dt', words.origin));
    for (const origin of origins) list.append(element('dd', element('code', origin), copyButton(origin, words)));
    details.append(list);
  }
  details.append(report, copyButton(text, words));
  const [{ code, certainty }] = findings;
  // The host may be there all the same: nobody is kept from signing in.
  if (code === 'unreachable' && certainty !== 'certain') {
    const button = pressable(status['signed-out'].action ?? '', login);
    button.className = 'sign-in';
    root.append(button);
  }
  root.append(details);
  return view;
}

function copyButton(text: string, words: DoctorTerms): HTMLButtonElement {
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    button.textContent = words.copied;
  };
  // Where a page may not copy, the text stands there to be selected.
  const button = pressable(words.copy, () => void copy().catch(() => button.remove()));
  return button;
}

function pressable(label: string, act: () => void): HTMLButtonElement {
  const button = element('button', label);
  button.type = 'button';
  button.part.add('button');
  button.addEventListener('click', act);
  return button;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}
