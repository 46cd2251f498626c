// Tasks as TypeScript applications that have amazon-connect-taskjs on the page write them: it has no declarations of its own.
const task: connect.TaskContactDefinition = {
  name: 'Call Ana back',
  description: 'She asked about her invoice',
  references: { invoice: { type: connect.ReferenceType.URL, value: 'https://example.com/invoices/7' } },
  endpoint: connect.Endpoint.byPhoneNumber('+12065550100'),
  scheduledTime: 1_800_000_000,
};

export function create(agent: connect.Agent, more: Partial<connect.TaskContactDefinition>): void {
  agent.createTask(
    { ...task, ...more },
    {
      success: ({ contactId }) => console.log(contactId.length),
      failure: (text, error) => console.log(text.length, error.type),
    },
  );
}
