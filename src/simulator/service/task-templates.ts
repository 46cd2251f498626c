// The task templates of a simulated instance, in the shape in which the service behind templates gives them.
import { CtiError } from '../ccp/cti-service-client.js';
import type { IdGenerator } from './id-generator.js';

/** A template as it is given when it is asked for by its id. */
export interface TaskTemplate {
  readonly Id: string;
  readonly Arn: string;
  readonly Name: string;
  readonly Description: string;
  readonly Status: 'ACTIVE' | 'INACTIVE';
  readonly Fields: readonly {
    Id: { Name: string };
    Type: string;
    Description?: string;
    SingleSelectOptions?: readonly string[];
  }[];
  readonly Defaults: { DefaultFieldValues: readonly { Id: { Name: string }; DefaultValue: string }[] };
  readonly Constraints: {
    RequiredFields: readonly { Id: { Name: string } }[];
    ReadOnlyFields: readonly { Id: { Name: string } }[];
    InvisibleFields: readonly { Id: { Name: string } }[];
  };
  /** Epoch seconds. */
  readonly CreatedTime: number;
  readonly LastModifiedTime: number;
}

/** Most templates on one page. */
const LARGEST_PAGE = 100;
/** 1 January 2026, in epoch seconds. */
const CREATED = 1_767_225_600;

const idOf = (Name: string): { Id: { Name: string } } => ({ Id: { Name } });
const NAME = { ...idOf('Name'), Type: 'NAME' };
const DESCRIPTION = { ...idOf('Description'), Type: 'DESCRIPTION' };

/** The templates of an instance: two that can be used, and one that cannot any more. */
export class TaskTemplates {
  readonly #templates: readonly TaskTemplate[];

  /**
   * @param instanceArn of the instance.
   * @param ids makes the ids: the same ones every time.
   */
  constructor(instanceArn: string, ids: IdGenerator) {
    const template = (Name: string, Description: string, members: Partial<TaskTemplate> = {}): TaskTemplate => {
      const Id = ids.uuid();
      return {
        Id,
        Arn: `${instanceArn}/task-template/${Id}`,
        Name,
        Description,
        Status: 'ACTIVE',
        Fields: [NAME, DESCRIPTION],
        Defaults: { DefaultFieldValues: [] },
        Constraints: { RequiredFields: [idOf('Name')], ReadOnlyFields: [], InvisibleFields: [] },
        CreatedTime: CREATED,
        LastModifiedTime: CREATED,
        ...members,
      };
    };
    this.#templates = [
      template('Call back', 'A customer who wants to be called', {
        Fields: [NAME, DESCRIPTION, { ...idOf('Phone number'), Type: 'TEXT' }],
      }),
      template('Claim', 'Damage that a customer has told of', {
        Fields: [
          NAME,
          { ...idOf('Claim amount'), Type: 'NUMBER' },
          { ...idOf('Urgency'), Type: 'SINGLE_SELECT', SingleSelectOptions: ['Low', 'High'] },
        ],
        Defaults: { DefaultFieldValues: [{ ...idOf('Urgency'), DefaultValue: 'Low' }] },
        Constraints: {
          RequiredFields: [idOf('Name'), idOf('Claim amount')],
          ReadOnlyFields: [],
          InvisibleFields: [],
        },
      }),
      template('Fax', 'Not used any more', { Status: 'INACTIVE' }),
    ];
  }

  /** One page of the list, without what belongs to each. */
  list({ status, maxResults, nextToken }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const wanted = this.#templates.filter(
      ({ Status }) => typeof status !== 'string' || Status.toLowerCase() === status.toLowerCase(),
    );
    const start = Number(nextToken ?? 0);
    const end = start + Math.min(Number(maxResults ?? LARGEST_PAGE), LARGEST_PAGE);
    const TaskTemplates = wanted.slice(start, end).map((template) => ({
      Id: template.Id,
      Arn: template.Arn,
      Name: template.Name,
      Description: template.Description,
      Status: template.Status,
      CreatedTime: template.CreatedTime,
      LastModifiedTime: template.LastModifiedTime,
    }));
    return { TaskTemplates, NextToken: end < wanted.length ? String(end) : null };
  }

  /**
   * One template.
   * @throws CtiError that lists those that there are.
   */
  get(id: unknown): TaskTemplate {
    const found = this.#templates.find(({ Id }) => Id === id);
    if (found) return found;
    const known = this.#templates.map(({ Id, Name }) => `${Id} (${Name})`).join(', ');
    throw new CtiError(
      'ResourceNotFoundException',
      `There is no task template ${String(id)}. There are: ${known}.`,
      404,
    );
  }
}
