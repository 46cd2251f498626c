// E-mails: what they say, and drafts of the agent's own until they are sent. Bodies and files are at addresses of type `data:`.
import { CtiError } from '../ccp/cti-service-client.js';
import type { ContactFactory } from './contact-factory.js';
import type { ContactMachine } from './contact-machine.js';
import type { ContactModel } from './contact-model.js';
import type { IdGenerator } from './id-generator.js';
import type { NewEmail } from '../channel/script-channel.js';

type Params = Readonly<Record<string, unknown>>;

/** A file, with what is in it. */
interface KeptFile {
  readonly fileId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly text: string;
}

/** What is kept of one e-mail. */
interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: KeptFile;
  readonly files: readonly KeptFile[];
  readonly relatedContactId: string | null;
}

/** What the desk is made of. */
export interface MailDeskOptions {
  ids: IdGenerator;
  factory: ContactFactory;
  contacts: ContactMachine;
  instanceArn: string;
}

/** Where customers write to. */
const OWN_ADDRESS = 'support@desk.example';

const textOr = (value: unknown, other: string): string => (typeof value === 'string' && value ? value : other);

/** The e-mails of one agent. */
export class MailDesk {
  readonly #options: MailDeskOptions;
  readonly #letters = new Map<string, Letter>();

  constructor(options: MailDeskOptions) {
    this.#options = options;
  }

  /** An e-mail is offered. Returns its contact. */
  arrives({
    from = 'ana@customer.example',
    to = OWN_ADDRESS,
    subject = 'A question',
    body = '',
    ...email
  }: NewEmail): ContactModel {
    const contact = this.#options.factory.email({ from, subject, ...email });
    this.#letters.set(contact.contactId, {
      from,
      to: [to],
      subject,
      body: this.#file('body.json', 'application/json', JSON.stringify({ messageContent: body })),
      files: (email.attachments ?? []).map(({ name, type = 'text/plain', text = '' }) => this.#file(name, type, text)),
      relatedContactId: null,
    });
    return contact;
  }

  /** What an e-mail says, with where its body is. */
  data({ contactId }: Params): object {
    const { from, to, subject, body, files } = this.#letter(contactId);
    const associatedResourceArn = this.#arn(String(contactId));
    return {
      contactId,
      from: { emailAddress: from },
      deliveredToAddresses: to.map((emailAddress) => ({ emailAddress })),
      to: to.map((emailAddress) => ({ emailAddress })),
      cc: [],
      subject,
      bodyLocation: { fileId: body.fileId, associatedResourceArn },
      attachmentLocations: files.map(({ fileId }) => ({ fileId, associatedResourceArn })),
    };
  }

  /** Begins an e-mail of the agent's own. Returns its contact, which is connected at once. */
  draft({ initiationMethod, relatedContactId, attributes }: Params): ContactModel {
    if (initiationMethod !== 'OUTBOUND' && initiationMethod !== 'AGENT_REPLY') {
      throw new CtiError('InvalidConfigurationException', 'A draft is of initiationMethod OUTBOUND or AGENT_REPLY.');
    }
    const related = typeof relatedContactId === 'string' ? relatedContactId : null;
    if (initiationMethod === 'AGENT_REPLY' && related === null) {
      throw new CtiError('InvalidConfigurationException', 'A reply needs the relatedContactId of what it replies to.');
    }
    const { factory } = this.#options;
    const contact = factory.emailDraft(initiationMethod.toLowerCase(), related, { ...(attributes as object) });
    const body = this.#file('body.json', 'application/json', JSON.stringify({ messageContent: '' }));
    const letter = { from: OWN_ADDRESS, to: [], subject: '', body, files: [], relatedContactId: related };
    this.#letters.set(contact.contactId, letter);
    return contact;
  }

  /** Sends a draft: the contact is over for the agent. */
  send({ contactId, ...params }: Params): object {
    const { contacts } = this.#options;
    const contact = contacts.findConnected(contactId, 'sendEmail');
    const letter = this.#letter(contactId);
    const to = [params.to ?? []].flat().map((one: unknown) => textOr((one as Params | null)?.emailAddress ?? one, ''));
    if (to.length !== 1 || !to[0].includes('@')) {
      throw new CtiError('InvalidConfigurationException', 'An e-mail is sent to one address.');
    }
    const { subject, body } = (params.emailContent ?? {}) as Params;
    const written = textOr(subject, '');
    contact.segmentAttributes = { ...contact.segmentAttributes, 'connect:EmailSubject': { ValueString: written } };
    const kept = this.#file('body.json', 'application/json', JSON.stringify({ messageContent: textOr(body, '') }));
    this.#letters.set(contact.contactId, { ...letter, to, subject: written, body: kept });
    contacts.handOver(contact);
    return {};
  }

  /** The e-mails that belong together. */
  thread({ contactAssociationId }: Params): object {
    const contacts = [...this.#letters].map(([contactId, { from, to, subject }]) => ({ contactId, from, to, subject }));
    return { contactAssociationId, contacts };
  }

  /** Where a file is. */
  fileUrl({ attachment }: Params): object {
    const { contentType, text } = this.#fileOf((attachment as Params | null)?.fileId);
    return { downloadUrl: `data:${contentType};charset=utf-8,${encodeURIComponent(text)}` };
  }

  /** What is known of files. */
  fileMetadata({ relatedAttachments }: Params): object {
    const files = [relatedAttachments ?? []].flat().map((one: unknown) => {
      const { fileId, fileName, contentType, text } = this.#fileOf((one as Params | null)?.fileId);
      return { fileId, fileName, fileSizeInBytes: text.length, fileStatus: 'APPROVED', contentType };
    });
    return { files, errors: [] };
  }

  #letter(contactId: unknown): Letter {
    const letter = this.#letters.get(String(contactId));
    if (letter) return letter;
    throw new CtiError('ContactNotFoundException', `There is no e-mail ${String(contactId)}.`);
  }

  #fileOf(fileId: unknown): KeptFile {
    const all = [...this.#letters.values()].flatMap(({ body, files }) => [body, ...files]);
    const found = all.find((file) => file.fileId === fileId);
    if (found) return found;
    throw new CtiError('ResourceNotFoundException', `There is no file ${String(fileId)}.`);
  }

  #file(fileName: string, contentType: string, text: string): KeptFile {
    return { fileId: this.#options.ids.uuid(), fileName, contentType, text };
  }

  #arn(contactId: string): string {
    return `${this.#options.instanceArn}/contact/${contactId}`;
  }
}
