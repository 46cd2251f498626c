// Numbers as people write them: by a library that is fetched with the first of them, and bare until it has come.
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { loadPhoneLibrary, type PhoneLibrary } from './load-phone-library.js';

const E164 = /^\+\d{7,15}$/;

/** What has the numbers. */
export interface NumberingElement extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Writes the numbers of one element, and gives back what can be dialled when they are copied. */
export class WrittenNumbers implements ReactiveController {
  readonly #element: NumberingElement;
  readonly #came: () => void;
  #library: PhoneLibrary | null = null;
  #isAsked = false;
  #life: AbortController | undefined;

  /**
   * @param element the element.
   * @param came called when the library has come: all numbers are to be written anew.
   */
  constructor(element: NumberingElement, came: () => void) {
    this.#element = element;
    this.#came = came;
    element.addController(this);
  }

  /**
   * A number as people write it: as at home if it is of the country, else with the country's code.
   * @param number in E.164 form; anything else stays as it is.
   * @param country code of the country, such as `US`; empty if none.
   */
  written(number: string, country: string): string {
    if (!E164.test(number)) return number;
    if (!this.#library) {
      this.#fetch();
      return number;
    }
    const parsed = this.#library.parsePhoneNumberFromString(number);
    if (!parsed) return number;
    return parsed.country === country.trim().toUpperCase() ? parsed.formatNational() : parsed.formatInternational();
  }

  /** The same as it is shown: text that is a number reads from left to right. */
  show(text: string, country: string): TemplateResult {
    return E164.test(text)
      ? html`<bdi dir="ltr" data-number=${text}>${this.written(text, country)}</bdi>`
      : html`<bdi>${text}</bdi>`;
  }

  hostConnected(): void {
    const { signal } = (this.#life = new AbortController());
    document.addEventListener('copy', (event) => this.#copy(event), { signal });
  }

  hostDisconnected(): void {
    this.#life?.abort();
  }

  #fetch(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    loadPhoneLibrary().then(
      (library) => {
        this.#library = library;
        this.#came();
      },
      () => {}, // They stay bare.
    );
  }

  /** What is pasted elsewhere is to be dialled there: spaces and brackets are for reading. */
  #copy(event: ClipboardEvent): void {
    const places = [...this.#element.renderRoot.querySelectorAll<HTMLElement>('[data-number]')];
    const path = event.composedPath();
    const root = this.#element.renderRoot;
    const selected = selectedText(root);
    if (!event.clipboardData || !selected || (!path.includes(root) && !isWithin(root))) return;
    let text = selected;
    for (const { textContent, dataset } of places) text = text.replaceAll(textContent, dataset.number!);
    if (text === selected) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  }
}

/** A shadow root in browsers that know of selections inside one. */
interface SelectingRoot {
  getSelection?(): Selection | null;
}

const selectionOf = (root: HTMLElement | DocumentFragment): Selection | null =>
  (root as SelectingRoot).getSelection?.() ?? document.getSelection();

const selectedText = (root: HTMLElement | DocumentFragment): string => selectionOf(root)?.toString() ?? '';

/** True if what is selected is in a shadow root. */
function isWithin(root: HTMLElement | DocumentFragment): boolean {
  const { anchorNode } = selectionOf(root) ?? {};
  return anchorNode != null && (root.contains(anchorNode) || anchorNode === (root as ShadowRoot).host);
}
