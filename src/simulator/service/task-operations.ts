// The operations around tasks that agents create. Names as on the wire: those of templates write their members with capitals.
import { isRecord } from '../../conduit/wire.js';
import { wrongChannel } from './contact-machine.js';
import type { Operation, Params } from './operations.js';
import type { ServiceParts } from './service-parts.js';
import { type CreatedTask, invalidTask } from './task-desk.js';

const LONGEST_NAME = 512;
const LONGEST_DESCRIPTION = 4096;
const REFERENCE_TYPES = ['URL', 'EMAIL', 'NUMBER', 'STRING', 'DATE'];

type Members = Readonly<Record<string, unknown>>;

function text(value: unknown, what: string, most: number): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalidTask(`The ${what} of a task is a text.`);
  if (value.length > most) throw invalidTask(`The ${what} of a task has ${most} characters at most.`);
  return value;
}

/** References by name; `members` says how their two members are called. */
function referencesOf(given: unknown, [type, value]: readonly [string, string]): CreatedTask['references'] {
  const read = ([name, reference]: [string, unknown]) => {
    const members: Members = isRecord(reference) ? reference : {};
    if (!REFERENCE_TYPES.includes(String(members[type]))) {
      throw invalidTask(`The type of the reference "${name}" is one of ${REFERENCE_TYPES.join(', ')}.`);
    }
    const written = members[value];
    return [name, { type: members[type], value: typeof written === 'number' ? String(written) : written }];
  };
  return Object.fromEntries(Object.entries(isRecord(given) ? given : {}).map(read)) as CreatedTask['references'];
}

const idOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function required(name: string | undefined): string {
  if (name) return name;
  throw invalidTask('A task needs a name.');
}

/** The operations that only read. */
export function createTaskQueries({ templates }: ServiceParts): Record<string, Operation> {
  const membersOf = (value: unknown): Members => (isRecord(value) ? value : {});
  return {
    listTaskTemplates: ({ queryParams }) => templates.list(membersOf(queryParams)),
    getTaskTemplate: ({ templateParams }) => structuredClone(templates.get(membersOf(templateParams).id)),
  };
}

/** The operations that create and change tasks. */
export function createTaskCommands({ contacts, directory, tasks, templates }: ServiceParts): Record<string, Operation> {
  return {
    createTaskContact: ({ name, description, references, endpoint, scheduledTime, ...others }: Params) => ({
      contactId: tasks.create({
        name: required(text(name, 'name', LONGEST_NAME)),
        description: text(description, 'description', LONGEST_DESCRIPTION),
        references: referencesOf(references, ['type', 'value']),
        endpoint: directory.endpoint(endpoint, ['agent', 'queue']),
        taskTemplateId: null,
        scheduledTime: typeof scheduledTime === 'number' ? scheduledTime : null,
        previousContactId: idOrNull(others.previousContactId),
        relatedContactId: idOrNull(others.relatedContactId),
        idempotencyToken: idOrNull(others.idempotencyToken),
      }),
    }),

    createTemplatedTask: ({ Name, Description, References, QuickConnectId, ScheduledTime, ...others }: Params) => {
      const template = templates.get(others.TaskTemplateId);
      if (template.Status === 'INACTIVE') throw invalidTask(`The task template "${template.Name}" is inactive.`);
      const references = referencesOf(References, ['Type', 'Value']);
      const given = new Set([
        ...Object.keys(references),
        ...(Name ? ['Name'] : []),
        ...(Description ? ['Description'] : []),
      ]);
      const missing = template.Constraints.RequiredFields.find(({ Id }) => !given.has(Id.Name));
      if (missing) throw invalidTask(`A task of the template "${template.Name}" needs the field "${missing.Id.Name}".`);
      const quickConnectId = typeof QuickConnectId === 'string' ? QuickConnectId : undefined;
      const quickConnect = directory.quickConnects.find(({ endpointARN }) =>
        endpointARN?.endsWith(`/${quickConnectId}`),
      );
      if (quickConnectId !== undefined && !quickConnect) {
        throw invalidTask(`The instance has no quick connect ${quickConnectId}.`);
      }
      return {
        contactId: tasks.create({
          name: required(text(Name, 'name', LONGEST_NAME)),
          description: text(Description, 'description', LONGEST_DESCRIPTION),
          references,
          endpoint: quickConnect ?? null,
          taskTemplateId: template.Id,
          scheduledTime: typeof ScheduledTime === 'number' ? ScheduledTime : null,
          previousContactId: idOrNull(others.PreviousContactId),
          relatedContactId: idOrNull(others.RelatedContactId),
          idempotencyToken: idOrNull(others.ClientToken),
        }),
      };
    },

    updateContact: ({ ContactId, Name, Description, References }: Params) => {
      const contact = contacts.find(ContactId);
      if (contact.type !== 'task') throw wrongChannel(contact, 'updateContact');
      contact.name = text(Name, 'name', LONGEST_NAME) ?? contact.name;
      contact.description = text(Description, 'description', LONGEST_DESCRIPTION) ?? contact.description;
      contact.references = { ...contact.references, ...referencesOf(References, ['Type', 'Value']) };
      return {};
    },
  };
}
