// A strip at the foot of the sample pages: a customer who calls, for pages that have nothing of that kind themselves.
import { attachSimulator } from '../dist/src/simulator/simulator.js';
import './customer-ear.js';

const STYLE = `
  :host {
    position: sticky;
    inset: auto auto 0 0;
    box-sizing: border-box;
    max-width: calc(100vw - 16px);
    margin-top: 1rem;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.6rem 1rem;
    border: 1px solid #c6cfdb;
    border-radius: 10px;
    background: #eef2f7;
    color: #161c26;
    font: 0.875rem/1.4 system-ui, sans-serif;
  }
  button {
    min-height: 2rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid #0b5cad;
    border-radius: 6px;
    background: #fff;
    color: #0b5cad;
    font: inherit;
    cursor: pointer;
  }
  button:hover { background: #e3eefa; }
  button:focus-visible, a:focus-visible { outline: 3px solid #0b5cad; outline-offset: 2px; }
  a { color: #0b5cad; }
  [role='status'] { flex: 1 1 12rem; margin: 0; }
`;

class CustomerStrip extends HTMLElement {
  #hint = document.createElement('p');
  #ear = document.createElement('customer-ear');
  #simulator;
  #contactId;

  connectedCallback() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#hint.setAttribute('role', 'status');
    const demos = Object.assign(document.createElement('a'), { href: 'index.html', textContent: 'All demos' });
    root.append(
      this.#button('A customer calls', () => this.#call()),
      this.#button('The customer hangs up', () => this.#hangUp()),
      this.#hint,
      this.#ear,
      demos,
    );
  }

  #button(textContent, action) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent });
    button.addEventListener('click', async () => {
      this.#hint.textContent = '';
      try {
        this.#simulator ??= await attachSimulator(window.connect);
        await action();
      } catch (error) {
        this.#hint.textContent = error.message;
      }
    });
    return button;
  }

  async #call() {
    this.#contactId = await this.#simulator.incomingCall({ attributes: { accountNumber: '4711' } });
    this.#ear.follow(this.#simulator, () => this.#contactId);
  }

  async #hangUp() {
    if (this.#contactId) await this.#simulator.customerHangsUp(this.#contactId);
    else this.#hint.textContent = 'Nobody has called.';
  }
}

customElements.define('customer-strip', CustomerStrip);
document.body.append(document.createElement('customer-strip'));
