// The base of all siblings: they belong to a host, as a field belongs to its form.
import type { PropertyDeclarations } from 'lit';
import { CcpController } from './ccp-controller.js';
import { ConnectElement } from '../base/connect-element.js';
import { ConnectErrorEvent } from './events.js';
import type { ConnectHost } from './host.js';

/** A sibling of a host. */
export abstract class BoundElement extends ConnectElement {
  static override properties: PropertyDeclarations = {
    htmlFor: { attribute: 'for', noAccessor: true },
    forElement: { attribute: false, noAccessor: true },
  };

  /** Binds the element and gives it the state. */
  protected readonly ccp: CcpController = new CcpController(this);

  #htmlFor: string | null = null;
  #forElement: ConnectHost | null | undefined;

  /** Id of the host: in the own tree, else in one around it. Empty: none on purpose. Null: not said. */
  get htmlFor(): string | null {
    return this.#htmlFor;
  }

  set htmlFor(id: string | null | undefined) {
    const old = this.#htmlFor;
    this.#htmlFor = id ?? null;
    this.requestUpdate('htmlFor', old);
    this.ccp.resolve();
  }

  /** The host itself, which counts for more than `for`. Null: none on purpose. Undefined: not said. */
  get forElement(): ConnectHost | null | undefined {
    return this.#forElement;
  }

  set forElement(host: ConnectHost | null | undefined) {
    const old = this.#forElement;
    this.#forElement = host;
    this.requestUpdate('forElement', old);
    this.ccp.resolve();
  }

  protected override forbidden(message: string): void {
    this.dispatchEvent(new ConnectErrorEvent({ code: 'trusted-types', message }));
  }

  /** True while the element is bound to a host. */
  protected get bound(): boolean {
    return this.ccp.host !== null;
  }
}
