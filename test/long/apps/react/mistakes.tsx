// What the types refuse. Compiled, never run.
export const mistakes = [
  // @ts-expect-error: no such attribute value
  <connect-ccp key="1" login-mode="sometimes" />,
  // @ts-expect-error: not a number
  <connect-agent-status key="2" acwSeconds="30" />,
  // @ts-expect-error: this event has no contact
  <connect-ccp key="3" onconnect-ready={({ contact }) => contact} />,
  // @ts-expect-error: no such attribute
  <connect-contact-controls key="4" land="US" />,
];
