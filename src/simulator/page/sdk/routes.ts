// Every route of the side channel, by namespace and command.
import { type ReceivedSdkRequest, SdkRefusal } from '../../ccp/sdk-channel.js';
import type { CcpPage } from '../../ccp/ccp-page.js';
import { SdkNamespace } from '../../../conduit/side-channel.js';
import { isRecord } from '../../../conduit/wire.js';
import { agentRoutes } from './agent-routes.js';
import { contactRoutes } from './contact-routes.js';
import { SdkDesk, type SdkRoutes } from './desk.js';
import { voiceRoutes } from './voice-routes.js';

/** Answers requests as Amazon's page does. */
export class SdkAnswers {
  readonly #routes: Readonly<Record<string, SdkRoutes>>;
  readonly #failures = new Map<string, { error: SdkRefusal; left: number }>();

  /**
   * @param page the CCP page, whose data and requests to the service they are made of.
   * @param address that of the page.
   */
  constructor(page: CcpPage, address: string) {
    const desk = new SdkDesk(page);
    this.#routes = {
      [SdkNamespace.CONTACT]: { ...agentRoutes(desk), ...contactRoutes(desk, new URL(address).origin) },
      [SdkNamespace.VOICE]: voiceRoutes(desk, new URL('.', address).href),
      [SdkNamespace.ACTIVITY]: { sendActivity: () => desk.ask('sendActivity') },
      [SdkNamespace.EMAIL]: {
        'get-email-data': (params) => desk.ask('getEmailData', params),
        'create-draft-email': (params) => desk.ask('createDraftEmail', params),
        'send-email': (params) => desk.ask('sendEmail', params),
        'get-email-thread': (params) => desk.ask('getEmailThread', params),
      },
      [SdkNamespace.FILE]: {
        'get-attached-file-url': (params) => desk.ask('getAttachedFileUrl', params),
        'batch-get-attached-file-metadata': (params) => desk.ask('batchGetAttachedFileMetadata', params),
      },
      [SdkNamespace.QUICK_RESPONSES]: {
        'is-enabled': async () => ({ isEnabled: await page.api.call('qrIntegrationExists') }),
        'search-quick-responses': (params) => desk.ask('qrSearchQuickResponses', params),
      },
      [SdkNamespace.MESSAGE_TEMPLATE]: {
        'is-enabled': () => ({ isEnabled: false }),
        'search-message-templates': () => ({ messageTemplates: [], nextToken: null }),
        'get-content': () => {
          throw new SdkRefusal('noResult', 'The simulator has no message templates.');
        },
      },
      [SdkNamespace.USER]: {
        getLanguage: () => ({ language: desk.data.configuration.agentPreferences?.LANGUAGE ?? 'en_US' }),
      },
    };
  }

  /** Names of all commands. */
  get commands(): readonly string[] {
    return Object.values(this.#routes).flatMap((routes) => Object.keys(routes));
  }

  /**
   * The next requests of a command are refused.
   * @param command its name.
   * @param failure how, and how many times; 0 ends it.
   * @throws Error if there is no such command.
   */
  fail(command: string, { errorKey = 'internalError', reason, times = 1 }: SdkFailure = {}): void {
    if (!this.commands.includes(command)) {
      throw new Error(`The channel has no command "${command}". The commands are: ${this.commands.join(', ')}.`);
    }
    const error = new SdkRefusal(errorKey, reason ?? `The simulator was told that ${command} fails.`);
    if (times > 0) this.#failures.set(command, { error, left: times });
    else this.#failures.delete(command);
  }

  /** Answers a request; rejects with an SdkRefusal, or with the service's error. */
  async answer({ namespace, command, data }: ReceivedSdkRequest): Promise<unknown> {
    const failure = this.#failures.get(command);
    if (failure) {
      failure.left -= 1;
      if (failure.left <= 0) this.#failures.delete(command);
      throw failure.error;
    }
    const routes = Object.hasOwn(this.#routes, namespace) ? this.#routes[namespace] : {};
    if (!Object.hasOwn(routes, command)) {
      throw new SdkRefusal('handlerNotFound', `${namespace} has no command ${command}.`);
    }
    return await routes[command](isRecord(data) ? data : {});
  }
}

/** A refusal that is scripted. */
export interface SdkFailure {
  /** By which programs tell refusals apart. Default `internalError`. */
  errorKey?: string;
  /** For people. */
  reason?: string;
  /** How many requests are refused. Default 1; `Infinity` for all from now on, 0 to end it. */
  times?: number;
}
