// Replaces the ids of a run by who they stand for, so that calls of different runs can be compared.

const ARN = /^arn:aws:connect:[^/]+\/[^/]+\/([a-z-]+)\/[^/]+$/;

function roleOf({ type, initial }) {
  if (type === 'agent' || (type === 'monitoring' && initial)) return '<agent>';
  return initial ? '<customer>' : '<third party>';
}

export function namer() {
  const names = new Map();

  function replace(value) {
    if (typeof value === 'string') return names.get(value) ?? value.replace(ARN, '<$1>');
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    const present = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
    return Object.fromEntries(present.map(([name, member]) => [name, replace(member)]));
  }

  return {
    /** Remembers who is who in the contacts of a service's truth. */
    learn(contacts) {
      for (const { contactId, connections } of contacts) {
        for (const connection of connections) names.set(connection.connectionId, roleOf(connection));
        names.set(contactId, '<contact>');
      }
    },
    /** A copy of params with names in place of ids. Absent and null are the same to the service, and left out. */
    replace,
  };
}
