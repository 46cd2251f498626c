// What scenarios hold in the page: the people of the one contact that is there, and a way to run commands and count answers.
/* global window */
(() => {
  window.outcomes = []; // of every command that was run: {name, wanted, success, failure}

  const stage = {
    get connect() {
      return window.connect;
    },
    get agent() {
      return new window.connect.Agent();
    },
    get contact() {
      return stage.agent.getContacts()[0];
    },
    get own() {
      return stage.contact.getAgentConnection();
    },
    get customer() {
      return stage.contact.getInitialConnection();
    },
    get thirdParty() {
      return stage.contact.getSingleActiveThirdPartyConnection();
    },
    state: (name) => stage.agent.getAgentStates().find((state) => state.name === name),
  };
  window.stage = stage;

  const answers = () => window.wire.filter(({ event }) => event === 'api_response').length;

  /**
   * Runs `command(stage, callbacks)`. Resolves at the first answer with what it brought.
   * @param {{name: string, wanted: 'success'|'failure'|'unheard'}} options `unheard`: there is no failure callback;
   *   resolves when the CCP has answered, whatever the library makes of it
   */
  window.run = (command, { name, wanted }) => {
    const onlySuccess = wanted === 'unheard';
    const outcome = { name, wanted, success: 0, failure: 0 };
    window.outcomes.push(outcome);
    const before = answers();
    return new Promise((resolve) => {
      const callbacks = {
        success(data) {
          outcome.success += 1;
          resolve({ success: data ?? null });
        },
      };
      if (!onlySuccess) {
        callbacks.failure = (error) => {
          outcome.failure += 1;
          resolve({ failure: String(error) });
        };
      }
      command(stage, callbacks);
      if (!onlySuccess) return;
      window.addEventListener('message', function listen() {
        if (answers() === before) return;
        window.removeEventListener('message', listen);
        resolve({ answered: true });
      });
    });
  };
})();
