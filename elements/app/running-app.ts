// One of Amazon's apps as an element shows it: where its frame stands, and how it ends.
import { uuid } from '../../src/conduit/uuid.js';
import { ValueError } from '../../src/errors/errors.js';
import type { Connect } from '../../src/index.js';
import { FloatingBox } from '../page/floating-box.js';

/** What the runtime calls the guides. */
const GUIDE = 'customviews';

const STYLE = 'display: block; inline-size: 100%; block-size: 100%; border: 0;';

/** What an app is started with. */
export interface AppFacts {
  readonly name: string;
  readonly url: string;
  /** What a guide is about. */
  readonly contactId: string | null;
  readonly contactFlowId: string | null;
}

/** What an app needs of its element. */
export interface AppPlace {
  readonly connect: Connect;
  /** Where its frame is to be seen. */
  readonly box: HTMLElement;
  /** Called each time that the app has loaded. */
  readonly loaded: () => void;
}

/** An app from its start to its end. */
export class RunningApp {
  readonly connect: Connect;
  readonly facts: AppFacts;
  readonly #id: string;
  readonly #suffix: string;
  /** Around the frame of a guide, which has to outlive its element: a frame that goes hears nothing of its end. */
  readonly #floating: FloatingBox | null;
  readonly #frame: HTMLIFrameElement | null;

  /**
   * Embeds the app.
   * @throws ValueError for a CCP, for an address that is none, and for an app that the page has already.
   */
  constructor(facts: AppFacts, { connect, box, loaded }: AppPlace) {
    const { name, url, contactId, contactFlowId } = facts;
    if (name === 'ccp') throw new ValueError('<connect-app name="ccp">: the CCP is embedded by <connect-ccp>.');
    const isGuide = name === GUIDE;
    this.facts = facts;
    this.connect = connect;
    this.#suffix = isGuide ? `-${uuid()}` : '';
    this.#id = name + this.#suffix;
    this.#floating = isGuide ? new FloatingBox(box.ownerDocument) : null;
    try {
      connect.agentApp.initApp(name, this.#floating?.element ?? box, url, {
        style: STYLE,
        onLoad: loaded,
        customViewsParams: {
          ...(contactId && { contact: contactId }),
          ...(contactFlowId && { contactFlowId }),
          iframeSuffix: this.#suffix,
        },
      });
    } catch (error) {
      this.#floating?.remove();
      throw error;
    }
    this.#floating?.place(box);
    this.#frame = (this.#floating?.element ?? box).querySelector('iframe');
  }

  /** True while its frame is there: the runtime ends all apps with its CCP. */
  get isThere(): boolean {
    return this.#frame?.isConnected === true && this.#frame.style.display !== 'none';
  }

  /**
   * Says what the app is.
   * @param title name of its frame, for screen readers.
   */
  name(title: string): void {
    if (this.#frame && this.#frame.title !== title) this.#frame.title = title;
  }

  /** Ends the app. A guide is told, and has its time for that out of sight. */
  end(): void {
    const floating = this.#floating;
    if (!floating) return void this.connect.agentApp.stopApp(this.#id);
    floating.place(null);
    if (this.isThere) this.connect.core.terminateCustomView(this.facts.url, this.#suffix);
    const removeIfEmpty = (): void => {
      if (floating.element.childElementCount > 0) return;
      watching.disconnect();
      floating.remove();
    };
    const watching = new MutationObserver(removeIfEmpty);
    watching.observe(floating.element, { childList: true });
    removeIfEmpty();
  }
}
