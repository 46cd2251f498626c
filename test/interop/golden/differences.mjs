// Where the libraries differ on purpose. Each difference is one of the rows of docs/differences.md, of which it quotes the beginning.

export const differences = {
  destroyed: 'in `onDestroy` the contact still answers about its connections',
  unheard: 'a failed command never calls `success`',
  taskJs: "a task's connections can be read without TaskJS",
  connectedOnce: '`onConnected` once for each contact',
};

/** A line, or an outcome, that each library has in its own way. */
export const differs = (difference, { ours, theirs }) => ({ difference, ours, theirs });

/** The last of a contact: amazon-connect-streams looks for its connections among those of live contacts. */
export const destroyed = (stateType, legs) =>
  differs(differences.destroyed, {
    ours: `contact.onDestroy ${stateType} | ${legs}`,
    theirs: `contact.onDestroy ${stateType} | StateError`,
  });
