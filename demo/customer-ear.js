// How loud the agent arrives at the customer, while there is a call: what is said into the microphone is seen to arrive.

/** Milliseconds between two looks. */
const PACE = 200;
const STYLE = `
  :host { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; font-size: 0.875rem; }
  :host([hidden]) { display: none; }
  meter { inline-size: 8rem; block-size: 0.75rem; }
`;

class CustomerEar extends HTMLElement {
  #meter = Object.assign(document.createElement('meter'), { min: 0, max: 0.4, value: 0, id: 'level' });
  #timer;

  connectedCallback() {
    this.hidden = true;
    if (this.shadowRoot) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const label = Object.assign(document.createElement('label'), {
      htmlFor: 'level',
      textContent: 'The customer hears you',
    });
    root.append(label, this.#meter);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  /**
   * Follows the live call, from now on.
   * @param simulator plays the customer.
   * @param liveCall gives the id of the call that is connected, or undefined.
   */
  follow(simulator, liveCall) {
    clearTimeout(this.#timer);
    const look = async () => {
      const id = liveCall();
      const heard = id && (await simulator.heard(id).catch(() => undefined));
      this.hidden = !heard;
      if (heard) this.#meter.value = heard.level;
      if (this.isConnected) this.#timer = setTimeout(look, PACE);
    };
    void look();
  }
}

customElements.define('customer-ear', CustomerEar);

const isCall = ({ type }) => type === 'voice' || type === 'queue_callback';

/** The call of a host that is connected. */
export const liveCallOf = (host) =>
  host.state.contacts.find((contact) => isCall(contact) && contact.state.type === 'connected')?.contactId;
