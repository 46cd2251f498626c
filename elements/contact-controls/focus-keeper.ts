// Keeps the focus among the controls when the one that had it goes away.
import type { LitElement, ReactiveController } from 'lit';

const ITEM = '[data-contact]';
const CONTROL = '[data-verb]';

/** Controls that end something: the focus is never moved to them automatically. */
const ENDING = ['reject', 'hang-up', 'leave'];

/** What somebody types in. */
const TYPED_IN = 'input, textarea, select, .key';

/** Where the focus was before an update. */
interface FocusPlace {
  readonly element: Element;
  /** True if something was typed there. */
  readonly isTypedIn: boolean;
  /** True if the agent has pressed it, and its command was under way. */
  readonly isPressed: boolean;
  readonly contactId: string | undefined;
  /** Position of the contact among the others. */
  readonly index: number;
  /** Position of the control among those of the contact. */
  readonly place: number;
}

/** Watches over the focus of one element. */
export class FocusKeeper implements ReactiveController {
  readonly #host: LitElement;
  #before: FocusPlace | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    // Focus in slotted content is in another tree: here its slot stands for it.
    const outer = (this.#host.getRootNode() as Document | ShadowRoot).activeElement;
    const slotted = outer && outer !== this.#host && this.#host.contains(outer) ? slotOf(outer, this.#host) : null;
    const element = root.activeElement ?? slotted;
    const item = element?.closest<HTMLElement>(ITEM);
    this.#before = element && {
      element,
      isTypedIn: element.matches(TYPED_IN),
      isPressed: element.ariaBusy === 'true',
      contactId: item?.dataset.contact,
      index: item ? this.#items.indexOf(item) : 0,
      place: item ? [...item.querySelectorAll(CONTROL)].indexOf(element) : -1,
    };
  }

  hostUpdated(): void {
    const before = this.#before;
    this.#before = null;
    // Another element that has the focus by now was given it on purpose.
    if (!before || (this.#host.renderRoot as ShadowRoot).activeElement) return;
    // A control that has only moved to another place loses the focus too; a slot never had it.
    if (before.element.isConnected) return (before.element as HTMLElement).focus();
    const items = this.#items;
    const same = items.find(({ dataset }) => dataset.contact === before.contactId);
    // Whoever types, or was about to press something, is not to press what has come in its place.
    const isSurprised = before.isTypedIn || (same?.matches('.over') && !before.isPressed);
    const target =
      (same && !isSurprised && nearestControl(same, before.place)) ||
      same ||
      items.at(Math.min(before.index, items.length - 1)) ||
      this.#host.renderRoot.querySelector<HTMLElement>('[data-rest]');
    target?.focus();
  }

  get #items(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(ITEM)];
  }
}

/** The control that now stands where the focus was, or before that. */
function nearestControl(item: HTMLElement, place: number): HTMLElement | undefined {
  const all = [...item.querySelectorAll<HTMLElement>(CONTROL)];
  const isGood = ({ ariaDisabled, dataset }: HTMLElement) => ariaDisabled !== 'true' && !ENDING.includes(dataset.verb!);
  return [...all.slice(0, Math.max(0, place) + 1).reverse(), ...all].find(isGood);
}

/** The slot through which something in an element's light tree is shown. */
function slotOf(inner: Element, host: Element): Element | null {
  let child: Element | null = inner;
  while (child && child.parentElement !== host) child = child.parentElement;
  return child?.assignedSlot ?? null;
}
